"""The list of a section: a title per record, muted details under it, the keys of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nrdesk.ui import theme

_ID, _DETAILS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_MARGIN, _SMALL = 10, 13
"""Around the words, and size of the details, in pixels for normal text."""
_FEWEST, _MOST = 2, 7
"""Lines that the list asks room for; beyond, it scrolls."""

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """One record in the list."""

    id: str
    title: str
    details: str
    """What tells more about it, on one line; may be empty."""


class RecordList(QListWidget):
    """The records of a section, in order."""

    chosen = Signal(object)
    """Identifier of the record that becomes the current one, None when there is none."""

    def __init__(self, name: str) -> None:
        """Make an empty list; `name` is its accessible name."""
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(_LineDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.keys: dict[str, Callable[[], object]] = {}
        """Keys, as `QKeySequence` writes them, and what each does."""
        self.currentItemChanged.connect(lambda item: self.chosen.emit(item.data(_ID) if item else None))

    @property
    def current_id(self) -> str | None:
        """Identifier of the current record."""
        item = self.currentItem()
        return str(item.data(_ID)) if item else None

    @property
    def lines(self) -> list[Line]:
        """What is shown."""
        items = [self.item(row) for row in range(self.count())]
        return [Line(item.data(_ID), item.text(), item.data(_DETAILS)) for item in items]

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the current record stays so, and its place when it is gone."""
        current, place = self.current_id, self.currentRow()
        if list(lines) == self.lines:
            return
        self.blockSignals(True)
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.title)
            item.setData(_ID, line.id)
            item.setData(_DETAILS, line.details)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.title}. {line.details}".strip())
            self.addItem(item)
        ids = [line.id for line in lines]
        kept = ids.index(current) if current in ids else min(max(place, 0), len(lines) - 1)
        self.setCurrentRow(kept)
        self.blockSignals(False)
        self.updateGeometry()
        if self.current_id != current:
            self.chosen.emit(self.current_id)

    def select(self, record_id: str) -> None:
        """Make a record the current one."""
        for row, line in enumerate(self.lines):
            if line.id == record_id:
                self.setCurrentRow(row)

    def sizeHint(self) -> QSize:
        shown = max(_FEWEST, min(self.count(), _MOST))
        return QSize(theme.px(260), shown * line_height(self) + 2 * self.frameWidth() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(140), _FEWEST * line_height(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        combination = event.keyCombination().toCombined() & ~Qt.KeyboardModifier.KeypadModifier.value
        act = self.keys.get(QKeySequence(combination).toString())
        if act:
            act()
            event.accept()
        else:
            super().keyPressEvent(event)


def line_height(widget: QWidget) -> int:
    """Return the height of a line of the list, in pixels."""
    return widget.fontMetrics().height() + QFontMetrics(_small(widget.font())).height() + theme.px(14)


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(theme.px(_SMALL))
    return made


def _strong(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


class _LineDelegate(QStyledItemDelegate):
    """Paints a title, and its details under it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, line_height(cast(Any, option).widget))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view: Any = option  # the stubs of PySide6 ignore the fields of the option
        tokens = theme.tokens()
        rect = cast(QRect, view.rect)
        painter.save()
        if view.state & QStyle.StateFlag.State_Selected:
            _paint_ground(painter, rect, focused=bool(view.state & QStyle.StateFlag.State_HasFocus))
        inner = rect.adjusted(theme.px(_MARGIN), theme.px(6), -theme.px(_MARGIN), -theme.px(6))
        details = str(index.data(_DETAILS))
        small = _small(view.font)
        under = QFontMetrics(small).height() if details else 0
        _write(painter, inner.adjusted(0, 0, 0, -under), _strong(view.font), tokens.text, str(index.data()))
        if details:
            _write(painter, inner.adjusted(0, inner.height() - under, 0, 0), small, tokens.muted, details)
        painter.restore()


def _paint_ground(painter: QPainter, rect: QRect, *, focused: bool) -> None:
    tokens = theme.tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.accent), 2) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent_soft))
    painter.drawRoundedRect(rect.adjusted(3, 2, -3, -2), 6, 6)


def _write(painter: QPainter, rect: QRect, font: QFont, colour: str, words: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    one_line = " ".join(words.split())
    cut = painter.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
