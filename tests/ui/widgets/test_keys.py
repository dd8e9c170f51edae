"""Keys that act within a widget only."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.ui.widgets.keys import on_key
from nrdesk.ui.widgets.messages import MessageBar


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def _add(host: QWidget, widget: QWidget) -> None:
    layout = host.layout()
    assert layout is not None
    layout.addWidget(widget)


def test_a_key_acts_where_the_focus_is_and_nowhere_else(host: QWidget, qtbot: QtBot) -> None:
    inside, outside, done = QLineEdit(), QLineEdit(), []
    region = QWidget()
    QVBoxLayout(region).addWidget(inside)
    _add(host, region)
    _add(host, outside)
    on_key(region, "Ctrl+J", lambda: done.append(1))
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    outside.setFocus()
    qtbot.keyClick(outside, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert done == []
    inside.setFocus()
    qtbot.keyClick(inside, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert done == [1]


def test_escape_closes_a_message_from_the_message_only(host: QWidget, qtbot: QtBot) -> None:
    field, bar = QLineEdit(), MessageBar()
    _add(host, field)
    _add(host, bar)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    bar.show_message("C’est enregistré.", action=("Ouvrir", lambda: None))
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert bar.isVisible()
    bar._action.setFocus()  # type: ignore[union-attr]
    qtbot.keyClick(bar._action, Qt.Key.Key_Escape)
    assert not bar.isVisible()
