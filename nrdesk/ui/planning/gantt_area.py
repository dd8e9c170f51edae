"""The bars of the calendar under the pointer: moved, made longer or shorter, linked."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from nrdesk.ui import theme
from nrdesk.ui.planning import gantt_paint as paint
from nrdesk.ui.planning.gantt_moves import Grip
from nrdesk.ui.planning.gantt_surface import Drag, GanttSurface

_EDGE = 6
"""Pixels near an end of a bar that drag this end."""
_SHAPES = {
    Grip.BAR: Qt.CursorShape.OpenHandCursor,
    Grip.START: Qt.CursorShape.SizeHorCursor,
    Grip.END: Qt.CursorShape.SizeHorCursor,
    Grip.LINK: Qt.CursorShape.CrossCursor,
}


class GanttArea(GanttSurface):
    """Says what was dragged; nothing moves for good before it is written."""

    chosen = Signal(int)
    """A row was pressed."""
    opened = Signal(int)
    """A row was pressed twice."""
    dragged = Signal(int, object, int)
    """A bar (`Grip`) was dragged by so many units of the zoom."""
    placed = Signal(int, object)
    """An action without dates was put on a day."""
    linked = Signal(int, int)
    """A link was drawn from the first row to the second, which is to wait for it."""
    menu_asked = Signal(int, QPoint)
    """The menu of a row is asked for, at a place of the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.viewport().setMouseTracking(True)

    def let_go(self) -> None:
        """Leave what is being dragged where it was."""
        self.drag = None
        self.viewport().update()

    def row_at(self, place: QPoint) -> int:
        """Return the row at a place of the whole calendar, -1 under the last one."""
        rank = place.y() // theme.px(paint.ROW)
        return rank if 0 <= rank < len(self.rows) else -1

    def grip_at(self, place: QPoint) -> Grip | None:
        """Return what a press at a place of the whole calendar would hold."""
        rank = self.row_at(place)
        if rank < 0 or self.rows[rank].action is None:
            return None
        bar = self.bar(rank)
        if bar is None:
            return Grip.EMPTY
        if self.knob(bar).adjusted(-3, -3, 3, 3).contains(place) and rank == self.hovered:
            return Grip.LINK
        if not bar.adjusted(-_EDGE, -4, _EDGE, 4).contains(place):
            return None
        edge = min(_EDGE, bar.width() // 3)
        at = self.rows[rank].at
        if place.x() >= bar.right() - edge and at.starts:
            return Grip.END
        return Grip.START if place.x() <= bar.left() + edge and at.starts else Grip.BAR

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint() + self.offset
        rank = self.row_at(place)
        if rank < 0:
            return
        self.chosen.emit(rank)
        grip = self.grip_at(place)
        if event.button() == Qt.MouseButton.LeftButton and grip and not self.locked:
            self.drag = Drag(grip, rank, place, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint() + self.offset
        if self.drag is None:
            self._hover(place)
            return
        moved = (place - self.drag.origin).manhattanLength()
        is_far = self.drag.is_far or moved >= QApplication.startDragDistance()
        self.drag = replace(self.drag, here=place, is_far=is_far)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self.drag = self.drag, None
        if drag is None or not drag.is_far or self.scale is None:
            return
        self.viewport().update()
        if drag.grip is Grip.LINK:
            target = self.row_at(drag.here)
            if target not in (-1, drag.row) and self.rows[target].action:
                self.linked.emit(drag.row, target)
        elif drag.grip is Grip.EMPTY:
            self.placed.emit(drag.row, self.scale.date(min(drag.origin.x(), drag.here.x())))
        elif units := self.scale.units(drag.here.x() - drag.origin.x()):
            self.dragged.emit(drag.row, drag.grip, units)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        rank = self.row_at(event.position().toPoint() + self.offset)
        if rank >= 0:
            self.opened.emit(rank)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        rank = self.row_at(event.pos() + self.offset)
        if rank >= 0:
            self.chosen.emit(rank)
            self.menu_asked.emit(rank, event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QPoint(-1, -1))

    def _hover(self, place: QPoint) -> None:
        rank = self.row_at(place)
        if rank != self.hovered:
            self.hovered = rank
            self.viewport().setToolTip(self.rows[rank].words if rank >= 0 else "")
            self.viewport().update()
        grip = None if self.locked else self.grip_at(place)
        arrow = Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(_SHAPES.get(grip, arrow) if grip else arrow)
