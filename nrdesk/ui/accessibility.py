"""What a screen reader is told beyond the names of the widgets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget


def announce(source: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence, without moving the focus."""
    # PySide makes a class when it is first named: nothing is announced before the window is there.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, sentence))


def name_of(widget: QWidget) -> str:
    """Return the name under which a screen reader announces a widget."""
    from PySide6.QtGui import QAccessible

    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def in_order(widgets: Sequence[QWidget]) -> None:
    """Have Tab go through widgets in this order, after the first one; what is made last would come last."""
    # Qt leaves out what takes no focus yet: texts whose terms are looked for when they first show.
    asleep = [widget for widget in widgets if widget.focusPolicy() == Qt.FocusPolicy.NoFocus]
    for widget in asleep:
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
    for widget in asleep:
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def focusable(root: QWidget) -> list[QWidget]:
    """Return the visible and enabled widgets under `root` that can take the focus."""
    return [
        child
        for child in root.findChildren(QWidget)
        if child.isVisibleTo(root.window())
        and child.isEnabled()
        and child.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not _is_part(child)
    ]


def _is_part(widget: QWidget) -> bool:
    """Return whether a widget is the inner field of another one, which carries the name."""
    from PySide6.QtWidgets import QAbstractSpinBox, QComboBox

    return isinstance(widget, QLineEdit) and isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
