"""Cells of the tables that are only read: the same margins and colours as the grid."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nrdesk.ui import theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

MARGIN = 8
"""On either side of a text, in pixels for normal text: as in the header of a table."""


class PlainDelegate(QStyledItemDelegate):
    """Paints the text of a cell on one line, aligned and coloured as the model says."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: Any = option  # the stubs of PySide6 ignore the fields of the option
        tokens = theme.tokens()
        if view.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(view.rect, QColor(tokens.accent_soft))
        colour = index.data(Role.ForegroundRole)
        painter.setPen(colour if isinstance(colour, QColor) else QColor(tokens.text))
        margin = theme.px(MARGIN)
        inner = cast(QRect, view.rect).adjusted(margin, 0, -margin, 0)
        words = " ".join(str(index.data() or "").split("\n"))
        cut = view.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        side = index.data(Role.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, cut)
