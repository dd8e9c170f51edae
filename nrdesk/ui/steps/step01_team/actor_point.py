"""One actor on the map: a name that is dragged, or moved with the arrows."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from nrdesk.core.model import Stakeholder
from nrdesk.core.team.actors import HIGHEST, quarter
from nrdesk.ui import theme

_DOT, _INDENT, _SMALL = 8, 16, 13
_MOST_LINES = 4
_SHORTEST = 3
"""Letters of a word that is never cut."""
_STEPS = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class ActorPoint(QAbstractButton):
    """A dot and a name; pressing it asks for the form of the actor."""

    dropped = Signal(object)
    """It was dragged somewhere."""
    nudged = Signal(object, int, int)
    """It is to be moved by so many levels, to the right and up."""
    focused = Signal(str)
    """The focus came, on the actor of this identifier."""

    def __init__(self, actor: Stakeholder, parent: QWidget, *, movable: bool) -> None:
        super().__init__(parent)
        self.actor = actor
        self._movable = movable
        self._grip: QPoint | None = None
        self._dragged = False
        font = self.font()
        font.setPixelSize(theme.px(_SMALL))
        self.setFont(font)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor if movable else Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription("Flèches pour déplacer, Entrée pour ouvrir la fiche" if movable else "")

    def show_actor(self, actor: Stakeholder) -> None:
        """Show an actor who has its two notes."""
        self.actor = actor
        self.setText(actor.name or "(sans nom)")
        self.setToolTip(self.text())
        where = quarter(actor)
        self.setAccessibleName(
            f"{self.text()}\u00a0: influence {actor.influence} sur {HIGHEST}, intérêt {actor.interest} "
            f"sur {HIGHEST}, {where.label.lower() if where else ''}"
        )
        self.update()

    def height_for(self, width: int) -> int:
        """Return the height that the name takes in `width` pixels."""
        return len(self._lines(width)) * self.fontMetrics().lineSpacing() + theme.px(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = theme.tokens()
        if self._dragged or self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(t.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.hover))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        line = self.fontMetrics().lineSpacing()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.accent))
        dot = theme.px(_DOT)
        painter.drawEllipse(theme.px(4), theme.px(3) + (line - dot) // 2, dot, dot)
        painter.setPen(QColor(t.text))
        for rank, words in enumerate(self._lines(self.width())):
            area = QRect(theme.px(_INDENT), theme.px(3) + rank * line, self.width(), line)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step and self._movable:
            self.nudged.emit(self, *step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif not step:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._movable and event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            super().mouseMoveEvent(event)
            return
        moved = event.position().toPoint() - self._grip
        if self._dragged or moved.manhattanLength() >= QApplication.startDragDistance():
            self._dragged = True
            self.raise_()
            self.move(self.pos() + moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._grip, self._dragged = self._dragged, None, False
        # A name that was dragged was not clicked.
        self.blockSignals(dragged)
        super().mouseReleaseEvent(event)
        self.blockSignals(False)
        if dragged:
            self.dropped.emit(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self.actor.id)

    def _lines(self, width: int) -> list[str]:
        return _wrapped(self.text(), width - theme.px(_INDENT + 4), self.fontMetrics())


def _wrapped(name: str, width: int, metrics: QFontMetrics) -> list[str]:
    """Return a name in a few lines of `width` pixels; the last one ends with "…" when there is no room."""
    lines = [""]
    for word in _parts(name, width, metrics):
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or len(lines) == _MOST_LINES or metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


def _parts(name: str, width: int, metrics: QFontMetrics) -> Iterator[str]:
    """Yield the words of a name, one that is wider than the line in several pieces."""
    for word in name.split():
        piece = word
        while metrics.horizontalAdvance(piece) > width and len(piece) > _SHORTEST:
            fits = next(n for n in range(len(piece), 0, -1) if _fits(piece[:n], width, metrics) or n == 1)
            yield f"{piece[:fits]}-"
            piece = piece[fits:]
        yield piece


def _fits(piece: str, width: int, metrics: QFontMetrics) -> bool:
    return metrics.horizontalAdvance(f"{piece}-") <= width
