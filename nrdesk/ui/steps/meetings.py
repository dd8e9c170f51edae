"""The cards that workshops and reviews share: a list of meetings with their papers, and their decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core import workshops
from nrdesk.core.fields import Field
from nrdesk.core.fields.workshop import DECISION
from nrdesk.core.formatting import NBSP
from nrdesk.core.jobs import Progress
from nrdesk.core.model import Review, Workshop
from nrdesk.core.workshops import Meeting, MeetingDecision
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.remark import RemarkLine

if TYPE_CHECKING:
    from nrdesk.core.document import Document

    Writer = Callable[[str, Document, Progress], bytes]
    """Writes a paper of the meeting whose identifier is given."""

NARROWEST = 165
"""A day and an hour fit beside the list; what is long takes the whole width."""
_DECISIONS = "Ce qui a été décidé"
_READY, _NOTED = "Cette réunion est prête.", "Tout est noté."


class MeetingsSection(RecordSection):
    """Meetings, what each still lacks, and its papers."""

    def __init__(
        self,
        session: Session,
        kind: type[Workshop | Review],
        fields: Sequence[Field],
        *,
        agenda: Writer,
        minutes: Writer,
        **options: Any,  # noqa: ANN401 -- those of a `RecordSection`
    ) -> None:
        """Make the card.

        Args:
            session: the open document.
            kind: kind of the meetings.
            fields: the fields of the form.
            agenda: writes the agenda as PDF.
            minutes: writes the minutes for Word.
            options: as those of a `RecordSection`.
        """
        super().__init__(session, kind, fields, flash=False, narrowest=NARROWEST, **options)
        self._meeting_kind = kind
        self._write_agenda, self._write_minutes = agenda, minutes
        self.invitation = button("Invitation (.ics)", "calendar-clock", on_click=self.export_invitation)
        self.paper = button("Ordre du jour (PDF)", "download", on_click=self.export_agenda)
        self.minutes = button("Compte rendu (Word)", "download", on_click=self.export_minutes)
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(8)
        self.under_list.addLayout(self._remarks)
        self.under_list.addWidget(text.strong("Ses documents"))
        self.under_list.addWidget(flow(self.invitation, self.paper, self.minutes))

    @property
    def meeting(self) -> Any:  # noqa: ANN401 -- a record of the kind of the section
        """The meeting that is shown, None when there is none."""
        return self._current()

    def refresh(self) -> None:
        super().refresh()
        self.look()

    def export_invitation(self) -> None:
        """Write the meeting for a calendar: the file goes with the message that invites."""
        self._export("Invitation", "ics", partial(_invitation, self._meeting_kind))

    def export_agenda(self) -> None:
        """Write the agenda of the meeting."""
        self._export("Ordre du jour", "pdf", self._write_agenda)

    def export_minutes(self) -> None:
        """Write the minutes of the meeting."""
        self._export("Compte rendu", "docx", self._write_minutes)

    def look(self) -> None:
        """Say what the meeting that is shown still lacks."""
        clear(self._remarks)
        meeting = self.meeting
        if meeting is None:
            return
        told = workshops.problems(meeting, self.decisions_of(meeting), dt.date.today())
        for sentence in told:
            self._remarks.addWidget(RemarkLine(False, sentence))
        if not told:
            self._remarks.addWidget(RemarkLine(True, _NOTED if meeting.held else _READY))
        self.invitation.setEnabled(bool(meeting.starts))
        self.invitation.setToolTip("" if meeting.starts else "Donnez d’abord une date à la réunion")

    def decisions_of(self, meeting: Meeting) -> Sequence[MeetingDecision]:
        """Return what was decided in a meeting."""
        raise NotImplementedError

    def _export(self, title: str, suffix: str, write: Writer) -> None:
        from nrdesk.ui.documents.exporting import export_written

        self.form.save()
        if record := self._current():
            named = f"{title} - {self._title(record)}"
            export_written(self, self._session, named, suffix, partial(write, record.id))

    def _show(self, record_id: str | None) -> None:
        super()._show(record_id)
        self.look()

    def _records(self) -> list[Any]:
        return workshops.in_order(super()._records())


class MeetingDecisionsSection(RecordSection):
    """What was decided in the meeting that is shown; hidden as long as there is none."""

    def __init__(
        self,
        session: Session,
        kind: type[MeetingDecision],
        meetings: MeetingsSection,
        *,
        link: str,
        of_meetings: str,
    ) -> None:
        """Make the card.

        Args:
            session: the open document.
            kind: kind of the decisions.
            meetings: the card of the meetings, whose current one this card follows.
            link: attribute of a decision that holds its meeting.
            of_meetings: name that leads to the card of the meetings.
        """
        super().__init__(
            session,
            kind,
            DECISION,
            title=_DECISIONS,
            columns=("text", "owner", "due", "done"),
            add_label="Ajouter une décision",
            noun="une décision",
            empty="Aucune décision pour l’instant. Une phrase, un responsable, une échéance.",
            flash=False,
            narrowest=NARROWEST,
        )
        self._meetings, self._link, self._of_meetings = meetings, link, of_meetings
        meetings.selected.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        meeting = self._meetings.meeting
        self.setVisible(meeting is not None)
        if meeting is None:
            return
        self.share(**{self._link: meeting.id})
        if self.heading:
            self.heading.setText(text.tied(f"{_DECISIONS}{NBSP}: {workshops.name(meeting)}"))
        super().refresh()

    def focus_field(self, name: str) -> bool:
        """Lead to the list, or to the meetings while there is none."""
        if name != "decisions":
            return False
        if self._meetings.meeting:
            return super().focus_field("text")
        return self._meetings.focus_field(self._of_meetings)


def _invitation(
    kind: type[Workshop | Review], meeting_id: str, document: Document, progress: Progress
) -> bytes:
    from nrdesk.core.reports import calendar_file

    return calendar_file.meeting(document, meeting_id, kind)
