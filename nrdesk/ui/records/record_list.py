"""The list of a section: a title per record, on two lines where it is long, muted details under it."""

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
from nrdesk.ui.widgets.wrapping import two_lines

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
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._heights: dict[tuple[int, str], int] = {}
        """Heights asked for, by width and letters: a layout asks for the same one many times."""
        self.keys: dict[str, Callable[[], object]] = {}
        """Keys, as `QKeySequence` writes them, and what each does."""
        self.currentItemChanged.connect(lambda item: self.chosen.emit(item.data(_ID) if item else None))

    def take_room(self) -> None:
        """Take the height there is, beside what does not scroll, rather than ask for that of the lines."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

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
        self._heights.clear()
        self.blockSignals(True)
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.title)
            item.setData(_ID, line.id)
            item.setData(_DETAILS, line.details)
            # What has no room is read there.
            item.setToolTip("\n".join(filter(None, (line.title, line.details))))
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
        width = theme.px(260)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        key = (width, self.font().key())
        if key not in self._heights:
            self._heights[key] = self._height_for(width)
        return self._heights[key]

    def _height_for(self, width: int) -> int:
        bar = self.verticalScrollBar().sizeHint().width() if self.count() > _MOST else 0
        room = width - 2 * self.frameWidth() - bar
        one, more = line_height(self), self.fontMetrics().height()
        metrics = QFontMetrics(_strong(self.font()))
        titles = [self.item(row).text() for row in range(min(self.count(), _MOST))]
        asked = sum(one + more * (len(_title_lines(title, room, metrics)) - 1) for title in titles)
        return max(asked, _FEWEST * one) + 2 * self.frameWidth() + 4

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


def line_height(widget: QWidget, title: str = "", width: int = 0) -> int:
    """Return the height of a line of the list in pixels, for a short title or this one in so many pixels."""
    lines = len(_title_lines(title, width, QFontMetrics(_strong(widget.font())))) if title else 1
    details = QFontMetrics(_small(widget.font())).height()
    return lines * widget.fontMetrics().height() + details + theme.px(14)


def _title_lines(title: str, width: int, metrics: QFontMetrics) -> list[str]:
    return two_lines(title, width - 2 * theme.px(_MARGIN), metrics)


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
        view = cast(Any, option).widget
        return QSize(0, line_height(view, str(index.data()), view.viewport().width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view: Any = option  # the stubs of PySide6 ignore the fields of the option
        tokens = theme.tokens()
        rect = cast(QRect, view.rect)
        painter.save()
        if view.state & QStyle.StateFlag.State_Selected:
            _paint_ground(painter, rect, focused=bool(view.state & QStyle.StateFlag.State_HasFocus))
        inner = rect.adjusted(theme.px(_MARGIN), theme.px(6), -theme.px(_MARGIN), -theme.px(6))
        details = " ".join(str(index.data(_DETAILS)).split())
        small = _small(view.font)
        under = QFontMetrics(small).height() if details else 0
        painter.setFont(_strong(view.font))
        painter.setPen(QColor(tokens.text))
        titles = "\n".join(_title_lines(str(index.data()), rect.width(), painter.fontMetrics()))
        painter.drawText(inner.adjusted(0, 0, 0, -under), Qt.AlignmentFlag.AlignVCenter, titles)
        if details:
            painter.setFont(small)
            painter.setPen(QColor(tokens.muted))
            cut = painter.fontMetrics().elidedText(details, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, cut)
        painter.restore()


def _paint_ground(painter: QPainter, rect: QRect, *, focused: bool) -> None:
    tokens = theme.tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.accent), 2) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent_soft))
    painter.drawRoundedRect(rect.adjusted(3, 2, -3, -2), 6, 6)
