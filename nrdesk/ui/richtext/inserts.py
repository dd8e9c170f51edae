"""What nrdesk inserts in a text (a table, a chart), shown by its name where it will stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from nrdesk.ui import theme
from nrdesk.ui.richtext.conversion import KEY

_AROUND = 10
"""Pixels between the name and its frame."""
_ICON = 18


class InsertObject(QPyTextObject):
    """Draws an insert as a labelled block, on a line of its own."""

    def __init__(self, document: QTextDocument, font: Callable[[], QFont]) -> None:
        super().__init__(document)
        self.labels: Mapping[str, str] = {}
        """What each key is called."""
        self._font = font

    def label(self, key: str) -> str:
        """Return what an insert is called."""
        return self.labels.get(key) or f"Élément inconnu\u00a0: {key}"

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: N803
        metrics = QFontMetricsF(self._font())
        wanted = metrics.horizontalAdvance(self.label(str(format.property(KEY)))) + theme.px(
            _ICON + 3 * _AROUND
        )
        room = doc.textWidth() - 2 * doc.documentMargin()
        return QSizeF(min(wanted, room) if room > 0 else wanted, metrics.height() + 2 * theme.px(_AROUND) - 4)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803
        format: QTextFormat,
    ) -> None:
        colours = theme.tokens()
        frame = QRectF(rect).adjusted(1, 2, -1, -2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 1))
        painter.setBrush(QColor(colours.accent_soft))
        painter.drawRoundedRect(frame, 6, 6)
        side = theme.px(_ICON)
        icon = theme.pixmap("file-spreadsheet", "accent", _ICON, painter.device().devicePixelRatioF())
        left = frame.left() + theme.px(_AROUND)
        painter.drawPixmap(QRectF(left, frame.center().y() - side / 2, side, side), icon, QRectF(icon.rect()))
        words = frame.adjusted(side + 2 * theme.px(_AROUND), 0, -theme.px(_AROUND) / 2, 0)
        font = self._font()
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        shown = QFontMetricsF(font).elidedText(
            self.label(str(format.property(KEY))), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
