"""The ten themes: how far each is filled in, its score, and the one that is shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from nrdesk.core.maturity import ThemeScore
from nrdesk.core.reference import questionnaire
from nrdesk.ui import theme
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.reveal import reveal

_BAR = 4
_WIDTH = 264
"""Width of the list, in pixels for normal text."""


class ThemeList(QWidget):
    """One row per theme, in the order of the questionnaire; the arrows go from one to the next."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Thèmes du questionnaire")
        self.setFixedWidth(theme.px(_WIDTH))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._rows = {name: _ThemeRow(name, self) for name in questionnaire.themes()}
        for name, made in self._rows.items():
            made.clicked.connect(lambda *_, name=name: self.chosen.emit(name))
            self._column.addWidget(made)

    @property
    def rows(self) -> list[QAbstractButton]:
        """One row per theme, from top to bottom."""
        return list(self._rows.values())

    def show_scores(self, scores: tuple[ThemeScore, ...], current: str) -> None:
        """Show every theme, the current one marked."""
        for score in scores:
            self._rows[score.theme].show_score(score)
        self.mark(current)

    def mark(self, current: str) -> None:
        """Show which theme is the current one."""
        for name, row in self._rows.items():
            row.mark(current=name == current)

    def row(self, name: str) -> QAbstractButton:
        """Return the row of a theme."""
        return self._rows[name]

    def focus_beside(self, row: QAbstractButton, step: int) -> None:
        """Give the focus to the row above or under another one."""
        place = self.rows.index(row) + step
        if 0 <= place < len(self.rows):
            reveal(self.rows[place])


class _ThemeRow(QAbstractButton):
    """A theme: its name, its progress in words and as a bar."""

    def __init__(self, name: str, among: ThemeList) -> None:
        super().__init__()
        self._among = among
        self._share = 0.0
        self._is_current = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._detail = text.muted("")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 5, 12, 9 + theme.px(_BAR))
        lines.setSpacing(0)
        lines.addWidget(text.strong(name))
        lines.addWidget(self._detail)

    def show_score(self, score: ThemeScore) -> None:
        self._share = score.settled / score.questions if score.questions else 1.0
        self._detail.setText(in_words(score))

    def mark(self, *, current: bool) -> None:
        self._is_current = current
        self.setAccessibleDescription(f"{self._detail.text()}{', affiché' if current else ''}")
        self.update()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._among.focus_beside(self, 1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(t.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        ground = t.accent_soft if self._is_current else t.hover if self.underMouse() else t.surface
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._is_current:
            painter.setBrush(QColor(t.accent))
            painter.drawRoundedRect(QRectF(1, 8, 3, self.height() - 16), 1.5, 1.5)
        track = QRectF(12, self.height() - 5 - theme.px(_BAR), self.width() - 24, theme.px(_BAR))
        painter.setBrush(QColor(t.line))
        painter.drawRoundedRect(track, 2, 2)
        if self._share:
            track.setWidth(track.width() * self._share)
            painter.setBrush(QColor(t.ok if self._share == 1 else t.accent))
            painter.drawRoundedRect(track, 2, 2)
        painter.end()


def in_words(score: ThemeScore) -> str:
    """Return how far a theme is filled in, and its score: "6 sur 8 · maturité 2,3 sur 4"."""
    done = "complet" if score.settled == score.questions else f"{score.settled} sur {score.questions}"
    return f"{done} · {score.text}" if score.settled else f"{score.questions} questions"
