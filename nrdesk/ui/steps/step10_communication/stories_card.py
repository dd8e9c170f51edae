"""« Il s’est passé quelque chose à raconter »: what happened, with what did not work, ready to be told."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.communication import messages
from nrdesk.core.communication.explained import explain
from nrdesk.core.communication.stories import Story, StoryKind, stories
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.written.prose import capital, when
from nrdesk.ui import errors
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.explain_panel import explain_over
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.page import page_of
from nrdesk.ui.widgets.pill import Pill
from nrdesk.ui.widgets.reveal import reveal

if TYPE_CHECKING:
    from nrdesk.core.document import Changed

_SHOWN = 3
"""Stories shown at first: the latest are those that people have not heard."""
_OWN = frozenset({"message", "chosen_moment", "pioneer", "kit_text", "kit_check"})
"""Tables that no story is drawn from: filling in this page works nothing out again."""
_SOURCES = {
    StoryKind.ACTION: ("plan", "Ouvrir le plan"),
    StoryKind.MILESTONE: ("plan", "Ouvrir le plan"),
    StoryKind.TARGET: ("indicators", "Ouvrir l’indicateur"),
    StoryKind.PROGRESS: ("indicators", "Ouvrir l’indicateur"),
    StoryKind.BILAN: ("annual", "Ouvrir le bilan"),
    StoryKind.MEASURE: ("step4", "Ouvrir l’état des lieux"),
    StoryKind.GIVEN: ("inventory", "Ouvrir l’inventaire"),
    StoryKind.TRAINING: ("step2", "Ouvrir les séances"),
    StoryKind.VOTE: ("step7", "Ouvrir le vote"),
    StoryKind.CHARTER: ("step7", "Ouvrir les chartes"),
}
"""The page that the story was drawn from, by kind; signatures are on this very page."""
_LED_TO = (StoryKind.ACTION, StoryKind.TARGET, StoryKind.PROGRESS, StoryKind.CHARTER)
"""Kinds whose page shows the very record."""


class StoriesCard(Card):
    """The stories, the latest first."""

    told = Signal(str)
    """Identifier of a message that was just made of a story."""
    kit_asked = Signal(str)
    """Identifier of a story of which the kit is wanted."""

    def __init__(self, session: Session) -> None:
        super().__init__("Il s’est passé quelque chose à raconter")
        self._session = session
        self._stale, self._day = True, dt.date.today()
        self._stories: tuple[Story, ...] = ()
        self._all = False
        self.add(
            text.muted(
                "D’après ce que vous avez noté dans les autres étapes. Chaque nouvelle dit aussi ce qui n’a "
                "pas marché\u00a0: c’est ce qui la rend crédible."
            )
        )
        self._empty = text.body(
            "Rien pour l’instant. Une action terminée, une cible atteinte, un vote, un don\u00a0: "
            "dès que c’est noté, c’est ici."
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.more = button("", kind="link", on_click=self._show_all)
        self.add(self._empty)
        self.add_layout(self._lines)
        self.add(flow(self.more))
        session.changed.connect(self._note)

    def refresh(self) -> None:
        """Show what the document holds; worked out only when something of it changed."""
        today = dt.date.today()
        if self._stale or today != self._day:
            self._stories = stories(self._session.document, today, self._session.assessment())
            self._stale, self._day = False, today
            self._draw()

    def focus_field(self, name: str) -> bool:
        """Lead to the first story; return whether the name is that of this card, or of a story."""
        if name != "stories":
            return False
        reveal(self)
        return True

    def _note(self, changed: Changed) -> None:
        self._stale = self._stale or not _OWN.issuperset(changed.tables)

    def _draw(self) -> None:
        clear(self._lines)
        shown = self._stories if self._all else self._stories[:_SHOWN]
        for story in shown:
            panel = self._panel(story)
            self._lines.addWidget(panel)
            # At once: the layout would wait, and the focus goes to nothing hidden.
            panel.show()
        left = len(self._stories) - len(shown)
        self._empty.setVisible(not self._stories)
        self.more.setVisible(left > 0)
        self.more.setText(f"Voir {count(left, 'autre nouvelle', 'autres nouvelles')}")

    def _show_all(self) -> None:
        self._all = True
        before = len(self._stories[:_SHOWN])
        self._draw()
        item = self._lines.itemAt(before)
        if item and (widget := item.widget()):
            reveal(widget.findChild(QWidget, "tell") or widget)

    def _panel(self, story: Story) -> QWidget:
        panel = Panel(
            flow(Pill(story.kind.label, "accent"), text.muted(when(story.date))), text.strong(story.title)
        )
        if story.figure:
            panel.add(text.label(story.figure.text, tone="accent"))
        for fact in story.facts:
            panel.add(text.muted(fact, terms=True))
        if story.not_done:
            panel.add(text.strong("Ce qui n’a pas marché, ou pas encore"))
            for line in story.not_done:
                panel.add(text.muted(f"•{NBSP}{capital(line)}", terms=True))
        panel.add(text.muted(f"Source{NBSP}: {story.source}."))
        panel.add(flow(*self._gestures(story)))
        return panel

    def _gestures(self, story: Story) -> list[QWidget]:
        tell = button("Préparer un message", "plus", on_click=partial(self._tell, story))
        tell.setObjectName("tell")
        tell.setAccessibleName(f"Préparer un message{NBSP}: {story.title}")
        tell.setEnabled(not self._session.document.read_only)
        kit = button("Écrire le kit", "pencil", on_click=partial(self.kit_asked.emit, story.id))
        kit.setAccessibleName(f"Écrire le kit{NBSP}: {story.title}")
        made: list[QWidget] = [tell, kit]
        if story.figure:
            why = button("Expliquer ce chiffre", kind="link", on_click=partial(self._explain, story))
            why.setAccessibleName(f"Expliquer ce chiffre{NBSP}: {story.title}")
            made.append(why)
        if place := _SOURCES.get(story.kind):
            page, words = place
            # What follows the colon of its identifier is that of the record.
            record = story.id.partition(":")[2] if story.kind in _LED_TO else ""
            look = button(words, kind="link", on_click=partial(self._go, page, record))
            look.setAccessibleName(f"{words}{NBSP}: {story.title}")
            made.append(look)
        return made

    def _tell(self, story: Story) -> None:
        try:
            message = messages.of_story(self._session.document, story)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.told.emit(message.id)
        say_undoable(
            self, self._session, "Message ajouté au plan\u00a0: choisissez pour qui, quand et par qui."
        )

    def _explain(self, story: Story) -> None:
        try:
            told = explain(self._session.document, story, dt.date.today(), self._session.assessment())
        except UserError as error:
            errors.show_error(self, error)
            return
        if told:
            explain_over(self, told)

    def _go(self, page: str, field: str) -> None:
        if shown := page_of(self):
            shown.go(page, field)
