"""The page of step 5 on a small commune, and how one fills it in."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Finding, SynthesisItem
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.steps.page import StepPage

TypeIn = Callable[[QWidget, str, str], None]


@pytest.fixture
def step(workspace: Workspace) -> StepPage:
    """Return the page of the step, on the whole path, with two axes of work in the synthesis."""
    session = workspace.session
    with session.act("Préparer") as tx:
        tx.set_setting("flash_path", False)
        for rank, text in enumerate(("Garder les ordinateurs.", "Imprimer moins."), 1):
            tx.add(SynthesisItem(campaign_id=session.campaign.id, finding=Finding.AXIS, text=text, rank=rank))
    workspace.go("step5")
    assert isinstance(workspace.page, StepPage)
    return workspace.page


def field(card: QWidget, name: str) -> QWidget:
    """Return the widget of a field of a card, by its accessible name."""
    return next(each for each in card.findChildren(QWidget) if each.accessibleName().split(" (")[0] == name)


def write(widget: QWidget, words: str) -> None:
    """Type a text at once, as an input method does: single keys of QTest have no accents."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, words))


@pytest.fixture
def type_in(qtbot: QtBot) -> TypeIn:
    """Return what fills in a field by real keys and leaves it."""

    def fill(card: QWidget, name: str, words: str) -> None:
        widget = field(card, name)
        widget.setFocus()
        if isinstance(widget, QComboBox):
            widget.setCurrentIndex(widget.findText(words))
            widget.activated.emit(widget.currentIndex())
            return
        qtbot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(widget, Qt.Key.Key_Delete)
        write(widget, words)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)

    return fill
