"""Leading the eye and the keyboard to a widget of a page that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

_AROUND = 48
"""Pixels kept in sight above and under the widget: its label, its help."""


def reveal(widget: QWidget) -> None:
    """Give a widget the focus and scroll its page to it, once the page is laid out."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(widget, QLineEdit):
        widget.selectAll()
    QTimer.singleShot(0, widget, lambda: _scroll_twice(widget))


def _scroll_twice(widget: QWidget) -> None:
    """Scroll a page to a widget, and again once the texts of a page just built found their height."""
    scroll_to(widget)
    QTimer.singleShot(0, widget, lambda: scroll_to(widget))


def scroll_to(widget: QWidget) -> None:
    """Scroll a page to a widget; to its top when it is too high for the page."""
    above = widget.parentWidget()
    while above:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, _AROUND, _AROUND)
        above = above.parentWidget()
