"""The catalogue: found by words and axis, told with its reasons, taken in one gesture."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Action, Axis
from nrdesk.ui.planning.page import PlanPage
from nrdesk.ui.planning.proposals import ProposalsView
from nrdesk.ui.shell.workspace import Workspace
from tests.ui.planning.plan_of_three import OBJECTIVE


@pytest.fixture
def view(page: PlanPage) -> ProposalsView:
    """Return the catalogue."""
    page.show_catalogue()
    QApplication.processEvents()
    return page.catalogue


def test_words_and_axis_choose_among_a_hundred(view: ProposalsView, qtbot: QtBot) -> None:
    whole = len(view.list.lines)
    assert whole > 90
    view.axis.show_text(Axis.LIFE_CYCLE.value)
    QApplication.processEvents()
    assert 0 < len(view.list.lines) < whole
    view.axis.setCurrentIndex(0)
    view.words.setText("ecrans occasion")
    qtbot.waitUntil(lambda: 0 < len(view.list.lines) < 5)


def test_enter_takes_an_action_for_an_objective_and_leaves_it_out_of_the_list(
    view: ProposalsView, workspace: Workspace, qtbot: QtBot
) -> None:
    first = view.list.lines[0]
    view.objective.show_text(OBJECTIVE.id)
    view.list.setFocus()
    with qtbot.waitSignal(view.taken):
        qtbot.keyClick(view.list, Qt.Key.Key_Return)
    taken = next(a for a in workspace.session.document.all(Action) if a.catalogue == first.id)
    assert (taken.title, taken.objective_id) == (first.title, OBJECTIVE.id)
    assert first.id not in [line.id for line in view.list.lines]
    assert view.list.hasFocus()
    workspace.session.undo()
    QApplication.processEvents()
    assert first.id in [line.id for line in view.list.lines]


def test_what_an_action_asks_is_told_before_it_is_taken(view: ProposalsView, qtbot: QtBot) -> None:
    view.words.setText("seconde main")
    qtbot.waitUntil(lambda: len(view.list.lines) == 1)
    told = " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())
    assert "Porter à 50\u202f% les achats" in told.replace(" %", "\u202f%") or "Porter à 50" in told
    assert "12\u00a0mois" in told
    assert "Source" in told
    assert "À faire d’abord" in told


def test_nothing_found_is_said(view: ProposalsView, qtbot: QtBot) -> None:
    view.words.setText("grille-pain")
    qtbot.waitUntil(lambda: not view.list.lines)
    assert not view.take_button.isVisible()
    view.take()
