"""What the data of a campaign suggest of strengths, weaknesses and axes: short sentences, with their basis.

The thresholds are hypotheses of nrdesk: they choose what is worth a sentence, and no figure depends on them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import compliance, dates, maturity
from nrdesk.core.assessment import HEADLINE, Assessment
from nrdesk.core.footprint import LineResult
from nrdesk.core.footprint.wording import years
from nrdesk.core.formatting import NBSP, count, mass, number, percent
from nrdesk.core.knowledge.training import training_of
from nrdesk.core.listening import held, in_words
from nrdesk.core.model import (
    Acquisition,
    Axis,
    EquipmentStatus,
    Finding,
    Interview,
    ObligationTracking,
    Origin,
    PastAction,
    PastActionStatus,
    Progress,
)
from nrdesk.core.model.obligation import Status
from nrdesk.core.reference import obligations
from nrdesk.core.reference.questionnaire import HIGHEST

if TYPE_CHECKING:
    from nrdesk.core.document import Document

KEPT_LONG, REPLACED_SOON = 0.6, 0.4
"""Mean age, as a share of the typical life, from which a park is kept long, up to which it is replaced soon.
A park replaced evenly at the end of its typical life has a mean age of half of it."""
MANY_REFURBISHED = 0.10
"""Share of refurbished or donated appliances, among those whose origin is known, worth being proud of."""
ORIGIN_KNOWN = 0.5
"""Share of appliances whose origin is known from which the share of refurbished ones means something."""
SURE, UNSURE = 0.95, 0.90
"""Share of appliances counted from which the inventory is a strength, under which it is a weakness."""
ASLEEP = 3
"""Appliances in stock from which putting them back to use is worth an axis."""
STRONG, WEAK = 3.0, 1.0
"""Maturity score of a theme from which it is a strength, up to which it is a weakness (of 4)."""
GAINS = 4
"""First gains of the questionnaire offered as axes."""
TRAINED = 1 / 3
"""Share of the agents trained from which it is a strength: that of step 2's checklist."""
HEARD = 3
"""Interviews held from which the listening is worth a sentence."""
_DECREE = (
    Axis.PURCHASING, Axis.LIFE_CYCLE, Axis.ECODESIGN, Axis.AWARENESS, Axis.CITIZENS, Axis.TERRITORY,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One sentence to propose."""

    key: str
    """Stable identifier: the same fact has the same key when its figure changes."""
    finding: Finding
    text: str
    basis: str
    """The figure or the answer that it rests on."""


def suggestions(document: Document, assessment: Assessment) -> Iterator[Suggestion]:
    """Yield all that the data suggest, what weighs most first within each source."""
    if assessment.result.counted and assessment.headline.value:
        yield from _footprint(assessment)
        yield from _ages(assessment)
    yield from _park(assessment)
    yield from _duties(document, assessment)
    yield from _maturity(document, assessment)
    yield from _past_actions(document)
    yield from _awareness(document)
    yield from _listening(document)


def _strength(key: str, text: str, basis: str) -> Suggestion:
    return Suggestion(key, Finding.STRENGTH, text, basis)


def _weakness(key: str, text: str, basis: str) -> Suggestion:
    return Suggestion(key, Finding.WEAKNESS, text, basis)


def _axis(key: str, text: str, basis: str) -> Suggestion:
    return Suggestion(key, Finding.AXIS, text, basis)


def _footprint(assessment: Assessment) -> Iterator[Suggestion]:
    """Yield what the headline total says: its largest part, and which lever weighs most."""
    total = assessment.headline
    whole = f"{mass(total.value, total.low, total.high)} par an"
    groups = {name: split.total for name, split in assessment.result.by_group[HEADLINE].items()}
    heaviest = max(groups, key=lambda name: groups[name])
    share = percent(groups[heaviest] / total.value)
    yield _weakness(
        "footprint.heaviest",
        f"Ce qui pèse le plus dans le parc{NBSP}: «{NBSP}{heaviest}{NBSP}», {share} de l’empreinte.",
        f"Empreinte du parc{NBSP}: {whole}.",
    )
    making = total.manufacture / total.value
    if making >= 0.5:
        yield _axis(
            "footprint.manufacture",
            "Garder les appareils plus longtemps, et en acheter moins.",
            f"La fabrication fait {percent(making)} de l’empreinte du parc ({whole}).",
        )
    else:
        yield _axis(
            "footprint.use",
            "Éteindre ce qui ne sert pas, la nuit et le week-end.",
            f"L’électricité fait {percent(1 - making)} de l’empreinte du parc ({whole}).",
        )


def _ages(assessment: Assessment) -> Iterator[Suggestion]:
    """Yield whether appliances are kept as long as they usually are."""
    typical = assessment.method.factors.typical_lifetimes
    known = [
        (
            line.quantity,
            max(dates.years_between(line.equipment.purchased, assessment.campaign.as_of), 0),
            life,
        )
        for line in _in_park(assessment)
        if line.equipment.purchased and (life := typical.get(line.category or "", 0))
    ]
    appliances = sum(n for n, _, _ in known)
    if not appliances:
        return
    age = sum(n * old for n, old, _ in known) / appliances
    life = sum(n * long for n, _, long in known) / appliances
    basis = (
        f"Âge moyen de {count(appliances, 'appareil daté', 'appareils datés')}{NBSP}: {years(age)}, "
        f"pour une durée de vie courante de {years(life)}."
    )
    if age >= KEPT_LONG * life:
        text = f"Les appareils sont gardés longtemps{NBSP}: {years(age)} en moyenne."
        yield _strength("park.age", text, basis)
    elif age <= REPLACED_SOON * life:
        text = (
            f"Le parc est jeune{NBSP}: {years(age)} en moyenne. Il vient d’être renouvelé, ou il l’est vite."
        )
        yield _weakness("park.age", text, basis)


def _park(assessment: Assessment) -> Iterator[Suggestion]:
    """Yield what the inventory says of itself: what is sure, estimated, second-hand, asleep."""
    lines = _in_park(assessment)
    quantity = sum(line.quantity for line in lines)
    if not quantity:
        return
    estimated = _number(lines, lambda line: line.equipment.origin is Origin.ESTIMATED)
    covered = assessment.headline.coverage_quantity
    basis = (
        f"{count(assessment.result.counted, 'appareil compté', 'appareils comptés')} sur {number(quantity)}."
    )
    if estimated:
        yield _weakness(
            "park.estimated",
            "Une partie du parc est estimée par des moyennes, faute de relevé.",
            f"{count(estimated, 'appareil estimé', 'appareils estimés')} sur {number(quantity)}.",
        )
    elif covered >= SURE:
        yield _strength("park.coverage", "L’inventaire est complet et sert de point de départ.", basis)
    if covered < UNSURE:
        text = "Une partie du parc n’est pas encore comptée, faute de données."
        yield _weakness("park.coverage", text, basis)
    yield from _second_hand(lines, quantity)
    asleep = _number(lines, lambda line: line.equipment.status is EquipmentStatus.IN_STOCK)
    if asleep >= ASLEEP:
        yield _axis(
            "park.asleep",
            "Remettre en service, donner ou recycler ce qui dort en réserve.",
            f"{count(asleep, 'appareil en réserve', 'appareils en réserve')} sur {number(quantity)}.",
        )


def _second_hand(lines: list[LineResult], quantity: int) -> Iterator[Suggestion]:
    known = _number(lines, lambda line: line.equipment.acquisition is not Acquisition.UNKNOWN)
    if known < ORIGIN_KNOWN * quantity:
        return
    second = (Acquisition.REFURBISHED, Acquisition.DONATED)
    found = _number(lines, lambda line: line.equipment.acquisition in second)
    basis = (
        f"{count(found, 'appareil reconditionné ou donné', 'appareils reconditionnés ou donnés')} sur "
        f"{number(known)} dont l’origine est connue."
    )
    if found >= MANY_REFURBISHED * known:
        text = f"Le reconditionné a sa place{NBSP}: {percent(found / known)} des appareils."
        yield _strength("park.refurbished", text, basis)
    else:
        yield _weakness("park.refurbished", "Presque tout est acheté neuf.", basis)
        yield _axis("park.buy_refurbished", "Acheter reconditionné quand l’usage le permet.", basis)


def _duties(document: Document, assessment: Assessment) -> Iterator[Suggestion]:
    """Yield where the collectivité says that it stands on what binds it."""
    on = dt.date.fromisoformat(assessment.campaign.as_of)
    verdicts = compliance.evaluate_all(obligations.load(), assessment.authority, on)
    binding = [verdict for verdict in verdicts if verdict.status is Status.APPLICABLE]
    said = {each.obligation: each.progress for each in document.all(ObligationTracking)}
    todo = [each for each in binding if said.get(each.obligation.id) is Progress.TODO]
    done = [each for each in binding if said.get(each.obligation.id) is Progress.DONE]
    of_all = f"sur {count(len(binding), 'obligation qui s’applique', 'obligations qui s’appliquent')}"
    if done:
        text = f"{count(len(done), 'obligation légale est tenue', 'obligations légales sont tenues')}."
        yield _strength("law.done", text, f"{len(done)} {of_all}, suivi de «{NBSP}Mes obligations{NBSP}».")
    if todo:
        first = min(todo, key=lambda each: each.deadline or dt.date.max)
        due = f", à tenir pour le {dates.in_letters(first.deadline)}" if first.deadline else ""
        confirm = "" if first.verified else " (à confirmer)"
        named = f"«{NBSP}{first.obligation.title}{NBSP}»{due}{confirm}"
        many = f"{len(todo)} obligations légales restent à engager, dont {named}."
        one = f"Une obligation légale reste à engager{NBSP}: {named}."
        basis = f"{len(todo)} {of_all}, suivi de «{NBSP}Mes obligations{NBSP}»."
        yield _weakness("law.todo", many if len(todo) > 1 else one, basis)
        yield _axis(
            "law.engage",
            "Engager les obligations légales qui ne le sont pas encore.",
            f"{len(todo)} {of_all}.",
        )


def _maturity(document: Document, assessment: Assessment) -> Iterator[Suggestion]:
    """Yield the strong and the weak themes of the questionnaire, and what there is to gain first."""
    found = maturity.of_campaign(document, assessment.campaign)
    scored = [(theme.score, theme) for theme in found.by_theme if theme.score is not None]
    for score, theme in sorted(scored, key=lambda pair: -pair[0]):
        basis = f"{count(theme.answered, 'réponse')} au questionnaire de maturité."
        told = f"«{NBSP}{theme.theme}{NBSP}»{NBSP}: {theme.text} au questionnaire de maturité."
        if score >= STRONG:
            yield _strength(f"maturity.theme.{theme.theme}", told, basis)
        elif score <= WEAK:
            yield _weakness(f"maturity.theme.{theme.theme}", told, basis)
    for gain in found.first_gains[:GAINS]:
        goal = gain.next_level[0].lower() + gain.next_level[1:]
        yield _axis(
            f"maturity.gain.{gain.question.id}",
            f"{gain.question.theme}{NBSP}: {goal}.",
            f"«{NBSP}{gain.question.text}{NBSP}» Niveau {gain.level} sur {HIGHEST}.",
        )


def _past_actions(document: Document) -> Iterator[Suggestion]:
    """Yield what is done already, and the axes of the decree on which nothing is."""
    actions = document.all(PastAction)
    alive = [each for each in actions if each.status is not PastActionStatus.STOPPED]
    if not alive:
        return
    register = f"{count(len(alive), 'action recensée', 'actions recensées')}."
    oldest = min(alive, key=lambda each: each.since or "9999")
    since = f", depuis {dates.parts(oldest.since)[0]}" if oldest.since else ""
    named = f"«{NBSP}{oldest.title}{NBSP}»{since}"
    many = f"{len(alive)} actions sont déjà engagées, dont {named}."
    yield _strength(
        "past.actions", many if len(alive) > 1 else f"Une action est déjà engagée{NBSP}: {named}.", register
    )
    absent = [axis.label for axis in _DECREE if axis not in {each.axis for each in alive}]
    if absent:
        text = f"Rien n’est encore engagé sur{NBSP}: {', '.join(absent)}."
        yield _weakness("past.axes", text, f"Axes du décret du 29 juillet 2022. {register}")


def _awareness(document: Document) -> Iterator[Suggestion]:
    """Yield the share of the agents who were trained, once a session was noted: before, nobody knows."""
    figures = training_of(document)
    share = figures.share_agents
    if share is None or not (figures.sessions or figures.planned):
        return
    basis = f"{count(figures.agents_trained, 'agent sensibilisé', 'agents sensibilisés')} à l’étape 2."
    if share >= TRAINED:
        yield _strength("awareness", f"{percent(share)} des agents ont été sensibilisés.", basis)
    else:
        text = f"Peu d’agents ont été sensibilisés{NBSP}: {percent(share)}."
        yield _weakness("awareness", text, basis)
        yield _axis("awareness.train", "Sensibiliser agents et élus, service par service.", basis)


def _listening(document: Document) -> Iterator[Suggestion]:
    """Yield that people were heard, once enough of them were."""
    heard = held(document.all(Interview))
    if len(heard) >= HEARD:
        text = "Des services et des acteurs ont été entendus, et connaissent la démarche."
        yield _strength("listening", text, f"Échanges tenus{NBSP}: {in_words(heard)}.")


def _in_park(assessment: Assessment) -> list[LineResult]:
    return [line for line in assessment.result.lines if line.in_park and line.quantity > 0]


def _number(lines: list[LineResult], test: Callable[[LineResult], bool]) -> int:
    """Return the number of appliances of the lines that meet a condition."""
    return sum(line.quantity for line in lines if test(line))
