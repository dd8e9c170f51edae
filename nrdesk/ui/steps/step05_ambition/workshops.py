"""The meetings where the strategy is built: planned, invited to, held, and what was decided there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from nrdesk.core import steps, workshops
from nrdesk.core.errors import UserError
from nrdesk.core.fields.workshop import WORKSHOP
from nrdesk.core.jobs import Progress
from nrdesk.core.model import Decision, Workshop, WorkshopKind
from nrdesk.core.workshops import Meeting
from nrdesk.ui import errors
from nrdesk.ui.session import Session
from nrdesk.ui.steps.meetings import MeetingDecisionsSection, MeetingsSection
from nrdesk.ui.steps.sections import Section
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def sections(session: Session) -> Sequence[Section]:
    """Return the cards of the meetings, in order."""
    meetings = WorkshopsSection(session)
    return (meetings, DecisionsSection(session, meetings))


class WorkshopsSection(MeetingsSection):
    """The meetings of the document, what each still lacks, and its papers."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Workshop,
            WORKSHOP,
            agenda=_agenda,
            minutes=_minutes,
            title="Les réunions",
            columns=("title", "starts", "held"),
            add_label="Ajouter une réunion",
            noun="une réunion",
            empty="Trois rendez-vous suffisent\u00a0: cadrer, travailler chaque axe, mettre en commun. "
            "Une heure chacun dans une petite commune.",
            defaults=self._next,
            places={"workshops": ""},
        )
        self._usual = button("Ajouter les trois réunions habituelles", "list-checks", on_click=self.add_usual)
        self._agenda = button("Mettre l’ordre du jour type", "clipboard-list", on_click=self.propose_agenda)
        self.under_list.addWidget(flow(self._agenda))
        self.under_list.addStretch(1)
        self.add(flow(self._usual))

    def refresh(self) -> None:
        super().refresh()
        found = self._session.document.all(Workshop)
        kinds = {each.kind for each in found}
        self._usual.setHidden(not kinds.isdisjoint(each.kind for each in workshops.usual()))
        self._usual.setEnabled(not self._locked)

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

    def look(self) -> None:
        super().look()
        record = self.meeting
        if record is not None:
            same = record.agenda == workshops.agenda_for(record.kind, small=self._small)
            self._agenda.setHidden(same or record.held)
            self._agenda.setEnabled(not self._locked)

    def decisions_of(self, meeting: Meeting) -> Sequence[Decision]:
        return self._session.document.all(Decision, workshop_id=meeting.id)


class DecisionsSection(MeetingDecisionsSection):
    """What was decided in the workshop that is shown."""

    def __init__(self, session: Session, meetings: MeetingsSection) -> None:
        super().__init__(session, Decision, meetings, link="workshop_id", of_meetings="workshops")


def _agenda(workshop_id: str, document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports import look, pdf, workshop_agenda

    return pdf.render(look.dressed(document, workshop_agenda.build(document, workshop_id)), progress)


def _minutes(workshop_id: str, document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports import docx, look, workshop_minutes

    return docx.render(look.dressed(document, workshop_minutes.build(document, workshop_id)), progress)
