"""The meetings where the strategy is built: planned, invited to, held, and what was decided there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core import steps, workshops
from nrdesk.core.errors import UserError
from nrdesk.core.fields.workshop import DECISION, WORKSHOP
from nrdesk.core.formatting import NBSP
from nrdesk.core.jobs import Progress
from nrdesk.core.model import Decision, Workshop, WorkshopKind
from nrdesk.core.written.prose import capital
from nrdesk.ui import errors
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.steps.sections import Section
from nrdesk.ui.steps.step05_ambition.remark import RemarkLine
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import clear

if TYPE_CHECKING:
    from nrdesk.core.document import Document

    _Writer = Callable[[str, Document, Progress], bytes]

_NARROWEST = 165
"""A day and an hour fit beside the list; what is long takes the whole width."""
_DECISIONS = "Ce qui a été décidé"
_READY, _NOTED = "Cette réunion est prête.", "Tout est noté."


def sections(session: Session) -> Sequence[Section]:
    """Return the cards of the meetings, in order."""
    meetings = WorkshopsSection(session)
    return (meetings, DecisionsSection(session, meetings))


class WorkshopsSection(RecordSection):
    """The meetings of the document, what each still lacks, and its papers."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Workshop,
            WORKSHOP,
            title="Les réunions",
            columns=("title", "starts", "held"),
            add_label="Ajouter une réunion",
            noun="une réunion",
            empty="Trois rendez-vous suffisent\u00a0: cadrer, travailler chaque axe, mettre en commun. "
            "Une heure chacun dans une petite commune.",
            defaults=self._next,
            places={"workshops": ""},
            flash=False,
            narrowest=_NARROWEST,
        )
        self._usual = button("Ajouter les trois réunions habituelles", "list-checks", on_click=self.add_usual)
        self._agenda = button("Mettre l’ordre du jour type", "clipboard-list", on_click=self.propose_agenda)
        self.invitation = button("Invitation (.ics)", "calendar-clock", on_click=self.export_invitation)
        self.paper = button("Ordre du jour (PDF)", "download", on_click=self.export_agenda)
        self.minutes = button("Compte rendu (Word)", "download", on_click=self.export_minutes)
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(8)
        self.under_list.addLayout(self._remarks)
        self.under_list.addWidget(text.strong("Ses documents"))
        self.under_list.addWidget(flow(self.invitation, self.paper, self.minutes))
        self.under_list.addWidget(flow(self._agenda))
        self.under_list.addStretch(1)
        self.add(flow(self._usual))

    @property
    def meeting(self) -> Workshop | None:
        """The meeting that is shown."""
        found = self._current()
        return found if isinstance(found, Workshop) else None

    def refresh(self) -> None:
        super().refresh()
        found = self._session.document.all(Workshop)
        kinds = {each.kind for each in found}
        self._usual.setHidden(not kinds.isdisjoint(each.kind for each in workshops.usual()))
        self._usual.setEnabled(not self._locked)
        self._look()

    def add_usual(self) -> None:
        """Add the three meetings of the method, each with its agenda, as one action."""
        added = workshops.usual(small=self._small)
        try:
            with self._session.act("Ajouter les trois réunions habituelles") as tx:
                tx.add_all(added)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        self.select(added[0].id)
        self.form.focus_field("starts")

    def propose_agenda(self) -> None:
        """Put the agenda of its kind in the meeting that is shown; what was there can be brought back."""
        self.form.save()
        record = self.meeting
        if record is None:
            return
        known = workshops.template(record.kind, small=self._small)
        agenda = workshops.agenda_for(record.kind, small=self._small)
        try:
            with self._session.act(self._label("Mettre l’ordre du jour type", record)) as tx:
                tx.update(
                    Workshop,
                    record.id,
                    agenda=agenda,
                    minutes_long=record.minutes_long or known.minutes,
                    participants=record.participants or known.participants,
                )
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        say_undoable(self, self._session, "L’ordre du jour type est en place.")

    def export_invitation(self) -> None:
        """Write the meeting for a calendar: the file goes with the message that invites."""
        self._export("Invitation", "ics", _invitation)

    def export_agenda(self) -> None:
        """Write the agenda of the meeting."""
        self._export("Ordre du jour", "pdf", _agenda)

    def export_minutes(self) -> None:
        """Write the minutes of the meeting."""
        self._export("Compte rendu", "docx", _minutes)

    def _export(self, title: str, suffix: str, write: _Writer) -> None:
        from nrdesk.ui.documents.exporting import export_written

        self.form.save()
        if record := self._current():
            named = f"{title} - {self._title(record)}"
            export_written(self, self._session, named, suffix, partial(write, record.id))

    @property
    def _small(self) -> bool:
        return steps.flash(self._session.document)

    def _next(self) -> dict[str, Any]:
        """Return what a new meeting starts from: the first usual one missing, or one more workshop."""
        there = {each.kind for each in self._session.document.all(Workshop)}
        kinds = (each.kind for each in workshops.usual() if each.kind not in there)
        planned = workshops.planned(next(kinds, WorkshopKind.COCREATION), small=self._small)
        names = ("title", "kind", "minutes_long", "participants", "agenda")
        return {name: getattr(planned, name) for name in names}

    def _show(self, record_id: str | None) -> None:
        super()._show(record_id)
        self._look()

    def _look(self) -> None:
        """Say what the meeting that is shown still lacks, and offer what can be written of it."""
        clear(self._remarks)
        record = self.meeting
        if record is None:
            return
        decisions = self._session.document.all(Decision, workshop_id=record.id)
        told = workshops.problems(record, decisions, dt.date.today())
        for sentence in told:
            self._remarks.addWidget(RemarkLine(False, sentence))
        if not told:
            self._remarks.addWidget(RemarkLine(True, _NOTED if record.held else _READY))
        self.invitation.setEnabled(bool(record.starts))
        self.invitation.setToolTip("" if record.starts else "Donnez d’abord une date à la réunion")
        same = record.agenda == workshops.agenda_for(record.kind, small=self._small)
        self._agenda.setHidden(same or record.held)
        self._agenda.setEnabled(not self._locked)

    def _records(self) -> list[Any]:
        return workshops.in_order(super()._records())


