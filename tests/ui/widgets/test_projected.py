"""A projected window is laid out from top to bottom, and its letters follow its size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.ui.widgets.projected import ProjectedWindow


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """Return the page that the window hangs from."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _window(owner: QWidget) -> tuple[ProjectedWindow, QLabel, QLabel]:
    window = ProjectedWindow("Au mur", owner)
    above, below, head = QLabel("haut"), QLabel("bas"), QHBoxLayout()
    head.addWidget(above)
    window.stack(head, QHBoxLayout(), below)
    window.resize(1280, 720)
    window.show()
    return window, above, below


def test_the_head_is_above_and_the_rest_below(owner: QWidget) -> None:
    window, above, below = _window(owner)
    assert window.isWindow()
    assert window.windowTitle() == "Au mur"
    assert above.geometry().bottom() < below.geometry().top()
    assert window.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def test_letters_and_margins_grow_with_the_window(owner: QWidget, qtbot: QtBot) -> None:
    window, above, _ = _window(owner)
    small, sheet = above.x(), window.styleSheet()
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: above.x() > small)
    assert window.styleSheet() != sheet
