"""One line of the navigation, painted: a ring or an icon, then the name of the page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from nrdesk.core.formatting import percent
from nrdesk.ui import theme
from nrdesk.ui.widgets.charts import paint_ring

HEIGHT, LOWEST = 32, 26
"""Of an item at its ease, and in a window that is not tall, in pixels for normal text."""
_MARK, _PAD = 20, 10


class NavItem(QAbstractButton):
    """Leads to a page; shows the progress of a step when it has one."""

    def __init__(self, key: str, text: str, *, icon: str = "", number: int = 0) -> None:
        """Make an item.

        Args:
            key: key of the page.
            text: name of the page.
            icon: name of an icon, for a page that is not a step.
            number: number of the step, 0 for another page.
        """
        super().__init__()
        self.key = key
        self._icon, self._number = icon, number
        self._share = 0.0
        self._compact, self._height = False, HEIGHT
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{number}. {text}" if number else text)

    def set_share(self, share: float) -> None:
        """Show the progress of the step, 0 to 1."""
        self._share = share
        self.setAccessibleDescription(f"Fait à {percent(share)}")
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show only the mark and the number; the name becomes a tooltip."""
        self._compact = compact
        self.setToolTip(self.accessibleName() if compact else "")
        self.updateGeometry()
        self.update()

    def set_height(self, height: int) -> None:
        """Take so many pixels for normal text."""
        self._height = height
        self.updateGeometry()

    def nextCheckState(self) -> None:
        """Let the group take the mark away; a click gives none, for the navigation marks the page shown.

        A screen reader does not click: it checks the item, which says so with `toggled`.
        """
        if self.isChecked():
            self.setChecked(False)

    def sizeHint(self) -> QSize:
        width = theme.px(_MARK + 2 * _PAD)
        if not self._compact:
            width += theme.px(_PAD) + self._metrics_width()
        elif self._number:
            width += theme.px(24)
        return QSize(width, theme.px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = theme.tokens()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent_soft if self.isChecked() else t.hover))
            painter.drawRoundedRect(area, 6, 6)
        if self.isChecked():
            painter.setBrush(QColor(t.accent))
            painter.drawRoundedRect(QRectF(1, 5, 3, self.height() - 10), 1.5, 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.drawRoundedRect(area, 6, 6)
        self._paint_mark(painter)
        painter.setPen(QColor(t.accent if self.isChecked() else t.text))
        painter.setFont(self._font())
        left = theme.px(_MARK + 2 * _PAD)
        words = QRectF(left, 0, self.width() - left - 4, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._shown_text())
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        side = theme.px(_MARK)
        left, top = theme.px(_PAD), (self.height() - side) // 2
        if self._number:
            paint_ring(painter, QRectF(left, top, side, side), self._share)
        else:
            colour = "accent" if self.isChecked() else "muted"
            painter.drawPixmap(
                QPoint(left, top), theme.pixmap(self._icon, colour, _MARK, self.devicePixelRatioF())
            )

    def _shown_text(self) -> str:
        if self._compact:
            return str(self._number or "")
        # As wide as two figures: the names of the ten steps stand in line.
        number = f"{self._number}".rjust(2, "\u2007")
        return f"{number}\u2004{self.text()}" if self._number else self.text()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        return font

    def _metrics_width(self) -> int:
        """Return the width of the text as if it were chosen: the navigation keeps its width."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(self._shown_text()) + 5
