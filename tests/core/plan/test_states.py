"""The fields that tell the state of an action agree, whichever of them is typed."""

from dataclasses import replace

import pytest

from nrdesk.core.model import Action, ActionStatus
from nrdesk.core.plan.states import together

STUCK = Action(
    title="Réparer", status=ActionStatus.UNDER_WAY, blocked=True, blocked_reason="Le devis", progress=40
)


def after(action: Action, name: str, value: object) -> Action:
    return replace(action, **{name: value}, **together(action, name, value))


@pytest.mark.parametrize(("status", "progress"), [(ActionStatus.DONE, 100), (ActionStatus.DROPPED, 40)])
def test_what_is_over_is_blocked_no_longer(status: ActionStatus, progress: int) -> None:
    found = after(STUCK, "status", status)
    assert (found.blocked, found.blocked_reason, found.progress) == (False, "", progress)


def test_what_begins_again_is_no_longer_whole() -> None:
    done = after(STUCK, "status", ActionStatus.DONE)
    assert after(done, "status", ActionStatus.UNDER_WAY).progress is None
    assert after(STUCK, "status", ActionStatus.TO_START).progress == 40


def test_a_reason_blocks_and_none_unblocks() -> None:
    free = after(STUCK, "blocked_reason", "")
    assert not free.blocked
    assert after(free, "blocked_reason", "La Région").blocked
    assert after(STUCK, "blocked", False).blocked_reason == ""
    assert after(free, "blocked", True).blocked_reason == ""


def test_other_fields_go_alone() -> None:
    assert together(STUCK, "title", "Réparer tout") == {}
