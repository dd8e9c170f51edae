"""Titles and bars side by side, scrolling as one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QVBoxLayout

from nrdesk.ui import theme
from nrdesk.ui.planning import gantt_paint as paint
from nrdesk.ui.planning.gantt_area import GanttArea
from nrdesk.ui.planning.gantt_list import RowsModel, TitleList
from nrdesk.ui.planning.gantt_rows import Row
from nrdesk.ui.planning.gantt_scale import Scale, Zoom

_TITLES, _LEAST = 320, 150
"""Width of the titles, at first and at least."""
_LOWEST = 230
"""Least height of the calendar."""


class GanttCalendar(QSplitter):
    """The list that takes the keys, the surface that takes the pointer."""

    def __init__(self, model: RowsModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.titles, self.area = TitleList(model), GanttArea()
        self.zoom = Zoom.QUARTER
        left = QFrame()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, self.area.horizontalScrollBar().sizeHint().height())
        column.setSpacing(0)
        column.addWidget(_Head())
        column.addWidget(self.titles)
        left.setMinimumWidth(theme.px(_LEAST))
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(self.area)
        self.setStretchFactor(1, 1)
        self.setSizes([theme.px(_TITLES), theme.px(3 * _TITLES)])
        self.setMinimumHeight(theme.px(_LOWEST))
        down, other = self.area.verticalScrollBar(), self.titles.verticalScrollBar()
        down.valueChanged.connect(other.setValue)
        other.valueChanged.connect(down.setValue)

    def show_rows(self, rows: Sequence[Row], today: dt.date) -> None:
        """Show other rows, on a scale that holds all their dates; what is in sight stays where it is."""
        days = [day for row in rows for day in (row.at.starts, row.at.ends) if day]
        days += [mark.day for row in rows for mark in row.marks]
        old, bar = self.area.scale, self.area.horizontalScrollBar()
        scale = Scale.around([*days, today], self.zoom)
        shift = scale.x(old.first) if old else 0
        self.area.show_rows(rows, scale, today)
        bar.setValue(bar.value() + shift)

    def set_zoom(self, zoom: Zoom) -> None:
        """Show more or less of the calendar, the same day in the middle."""
        old, view, bar = self.area.scale, self.area.viewport().width(), self.area.horizontalScrollBar()
        self.zoom = zoom
        if old:
            middle = old.date(bar.value() + view // 2)
            scale = Scale(old.first, old.last, zoom)
            self.area.show_rows(self.area.rows, scale, self.area.today)
            bar.setValue(scale.x(middle) - view // 2)

    def show_today(self) -> None:
        """Bring the line of today in sight, at the left third."""
        if self.area.scale:
            x = self.area.scale.x(self.area.today)
            self.area.horizontalScrollBar().setValue(x - self.area.viewport().width() // 3)


class _Head(QLabel):
    """The head of the titles, as high as that of the bars."""

    def __init__(self) -> None:
        super().__init__("Action")
        self.setProperty("role", "strong")
        self.setFixedHeight(theme.px(paint.HEAD))
        self.setContentsMargins(theme.px(10), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.tokens().sunken))
        painter.end()
        super().paintEvent(event)
