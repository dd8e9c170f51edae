"""Texts whose jargon is explained where it stands: a dotted line under the word, a bubble on demand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QLabel

from nrdesk.core.reference.words import Occurrence, occurrences
from nrdesk.ui import theme
from nrdesk.ui.accessibility import announce
from nrdesk.ui.widgets import bubble

_HOVER_DELAY, _LEAVE_DELAY = 250, 300
"""Milliseconds before a bubble opens under the pointer, and before it closes behind it."""


class TermsLabel(QLabel):
    """A plain text whose terms of the glossary show their definition.

    By the pointer: stay on the word, or click. By the keyboard: the whole label is one stop of Tab, and
    shows its first definition; Left and Right go from word to word, Enter or Space opens and closes. The
    terms are looked for when the text first shows: what stays folded costs nothing.
    """

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._terms: tuple[Occurrence, ...] = ()
        self._current = 0
        """Index of the word that the keyboard, or the pointer, is on."""
        self._known = False
        self._opening = QTimer(self, singleShot=True, interval=_HOVER_DELAY)
        self._opening.timeout.connect(self._open)
        self._closing = QTimer(self, singleShot=True, interval=_LEAVE_DELAY)
        self._closing.timeout.connect(self._close_behind)

    @property
    def terms(self) -> tuple[Occurrence, ...]:
        """The words that have a definition, once the text has been shown."""
        return self._terms

    def setText(self, words: str) -> None:
        super().setText(words)
        self._known = False
        if self.isVisible():
            self._find()

    def word_rect(self, index: int) -> QRect:
        """Return where a word stands in the label; its first part when it goes over two lines."""
        return next(self._rects(self._terms[index])).toAlignedRect()

    def _find(self) -> None:
        if self._known:
            return
        self._known = True
        self._terms = occurrences(self.text())
        self._current = 0
        self.setMouseTracking(bool(self._terms))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._terms else Qt.FocusPolicy.NoFocus)
        meanings = (f"{each.term.term}\u00a0: {each.term.definition}" for each in self._terms)
        self.setAccessibleDescription(" ".join(meanings))
        self.update()

    def _layout(self) -> QTextLayout:
        """Lay the text out as QLabel does, to know where each word is."""
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        rect, leading = self.contentsRect(), self.fontMetrics().leading()
        height = -float(leading)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(rect.width())
            height += leading
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        layout.setPosition(QPointF(rect.x(), rect.y() + (rect.height() - height) / 2))
        return layout

    def _rects(self, word: Occurrence) -> Iterator[QRectF]:
        """Yield where a word stands, line by line."""
        layout = self._layout()
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            start, end = (
                max(word.start, line.textStart()),
                min(word.end, line.textStart() + line.textLength()),
            )
            if start < end:
                left, right = (_x(line, at) for at in (start, end))
                area = QRectF(left, line.y(), right - left, line.height())
                yield area.translated(layout.position())

    def _at(self, point: QPoint) -> int | None:
        """Return the index of the word under a point."""
        for index, word in enumerate(self._terms):
            if any(area.contains(QPointF(point)) for area in self._rects(word)):
                return index
        return None

    def _open(self) -> None:
        word = self.word_rect(self._current)
        place = QRect(self.mapTo(self.window(), word.topLeft()), word.size())
        bubble.bubble_of(self).show_term(self._terms[self._current].term, self, place)

    def _close(self) -> None:
        self._opening.stop()
        self._closing.stop()
        bubble.leave(self)

    def _close_behind(self) -> None:
        # The pointer may go to the bubble, to read on or to follow a long definition.
        if not bubble.bubble_of(self).underMouse():
            self._close()

    def _say(self) -> None:
        self._open()
        term = self._terms[self._current].term
        announce(self, f"{term.term}\u00a0: {term.definition}")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._find()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._close()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._terms:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(theme.tokens().accent)
        dots = QPen(colour, theme.scale() * 1.6, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        dots.setDashPattern([0.01, 2])
        for index, word in enumerate(self._terms):
            focused = self.hasFocus() and index == self._current
            for area in self._rects(word):
                painter.setPen(QPen(colour, 2) if focused else dots)
                if focused:
                    painter.drawRoundedRect(area.adjusted(-1, 1, 1, -1), 3, 3)
                else:
                    y = area.bottom() - theme.scale() * 1.5
                    painter.drawLine(QPointF(area.left() + 1, y), QPointF(area.right() - 1, y))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        under = self._at(event.position().toPoint())
        if under is None:
            self.unsetCursor()
            self._opening.stop()
            if bubble.shows(self) and not self._closing.isActive():
                self._closing.start()
        elif under != self._current or not bubble.shows(self):
            self._current = under
            self.setCursor(Qt.CursorShape.WhatsThisCursor)
            self._closing.stop()
            self._opening.start()
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        under = self._at(event.position().toPoint())
        if under is None:
            # A row that is clickable as a whole stands behind the text.
            super().mousePressEvent(event)
        else:
            self._current = under
            self._opening.stop()
            self._say()
            event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._opening.stop()
        if bubble.shows(self):
            self._closing.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._current = len(self._terms) - 1 if event.reason() == Qt.FocusReason.BacktabFocusReason else 0
        self.update()
        # Once the page has scrolled to the label.
        QTimer.singleShot(0, self, self._open_focused)

    def _open_focused(self) -> None:
        if self.hasFocus() and self._terms:
            self._open()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._terms:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                step = 1 if event.key() == Qt.Key.Key_Right else -1
                self._current = (self._current + step) % len(self._terms)
                self._say()
                self.update()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                if bubble.shows(self):
                    self._close()
                else:
                    self._say()
            case _:
                super().keyPressEvent(event)


def _x(line: QTextLine, at: int) -> float:
    """Return the abscissa of a character, which Qt gives with the character's place."""
    found: Any = line.cursorToX(at)
    return float(found[0])
