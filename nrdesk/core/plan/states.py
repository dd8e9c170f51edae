"""What goes with a field of an action that is typed: its status, its progress and its blocking agree."""

from __future__ import annotations

from nrdesk.core.fields import Value
from nrdesk.core.model import Action, ActionStatus
from nrdesk.core.planning.schedule import OVER


def together(action: Action, name: str, value: Value) -> dict[str, Value]:
    """Return the other fields to write with one: what is over is blocked no longer, what is done is whole.

    Args:
        action: the action before the change.
        name: name of the field that is written.
        value: its new value.
    """
    match name:
        case "blocked":
            return {} if value else {"blocked_reason": ""}
        case "blocked_reason":
            return {"blocked": bool(value)}
        case "status" if value in OVER:
            done: dict[str, Value] = {"progress": 100} if value is ActionStatus.DONE else {}
            return {"blocked": False, "blocked_reason": "", **done}
        case "status" if action.progress == 100:
            return {"progress": None}
    return {}
