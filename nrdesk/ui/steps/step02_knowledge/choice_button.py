"""One choice of a question: a letter, words that wrap, and what it turned out to be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy

from nrdesk.ui import theme
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.image import Image

_RADIUS = 8


class ChoiceButton(QAbstractButton):
    """A choice to click, that becomes right or wrong."""

    def __init__(self, letter: str, words: str, on_click: Callable[[], object]) -> None:
        super().__init__()
        self.setAccessibleName(f"{letter}. {words}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A button would keep the height of one line whatever its width.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._state = ""
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(14, 10, 14, 10)
        self._line.setSpacing(12)
        self._line.addWidget(text.label(letter, "strong", "accent", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(text.body(words), 1)
        self.clicked.connect(lambda: on_click())

    def settle(self, *, right: bool, chosen: bool) -> None:
        """Show what the choice turned out to be; it can no longer be chosen."""
        self.setEnabled(False)
        if right:
            self._mark("ok", "circle-check", "Bonne réponse")
        elif chosen:
            self._mark("bad", "x", "Votre réponse")

    def _mark(self, state: str, icon: str, words: str) -> None:
        self._state = state
        self.setAccessibleDescription(words)
        self._line.addWidget(text.label(words, "small", state, wrap=False))
        self._line.addWidget(Image(icon, state, 18))
        self.update()

    def sizeHint(self) -> QSize:
        return self._line.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens()
        if self._state:
            ground, edge = getattr(tokens, f"{self._state}_soft"), getattr(tokens, self._state)
        elif self.isEnabled():
            ground, edge = tokens.hover if self.underMouse() else tokens.surface, tokens.border
        else:
            ground, edge = tokens.surface, tokens.line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(tokens.accent if focused else edge), 2 if focused else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.end()
