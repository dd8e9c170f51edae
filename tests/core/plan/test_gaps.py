"""What an action lacks is told once, and nothing is asked of what is over."""

from dataclasses import replace

import pytest

from nrdesk.core.model import Action, ActionStatus, Objective
from nrdesk.core.plan.gaps import gaps, unserved

WHOLE = Action(
    title="Imprimer moins",
    owner="accueil",
    starts="2027-01",
    ends="2027-06",
    expected="Deux fois moins de papier.",
    indicator="Ramettes par an",
)


def told(action: Action) -> list[str]:
    return [gap.field for gap in gaps(action)]


def test_a_whole_action_lacks_nothing() -> None:
    assert gaps(WHOLE) == ()


@pytest.mark.parametrize("name", ["title", "owner", "expected", "indicator"])
def test_an_empty_field_is_a_gap(name: str) -> None:
    assert told(replace(WHOLE, **{name: " "})) == [name]


def test_dates_are_a_start_and_an_end() -> None:
    assert told(replace(WHOLE, starts=None)) == ["starts"]
    assert told(replace(WHOLE, ends=None)) == ["months"]
    assert told(replace(WHOLE, ends=None, months=3)) == []
    assert told(replace(WHOLE, ends=None, continuous=True)) == []
    assert told(replace(WHOLE, ends="2026-12")) == ["ends"]


def test_a_blocked_action_says_why() -> None:
    assert told(replace(WHOLE, blocked=True)) == ["blocked_reason"]
    assert told(replace(WHOLE, blocked=True, blocked_reason="Le devis")) == []


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.DROPPED])
def test_nothing_is_asked_of_what_is_over(status: ActionStatus) -> None:
    assert gaps(Action(status=status)) == ()


def test_objectives_without_action_are_found() -> None:
    first, second, unnamed = Objective(title="Moins"), Objective(title="Mieux"), Objective()
    serving = replace(WHOLE, objective_id=first.id)
    dropped = replace(WHOLE, objective_id=second.id, status=ActionStatus.DROPPED)
    assert unserved([first, second, unnamed], [serving, dropped]) == [second]
