"""Bars that go down or up from a common line: what makes a figure move from one year to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nrdesk.ui import theme
from nrdesk.ui.widgets.charts import paint_swatch


@dataclass(frozen=True, slots=True)
class SignedBar:
    """One bar: to the left of the line when its value is negative."""

    label: str
    value: float
    text: str
    """The value with its sign, written beside the bar."""


class SignedBars(QWidget):
    """Horizontal bars on both sides of zero; a rise is hatched as well as coloured."""

    _ROW, _THICK = 30, 16

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[SignedBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, name: str, bars: Sequence[SignedBar]) -> None:
        """Show bars from top to bottom; `name` opens the text alternative."""
        self._bars = tuple(bars)
        self.setAccessibleName(name)
        self.setAccessibleDescription(" ; ".join(f"{bar.label} : {bar.text}" for bar in bars))
        self.updateGeometry()
        self.update()

    @property
    def bars(self) -> tuple[SignedBar, ...]:
        """What is shown."""
        return self._bars

    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(self._ROW) * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        width = self._widest(bar.label for bar in self._bars) + 2 * self._text_width() + theme.px(80)
        return QSize(width, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        start = self._widest(bar.label for bar in self._bars) + theme.px(12)
        left = start + self._text_width() + theme.px(8)
        right = self.width() - self._text_width() - theme.px(8)
        fall = max((-bar.value for bar in self._bars if bar.value < 0), default=0.0)
        rise = max((bar.value for bar in self._bars if bar.value > 0), default=0.0)
        scale = (right - left) / ((fall + rise) or 1)
        zero = left + fall * scale
        for index, bar in enumerate(self._bars):
            self._paint_bar(painter, bar, index * theme.px(self._ROW), zero, scale)
        painter.setPen(QPen(QColor(theme.tokens().border), 1))
        painter.drawLine(round(zero), 0, round(zero), theme.px(self._ROW) * len(self._bars))
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: SignedBar, top: int, zero: float, scale: float) -> None:
        height, thick = theme.px(self._ROW), theme.px(self._THICK)
        label = QRectF(0, top, self._widest(each.label for each in self._bars), height)
        painter.setPen(QColor(theme.tokens().text))
        painter.drawText(label, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, bar.label)
        end = zero + bar.value * scale
        area = QRectF(min(zero, end), top + (height - thick) / 2, abs(end - zero), thick)
        if bar.value:
            paint_swatch(painter, area, 0 if bar.value < 0 else 1)
        painter.setPen(QColor(theme.tokens().muted))
        beside = theme.px(6)
        if bar.value < 0:
            words = QRectF(end - beside - self._text_width(), top, self._text_width(), height)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, bar.text)
        else:
            words = QRectF(end + beside, top, self._text_width(), height)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, bar.text)

    def _text_width(self) -> int:
        return self._widest(bar.text for bar in self._bars)

    def _widest(self, texts: Iterable[str]) -> int:
        return max((self.fontMetrics().horizontalAdvance(words) for words in texts), default=0) + 4
