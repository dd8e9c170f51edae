"""The bars of the calendar, painted where they show.

One painted surface rather than one item per bar: only the rows in sight are drawn, so that 500 actions and
800 dependencies cost what a screen of them costs. It takes no focus: the list of titles beside it is what the
keyboard and screen readers meet, one named row per action.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from nrdesk.ui import theme
from nrdesk.ui.planning import gantt_moves as moves
from nrdesk.ui.planning import gantt_paint as paint
from nrdesk.ui.planning.gantt_moves import Grip
from nrdesk.ui.planning.gantt_rows import Row
from nrdesk.ui.planning.gantt_scale import Scale

_ENOUGH = 90
"""Pixels of a bar, for normal text, that are enough to know it by."""
_KNOB = 10
"""Diameter of the knob that a link is drawn from."""


@dataclass(frozen=True, slots=True)
class Drag:
    """What the pointer is doing."""

    grip: Grip
    row: int
    origin: QPoint
    here: QPoint
    is_far: bool = False
    """Whether it went far enough to be more than a click."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A dependency between two rows."""

    waiting: int
    needed: int
    is_early: bool
    is_critical: bool


class GanttSurface(QAbstractScrollArea):
    """Paints the rows on a scale; places are those of the whole calendar, not of what shows of it."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()
        self.scale: Scale | None = None
        self.today = dt.date.today()
        self.current = -1
        self.locked = False
        self.hovered = -1
        self.drag: Drag | None = None
        self._links: list[_Link] = []
        self._bars: list[QRect | None] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setViewportMargins(0, theme.px(paint.HEAD), 0, 0)
        self.head = _Head(self)
        self.horizontalScrollBar().valueChanged.connect(self.head.update)

    @property
    def offset(self) -> QPoint:
        """Where the top left corner of what shows stands in the whole calendar."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def show_rows(self, rows: Sequence[Row], scale: Scale, today: dt.date) -> None:
        """Show other rows."""
        self.rows, self.scale, self.today = rows, scale, today
        ranks = {row.id: rank for rank, row in enumerate(rows) if row.id}
        self._links = [
            _Link(
                rank,
                ranks[need],
                need in row.at.too_early_for,
                row.at.critical and rows[ranks[need]].at.critical,
            )
            for rank, row in enumerate(rows)
            for need in row.needs
            if need in ranks
        ]
        height = theme.px(paint.ROW)
        self._bars = [
            paint.bar_of(row, scale, rank * height) if row.action else None for rank, row in enumerate(rows)
        ]
        self.drag = None
        self._fit()
        self.viewport().update()
        self.head.update()

    def set_current(self, rank: int) -> None:
        """Set a row apart, with its links."""
        self.current = rank
        self.viewport().update()

    def bring(self, left: int, right: int) -> None:
        """Scroll sideways as little as needed to have a stretch in sight, its start first.

        One that shows in good part stays where it is: going down the list would shake the calendar.
        """
        bar, margin = self.horizontalScrollBar(), theme.px(40)
        shown = min(right, bar.value() + self.viewport().width()) - max(left, bar.value())
        if shown >= min(right - left, theme.px(_ENOUGH)):
            return
        if left < bar.value() or right - left > self.viewport().width():
            bar.setValue(left - margin)
        elif right > bar.value() + self.viewport().width():
            bar.setValue(right - self.viewport().width() + margin)

    def bar(self, rank: int) -> QRect | None:
        """Return where the bar of a row stands, None without dates."""
        if self.drag and self.drag.row == rank and self.scale and self.rows[rank].action:
            return paint.bar_of(self._previewed(rank), self.scale, rank * theme.px(paint.ROW))
        return self._bars[rank]

    def knob(self, bar: QRect) -> QRect:
        """Return where the knob of a bar stands."""
        size = theme.px(_KNOB)
        return QRect(bar.right() + 3, bar.center().y() - size // 2, size, size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height, view = theme.px(paint.ROW), self.viewport()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, len(self.rows) * height - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(height)
        across.setRange(0, max(0, (self.scale.width if self.scale else 0) - view.width()))
        across.setPageStep(view.width())
        across.setSingleStep(theme.px(40))
        self.head.setGeometry(view.x(), 0, view.width(), theme.px(paint.HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.scale is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.offset)
        seen = self.viewport().rect().translated(self.offset)
        first, last = self._in_sight(seen)
        self._paint_ground(painter, seen, first, last)
        self._paint_links(painter, first, last)
        for rank in range(first, last + 1):
            self._paint_row(painter, rank)
        self._paint_drawn_link(painter)
        painter.end()

    def _in_sight(self, seen: QRect) -> tuple[int, int]:
        height = theme.px(paint.ROW)
        return max(0, seen.top() // height), min(len(self.rows) - 1, seen.bottom() // height)

    def _paint_ground(self, painter: QPainter, seen: QRect, first: int, last: int) -> None:
        t, height = theme.tokens(), theme.px(paint.ROW)
        assert self.scale is not None
        painter.fillRect(seen, QColor(t.surface))
        if first <= self.current <= last:
            painter.fillRect(
                QRect(seen.left(), self.current * height, seen.width(), height), QColor(t.accent_soft)
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for tick in self.scale.lower(seen.left(), seen.right()):
            painter.setPen(QColor(t.border if tick.is_major else t.line))
            painter.drawLine(tick.left, seen.top(), tick.left, seen.bottom())
        painter.setPen(QColor(t.line))
        for rank in range(first, last + 1):
            bottom = (rank + 1) * height - 1
            painter.drawLine(seen.left(), bottom, seen.right(), bottom)
        painter.setPen(QPen(QColor(t.bad), 2, Qt.PenStyle.DashLine))
        x = self.scale.x(self.today)
        painter.drawLine(x, seen.top(), x, seen.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_row(self, painter: QPainter, rank: int) -> None:
        row = self._previewed(rank)
        assert self.scale is not None
        top = rank * theme.px(paint.ROW)
        if row.action and (bar := self.bar(rank)):
            paint.paint_bar(painter, bar, row)
            paint.paint_note(painter, bar, row)
            if rank == self.hovered and not self.locked:
                self._paint_knob(painter, bar)
        middle = top + theme.px(paint.ROW) // 2
        paint.paint_marks(painter, row, self.scale, middle)

    def _paint_knob(self, painter: QPainter, bar: QRect) -> None:
        t = theme.tokens()
        painter.setPen(QPen(QColor(t.accent), 2))
        painter.setBrush(QColor(t.surface))
        painter.drawEllipse(self.knob(bar))

    def _paint_links(self, painter: QPainter, first: int, last: int) -> None:
        near = []
        for link in self._links:
            if max(link.waiting, link.needed) < first or min(link.waiting, link.needed) > last:
                continue
            if self.current in (link.waiting, link.needed):
                near.append(link)
            else:
                self._paint_link(painter, link, is_near=False)
        for link in near:
            self._paint_link(painter, link, is_near=True)

    def _paint_link(self, painter: QPainter, link: _Link, *, is_near: bool) -> None:
        t = theme.tokens()
        start, end = self.bar(link.needed), self.bar(link.waiting)
        if start is None or end is None:
            return
        colour = (
            t.bad if link.is_early else t.accent if is_near else t.second if link.is_critical else t.border
        )
        paint.paint_link(
            painter,
            QPoint(start.right() + 1, start.center().y()),
            QPoint(end.left(), end.center().y()),
            colour,
            2 if is_near or link.is_early or link.is_critical else 1,
            dashed=link.is_early,
        )

    def _paint_drawn_link(self, painter: QPainter) -> None:
        drag = self.drag
        if drag and drag.grip is Grip.LINK and drag.is_far:
            painter.setPen(QPen(QColor(theme.tokens().accent), 2, Qt.PenStyle.DashLine))
            painter.drawLine(drag.origin, drag.here)

    def _previewed(self, rank: int) -> Row:
        """Return a row as it would be if what is dragged were dropped now."""
        row, drag = self.rows[rank], self.drag
        if drag is None or drag.row != rank or not drag.is_far or self.scale is None or not row.action:
            return row
        starts, ends = row.at.starts, row.at.ends
        units, snap = self.scale.units(drag.here.x() - drag.origin.x()), self.scale.zoom.snap
        starts, ends = moves.dragged_to(drag.grip, starts, ends, snap, units)
        return replace(row, at=replace(row.at, starts=starts, ends=ends))


class _Head(QWidget):
    """The dates above the bars, which stay while the rows scroll."""

    def __init__(self, area: GanttSurface) -> None:
        super().__init__(area)
        self._area = area

    def paintEvent(self, event: QPaintEvent) -> None:
        scale, left = self._area.scale, self._area.horizontalScrollBar().value()
        if scale is None:
            return
        painter = QPainter(self)
        painter.translate(-left, 0)
        paint.paint_head(painter, scale, QRect(left, 0, self.width(), self.height()), self.font())
        paint.paint_today(painter, scale.x(self._area.today), self.height())
        painter.end()
