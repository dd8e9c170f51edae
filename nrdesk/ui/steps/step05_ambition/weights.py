"""The weights of the three dimensions, as one bar of a hundred and one sentence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from nrdesk.core.ambition import missing_weight, weight_sentence
from nrdesk.core.ambition.wording import FULL
from nrdesk.core.model import Ambition, Dimension
from nrdesk.ui import theme
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.charts import paint_swatch
from nrdesk.ui.widgets.flow import flow

_TO = {
    Dimension.ENVIRONMENT: "à l’environnement",
    Dimension.SOCIAL: "au social",
    Dimension.SOCIETAL: "au sociétal",
}


class WeightsBalance(QWidget):
    """Says what is missing, and offers it to the dimension that has nothing yet."""

    def __init__(self, complete: Callable[[str, int], object]) -> None:
        """Make it empty; `complete` is called with a dimension and the weight to give it."""
        super().__init__()
        self.bar = WeightsBar()
        self.sentence = text.body("")
        self._offered: tuple[str, int] = ("", 0)
        self.offer = button("", kind="link", on_click=lambda: complete(*self._offered))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.bar)
        lines.addWidget(flow(self.sentence, self.offer))

    def show_weights(self, ambition: Ambition, *, locked: bool) -> None:
        """Show the weights of an ambition; `locked` when they cannot be written."""
        missing = missing_weight(ambition)
        self.setHidden(missing is None)
        self.bar.show_weights(ambition)
        self.sentence.setText(weight_sentence(ambition))
        text.set_tone(self.sentence, "warn" if missing else "ok")
        empty = [each for each in Dimension if getattr(ambition, each) is None]
        possible = not locked and len(empty) == 1 and missing is not None and missing > 0
        if possible:
            self._offered = (str(empty[0]), missing or 0)
            self.offer.setText(f"Les donner {_TO[empty[0]]}")
        self.offer.setVisible(possible)


class WeightsBar(QWidget):
    """A bar of a hundred, cut in as many parts as there are weights, each named under it."""

    _THICK = 22

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Équilibre des trois dimensions")

    def show_weights(self, ambition: Ambition) -> None:
        """Show the weights of an ambition."""
        self._parts = [(each.label, getattr(ambition, each) or 0) for each in Dimension]
        told = ", ".join(f"{label}\u00a0: {weight}\u00a0%" for label, weight in self._parts)
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(self._THICK) + self.fontMetrics().height() + theme.px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme.tokens()
        thick = theme.px(self._THICK)
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, thick - 1), 3, 3)
        whole = max(FULL, sum(weight for _, weight in self._parts))
        left = 1.0
        for rank, (label, weight) in enumerate(self._parts):
            width = (self.width() - 2) * weight / whole
            self._paint_part(painter, rank, QRectF(left, 1, max(0.0, width - 1), thick - 2))
            words = f"{label} {weight}\u00a0%"
            if painter.fontMetrics().horizontalAdvance(words) <= width:
                room = QRectF(left, thick + theme.px(2), width, self.fontMetrics().height())
                painter.setPen(QColor(tokens.muted))
                painter.drawText(room, Qt.AlignmentFlag.AlignLeft, words)
            left += width
        painter.end()

    def _paint_part(self, painter: QPainter, rank: int, area: QRectF) -> None:
        """Paint a part: the first full, the second hatched, the third dotted."""
        if rank < 2:
            paint_swatch(painter, area, rank)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(QColor(theme.tokens().muted), Qt.BrushStyle.Dense4Pattern))
        painter.drawRect(area)
