"""The communication plan: the messages, what they want, those to begin with."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.communication import messages
from nrdesk.core.errors import UserError
from nrdesk.core.fields.communication import MESSAGE
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Message, MessageAudience, MessageStatus
from nrdesk.core.reference.communication import MessageIdea
from nrdesk.core.steps import flash
from nrdesk.ui import errors
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step10_communication.proposals import first_button, proposal
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.reveal import reveal

_PUBLICS = {
    "internal": (MessageAudience.AGENTS,),
    "public": (MessageAudience.INHABITANTS, MessageAudience.PRESS),
}
"""Place of the checklist -> the publics that it is about."""
_ENOUGH = 3
"""Messages from which those to begin with are folded."""


class MessagesSection(RecordSection):
    """The messages by date, with what asks for somebody above and the ideas under them."""

    def __init__(self, session: Session) -> None:
        self._left: tuple[MessageIdea, ...] = ()
        self._drawn: tuple[MessageIdea, ...] | None = None
        self._state = text.body("")
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(2)
        super().__init__(
            session,
            Message,
            MESSAGE,
            title="Les messages",
            columns=("title", "planned", "audience", "status"),
            add_label="Ajouter un message",
            noun="un message",
            empty="",
            places={"messages": "owner"},
        )
        self.body.insertWidget(1, self._state)
        self.body.insertLayout(2, self._remarks)
        self._empty.hide()
        self.ideas = Fold("Messages proposés", opened=session.document.count(Message) < _ENOUGH)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(12)
        self.ideas.body.addLayout(self._lines)
        self.ideas.header.toggled.connect(self._show_ideas)
        self.add(self.ideas)

    def refresh(self) -> None:
        """Show what the document holds, and what it could hold."""
        super().refresh()
        self._empty.hide()
        document = self._session.document
        found = messages.state(document.all(Message), dt.date.today())
        self._state.setText(found.sentence)
        clear(self._remarks)
        for remark in found.remarks:
            self._remarks.addWidget(text.label(remark, "small", "warn"))
        self._left = messages.ideas(document, small=flash(document))
        self.ideas.setHidden(not self._left)
        self.ideas.header.setText(f"Messages proposés ({len(self._left)})")
        self._show_ideas(self.ideas.header.isChecked())

    def focus_field(self, name: str) -> bool:
        """Lead to a message for a public of the checklist, or to the ideas; else as any section."""
        if name in _PUBLICS:
            return self._focus_public(_PUBLICS[name])
        if name == "messages":
            self._focus_incomplete()
            return True
        return super().focus_field(name)

    def open(self, message_id: str) -> None:
        """Show a message that was just added, to say for whom it is."""
        self.refresh()
        self.select(message_id)
        self.form.focus_field("audience")

    def _focus_public(self, publics: tuple[MessageAudience, ...]) -> bool:
        found = [each for each in self._records() if each.audience in publics and _is_planned(each)]
        if found:
            self.select(found[0].id)
            self.form.focus_field("status")
        else:
            self._focus_ideas()
        return True

    def _focus_incomplete(self) -> None:
        found = messages.state(self._session.document.all(Message), dt.date.today())
        if not found.incomplete:
            reveal(self.list if found.messages else self._add)
            return
        message = found.incomplete[0]
        self.select(message.id)
        fields = (("title", message.title), ("planned", message.planned), ("owner", message.owner))
        self.form.focus_field(next((name for name, value in fields if not value), "text"))

    def _focus_ideas(self) -> None:
        self.ideas.header.setChecked(True)
        reveal(first_button(self._lines) or self._add)

    def _show_ideas(self, opened: bool) -> None:
        """Draw what can be taken, when somebody looks and only when it is not what is there."""
        if not opened or self._left == self._drawn:
            return
        self._drawn = self._left
        clear(self._lines)
        for idea in self._left:
            line = self._idea(idea)
            self._lines.addWidget(line)
            # At once: the layout would wait, and the focus goes to nothing hidden.
            line.show()

    def _idea(self, idea: MessageIdea) -> QWidget:
        return proposal(
            idea.title,
            f"{idea.text} {idea.eco_choices}",
            "Ajouter",
            partial(self._take, idea),
            pills=((idea.audience.label, "accent"), (idea.channel.label, "quiet")),
            enabled=not self._session.document.read_only,
        )

    def _take(self, idea: MessageIdea) -> None:
        self.form.save()
        try:
            (taken,) = messages.take(self._session.document, [idea])
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        self.select(taken.id)
        self.form.focus_field("owner")
        when = "daté d’après la séance du vote" if taken.planned else "à dater"
        say_undoable(self, self._session, f"Message ajouté, {when}{NBSP}: reprenez-le avec vos mots.")

    def _records(self) -> list[Any]:
        """Return the messages to come by date, then those that are over, the latest first."""
        found = sorted(super()._records(), key=lambda each: (each.planned or "9999", each.rank))
        coming = [each for each in found if _is_planned(each)]
        return [*coming, *reversed([each for each in found if not _is_planned(each)])]

    def _given(self) -> dict[str, Any]:
        ranks = [each.rank for each in self._session.document.all(Message)]
        return {**super()._given(), "rank": max(ranks, default=0) + 1}


def _is_planned(message: Message) -> bool:
    return message.status is MessageStatus.PLANNED
