"""With what, when, and what is asked of the assembly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment
from nrdesk.core.council_papers import draft, texts, under_way
from nrdesk.core.formatting import count, number
from nrdesk.core.model import (
    Decision,
    Deliberation,
    GovernanceBody,
    Objective,
    PastAction,
    PastActionStatus,
    Person,
    Workshop,
)
from nrdesk.core.model.obligation import Status
from nrdesk.core.reports import parts, wording
from nrdesk.core.reports.content import Run, bold
from nrdesk.core.reports.slides import BulletSlide, ColumnsSlide, Item, ListColumn, Slide, items
from nrdesk.core.reports.wording import capital, council, days, french, sentence, when
from nrdesk.core.richtext import Bullets, Paragraph, RichText
from nrdesk.core.richtext.characters import clean
from nrdesk.core.roadmap import Facts

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_FIRST, _MOST_DATES = 3, 6
_COST = (
    "La question du coût viendra : dire ce qui est déjà payé (le temps de l’équipe), ce qui s’économise (des "
    "achats reportés), et ce qui reste à chiffrer dans le plan d’action."
)


def slides(document: Document, facts: Facts, assessment: Assessment) -> Iterator[Slide]:
    """Yield the last part."""
    yield from _means(document, facts)
    yield from _first_actions(document, facts)
    yield _vote(document, facts, assessment)


def _means(document: Document, facts: Facts) -> Iterator[Slide]:
    means, dates = tuple(_with_what(facts)), tuple(_when(document, facts))
    priced = [f"{each.title} : {each.means}" for each in facts.all(Objective) if each.means.strip()]
    notes = french("\n".join((_COST, *priced)))
    if means and dates:
        sides = ListColumn("Les moyens", means), ListColumn("Le calendrier", dates)
        yield ColumnsSlide("Avec quels moyens, et quand", *sides, notes)
    elif means or dates:
        yield BulletSlide("Avec quels moyens" if means else "Le calendrier", means or dates, notes=notes)


def _with_what(facts: Facts) -> Iterator[Item]:
    people = facts.all(Person)
    if given := sum(person.days_per_month or 0.0 for person in people):
        yield items(
            french(f"Du temps : {days(given)} par mois, {count(len(people), 'personne')} dans l’équipe.")
        )[0]
    if purchases := facts.authority.annual_purchases:
        yield items(french(f"Un budget numérique qui existe déjà : {number(purchases)} € par an."))[0]
    for body in facts.all(GovernanceBody):
        if body.name.strip() and body.rhythm.label:
            yield (bold(body.name.strip()), Run(french(f" : {body.rhythm.label}.")))


def _when(document: Document, facts: Facts) -> Iterator[Item]:
    """Yield what is still to come after the inventory, the soonest first."""
    today = document.campaign.as_of
    events = [
        *((each.starts[:10], each.title or each.kind.label) for each in facts.all(Workshop) if each.starts),
        *((each.due, each.title) for each in facts.all(Objective) if each.due and each.title.strip()),
    ]
    if meeting := under_way(document).meeting:
        events.append((meeting[:10], f"vote par {council(facts.authority)}"))
    ahead: dict[str, list[str]] = {}
    for date, title in sorted(events):
        if date >= today[: len(date)]:
            ahead.setdefault(date, []).append(title)
    for date, titles in list(ahead.items())[:_MOST_DATES]:
        told = (
            titles[0]
            if len(titles) == 1
            else count(len(titles), "objectif à atteindre", "objectifs à atteindre")
        )
        yield (bold(capital(when(date))), Run(french(f" : {sentence(told)}")))


def _first_actions(document: Document, facts: Facts) -> Iterator[Slide]:
    """Yield the first three actions: what was decided and is not done, then what is under way."""
    held = {each.id for each in facts.all(Workshop) if each.held}
    decided = sorted(
        (
            each
            for each in document.all(Decision)
            if each.text.strip() and not each.done and each.workshop_id in held
        ),
        key=lambda each: each.due or "9999",
    )
    told = [_who(each.text, each.owner, each.due) for each in decided]
    told += [
        _who(each.title, each.owner, None)
        for each in facts.all(PastAction)
        if each.status is PastActionStatus.ONGOING and each.title.strip()
    ]
    if told:
        yield BulletSlide(
            french("Nos premières actions"),
            tuple(told[:_FIRST]),
            numbered=True,
            notes=french(
                "Dire qui commence, et quand on en reparlera. Le plan d’action complet vient après le vote."
            ),
        )


def _who(text: str, owner: str, due: str | None) -> Item:
    told = ", ".join(part for part in (owner.strip(), when(due) if due else "") if part)
    return (bold(sentence(clean(text))), Run(f" {capital(told)}." if told else ""))


def _vote(document: Document, facts: Facts, assessment: Assessment) -> Slide:
    session: Deliberation = under_way(document)
    told = tuple(_articles(texts(document, draft(document, assessment)).articles))
    verdict = parts.strategy_verdict(facts.authority, facts.on)
    rule = {
        Status.APPLICABLE: "La loi nous demande cette stratégie.",
        Status.VOLUNTARY: "Rien ne nous y oblige : c’est un choix de notre conseil.",
        Status.TO_CHECK: "Il reste à vérifier si la loi nous la demande.",
        Status.NOT_CONCERNED: "La loi ne nous la demande pas : c’est un choix.",
    }[verdict.status]
    return BulletSlide(
        "Ce que vous êtes invités à voter",
        told,
        lead=french(rule),
        notes=french(f"{session.title}\n{wording.texts(verdict.obligation)}"),
    )


def _articles(text: RichText) -> Iterator[Item]:
    """Yield the articles; a list inside of one is only counted: it is in the paper that everyone has."""
    said: list[Run] = []
    for block in text.blocks:
        if isinstance(block, Paragraph):
            if said:
                yield tuple(said)
            said = [Run(run.text, run.bold, run.italic) for run in block.runs]
        elif isinstance(block, Bullets) and said:
            said.append(Run(f" {count(len(block.items), 'point')}, dans le projet que vous avez reçu."))
    if said:
        yield tuple(said)
