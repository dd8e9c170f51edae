"""A section that opens and closes under its title."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from nrdesk.ui import theme
from nrdesk.ui.widgets.layout import clear

_CHEVRON = 16


class Fold(QWidget):
    """A title that opens and closes what is under it; a button for the keyboard and the screen reader."""

    def __init__(self, title: str, *, opened: bool = True, role: str = "strong") -> None:
        """Make a section.

        Args:
            title: its title.
            opened: whether what is under the title shows at first.
            role: "strong", or "heading" for the title of a card.
        """
        super().__init__()
        self.header = QPushButton(title)
        self.header.setProperty("kind", "fold")
        self.header.setProperty("role", role)
        self.header.setCheckable(True)
        self.header.setAutoDefault(False)
        self.header.setIconSize(QSize(theme.px(_CHEVRON), theme.px(_CHEVRON)))
        self.header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.header.setCursor(Qt.CursorShape.PointingHandCursor)
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        """Where what is under the title goes."""
        self.body.setContentsMargins(4, 0, 0, 8)
        self.body.setSpacing(8)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.header)
        self._column.addWidget(self.content)
        self.header.toggled.connect(self._show)
        self.header.setChecked(opened)
        self._show(opened)

    def add(self, widget: QWidget) -> None:
        """Add a widget under the title."""
        self.body.addWidget(widget)

    def add_summary(self, widget: QWidget) -> None:
        """Add a widget under the title that shows even when the section is closed."""
        widget.setContentsMargins(theme.px(_CHEVRON) + 10, 0, 0, 4)
        self._column.insertWidget(self._column.count() - 1, widget)

    def clear(self) -> None:
        """Remove what is under the title."""
        clear(self.body)

    def _show(self, opened: bool) -> None:
        self.content.setVisible(opened)
        self.header.setIcon(theme.icon("chevron-down" if opened else "chevron-right", "accent", _CHEVRON))
        self.header.setAccessibleDescription("Ouvert" if opened else "Fermé")
