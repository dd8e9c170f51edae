"""A page of the window without a document: its way back, its title, a body that scrolls, its messages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nrdesk.ui import theme
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.layout import row
from nrdesk.ui.widgets.messages import MessageBar

_WIDEST = 1080


class Front(QWidget):
    """Base of the pages of training mode that come before a document."""

    left = Signal()
    """One goes back."""
    again_asked = Signal()
    """The page is to be built again: the size of the text has changed."""

    def __init__(self, title: str, subtitle: str, back: str = "Revenir à l’accueil") -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.back_button = button(back, "chevron-left", "link", self.left.emit)
        content = QWidget()
        content.setMaximumWidth(theme.px(_WIDEST))
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(32, 20, 32, 28)
        self._column.setSpacing(16)
        self._column.addWidget(row(self.back_button))
        self._column.addWidget(text.title(title))
        self._column.addWidget(text.label(subtitle, tone="muted"))
        holder = QWidget()
        centred = QHBoxLayout(holder)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addStretch(1)
        centred.addWidget(content, 100)
        centred.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addWidget(MessageBar())

    def add(self, widget: QWidget) -> None:
        """Add a card under the others."""
        self._column.addWidget(widget)

    def end(self) -> None:
        """Push the cards to the top."""
        self._column.addStretch(1)

    def focus_first(self) -> None:
        """Give the focus to what comes first."""
        self.back_button.setFocus()
