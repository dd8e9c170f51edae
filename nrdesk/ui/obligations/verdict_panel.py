"""One obligation: what it asks, why it applies or not, by when, and which text says so."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from nrdesk.core import dates
from nrdesk.core.compliance import Status, Verdict
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.pill import Pill

_KINDS = {
    Status.APPLICABLE: "accent",
    Status.TO_CHECK: "warn",
    Status.VOLUNTARY: "ok",
    Status.NOT_CONCERNED: "quiet",
}


class VerdictPanel(Panel):
    """One obligation and its verdict."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__()
        obligation = verdict.obligation
        self.setAccessibleName(f"{obligation.title}\u00a0: {verdict.status.label}. {verdict.reason}")
        head = QHBoxLayout()
        head.setSpacing(8)
        name = text.strong(obligation.title)
        name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        head.addWidget(name, 1)
        if not verdict.verified:
            pill = Pill("à confirmer", "warn")
            pill.setToolTip(obligation.verification_note or "Non vérifié dans le texte lui-même.")
            head.addWidget(pill)
        head.addWidget(Pill(verdict.status.label, _KINDS[verdict.status]))
        self.body.addLayout(head)
        self.add(text.body(obligation.requirement))
        if verdict.deadline:
            self.add(text.strong(f"Échéance\u00a0: {dates.in_letters(verdict.deadline)}"))
        self.add(text.body(f"Pourquoi\u00a0: {verdict.reason}"))
        reference = ", ".join(part for part in (obligation.text_reference, obligation.article) if part)
        self.add(text.muted(f"Texte\u00a0: {reference}"))
        if not verdict.verified and obligation.verification_note:
            self.add(text.muted(f"À confirmer\u00a0: {obligation.verification_note}"))
