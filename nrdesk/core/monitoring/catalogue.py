"""Indicators to take up: those of the objectives and of the actions first, then the type indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nrdesk.core.ambition import FIGURES, figures, in_order, value_text
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import Action, ActionStatus, Direction, Indicator, Objective, ReviewLevel
from nrdesk.core.reference import indicators as reference
from nrdesk.core.written.words import normal, quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document, Transaction

_OURS = "nrdesk"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An indicator that could be followed."""

    indicator: Indicator
    """Ready to be added, its rank apart."""
    reason: str
    """French: where it comes from."""

    @property
    def key(self) -> str:
        """What tells it from the other proposals."""
        draft = self.indicator
        return draft.catalogue or draft.objective_id or draft.action_id or draft.title


def proposals(document: Document) -> tuple[Proposal, ...]:
    """Return the indicators that could be followed and are not yet, the most useful first.

    The objectives come first, since they already say what to measure and how far to go; then the actions
    under way that name an indicator; then the type indicators, those that nrdesk computes before the others.
    """
    followed = document.all(Indicator)
    found = [
        *_of_objectives(document.all(Objective), followed),
        *_of_types(followed),
        *_of_actions(document.all(Action), followed),
    ]
    names = {normal(each.title) for each in followed}
    kept: dict[str, Proposal] = {}
    for proposal in found:
        kept.setdefault(normal(proposal.indicator.title), proposal)
    return tuple(each for name, each in kept.items() if name not in names)


def take(document: Document, chosen: Sequence[Proposal]) -> tuple[Indicator, ...]:
    """Add indicators as one action, after those there are."""
    if len(chosen) == 1:
        label = f"Suivre {quoted(chosen[0].indicator.title)}"
    else:
        label = f"Suivre {count(len(chosen), 'indicateur')}"
    with document.action(label) as tx:
        return add(document, tx, [each.indicator for each in chosen])


def add(document: Document, tx: Transaction, drafts: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Add indicators within an action, ranked after those there are."""
    rank = max((each.rank for each in document.all(Indicator)), default=0)
    made = tuple(replace(draft, rank=rank + place) for place, draft in enumerate(drafts, 1))
    tx.add(*made)
    return made


def of_type(kind: reference.TypeIndicator) -> Indicator:
    """Return an indicator made of a type indicator."""
    return Indicator(
        title=kind.title,
        unit=kind.unit,
        level=kind.level,
        direction=kind.direction,
        measured_by=kind.measured_by if kind.measured_by in FIGURES else "",
        rhythm_months=kind.rhythm_months,
        source=kind.source,
        definition=kind.definition,
        catalogue=kind.id,
    )


def of_objective(objective: Objective) -> Indicator:
    """Return the indicator that an objective describes: what is measured, from where, to where, for when."""
    kind = figures().get(objective.measured_by)
    down = (
        objective.base_value is not None
        and objective.target_value is not None
        and objective.target_value < objective.base_value
    )
    return Indicator(
        title=_capital(objective.indicator) or (kind.label if kind else objective.title),
        unit=objective.unit or (kind.unit if kind else ""),
        level=ReviewLevel.AMBITION,
        direction=Direction.DOWN if down else Direction.UP,
        measured_by=objective.measured_by,
        objective_id=objective.id,
        base_value=objective.base_value,
        base_date=str(objective.base_year) if objective.base_year else None,
        target_value=objective.target_value,
        target_date=objective.due,
        owner=objective.owner,
        definition=kind.counted if kind else "",
    )


def _of_objectives(objectives: Iterable[Objective], followed: Iterable[Indicator]) -> Iterator[Proposal]:
    known = {each.objective_id for each in followed}
    for objective in in_order(objectives):
        draft = of_objective(objective)
        if objective.id in known or not draft.title:
            continue
        target = value_text(objective.target_value, objective.unit)
        words = f"Objectif {quoted(objective.title)}" if objective.title else "Un de vos objectifs"
        yield Proposal(draft, f"{words}, cible {target}." if target else f"{words}.")


def _of_actions(actions: Iterable[Action], followed: Iterable[Indicator]) -> Iterator[Proposal]:
    known = {each.action_id for each in followed}
    for action in in_order(actions):
        told = action.indicator.strip()
        if not told or action.id in known or action.status is ActionStatus.DROPPED:
            continue
        draft = Indicator(
            title=_capital(told), level=ReviewLevel.PROJECTS, action_id=action.id, owner=action.owner
        )
        yield Proposal(draft, f"Action {quoted(action.title)}.")


def _of_types(followed: Iterable[Indicator]) -> Iterator[Proposal]:
    taken = {id for each in followed for id in (each.catalogue, each.measured_by) if id}
    kinds = sorted(
        reference.by_id().values(), key=lambda kind: (not kind.small, kind.measured_by not in FIGURES)
    )
    for kind in kinds:
        if kind.id in taken or kind.measured_by in taken:
            continue
        how = "nrdesk le calcule" if kind.measured_by in FIGURES else f"À relever{NBSP}: {kind.source}"
        who = "" if kind.origin == _OURS else f" Proposé par{NBSP}: {kind.origin}."
        yield Proposal(of_type(kind), f"{how}.{who}")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
