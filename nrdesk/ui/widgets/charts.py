"""Small charts painted on the page; larger ones, and those of documents, are matplotlib figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nrdesk.ui import theme


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart."""

    label: str
    parts: tuple[float, ...]
    """One or two values ≥ 0, stacked from left to right."""
    text: str
    """The total with its unit, written at the end of the bar."""


class Bars(QWidget):
    """Horizontal stacked bars, labelled directly; the second series is hatched, not only coloured."""

    _ROW, _THICK = 30, 16

    def __init__(self, series: Sequence[str] = ()) -> None:
        """Make an empty chart; `series` are the words of the legend, in the order of the parts."""
        super().__init__()
        self._series = tuple(series)
        self._bars: tuple[Bar, ...] = ()
        self._full: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, name: str, bars: Sequence[Bar], *, full: float | None = None) -> None:
        """Show bars.

        Args:
            name: what they compare; it opens the text alternative.
            bars: from top to bottom.
            full: value of a bar that takes the whole width, drawn behind each; None for the largest bar.
        """
        self._bars, self._full = tuple(bars), full
        self.setAccessibleName(name)
        self.setAccessibleDescription(" ; ".join(f"{bar.label} : {bar.text}" for bar in bars))
        self.updateGeometry()
        self.update()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def sizeHint(self) -> QSize:
        rows = len(self._bars) + bool(self._series)
        return QSize(theme.px(360), theme.px(self._ROW) * rows)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._label_width() + self._text_width() + theme.px(60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        largest = self._full or max((sum(bar.parts) for bar in self._bars), default=0) or 1
        start = self._label_width() + theme.px(12)
        room = self.width() - start - self._text_width() - theme.px(10)
        for index, bar in enumerate(self._bars):
            top = index * theme.px(self._ROW)
            line = QRectF(0, top, self._label_width(), theme.px(self._ROW))
            painter.setPen(QColor(theme.tokens().text))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, bar.label)
            if self._full:
                _paint_track(painter, self._bar_area(start, top, room))
            end = self._paint_parts(painter, bar, start, top, room / largest)
            if self._full:
                end = start + room
            painter.setPen(QColor(theme.tokens().muted))
            line = QRectF(end + theme.px(8), top, self._text_width() + 4, theme.px(self._ROW))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, bar.text)
        self._paint_legend(painter, start, len(self._bars) * theme.px(self._ROW))
        painter.end()

    def _paint_parts(self, painter: QPainter, bar: Bar, x: float, top: int, scale: float) -> float:
        for index, part in enumerate(bar.parts):
            if width := part * scale:
                paint_swatch(painter, self._bar_area(x, top, max(1.0, width - 1)), index)
                x += width
        return x

    def _bar_area(self, x: float, top: int, width: float) -> QRectF:
        thick = theme.px(self._THICK)
        return QRectF(x, top + (theme.px(self._ROW) - thick) / 2, width, thick)

    def _paint_legend(self, painter: QPainter, x: float, top: int) -> None:
        side = theme.px(12)
        for index, words in enumerate(self._series):
            middle = top + theme.px(self._ROW) / 2
            paint_swatch(painter, QRectF(x, middle - side / 2, side, side), index)
            painter.setPen(QColor(theme.tokens().muted))
            width = self.fontMetrics().horizontalAdvance(words)
            line = QRectF(x + side + theme.px(6), top, width + 4, theme.px(self._ROW))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
            x += side + width + theme.px(26)

    def _label_width(self) -> int:
        return max((self.fontMetrics().horizontalAdvance(bar.label) for bar in self._bars), default=0) + 2

    def _text_width(self) -> int:
        return max((self.fontMetrics().horizontalAdvance(bar.text) for bar in self._bars), default=0) + 4


def _paint_track(painter: QPainter, area: QRectF) -> None:
    """Paint what a bar would fill if it were complete."""
    painter.setPen(QPen(QColor(theme.tokens().border), 1))
    painter.setBrush(QColor(theme.tokens().sunken))
    painter.drawRoundedRect(area, 2, 2)


def paint_swatch(painter: QPainter, area: QRectF, series: int) -> None:
    """Fill `area` in the colour of a series, the second one with white hatches over it."""
    t = theme.tokens()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.second if series else t.first))
    painter.drawRoundedRect(area, 2, 2)
    if series:
        hatches = QColor(t.surface)
        hatches.setAlphaF(0.55)
        painter.setBrush(QBrush(hatches, Qt.BrushStyle.BDiagPattern))
        painter.drawRect(area)


def paint_ring(painter: QPainter, area: QRectF, share: float) -> None:
    """Paint the ring of a share (0 to 1) in a square; a full one is a disc with a tick."""
    t = theme.tokens()
    side = area.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if share >= 1:
        painter.setBrush(QColor(t.ok))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(area.adjusted(1, 1, -1, -1))
        tick = QPainterPath(area.topLeft() + QPointF(side * 0.3, side * 0.52))
        tick.lineTo(area.topLeft() + QPointF(side * 0.45, side * 0.66))
        tick.lineTo(area.topLeft() + QPointF(side * 0.71, side * 0.36))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(t.surface), side * 0.1)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(tick)
    else:
        thick = side * 0.15
        inside = area.adjusted(thick, thick, -thick, -thick)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(t.line), thick))
        painter.drawEllipse(inside)
        if share > 0:
            pen = QPen(QColor(t.accent), thick)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(inside, 90 * 16, -round(360 * 16 * share))
    painter.restore()
