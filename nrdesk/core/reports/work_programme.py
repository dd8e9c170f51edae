"""« Programme de travail »: what decree 2022-1084 asks for before a strategy is written.

Who is concerned, what digital things and their uses weigh on the territory, what is already done, and the
calendar. What is not known yet is said, with the place where it is given.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.assessment import Assessment, assess, synthesis
from nrdesk.core.compliance import Status, Verdict
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.listening import held
from nrdesk.core.model import (
    AwarenessSession,
    Axis,
    Equipment,
    GovernanceBody,
    Interview,
    InterviewStatus,
    PastAction,
    Person,
    SessionStatus,
    Stakeholder,
    SynthesisItem,
    TerritoryFact,
)
from nrdesk.core.reference import obligations
from nrdesk.core.reports import framing_note, parts, stakeholder_map, wording
from nrdesk.core.reports.assessment_report import essentials, listening, results, territory
from nrdesk.core.reports.content import (
    Block,
    Callout,
    Column,
    Heading,
    Meta,
    Report,
    Table,
    bold,
    bullets,
)
from nrdesk.core.reports.wording import capital, french, listed, prose, when

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Programme de travail"
PROGRAMME = "REEN35-PROG"
"""Identifier of the obligation in the law table."""
_SOURCES = (
    Person, GovernanceBody, Stakeholder, AwarenessSession, Interview, PastAction, TerritoryFact, Equipment,
    SynthesisItem,
)  # fmt: skip
"""Records that the programme tells: it is dated of their last change."""
_SOON = "9999"
"""Sorts what is not dated after what is."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part that the law asks for."""

    title: str
    blocks: tuple[Block, ...]
    """Empty while nothing is known."""
    where: str
    """Where it is given, as it follows "à compléter"."""
    half: str = ""
    """Why it is only half written, in place of "rédigé"."""

    @property
    def state(self) -> str:
        """How far it is."""
        return (self.half or "rédigé") if self.blocks else "à compléter"


def build(document: Document) -> Report:
    """Return the programme of a document, ready to be rendered."""
    assessment = assess(document)
    date = parts.date_of(document, *_SOURCES)
    asked = tuple(_asked(document, assessment))
    return Report(
        _meta(document, assessment, date),
        (
            *_opening(document, date, asked),
            *chain.from_iterable(map(_written, (*asked, _conclusions(document, assessment)))),
            *_calendar(document, date),
        ),
    )


def _meta(document: Document, assessment: Assessment, date: dt.date) -> Meta:
    return Meta(
        title=TITLE,
        subtitle="Préalable à la stratégie numérique responsable",
        authority=wording.full_name(document.authority),
        date=date,
        campaign=str(assessment.campaign.year),
        factors=parts.factors_of(assessment),
        legal_state=obligations.legal_state(),
        notice=parts.notice(document.authority),
    )


def _opening(document: Document, date: dt.date, asked: Sequence[_Part]) -> Iterator[Block]:
    verdict = parts.verdict(document.authority, PROGRAMME, date)
    yield Heading(1, "Pourquoi ce programme")
    yield prose(
        "Avant d’écrire une stratégie numérique responsable, ce programme rassemble ce qu’il faut savoir : "
        "qui est concerné, ce que pèse le numérique, ce qui se fait déjà, et quand nous avancerons.",
        style="lead",
    )
    yield _law(verdict, date)
    columns = (Column("Ce que le programme doit contenir", 3), Column("Où il en est", 2.4))
    rows = tuple((part.title, part.state) for part in asked)
    yield Table("Les parties demandées par la loi et le décret", columns, rows)


def _law(verdict: Verdict, on: dt.date) -> Callout:
    """Return what the law says of the programme for this collectivité."""
    obligation = verdict.obligation
    threshold = " et ".join(str(limit) for limit in obligation.population)
    deadline = obligation.deadline_from(on)
    due = f" au {dates.in_letters(deadline)}" if deadline else ""
    rule = f"La loi demande ce programme de travail{due} aux collectivités de {threshold} habitants"
    told = {
        Status.APPLICABLE: f"{rule} : c’est notre cas.",
        Status.VOLUNTARY: f"{rule}. Notre démarche est volontaire : nous en suivons le contenu, sans y être "
        "tenus.",
        Status.TO_CHECK: f"{rule}. Il nous reste à vérifier si nous en sommes.",
        Status.NOT_CONCERNED: f"La loi demande ce programme à d’autres que nous : {obligation.concerns}. "
        "Notre démarche est volontaire.",
    }
    return Callout(
        parts.TITLES[verdict.status],
        (prose(told[verdict.status]), prose(obligation.requirement), parts.texts(verdict)),
    )


def _asked(document: Document, assessment: Assessment) -> Iterator[_Part]:
    """Yield the parts that the law asks for, in the order in which it does."""
    yield _Part(
        "Les acteurs concernés",
        tuple(_actors(document)),
        "repérez à l’étape 1 les acteurs publics et privés intéressés, puis écoutez-en à l’étape 4.",
    )
    yield _Part(
        "Ce que pèse le numérique de la collectivité",
        tuple(_footprint(document, assessment)),
        "importez ou saisissez l’inventaire à l’étape 4 ; cinq nombres suffisent pour une première "
        "estimation.",
    )
    yield _Part(
        territory.TITLE,
        tuple(territory.blocks(document, assessment)),
        "donnez la population de la collectivité, puis relevez à l’étape 4 quelques faits du territoire.",
        half="" if document.all(TerritoryFact) else "chiffré, usages à relever",
    )
    yield _Part(
        "Les actions déjà engagées",
        tuple(_actions(document)),
        "notez à l’étape 4 ce qui se fait déjà : réparer, garder plus longtemps, éteindre, former.",
    )


