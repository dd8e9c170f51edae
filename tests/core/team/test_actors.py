"""The map of actors: each pair of notes is in one quarter, an actor without notes in none."""

import pytest

from nrdesk.core.model import Stakeholder
from nrdesk.core.team.actors import Quarter, quarter


@pytest.mark.parametrize(
    ("influence", "interest", "expected"),
    [
        (5, 5, Quarter.INVOLVE),
        (4, 4, Quarter.INVOLVE),
        (4, 3, Quarter.CONVINCE),
        (3, 4, Quarter.RELAY),
        (3, 3, Quarter.INFORM),
        (1, 1, Quarter.INFORM),
    ],
)
def test_two_notes_make_a_quarter(influence: int, interest: int, expected: Quarter) -> None:
    assert quarter(Stakeholder(influence=influence, interest=interest)) is expected


@pytest.mark.parametrize(("influence", "interest"), [(None, 3), (3, None), (None, None)])
def test_a_missing_note_leaves_an_actor_off_the_map(influence: int | None, interest: int | None) -> None:
    assert quarter(Stakeholder(influence=influence, interest=interest)) is None


def test_every_quarter_says_what_to_do() -> None:
    assert all(each.label and each.advice for each in Quarter)
