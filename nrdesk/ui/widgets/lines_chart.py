"""A small chart of lines, year after year, painted on the page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nrdesk.core.formatting import trimmed
from nrdesk.ui import theme
from nrdesk.ui.widgets import scale

_HEIGHT, _MARK, _STROKE = 220, 7, 2.4
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
_TARGET = 2
"""Style of the line to compare the others with."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart."""

    label: str
    values: tuple[float, ...]
    """One per year, ≥ 0."""
    text: str
    """The last value with its unit, written after the label at the end of the line."""


class LinesChart(QWidget):
    """Two or three lines from zero up, named at their end; dashes and marks tell them apart, not colour."""

    def __init__(self) -> None:
        super().__init__()
        self._years: tuple[str, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._styles: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(
        self, name: str, years: Sequence[str], lines: Sequence[Line], target: Line | None = None
    ) -> None:
        """Show lines.

        Args:
            name: what they are, with the unit; it opens the text alternative.
            years: under the chart, from left to right.
            lines: one, full with discs, or two, the second one dashed with squares.
            target: a line to compare them with, dotted and without marks.
        """
        self._years = tuple(years)
        self._lines = lines = (*lines, target) if target else tuple(lines)
        self._styles = tuple(_TARGET if line is target else rank for rank, line in enumerate(lines))
        self.setAccessibleName(name)
        described = (
            f"{line.label} : {_number(line.values[0])} en {years[0]}, {line.text} en {years[-1]}"
            for line in lines
        )
        self.setAccessibleDescription(" ; ".join(described))
        self.updateGeometry()
        self.update()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    def sizeHint(self) -> QSize:
        return QSize(theme.px(560), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        width = self._left() + self._right() + theme.px(90)
        return QSize(width, theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._lines:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        step, top = scale.step(self._highest()), scale.top(self._highest())
        self._paint_scale(painter, area, step, top)
        self._paint_years(painter, area)
        for rank, line in enumerate(self._lines):
            self._paint_line(painter, area, self._styles[rank], line, top)
        self._paint_names(painter, area, top)
        painter.end()

    def _area(self) -> QRectF:
        line = self.fontMetrics().height()
        left = self._left()
        return QRectF(left, line / 2 + 4, self.width() - left - self._right(), self.height() - 2.2 * line - 8)

    def _left(self) -> int:
        """Return the room of the scale."""
        return self.fontMetrics().horizontalAdvance(_number(scale.top(self._highest()))) + theme.px(12)

    def _right(self) -> int:
        """Return the room of the names."""
        widest = max((self.fontMetrics().horizontalAdvance(words) for words in self._words()), default=0)
        return widest + theme.px(18)

    def _words(self) -> list[str]:
        return [words for line in self._lines for words in (line.label, line.text)]

    def _highest(self) -> float:
        return max((max(line.values) for line in self._lines), default=0.0) or 1.0

    def _paint_scale(self, painter: QPainter, area: QRectF, step: float, top: float) -> None:
        height = self.fontMetrics().height()
        for rank in range(round(top / step) + 1):
            y = area.bottom() - area.height() * rank * step / top
            painter.setPen(QPen(QColor(theme.tokens().border if rank == 0 else theme.tokens().line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(theme.tokens().muted))
            words = QRectF(0, y - height / 2, area.left() - theme.px(8), height)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, side, _number(rank * step))

    def _paint_years(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QColor(theme.tokens().muted))
        width = self.fontMetrics().horizontalAdvance("2000") + theme.px(14)
        last = len(self._years) - 1
        # From the last one back, so that the due year is always written.
        every = max(1, math.ceil(width * last / max(area.width(), 1.0)))
        for rank in range(last, -1, -every):
            words = QRectF(
                self._x(area, rank) - width / 2, area.bottom() + 4, width, self.fontMetrics().height()
            )
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._years[rank])

    def _x(self, area: QRectF, rank: int) -> float:
        return area.left() + area.width() * rank / max(len(self._years) - 1, 1)

    def _paint_line(self, painter: QPainter, area: QRectF, style: int, line: Line, top: float) -> None:
        points = [
            QPointF(self._x(area, place), area.bottom() - area.height() * value / top)
            for place, value in enumerate(line.values)
        ]
        colour = QColor(_colour(style))
        painter.setPen(QPen(colour, theme.px(10) * _STROKE / 10, _DASHES[style]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        if style == _TARGET:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        side = theme.px(_MARK)
        for point in points:
            mark = QRectF(point.x() - side / 2, point.y() - side / 2, side, side)
            if style:
                painter.drawRect(mark)
            else:
                painter.drawEllipse(mark)

    def _paint_names(self, painter: QPainter, area: QRectF, top: float) -> None:
        """Write each name and value at the end of its line, apart from one another."""
        line_height = self.fontMetrics().height()
        block = 2 * line_height + 2
        wanted = sorted(
            (area.bottom() - area.height() * line.values[-1] / top, rank)
            for rank, line in enumerate(self._lines)
        )
        low = 0.0
        places: list[tuple[float, int]] = []
        for y, rank in wanted:
            low = max(low, y - block / 2)
            places.append((low, rank))
            low += block
        # What goes beyond the bottom pushes the others up.
        beyond = max(0.0, low - self.height())
        places = [(max(y - beyond, 0.0), rank) for y, rank in places]
        left = area.right() + theme.px(12)
        for y, rank in places:
            painter.setPen(QColor(_colour(self._styles[rank])))
            width = self.width() - left
            painter.drawText(QRectF(left, y, width, line_height), 0, self._lines[rank].label)
            painter.setPen(QColor(theme.tokens().text))
            painter.drawText(QRectF(left, y + line_height, width, line_height), 0, self._lines[rank].text)


def _colour(style: int) -> str:
    t = theme.tokens()
    return (t.first, t.second, t.text)[style]


def _number(value: float) -> str:
    return trimmed(value, 2 if value < 10 else 0)
