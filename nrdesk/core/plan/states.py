"""What goes with a field of an action that is typed: its status, its progress and its blocking agree."""

from __future__ import annotations

import json

from nrdesk.core.fields import Value
from nrdesk.core.model import Action, ActionStatus
from nrdesk.core.planning.schedule import OVER

_BLANK = Action()


def together(action: Action, name: str, value: Value) -> dict[str, Value]:
    """Return the other fields to write with one: what is over is blocked no longer, what is done is whole.

    A text that was imported and not understood goes when its field is written.

    Args:
        action: the action before the change.
        name: name of the field that is written.
        value: its new value.
    """
    return {**_standing(action, name, value), **_read(action, name)}


def left_unread(action: Action, name: str) -> str:
    """Return the text that was imported for a field and not understood; "" once the field says something."""
    text = action.unread_texts().get(name, "")
    return text if text and getattr(action, name) == getattr(_BLANK, name) else ""


def _read(action: Action, name: str) -> dict[str, Value]:
    texts = action.unread_texts()
    if name not in texts:
        return {}
    del texts[name]
    return {"unread": json.dumps(texts, ensure_ascii=False, sort_keys=True) if texts else ""}


def _standing(action: Action, name: str, value: Value) -> dict[str, Value]:
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
