"""A section that opens and closes under its title."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from nrdesk.ui import theme
from nrdesk.ui.widgets.layout import clear


class Fold(QWidget):
    """A title that opens and closes what is under it; a button for the keyboard and the screen reader."""

    def __init__(self, title: str, *, opened: bool = True) -> None:
        super().__init__()
        self.header = QToolButton()
        self.header.setText(title)
        self.header.setProperty("kind", "fold")
        self.header.setCheckable(True)
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.header.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.header.setCursor(Qt.CursorShape.PointingHandCursor)
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(4, 0, 0, 8)
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.header)
        column.addWidget(self.content)
        self.header.toggled.connect(self._show)
        self.header.setChecked(opened)
        self._show(opened)

    def add(self, widget: QWidget) -> None:
        """Add a widget under the title."""
        self.body.addWidget(widget)

    def clear(self) -> None:
        """Remove what is under the title."""
        clear(self.body)

    def _show(self, opened: bool) -> None:
        self.content.setVisible(opened)
        self.header.setIcon(theme.icon("chevron-down" if opened else "chevron-right", "accent", 16))
        self.header.setAccessibleDescription("Ouvert" if opened else "Fermé")
