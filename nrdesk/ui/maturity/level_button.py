"""One answer of a question: its level, the sentence that describes it, on as many lines as it takes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from nrdesk.ui import theme
from nrdesk.ui.widgets.text import tied

_SIDE, _ABOVE, _MARK, _LEVEL = 10, 6, 16, 22
"""Pixels around the text, of the round mark, and of the level before the sentence."""
_GAP = 8
_HINT, _NARROWEST = 380, 150
_ANY_HEIGHT = 10_000


class LevelButton(QRadioButton):
    """A radio button whose sentence wraps, which those of Qt do not; the whole row answers to a click.

    The arrows move from answer to answer without giving one: an answer is an action of the document.
    """

    def __init__(self, level: str, words: str) -> None:
        """Make a row.

        Args:
            level: what stands before the sentence: "3", or "".
            words: the sentence.
        """
        super().__init__()
        self._level, self._words = level, tied(words)
        self.setAccessibleName(f"{level}\u00a0: {self._words}" if level else self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        area = QRect(0, 0, max(1, width - self._start() - theme.px(_SIDE)), _ANY_HEIGHT)
        wrapped = QFontMetrics(self.font()).boundingRect(area, Qt.TextFlag.TextWordWrap, self._words)
        return wrapped.height() + 2 * theme.px(_ABOVE)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_HINT), self.heightForWidth(theme.px(_HINT)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._start() + theme.px(_NARROWEST), self.fontMetrics().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._go(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        buttons = self.group().buttons()
        place = buttons.index(self) + step
        if 0 <= place < len(buttons):
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _start(self) -> int:
        return theme.px(_SIDE + _MARK + _GAP + _LEVEL)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = t.accent_soft if self.isChecked() else t.hover if self._is_pointed() else t.surface
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(t.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        line = self.fontMetrics().height()
        self._paint_mark(painter, theme.px(_ABOVE) + line / 2)
        painter.setPen(QColor(t.text if self.isEnabled() or self.isChecked() else t.muted))
        area = self.rect().adjusted(self._start(), theme.px(_ABOVE), -theme.px(_SIDE), 0)
        painter.drawText(area, Qt.TextFlag.TextWordWrap, self._words)
        if self._level:
            font = self.font()
            font.setWeight(font.Weight.DemiBold)
            painter.setFont(font)
            left = theme.px(_SIDE + _MARK + _GAP)
            painter.drawText(QRect(left, area.top(), theme.px(_LEVEL), line), 0, self._level)
        painter.end()

    def _paint_mark(self, painter: QPainter, middle: float) -> None:
        t = theme.tokens()
        side = theme.px(_MARK)
        round_ = QRectF(theme.px(_SIDE), middle - side / 2, side, side).adjusted(1, 1, -1, -1)
        painter.setBrush(QColor(t.surface))
        colour = t.accent if self.isChecked() else t.border
        painter.setPen(QPen(QColor(colour), side * 0.32 if self.isChecked() else 1.2))
        inset = side * 0.14 if self.isChecked() else 0
        painter.drawEllipse(round_.adjusted(inset, inset, -inset, -inset))

    def _is_pointed(self) -> bool:
        return self.isEnabled() and self.underMouse()
