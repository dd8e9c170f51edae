"""What an action still lacks to be led: the one list that the sheet, the step and the page tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nrdesk.core.model import Action, ActionStatus, Objective
from nrdesk.core.planning.schedule import OVER, span

_ASKED = (
    ("title", "un titre"),
    ("owner", "un responsable"),
    ("starts", "une date de début"),
    ("expected", "un résultat attendu"),
    ("indicator", "un indicateur"),
)


@dataclass(frozen=True, slots=True)
class Gap:
    """A field that is empty and should not be."""

    field: str
    """Name of the attribute of the action."""
    words: str
    """With its article: "un responsable"."""


def gaps(action: Action) -> tuple[Gap, ...]:
    """Return what an action lacks; nothing is asked of one that is over."""
    if action.status in OVER:
        return ()
    found = [Gap(name, words) for name, words in _ASKED if not str(getattr(action, name) or "").strip()]
    when = span(action)
    if when.starts and not when.ends and not action.continuous:
        found.append(Gap("months", "une durée ou une fin"))
    if when.starts and when.ends and when.ends < when.starts:
        found.append(Gap("ends", "une fin qui vienne après le début"))
    if action.blocked and not action.blocked_reason.strip():
        found.append(Gap("blocked_reason", "la raison du blocage"))
    return tuple(found)


def unserved(objectives: Iterable[Objective], actions: Iterable[Action]) -> Sequence[Objective]:
    """Return the objectives that no action serves, those that were dropped aside."""
    served = {action.objective_id for action in actions if action.status is not ActionStatus.DROPPED}
    return [each for each in objectives if each.title.strip() and each.id not in served]
