"""Rows, columns and grids on an 8-pixel rhythm."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

GAP = 8


def row(*items: QWidget | int, gap: int = GAP, top: bool = False) -> QWidget:
    """Return widgets side by side.

    Args:
        items: widgets, or a number that stretches there; without any number the row packs to the left.
        gap: pixels between two widgets.
        top: align on the top rather than on the middle.
    """
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(gap)
    align = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag(0)
    for item in items:
        if isinstance(item, int):
            line.addStretch(item)
        else:
            line.addWidget(item, 0, align)
    if not any(isinstance(item, int) for item in items):
        line.addStretch(1)
    return holder


def column(*items: QWidget, gap: int = 0) -> QWidget:
    """Return widgets one under the other."""
    holder = QWidget()
    line = QVBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(gap)
    for item in items:
        line.addWidget(item)
    return holder


def separator() -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame()
    line.setProperty("separator", True)
    return line


def clear(layout: QLayout) -> None:
    """Remove and delete all that a layout holds."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            clear(inner)