def _conclusions(document: Document, assessment: Assessment) -> _Part:
    """Return what the strategy will start from; the law leaves it to us."""
    items = [item for item in synthesis.items(document, assessment.campaign) if item.text]
    return _Part(
        "Ce que nous en concluons",
        tuple(listening.conclusions(items)),
        "écrivez la synthèse à l’étape 4 : forces, faiblesses, axes de travail.",
    )


def _written(part: _Part) -> Iterator[Block]:
    """Yield a part, or that it is still to be written and where."""
    yield Heading(1, part.title)
    if not part.blocks:
        yield parts.to_complete(part.where)
    yield from _without_title(part.blocks, part.title)


def _without_title(blocks: Iterable[Block], title: str) -> Iterator[Block]:
    """Yield what a chapter of the état des lieux tells, less its own title; what is under it moves up."""
    above = 0
    for block in blocks:
        if isinstance(block, Heading) and block.text == title:
            above = block.level - 1
        elif isinstance(block, Heading):
            yield Heading(max(block.level - above, 2), block.text)
        else:
            yield block


def _actors(document: Document) -> Iterator[Block]:
    actors, people = document.all(Stakeholder), document.all(Person)
    heard = held(document.all(Interview))
    if not (actors or people or heard):
        return
    if actors:
        yield prose(
            f"{count(len(actors), 'acteur est concerné', 'acteurs sont concernés')}, dans la collectivité et "
            "autour d’elle. Nous commençons par les premiers du tableau."
        )
        yield stakeholder_map.table(actors)
    else:
        yield parts.to_complete("repérez les acteurs à l’étape 1 : dix noms suffisent pour commencer.")
    yield from listening.heard(heard)
    if not heard:
        yield parts.to_complete("écoutez à l’étape 4 deux services ou acteurs au moins.")
    yield from framing_note.team(people)
    yield from framing_note.governance(document.all(GovernanceBody))


def _footprint(document: Document, assessment: Assessment) -> Iterator[Block]:
    if not assessment.result.counted:
        return
    yield from essentials.figures(document, assessment)
    yield from results.by_group(assessment)
    yield prose(
        "Le détail, la méthode, les sources et les limites sont dans l’état des lieux, qui accompagne ce "
        "programme.",
        style="small",
    )


def _actions(document: Document) -> Iterator[Block]:
    engaged = document.all(PastAction)
    yield from listening.actions(engaged)
    touched = {action.axis for action in engaged}
    if touched and (missing := [axis.label for axis in Axis if axis not in touched]):
        yield prose(f"Rien n’est encore noté pour : {listed(missing)}.")


def _calendar(document: Document, date: dt.date) -> Iterator[Block]:
    yield Heading(1, "Le calendrier")
    planned = [told for _, told in sorted(_planned(document), key=lambda each: each[0])]
    if planned:
        columns = (Column("Quand", 1.4), Column("Quoi", 3.4), Column("Avec qui", 2.2))
        yield Table("Les prochains rendez-vous", columns, tuple(planned))
    else:
        yield parts.to_complete("datez à l’étape 2 une séance, à l’étape 4 un entretien ou un groupe.")
    yield prose("Ensuite, la méthode est la même pour tous :")
    yield bullets(
        (bold("Choisir. "), french("Une ambition et quelques objectifs mesurables (étape 5).")),
        (
            bold("Écrire et voter. "),
            french(f"La stratégie, soumise au vote : {wording.council(document.authority)} décide."),
        ),
        (bold("Agir et suivre. "), "Un plan d’action, puis un bilan chaque année."),
    )
    verdict = parts.strategy_verdict(document.authority, date)
    if verdict.status is Status.APPLICABLE and verdict.deadline:
        late = verdict.deadline < date
        yield Callout(
            "Échéance",
            (
                prose(
                    f"La loi demande la stratégie au {dates.in_letters(verdict.deadline)}"
                    f"{' : cette date est passée, le retard est à rattraper' if late else ''}."
                ),
                parts.texts(verdict),
            ),
            "caution",
        )


def _planned(document: Document) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield what is to come, with its date to sort by: when, what, with whom."""
    for session in document.all(AwarenessSession):
        if session.status is SessionStatus.PLANNED:
            told = (when(session.held_on), session.title, capital(session.audience.label))
            yield session.held_on or _SOON, told
    for interview in document.all(Interview):
        if interview.status is InterviewStatus.PLANNED:
            what = f"{capital(interview.kind.label)}{NBSP}: {interview.title}"
            told = (when(interview.held_on), what, interview.participants or "à préciser")
            yield interview.held_on or _SOON, told
    for body in document.all(GovernanceBody):
        if body.rhythm.label:
            yield _SOON, (capital(body.rhythm.label), body.name, body.members or "à préciser")