class DecisionsSection(RecordSection):
    """What was decided in the meeting that is shown; hidden as long as there is none."""

    def __init__(self, session: Session, meetings: WorkshopsSection) -> None:
        """Make the card.

        Args:
            session: the open document.
            meetings: the card of the meetings, whose current one this card follows.
        """
        super().__init__(
            session,
            Decision,
            DECISION,
            title=_DECISIONS,
            columns=("text", "owner", "due", "done"),
            add_label="Ajouter une décision",
            noun="une décision",
            empty="Aucune décision pour l’instant. Une phrase, un responsable, une échéance.",
            flash=False,
            narrowest=_NARROWEST,
        )
        self._meetings = meetings
        meetings.selected.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        meeting = self._meetings.meeting
        self.setVisible(meeting is not None)
        if meeting is None:
            return
        self.share(workshop_id=meeting.id)
        if self.heading:
            named = meeting.title or capital(meeting.kind.label)
            self.heading.setText(text.tied(f"{_DECISIONS}{NBSP}: {named}"))
        super().refresh()

    def focus_field(self, name: str) -> bool:
        """Lead to the list, or to the meetings while there is none."""
        if name != "decisions":
            return False
        return (
            super().focus_field("text") if self._meetings.meeting else self._meetings.focus_field("workshops")
        )


def _invitation(workshop_id: str, document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports import calendar_file

    return calendar_file.meeting(document, workshop_id)


def _agenda(workshop_id: str, document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports import pdf, workshop_agenda

    return pdf.render(workshop_agenda.build(document, workshop_id), progress)


def _minutes(workshop_id: str, document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports import docx, workshop_minutes

    return docx.render(workshop_minutes.build(document, workshop_id), progress)
