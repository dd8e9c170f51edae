"""What the catalogue proposes to this collectivité, the most useful first, each with its reasons.

The score is a judgement of nrdesk: `BY_LAW` for an obligation that applies and is not met, up to `BY_ANSWER`
for the weakest answer to the maturity questionnaire that the action improves, up to `BY_FOOTPRINT` for its
effect on the footprint beside the largest one of the catalogue, `EASY` when it is easy, `NOT_FOR_SMALL` when
it makes little sense in a small commune. Actions of equal score keep the order of the catalogue.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core.formatting import NBSP
from nrdesk.core.maturity import of_campaign
from nrdesk.core.maturity.campaign import binding_on
from nrdesk.core.maturity.gains import MET
from nrdesk.core.model import Action, AuthorityKind, ObligationTracking, Progress
from nrdesk.core.plan import effects_words
from nrdesk.core.plan.effects import Measure
from nrdesk.core.plan.stakes import Stakes
from nrdesk.core.reference import actions as catalogue
from nrdesk.core.reference import questionnaire
from nrdesk.core.reference.actions import CatalogueAction
from nrdesk.core.reference.questionnaire import HIGHEST
from nrdesk.core.written.words import quoted

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document

BY_LAW = 5.0
BY_ANSWER = 4.0
BY_FOOTPRINT = 4.0
EASY = 0.5
NOT_FOR_SMALL = -3.0
WEAK = 1
"""Highest level of an answer that is called weak."""
WORTH_TELLING = 1.0
"""Least effect that is a reason, in kg CO₂e a year."""
SMALL = 3_500
"""Inhabitants under which a commune is small here: the threshold of the flash path of nrdesk."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An action of the catalogue that the data of a collectivité call for."""

    action: CatalogueAction
    score: float
    reasons: tuple[str, ...]
    """French sentences, the strongest first; none when nothing in the data calls for it."""
    effect: float | None
    """What it would change alone in the footprint of a year, in kg CO₂e (below zero: less); None when it has
    no effect on the footprint, or when no figure is at hand (see `stakes`)."""


def proposals(document: Document, assessment: Assessment | None = None) -> tuple[Proposal, ...]:
    """Return what the catalogue proposes; what the plan has already is left out.

    Args:
        document: the document.
        assessment: the figures of a campaign; without them nothing is said of the footprint.
    """
    taken = set(document.column(Action, "catalogue").values())
    entries = [entry for key, entry in catalogue.by_id().items() if key not in taken]
    levels = of_campaign(document, document.campaign).levels
    unmet = _unmet(document)
    stakes = Stakes.of(document, assessment) if assessment else None
    effects = {entry.id: stakes.effect(entry) if stakes else None for entry in entries}
    most = max((-each for each in effects.values() if each), default=0.0)
    small = _is_small(document)
    found = [_proposal(entry, levels, unmet, effects[entry.id], most, small=small) for entry in entries]
    return tuple(sorted(found, key=lambda each: -each.score))


def _proposal(
    entry: CatalogueAction,
    levels: Mapping[str, int],
    unmet: Mapping[str, str],
    effect: float | None,
    most: float,
    *,
    small: bool,
) -> Proposal:
    reasons = sorted(_reasons(entry, levels, unmet, effect, most), key=lambda each: -each[0])
    score = sum(worth for worth, _ in reasons)
    score += EASY if entry.ease == 3 else 0.0
    score += NOT_FOR_SMALL if small and not entry.small_commune else 0.0
    return Proposal(entry, score, tuple(text for _, text in reasons), effect)


def _reasons(
    entry: CatalogueAction,
    levels: Mapping[str, int],
    unmet: Mapping[str, str],
    effect: float | None,
    most: float,
) -> Iterator[tuple[float, str]]:
    """Yield the reasons to propose an action: what each is worth, and its sentence."""
    questions = [questionnaire.by_id()[key] for key in entry.questions]
    for question in questions:
        title = unmet.get(question.obligation)
        if title and levels.get(question.id, 0) < MET:
            yield BY_LAW, f"Une obligation vous concerne{NBSP}: {quoted(title)}."
            break
    answered = [question for question in questions if question.id in levels]
    weakest = min(answered, key=lambda each: levels[each.id], default=None)
    if weakest and (level := levels[weakest.id]) <= WEAK:
        worth = BY_ANSWER * (HIGHEST - level) / HIGHEST
        said = quoted(weakest.levels[level])
        yield worth, f"Votre réponse {weakest.id} est au niveau {level} sur {HIGHEST}{NBSP}: {said}."
    if effect is not None and -effect >= WORTH_TELLING:
        less = effects_words.amount(Measure.EVERYTHING, -effect)
        yield BY_FOOTPRINT * -effect / most, f"Seule, elle éviterait environ {less} par an."


def _unmet(document: Document) -> dict[str, str]:
    """Return the obligations that apply and are not said to be met: identifier -> title."""
    met = {each.obligation for each in document.all(ObligationTracking) if each.progress is Progress.DONE}
    on = dt.date.fromisoformat(document.campaign.as_of)
    return {key: title for key, title in binding_on(document.authority, on).items() if key not in met}


def _is_small(document: Document) -> bool:
    authority = document.authority
    population = authority.population_municipal
    return authority.kind is AuthorityKind.COMMUNE and population is not None and population < SMALL
