"""Keys that act within a widget only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def on_key(
    widget: QWidget, keys: str | Qt.Key | QKeySequence.StandardKey, act: Callable[[], object]
) -> QShortcut:
    """Have a key act while the focus is in a widget, or in what it holds; elsewhere the key stays free.

    PySide ignores the context given to a `QShortcut` together with a slot: it then acts in the whole window.
    """
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(lambda: act())
    return shortcut
