"""The radar painted on the page: the same `RadarSpec` as in the documents."""

from __future__ import annotations

import math
import textwrap
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nrdesk.core.formatting import number
from nrdesk.core.reports.content import RadarSeries, RadarSpec
from nrdesk.core.reports.maturity_radar import in_words
from nrdesk.ui import theme

_WIDTH, _HEIGHT, _LEGEND = 480, 400, 26
_SMALL = 13
"""Size of the names, in pixels for normal text."""
_LINE_LENGTH, _LINES = 22, 3
_AWAY, _SIDE = 12, 128
"""Between an axis and its name, and the width kept for the names at each side."""


class Radar(QWidget):
    """Two years told apart by their line and their marks; every value is written beside its theme."""

    def __init__(self) -> None:
        super().__init__()
        self._spec: RadarSpec | None = None
        self.setAccessibleName("Radar de la maturité par thème")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_radar(self, spec: RadarSpec) -> None:
        """Show a radar, also in words for a screen reader."""
        self._spec = spec
        self.setAccessibleDescription(in_words(spec))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._spec is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(theme.px(_SMALL))
        painter.setFont(font)
        legend = theme.px(_LEGEND) if len(self._spec.series) > 1 else 0
        painter.translate(self.width() / 2, legend + (self.height() - legend) / 2)
        self._paint_scale(painter, self._spec)
        for series in self._spec.series:
            self._paint_series(painter, self._spec, series, latest=series is self._spec.series[-1])
        for rank in range(len(self._spec.axes)):
            self._paint_name(painter, self._spec, rank)
        painter.resetTransform()
        if legend:
            self._paint_legend(painter, self._spec)
        painter.end()

    def _radius(self) -> float:
        line = theme.px(_SMALL) * 1.35
        names = 2 * (3 * line + theme.px(_AWAY)) + theme.px(_LEGEND)
        return max(theme.px(60), min(self.width() / 2 - theme.px(_SIDE), (self.height() - names) / 2))

    def _place(self, spec: RadarSpec, rank: float, value: float) -> QPointF:
        angle = -math.pi / 2 + 2 * math.pi * rank / len(spec.axes)
        length = self._radius() * value / spec.full
        return QPointF(math.cos(angle) * length, math.sin(angle) * length)

    def _paint_scale(self, painter: QPainter, spec: RadarSpec) -> None:
        t = theme.tokens()
        latest = spec.series[-1].values
        if None not in latest:
            places = [self._place(spec, rank, value or 0) for rank, value in enumerate(latest)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent_soft))
            painter.drawPolygon(QPolygonF(places))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(t.line), 1))
        for level in range(1, spec.full + 1):
            radius = self._radius() * level / spec.full
            painter.drawEllipse(QPointF(0, 0), radius, radius)
        for rank in range(len(spec.axes)):
            painter.drawLine(QPointF(0, 0), self._place(spec, rank, spec.full))
        painter.setPen(QColor(t.muted))
        side = theme.px(_SMALL) * 1.4
        for level in range(1, spec.full + 1):
            middle = self._place(spec, 0.5, level)
            area = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(level))

    def _paint_series(self, painter: QPainter, spec: RadarSpec, series: RadarSeries, *, latest: bool) -> None:
        painter.setPen(_pen(latest=latest))
        for one, other in pairwise((*range(len(spec.axes)), 0)):
            start, end = series.values[one], series.values[other]
            if start is not None and end is not None:
                painter.drawLine(self._place(spec, one, start), self._place(spec, other, end))
        for rank, value in enumerate(series.values):
            if value is not None:
                _paint_mark(painter, self._place(spec, rank, value), latest=latest)

    def _paint_name(self, painter: QPainter, spec: RadarSpec, rank: int) -> None:
        t = theme.tokens()
        lines = textwrap.wrap(spec.axes[rank], _LINE_LENGTH, max_lines=_LINES, placeholder="…")
        values = (series.values[rank] for series in spec.series)
        told = " → ".join("–" if value is None else number(value, 1) for value in values)
        end = self._place(spec, rank, spec.full)
        away = end * (1 + theme.px(_AWAY) / self._radius())
        across, up = end.x() / self._radius(), -end.y() / self._radius()
        line = painter.fontMetrics().height()
        height = line * (len(lines) + 1)
        width = theme.px(_SIDE + _AWAY)
        if abs(across) < 0.1:
            left, side = away.x() - width, Qt.AlignmentFlag.AlignHCenter
            width *= 2
        elif across > 0:
            left, side = away.x(), Qt.AlignmentFlag.AlignLeft
        else:
            left, side = away.x() - width, Qt.AlignmentFlag.AlignRight
        top = away.y() - height / 2 - up * height / 2
        for place, words in enumerate((*lines, told)):
            font = QFont(painter.font())
            font.setWeight(QFont.Weight.DemiBold if place == len(lines) else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(QColor(t.text))
            painter.drawText(QRectF(left, top + place * line, width, line), side, words)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)

    def _paint_legend(self, painter: QPainter, spec: RadarSpec) -> None:
        item, line = theme.px(96), theme.px(28)
        left = self.width() / 2 - item
        middle = theme.px(_LEGEND) / 2
        for series in spec.series:
            latest = series is spec.series[-1]
            painter.setPen(_pen(latest=latest))
            painter.drawLine(QPointF(left, middle), QPointF(left + line, middle))
            _paint_mark(painter, QPointF(left + line / 2, middle), latest=latest)
            painter.setPen(QColor(theme.tokens().text))
            words = QRectF(left + line + theme.px(8), 0, item, theme.px(_LEGEND))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, series.name)
            left += item


def _pen(*, latest: bool) -> QPen:
    t = theme.tokens()
    if latest:
        return QPen(QColor(t.first), theme.px(2) + 0.5)
    return QPen(QColor(t.second), theme.px(2), Qt.PenStyle.DashLine)


def _paint_mark(painter: QPainter, middle: QPointF, *, latest: bool) -> None:
    """Paint a disc for the latest year, a larger square for the one before: one shows around the other."""
    t = theme.tokens()
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.first if latest else t.second))
    half = theme.px(4)
    if latest:
        painter.drawEllipse(middle, half, half)
    else:
        painter.drawRect(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half))
    painter.restore()
