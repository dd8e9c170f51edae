"""A projected window is laid out from top to bottom, and its letters follow its size."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.ui.widgets.projected import ProjectedWindow


def _window(qtbot: QtBot) -> tuple[ProjectedWindow, QLabel, QLabel]:
    owner = QWidget()
    qtbot.addWidget(owner)
    window = ProjectedWindow("Au mur", owner)
    above, below, head = QLabel("haut"), QLabel("bas"), QHBoxLayout()
    head.addWidget(above)
    window.stack(head, QHBoxLayout(), below)
    window.resize(1280, 720)
    window.show()
    return window, above, below


def test_the_head_is_above_and_the_rest_below(qtbot: QtBot) -> None:
    window, above, below = _window(qtbot)
    assert window.isWindow()
    assert window.windowTitle() == "Au mur"
    assert above.geometry().bottom() < window.height() / 4
    assert below.geometry().top() > 3 * window.height() / 4
    assert window.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def test_letters_and_margins_grow_with_the_window(qtbot: QtBot) -> None:
    window, above, _ = _window(qtbot)
    small, sheet = above.x(), window.styleSheet()
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: above.x() > small)
    assert window.styleSheet() != sheet
