"""Rows that lead somewhere: a whole line to click, that the keyboard reaches too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from nrdesk.ui import theme
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.image import Image


class LinkRow(QAbstractButton):
    """A title, a detail under it, an icon before, an arrow after: one button."""

    def __init__(self, title: str, detail: str, icon: str, on_click: Callable[[], object]) -> None:
        """Make a row.

        Args:
            title: what one goes to, or what to do.
            detail: why, or where; may be empty.
            icon: name of an icon.
            on_click: called without argument.
        """
        super().__init__()
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A button would keep the height of one line whatever its width.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addWidget(text.strong(title))
        if detail:
            lines.addWidget(text.muted(detail))
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 9, 10, 9)
        line.setSpacing(12)
        line.addWidget(Image(icon, "accent", 20))
        line.addLayout(lines, 1)
        line.addWidget(Image("chevron-right"))
        self.clicked.connect(lambda: on_click())

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = theme.tokens()
        painter.setPen(QPen(QColor(t.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(
            QColor(t.accent_soft if self.isDown() else t.hover if self.underMouse() else t.sunken)
        )
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        painter.end()
