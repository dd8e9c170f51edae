"""One obligation: its name, by when and why; under it, what it asks and which text says so."""

from __future__ import annotations

import datetime as dt

from nrdesk.core import dates
from nrdesk.core.compliance import Verdict
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.pill import Pill


class VerdictPanel(Panel):
    """One obligation, folded to its name and its reason."""

    def __init__(self, verdict: Verdict, on: dt.date) -> None:
        """Make the panel.

        Args:
            verdict: what the obligation is for the collectivité.
            on: the day it is: a deadline is coming, or has passed.
        """
        super().__init__()
        obligation = verdict.obligation
        fold = Fold(text.tied(obligation.title), opened=False)
        fold.header.setAccessibleName(f"{obligation.title}\u00a0: {verdict.status.label}. {verdict.reason}")
        if verdict.deadline:
            coming = verdict.deadline >= on
            words = f"{'avant' if coming else 'depuis'} le {dates.in_letters(verdict.deadline)}"
            fold.add_aside(Pill(words, "accent" if coming else "quiet"))
        if not verdict.verified:
            fold.add_aside(Pill("à confirmer", "warn"))
        fold.add_summary(text.muted(verdict.reason))
        fold.body.setContentsMargins(26, 0, 0, 8)
        fold.add(text.strong("Ce qui est demandé"))
        fold.add(text.body(obligation.requirement))
        reference = ", ".join(part for part in (obligation.text_reference, obligation.article) if part)
        fold.add(text.muted(f"Texte\u00a0: {reference}"))
        fold.add(text.muted(f"Source\u00a0: {obligation.source}"))
        if not verdict.verified and obligation.verification_note:
            fold.add(text.muted(f"À confirmer\u00a0: {obligation.verification_note}"))
        self.body.setContentsMargins(10, 6, 14, 6)
        self.add(fold)
