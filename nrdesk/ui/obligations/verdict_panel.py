"""One obligation: its name, by when and why; under it, what it asks, where one stands, the proofs."""

from __future__ import annotations

import datetime as dt

from nrdesk.core import dates
from nrdesk.core.compliance import Verdict
from nrdesk.core.formatting import count
from nrdesk.core.model import Progress
from nrdesk.ui.obligations.evidence_section import EvidenceSection
from nrdesk.ui.obligations.tracking_form import TrackingForm
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.pill import Pill

PROGRESS_TONES = {Progress.TODO: "warn", Progress.UNDER_WAY: "accent", Progress.DONE: "ok"}
"""Kind of the pill of each progress that was said."""


class VerdictPanel(Panel):
    """One obligation, folded to its name and its reason; what is filled in is made when it is unfolded."""

    def __init__(self, session: Session, verdict: Verdict, on: dt.date) -> None:
        """Make the panel.

        Args:
            session: the open document.
            verdict: what the obligation is for the collectivité.
            on: the day it is: a deadline is coming, or has passed.
        """
        super().__init__()
        self._session, self._verdict = session, verdict
        self._tracking: TrackingForm | None = None
        self._evidence: EvidenceSection | None = None
        obligation = verdict.obligation
        self.fold = Fold(text.tied(obligation.title), opened=False)
        self.fold.add_summary(text.muted(verdict.reason))
        self._progress, self._proofs = Pill("", "quiet"), Pill("", "quiet")
        marks = [self._progress, self._proofs]
        if verdict.deadline:
            coming = verdict.deadline >= on
            words = f"{'avant' if coming else 'depuis'} le {dates.in_letters(verdict.deadline)}"
            marks.insert(0, Pill(words, "accent" if coming else "quiet"))
        if not verdict.verified:
            marks.append(Pill("à confirmer", "warn"))
        self._marks = flow(*marks)
        self.fold.add_summary(self._marks)
        self.fold.body.setContentsMargins(26, 0, 0, 8)
        self.fold.header.toggled.connect(self._unfold)
        self._explain()
        self.body.setContentsMargins(10, 6, 14, 6)
        self.add(self.fold)

    @property
    def opened(self) -> bool:
        """Whether the panel is unfolded."""
        return self.fold.header.isChecked()

    def open(self) -> None:
        """Unfold the panel."""
        self.fold.header.setChecked(True)

    def focus_tracking(self) -> None:
        """Unfold the panel and lead to where one says how far it is."""
        self.open()
        if self._tracking:
            self._tracking.focus_first()

    def show_state(self, progress: Progress, proofs: int) -> None:
        """Show where the collectivité stands, and what the document holds of it once unfolded."""
        self._progress.show_state(progress.label, PROGRESS_TONES.get(progress, "quiet"))
        self._progress.setVisible(bool(progress.label))
        self._proofs.setText(count(proofs, "preuve"))
        self._proofs.setVisible(bool(proofs))
        marked = bool(progress.label or proofs or self._verdict.deadline) or not self._verdict.verified
        self._marks.setVisible(marked)
        obligation, status = self._verdict.obligation, self._verdict.status
        said = f", {progress.label}" if progress.label else ""
        self.fold.header.setAccessibleName(
            f"{obligation.title}\u00a0: {status.label}{said}. {self._verdict.reason}"
        )
        if self._tracking and self._evidence:
            self._tracking.refresh()
            self._evidence.refresh()

    def _explain(self) -> None:
        obligation = self._verdict.obligation
        self.fold.add(text.strong("Ce qui est demandé"))
        self.fold.add(text.body(obligation.requirement, terms=True))
        reference = ", ".join(part for part in (obligation.text_reference, obligation.article) if part)
        self.fold.add(text.muted(f"Texte\u00a0: {reference}"))
        self.fold.add(text.muted(f"Source\u00a0: {obligation.source}"))
        if obligation.verification_note:
            words = "Remarque" if obligation.verified else "À confirmer"
            self.fold.add(text.muted(f"{words}\u00a0: {obligation.verification_note}", terms=True))

    def _unfold(self, opened: bool) -> None:
        if opened and self._tracking is None:
            self._tracking = TrackingForm(self._session, self._verdict.obligation)
            self._evidence = EvidenceSection(self._session, self._verdict.obligation.id)
            for section in (self._tracking, self._evidence):
                self.fold.add(section)
                section.refresh()
