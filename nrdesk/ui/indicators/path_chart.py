"""The chart of an indicator: its readings over time, and the way to its target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nrdesk.core import dates
from nrdesk.core.formatting import NBSP, trimmed
from nrdesk.core.monitoring.indicators import IndicatorState
from nrdesk.core.monitoring.readings import day
from nrdesk.core.monitoring.targets import Point
from nrdesk.ui import theme
from nrdesk.ui.widgets import scale

_HEIGHT, _MARK, _STROKE = 200, 8, 2.4
_READ, _WANTED, _NOW = "Relevés", "Cible", "aujourd’hui"


class PathChart(QWidget):
    """Readings as discs on a full line, the way to the target as a dashed one; both are named in words."""

    def __init__(self) -> None:
        super().__init__()
        self._readings: tuple[Point, ...] = ()
        self._path: tuple[Point, ...] = ()
        self._today = dt.date.min
        self._unit = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, state: IndicatorState, today: dt.date) -> None:
        """Show an indicator; nothing is painted while there are not two points to place."""
        self._today, self._unit = today, state.indicator.unit
        self._readings = tuple(
            Point(day(each, today), each.value) for each in state.readings if each.value is not None
        )
        self._path = state.path.points
        self.setAccessibleName(f"{state.title}{NBSP}: relevés et chemin vers la cible")
        told = (
            _described("Relevés", self._readings, self._unit),
            _described("Chemin vers la cible", self._path, self._unit),
        )
        self.setAccessibleDescription(" ; ".join(filter(None, told)))
        self.updateGeometry()
        self.update()

    @property
    def enough(self) -> bool:
        """Whether there is something to draw: two points at two dates."""
        return len({point.on for point in (*self._readings, *self._path)}) > 1

    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left() + self._right() + theme.px(90), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.enough:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        left = self._left()
        area = QRectF(left, 1.6 * line, self.width() - left - self._right(), self.height() - 3.4 * line)
        self._paint_scale(painter, area)
        self._paint_years(painter, area)
        self._paint_today(painter, area)
        tokens = theme.tokens()
        self._paint_line(painter, area, self._path, QColor(tokens.text), Qt.PenStyle.DashLine)
        self._paint_line(painter, area, self._readings, QColor(tokens.first), Qt.PenStyle.SolidLine)
        self._paint_names(painter, area)
        painter.end()

    def _first_last(self) -> tuple[dt.date, dt.date]:
        days = [point.on for point in (*self._readings, *self._path)]
        return min(days), max(days)

    def _highest(self) -> float:
        return max((point.value for point in (*self._readings, *self._path)), default=0.0) or 1.0

    def _left(self) -> int:
        return self.fontMetrics().horizontalAdvance(_number(scale.top(self._highest()))) + theme.px(12)

    def _right(self) -> int:
        """Return the room of the names at the end of the lines."""
        widest = max((self.fontMetrics().horizontalAdvance(words) for words in self._words()), default=0)
        return widest + theme.px(18)

    def _words(self) -> list[str]:
        ends = [(_WANTED, self._path), (_READ, self._readings)]
        return [words for name, points in ends if points for words in (name, self._text(points[-1].value))]

    def _text(self, value: float) -> str:
        return f"{trimmed(value)}{NBSP}{self._unit}".strip()

    def _place(self, area: QRectF, point: Point) -> QPointF:
        first, last = self._first_last()
        across = (point.on - first).days / (last - first).days
        up = point.value / scale.top(self._highest())
        return QPointF(area.left() + area.width() * across, area.bottom() - area.height() * up)

    def _paint_scale(self, painter: QPainter, area: QRectF) -> None:
        one, highest = scale.step(self._highest()), scale.top(self._highest())
        height = self.fontMetrics().height()
        for rank in range(round(highest / one) + 1):
            y = area.bottom() - area.height() * rank * one / highest
            painter.setPen(QPen(QColor(theme.tokens().border if rank == 0 else theme.tokens().line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(theme.tokens().muted))
            words = QRectF(0, y - height / 2, area.left() - theme.px(8), height)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, side, _number(rank * one))

    def _paint_years(self, painter: QPainter, area: QRectF) -> None:
        """Write each year under its end, where a value of that year stands; from the last one back."""
        first, last = self._first_last()
        painter.setPen(QColor(theme.tokens().muted))
        width = self.fontMetrics().horizontalAdvance("2000") + theme.px(14)
        free = area.right() + width
        for year in range(last.year, first.year - 1, -1):
            end = min(max(dt.date(year, 12, 31), first), last)
            # The last one stays clear of the names that stand at the right.
            x = min(self._place(area, Point(end, 0.0)).x() + width / 2, area.right() + theme.px(14))
            if x > free:
                continue
            free = x - width
            words = QRectF(free, area.bottom() + 4, width, self.fontMetrics().height())
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, str(year))

    def _paint_today(self, painter: QPainter, area: QRectF) -> None:
        first, last = self._first_last()
        if not first < self._today < last:
            return
        x = self._place(area, Point(self._today, 0.0)).x()
        painter.setPen(QPen(QColor(theme.tokens().muted), 1, Qt.PenStyle.DotLine))
        height = self.fontMetrics().height()
        painter.drawLine(QPointF(x, height), QPointF(x, area.bottom()))
        width = self.fontMetrics().horizontalAdvance(_NOW) + 4
        at = min(max(x - width / 2, 0.0), self.width() - width)
        painter.drawText(QRectF(at, 0, width, height), Qt.AlignmentFlag.AlignCenter, _NOW)

    def _paint_line(
        self, painter: QPainter, area: QRectF, points: Sequence[Point], colour: QColor, style: Qt.PenStyle
    ) -> None:
        places = [self._place(area, point) for point in points]
        painter.setPen(QPen(colour, theme.px(10) * _STROKE / 10, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        side = theme.px(_MARK)
        full = style is Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(colour if full else QColor(theme.tokens().surface))
        for place in places:
            mark = QRectF(place.x() - side / 2, place.y() - side / 2, side, side)
            if full:
                painter.drawEllipse(mark)
            else:
                painter.drawRect(mark)

    def _paint_names(self, painter: QPainter, area: QRectF) -> None:
        """Write the name and the last value of each line at the right, apart from one another."""
        height = self.fontMetrics().height()
        block = 2 * height + 2
        lines = [
            (name, points[-1], colour)
            for name, points, colour in (
                (_WANTED, self._path, theme.tokens().text),
                (_READ, self._readings, theme.tokens().first),
            )
            if points
        ]
        lowest = 0.0
        lines.sort(key=lambda line: self._place(area, line[1]).y())
        for rank, (name, point, colour) in enumerate(lines):
            wanted = max(lowest, self._place(area, point).y() - block / 2)
            y = min(wanted, self.height() - block * (len(lines) - rank))
            lowest = y + block
            left = area.right() + theme.px(12)
            width = self.width() - left
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(left, y, width, height), 0, name)
            painter.setPen(QColor(theme.tokens().text))
            painter.drawText(QRectF(left, y + height, width, height), 0, self._text(point.value))


def _described(name: str, points: Sequence[Point], unit: str) -> str:
    if not points:
        return ""
    told = ", ".join(
        f"{trimmed(point.value)} {unit}".strip() + f" le {dates.in_letters(point.on)}" for point in points
    )
    return f"{name} : {told}"


def _number(value: float) -> str:
    return trimmed(value, 2 if value < 10 else 0)
