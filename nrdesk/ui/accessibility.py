"""What a screen reader is told beyond the names of the widgets."""

from __future__ import annotations

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
