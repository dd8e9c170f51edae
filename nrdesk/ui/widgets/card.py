"""Surfaces: the card that holds a section of a page, the panel that holds a row of a card."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.layout import GAP, row


class Card(QFrame):
    """A titled section of a page."""

    def __init__(self, title: str | None = None, *aside: QWidget) -> None:
        """Make a card; `aside` stands to the right of the title."""
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 16, 20, 20)
        self.body.setSpacing(12)
        self.heading = text.heading(title) if title else None
        if self.heading:
            self.setAccessibleName(self.heading.text())
            line = QHBoxLayout()
            line.setSpacing(GAP)
            # The title takes all the room: a label that wraps asks for less, and would wrap for nothing.
            line.addWidget(self.heading, 1)
            for widget in aside:
                line.addWidget(widget)
            self.body.addLayout(line)

    def add(self, widget: QWidget) -> None:
        """Add a widget under the others."""
        self.body.addWidget(widget)

    def add_row(self, *widgets: QWidget | int) -> None:
        """Add widgets side by side; a number stretches there."""
        self.body.addWidget(row(*widgets))

    def add_layout(self, layout: QLayout) -> None:
        """Add a layout under the others."""
        self.body.addLayout(layout)

    def add_stretch(self) -> None:
        """Push what follows to the bottom."""
        self.body.addStretch(1)


class Panel(QFrame):
    """A sunken block inside a card."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 10, 14, 10)
        self.body.setSpacing(4)
        for widget in widgets:
            self.body.addWidget(widget)

    def add(self, widget: QWidget) -> None:
        """Add a widget under the others."""
        self.body.addWidget(widget)
