"""The card of reachability: levers move the curve at once, options set the levers, figures explain."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from nrdesk.core import demo
from nrdesk.core.footprint import Explanation
from nrdesk.core.footprint.levers import LeverKind
from nrdesk.core.model import Objective
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step05_ambition.reach_card import ReachCard


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    made = Session(demo.create(tmp_path / "valbrenne.nrdesk"))
    yield made
    made.close()


@pytest.fixture
def explained() -> list[Explanation]:
    return []


@pytest.fixture
def card(session: Session, explained: list[Explanation], qtbot: QtBot) -> ReachCard:
    made = ReachCard(session, explained.append)
    qtbot.addWidget(made)
    (objective,) = [each for each in session.document.all(Objective) if each.measured_by == "footprint.gwp"]
    made.show_objective(objective.id)
    made.resize(700, 1400)
    made.show()
    return made


def test_nothing_is_pulled_at_first_and_every_control_has_a_name(card: ReachCard) -> None:
    assert card.levers() == []
    assert not [widget for widget in focusable(card) if not name_of(widget)]


def test_an_option_sets_the_levers_and_is_told_live(card: ReachCard, qtbot: QtBot) -> None:
    before = card.live.text()
    tries = [b for b in card.findChildren(QPushButton) if name_of(b).startswith("Essayer")]
    assert tries
    tries[0].click()
    assert card.levers()
    assert card.live.text() != before
    card.reset.click()
    assert card.levers() == []


def test_the_figure_explains_itself(card: ReachCard, explained: list[Explanation]) -> None:
    card.link.click()
    assert explained
    assert explained[0].value is not None


def test_an_objective_that_is_not_of_footprint_says_why(card: ReachCard, session: Session) -> None:
    other = next(each for each in session.document.all(Objective) if not each.measured_by)
    card.show_objective(other.id)
    assert card.reason.text()
    assert LeverKind.LIFETIME in card.rows
