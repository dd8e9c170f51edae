"""The moments of the year: those that were chosen, those that come."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.communication import moments
from nrdesk.core.communication.moments import Offer
from nrdesk.core.errors import UserError
from nrdesk.core.fields.communication import MOMENT
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import ChosenMoment
from nrdesk.core.written.prose import capital
from nrdesk.ui import errors
from nrdesk.ui.records import RecordSection
from nrdesk.ui.records.record_list import Line
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step10_communication.proposals import first_button, proposal
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.reveal import reveal


class MomentsSection(RecordSection):
    """The chosen moments by date, then the calendar of those that come."""

    def __init__(self, session: Session) -> None:
        self._left: list[Offer] = []
        self._drawn: list[Offer] | None = None
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(2)
        super().__init__(
            session,
            ChosenMoment,
            MOMENT,
            title="Les moments de l’année",
            columns=("title", "starts"),
            add_label="Ajouter un moment",
            noun="un moment",
            empty="Aucun moment n’est choisi. Trois suffisent\u00a0: greffez-vous sur ce qui existe déjà.",
            help="Le calendrier (.ics), dans les documents de l’étape, met ces dates dans votre agenda.",
        )
        self.body.insertLayout(2, self._remarks)
        chosen = moments.of_the_year(session.document.all(ChosenMoment), dt.date.today())
        self.offers = Fold("Les dates qui viennent", opened=len(chosen) < moments.ENOUGH)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(12)
        self.offers.body.addLayout(self._lines)
        self.offers.header.toggled.connect(self._show_offers)
        self.add(self.offers)

    def refresh(self) -> None:
        """Show what the document holds, and what comes."""
        super().refresh()
        today, document = dt.date.today(), self._session.document
        clear(self._remarks)
        for remark in moments.remarks(document.all(ChosenMoment), today):
            self._remarks.addWidget(text.label(remark, "small", "warn"))
        self._left = [each for each in moments.offers(document, today) if each.chosen is None]
        self.offers.setHidden(not self._left)
        self.offers.header.setText(f"Les dates qui viennent ({len(self._left)})")
        self._show_offers(self.offers.header.isChecked())

    def focus_field(self, name: str) -> bool:
        """Lead to the dates that come when the checklist asks for moments; else as any section."""
        if name != "calendar":
            return super().focus_field(name)
        self.offers.header.setChecked(True)
        reveal(first_button(self._lines) or self._add)
        return True

    def _show_offers(self, opened: bool) -> None:
        """Draw what can be chosen, when somebody looks and only when it is not what is there."""
        if not opened or self._left == self._drawn:
            return
        self._drawn = list(self._left)
        clear(self._lines)
        for offer in self._left:
            line = self._offer(offer)
            self._lines.addWidget(line)
            # At once: the layout would wait, and the focus goes to nothing hidden.
            line.show()

    def _offer(self, offer: Offer) -> QWidget:
        pills = [(offer.when, "accent")]
        if offer.sureness:
            pills.append((offer.sureness, "warn"))
        return proposal(
            offer.moment.title,
            capital(offer.moment.idea) + ".",
            "Choisir",
            partial(self._choose, offer),
            pills=tuple(pills),
            enabled=not self._session.document.read_only,
        )

    def _choose(self, offer: Offer) -> None:
        self.form.save()
        try:
            chosen = moments.choose(self._session.document, offer)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        self.select(chosen.id)
        self.form.focus_field("owner" if chosen.confirmed else "starts")
        advice = "dites qui s’en charge" if chosen.confirmed else "vérifiez sa date"
        say_undoable(self, self._session, f"Moment choisi{NBSP}: {advice}.")

    def _records(self) -> list[Any]:
        """Return the moments to come by date, then those that are over, the latest first."""
        today, found = dt.date.today(), moments.in_time(super()._records())
        over = [each for each in found if each.held or (each.starts and moments.last_day(each) < today)]
        return [*(each for each in found if each not in over), *reversed(over)]

    def _line_of(self, record: Any) -> Line:  # noqa: ANN401 -- a ChosenMoment
        line = super()._line_of(record)
        state = "a eu lieu" if record.held else "" if record.confirmed else "date à vérifier"
        kind = "rencontre du groupe" if record.community else ""
        details = (moments.period(record.starts, record.ends), kind, state)
        return Line(line.id, line.title, " · ".join(filter(None, details)))
