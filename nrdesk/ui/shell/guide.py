"""The guide panel: what the step is for, with whom, how, where to learn more, and the words it uses."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nrdesk.core.reference import user_guide
from nrdesk.core.steps import STEPS
from nrdesk.ui.accessibility import announce
from nrdesk.ui.shell import guide_sections
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import icon_button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.image import Image
from nrdesk.ui.widgets.layout import clear

WIDTH = 320
"""Width beside the page, in pixels for normal text."""


class GuidePanel(QFrame):
    """Help beside the page; without a step, how to work with nrdesk."""

    closed = Signal()
    guide_wanted = Signal(str)
    """Ask for the user guide, at the page of a screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide")
        self.setAccessibleName("Le guide")
        self._key = ""
        self._definition: Card | None = None
        self.close_button = icon_button("x", "Fermer le guide (F1)", self.closed.emit, 16)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(14, 0, 14, 20)
        self._column.setSpacing(6)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(holder)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 12, 8)
        head.setSpacing(10)
        head.addWidget(Image("book-open", "accent"))
        head.addWidget(text.heading("Le guide"), 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)

    def show_screen(self, key: str, number: int | None) -> None:
        """Show how to use a screen, with the guide of its step, or the general help when it has none.

        Args:
            key: key of the screen.
            number: number of the step that it belongs to.
        """
        if key == self._key:
            return
        self._key = key
        self._definition = None
        clear(self._column)
        if number is None:
            sections = guide_sections.general()
        else:
            sections = guide_sections.of_step(STEPS[number - 1].guide, self.show_term)
        if page := user_guide.by_key().get(key):
            asking = partial(self.guide_wanted.emit, key)
            sections.insert(0, guide_sections.of_screen(page, asking, opened=number is None))
        for section in sections:
            self._column.addWidget(section)
        self._column.addStretch(1)
        self._area.verticalScrollBar().setValue(0)

    def show_term(self, term: str, definition: str, source: str) -> None:
        """Show the definition of a word under the rest, and bring it in sight."""
        if self._definition:
            self._column.removeWidget(self._definition)
            self._definition.deleteLater()
        card = Card(term)
        card.body.setContentsMargins(14, 10, 14, 12)
        card.body.setSpacing(6)
        card.add(text.body(definition))
        if source:
            card.add(text.muted(f"Source\u00a0: {source}"))
        self._definition = card
        self._column.insertWidget(self._column.count() - 1, card)
        self._column.activate()
        self._area.ensureWidgetVisible(card)
        announce(self, f"{term}\u00a0: {definition}")
