"""Which actions are simulated: those of the plan that are not given up, or those that a scenario keeps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from nrdesk.core.model import Action, ActionStatus, Moscow, Scenario, ScenarioAction

if TYPE_CHECKING:
    from nrdesk.core.document import Document


class Chosen(NamedTuple):
    """An action that is simulated."""

    action: Action
    from_year: int | None = None
    """First year of its effects, when the scenario tells it."""


class LeftOut(NamedTuple):
    """An action that is not."""

    action: Action
    reason: str
    """French words."""


def chosen(document: Document, scenario: Scenario | None) -> tuple[Sequence[Chosen], Sequence[LeftOut]]:
    """Return the actions of a scenario, or of the plan when None, and those left out, in their order.

    The plan leaves out what was given up and what a workshop put off; a scenario may try them again.
    """
    actions = sorted(document.all(Action), key=lambda action: action.rank)
    if scenario is None:
        reasons = {action.id: _reason(action) for action in actions}
        return (
            [Chosen(action) for action in actions if not reasons[action.id]],
            [LeftOut(action, reasons[action.id]) for action in actions if reasons[action.id]],
        )
    kept = {each.action_id: each for each in document.all(ScenarioAction, scenario_id=scenario.id)}
    return (
        [Chosen(action, kept[action.id].from_year) for action in actions if action.id in kept],
        [LeftOut(action, "hors de ce scénario") for action in actions if action.id not in kept],
    )


def _reason(action: Action) -> str:
    """Return why the plan leaves an action out, "" when it does not."""
    if action.status is ActionStatus.DROPPED:
        return ActionStatus.DROPPED.label
    return Moscow.WONT.label if action.moscow is Moscow.WONT else ""
