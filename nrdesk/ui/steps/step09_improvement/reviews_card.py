"""The reviews of the plan: prepared from what changed, held, and what they decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.errors import UserError
from nrdesk.core.fields.review import REVIEW
from nrdesk.core.formatting import NBSP
from nrdesk.core.jobs import Progress
from nrdesk.core.model import GovernanceBody, Review, ReviewDecision, ReviewLevel, new_id
from nrdesk.core.monitoring import reviews
from nrdesk.core.monitoring.telling import headline, told
from nrdesk.core.workshops import Meeting
from nrdesk.ui import errors
from nrdesk.ui.session import Session
from nrdesk.ui.steps.meetings import MeetingDecisionsSection, MeetingsSection
from nrdesk.ui.steps.sections import Section
from nrdesk.ui.steps.step09_improvement.levels_card import LevelsCard
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.page import page_of

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def sections(session: Session) -> Sequence[Section]:
    """Return the cards of the reviews, in order."""
    levels = LevelsCard(session)
    found = ReviewsSection(session)
    levels.asked.connect(found.prepare)
    return (levels, found, ReviewDecisionsSection(session, found))


class ReviewsSection(MeetingsSection):
    """The reviews of the document, what changed before each, and its papers."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Review,
            REVIEW,
            agenda=_agenda,
            minutes=_minutes,
            title="Les revues",
            columns=("title", "starts", "level"),
            add_label="Ajouter une revue",
            noun="une revue",
            empty="Aucune revue pour l’instant. Deux par an suffisent dans une petite commune. Choisissez "
            "un niveau ci-dessus, nrdesk prépare l’ordre du jour.",
            defaults={"level": ReviewLevel.PLAN},
            places={"reviews": ""},
        )
        self.hold_button = button("Noter qu’elle a eu lieu", "check", on_click=self.hold)
        self.agenda_button = button("Refaire l’ordre du jour", "refresh-cw", on_click=self.propose_agenda)
        # Right under what the review lacks: they mend it.
        self.under_list.insertWidget(1, flow(self.agenda_button, self.hold_button))
        self._changes = Fold("Ce qui a changé", opened=True)
        self.under_list.addWidget(self._changes)
        self.under_list.addStretch(1)

    def refresh(self) -> None:
        bodies = {each.id: each.name for each in self._session.document.all(GovernanceBody) if each.name}
        self.form.offer("body_id", {"": "", **bodies})
        super().refresh()

    def prepare(self, level: ReviewLevel) -> None:
        """Add a review of a level, its agenda written from what changed, and go to its date."""
        review = reviews.planned(self._session.document, level, dt.date.today())
        self._put(review, f"Préparer une revue ({level.label})")
        if self.current_id == review.id:
            self.form.focus_field("starts")
            say_undoable(
                self, self._session, "L’ordre du jour est prêt\u00a0: donnez une date à cette revue."
            )

    def duplicate(self) -> None:
        """Add a copy of the review that is shown, still to be dated and held."""
        review: Review | None = self.meeting
        if review is None:
            return
        copy = replace(
            review,
            id=new_id(),
            updated_at="",
            title=f"{review.title} (copie)",
            starts=None,
            held=False,
            state="",
            report="",
        )
        self._put(copy, self._label("Dupliquer", review))

    def hold(self) -> None:
        """Note that the review that is shown was held, or that it was not after all."""
        self.form.save()
        review: Review | None = self.meeting
        if review is None:
            return
        try:
            if review.held:
                reviews.reopen(self._session.document, review)
            else:
                reviews.hold(self._session.document, review, dt.date.today())
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        if not review.held:
            say_undoable(
                self,
                self._session,
                "Notée. La prochaine revue de ce niveau dira ce qui a changé depuis aujourd’hui.",
            )

    def propose_agenda(self) -> None:
        """Write the agenda of the review again; what was there can be brought back."""
        self.form.save()
        review: Review | None = self.meeting
        if review is None:
            return
        try:
            reviews.prepare(self._session.document, review, dt.date.today())
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        say_undoable(self, self._session, "L’ordre du jour dit ce qui a changé.")

    def look(self) -> None:
        super().look()
        review: Review | None = self.meeting
        self._changes.clear()
        if review is None:
            return
        self.hold_button.setText("Elle n’a pas eu lieu" if review.held else "Noter qu’elle a eu lieu")
        for each in (self.hold_button, self.agenda_button):
            each.setEnabled(not self._locked)
        self.agenda_button.setHidden(review.held)
        empty = not review.agenda.strip()
        self.agenda_button.setText("Préparer l’ordre du jour" if empty else "Refaire l’ordre du jour")
        self._changes.setHidden(review.held)
        if not review.held:
            self._tell_changes(review)

    def _records(self) -> list[Any]:
        """Return the reviews to come, then those that were held, the latest first."""
        found = super()._records()
        coming = [each for each in found if not each.held]
        return [*coming, *reversed([each for each in found if each.held])]

    def decisions_of(self, meeting: Meeting) -> Sequence[ReviewDecision]:
        return self._session.document.all(ReviewDecision, review_id=meeting.id)

    def _tell_changes(self, review: Review) -> None:
        found = reviews.since_last(self._session.document, review, dt.date.today())
        self._changes.add(text.body(headline(found)))
        for kind in told(found):
            self._changes.add(text.strong(kind.title))
            lines = QVBoxLayout()
            lines.setSpacing(2)
            for item in kind.items:
                lines.addWidget(text.muted(f"•{NBSP}{item}"))
            self._changes.body.addLayout(lines)
        if not found.exact and found.since:
            self._changes.add(
                text.muted(
                    "La dernière revue n’a pas gardé l’état du plan\u00a0: ceci est lu dans les dates."
                )
            )


class ReviewDecisionsSection(MeetingDecisionsSection):
    """What was decided in the review that is shown, each of which can become an action."""

    def __init__(self, session: Session, found: MeetingsSection) -> None:
        super().__init__(session, ReviewDecision, found, link="review_id", of_meetings="reviews")
        self.action_button = button("En faire une action du plan", "list-checks", on_click=self.to_action)
        self.under_list.addWidget(flow(self.action_button))
        self._told = text.muted("")
        self.under_list.addWidget(self._told)
        self.under_list.addStretch(1)

    def refresh(self) -> None:
        super().refresh()
        self._look()

    def to_action(self) -> None:
        """Make an action of the decision that is shown, or go to the one that it became."""
        self.form.save()
        decision = self._current()
        if not isinstance(decision, ReviewDecision):
            return
        if decision.action_id:
            if page := page_of(self):
                page.go("plan", decision.action_id)
            return
        try:
            action = reviews.to_action(self._session.document, decision)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        say_undoable(self, self._session, f"Ajoutée au plan d’action\u00a0: {action.title}.")

    def _show(self, record_id: str | None) -> None:
        super()._show(record_id)
        self._look()

    def _look(self) -> None:
        decision = self._current()
        if not isinstance(decision, ReviewDecision):
            return
        became = bool(decision.action_id)
        self.action_button.setText("Voir l’action du plan" if became else "En faire une action du plan")
        self.action_button.setEnabled(became or not self._locked)
        self._told.setVisible(became)
        self._told.setText("Cette décision est une action du plan." if became else "")


def _agenda(review_id: str, document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports import look, pdf, review_agenda

    return pdf.render(look.dressed(document, review_agenda.build(document, review_id, dt.date.today())))


def _minutes(review_id: str, document: Document, progress: Progress) -> bytes:
    from nrdesk.core.reports import docx, look, review_minutes

    return docx.render(look.dressed(document, review_minutes.build(document, review_id)))
