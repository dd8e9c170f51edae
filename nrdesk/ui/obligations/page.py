"""The law as it applies to this collectivité: what binds it, what does not, why, and where it stands."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core import dates
from nrdesk.core.compliance import Status, Verdict, evaluate_all
from nrdesk.core.duties.tracking import tally
from nrdesk.core.formatting import count
from nrdesk.core.model import Evidence, ObligationTracking, Progress
from nrdesk.core.reference import obligations
from nrdesk.ui.obligations.law_card import LawCard
from nrdesk.ui.obligations.verdict_panel import PROGRESS_TONES, VerdictPanel
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.page import Page
from nrdesk.ui.widgets.pill import Pill

_GROUPS = (
    (Status.APPLICABLE, "Elles s’appliquent à vous", True),
    (Status.TO_CHECK, "À vérifier\u00a0: il nous manque une information", True),
    (Status.VOLUNTARY, "Volontaires\u00a0: vous n’y êtes pas tenus", True),
    (Status.NOT_CONCERNED, "Vous n’êtes pas concernés", False),
)
"""Status, title of its group, whether the group is open at first."""
_WORDS = {
    Progress.DONE: ("faite", "faites"),
    Progress.UNDER_WAY: ("en cours", "en cours"),
    Progress.TODO: ("à faire", "à faire"),
    Progress.UNSAID: ("sans réponse", "sans réponse"),
}
"""Words of each progress in the summary, one or several, in the order shown."""


class ObligationsPage(Page):
    """Every obligation that nrdesk knows, by what it is for this collectivité."""

    def __init__(self, session: Session) -> None:
        super().__init__("Mes obligations")
        self._session = session
        self._count = Pill("", "accent")
        self.add_badge(self._count)
        self.add_action(button("Compléter la fiche", "pencil", on_click=lambda: self.go("authority")))
        self._standing = {progress: Pill("", PROGRESS_TONES.get(progress, "quiet")) for progress in _WORDS}
        summary = Card("Où vous en êtes")
        summary.add(flow(*self._standing.values()))
        summary.add(
            text.muted(
                "Dépliez une obligation pour dire où elle en est, qui s’en charge, et garder une preuve."
            )
        )
        self.add(summary)
        self._groups = QVBoxLayout()
        self._groups.setSpacing(16)
        self.body.addLayout(self._groups)
        self._law = LawCard()
        self._law.replaced.connect(self.refresh)
        self._law.replaced.connect(session.law_changed)
        self.add(self._law)
        self._verdicts: list[Verdict] = []
        self._panels: dict[str, VerdictPanel] = {}

    def refresh(self) -> None:
        today = dt.date.today()
        document = self._session.document
        verdicts = evaluate_all(obligations.load(), document.authority, today)
        trackings = document.all(ObligationTracking)
        if verdicts != self._verdicts:
            self._rebuild(verdicts, today)
        progress = {tracking.obligation: tracking.progress for tracking in trackings}
        proofs = Counter(document.column(Evidence, "obligation").values())
        for id, panel in self._panels.items():
            panel.show_state(progress.get(id, Progress.UNSAID), proofs[id])
        self._count.setText(
            count(sum(verdict.status is Status.APPLICABLE for verdict in verdicts), "obligation")
        )
        for standing, number in tally(verdicts, trackings).items():
            self._standing[standing].setText(f"{number} {_WORDS[standing][number > 1]}")
            self._standing[standing].setVisible(number > 0)
        self._law.refresh()
        self.set_subtitle(
            f"État du droit au {dates.in_letters(obligations.legal_state())}. Ce que nous n’avons pas pu "
            "vérifier dans le texte porte la mention «\u00a0à confirmer\u00a0»."
        )

    def reveal(self, field: str) -> None:
        if panel := self._panels.get(field):
            group = panel.parentWidget()
            while group:
                if isinstance(group, Fold):
                    group.header.setChecked(True)
                group = group.parentWidget()
            panel.focus_tracking()

    def _rebuild(self, verdicts: list[Verdict], on: dt.date) -> None:
        """Draw the groups again; what was unfolded stays so."""
        opened = [id for id, panel in self._panels.items() if panel.opened]
        self._verdicts = verdicts
        self._panels = {
            verdict.obligation.id: VerdictPanel(self._session, verdict, on)
            for verdict in sorted(verdicts, key=lambda verdict: _next_date(verdict, on))
        }
        clear(self._groups)
        for status, title, shown in _GROUPS:
            if found := [verdict.obligation.id for verdict in verdicts if verdict.status is status]:
                panels = [panel for id, panel in self._panels.items() if id in found]
                self._groups.addWidget(_group(f"{title} ({len(found)})", panels, opened=shown))
        for id in opened:
            if panel := self._panels.get(id):
                panel.open()


def _group(title: str, panels: list[VerdictPanel], *, opened: bool) -> Card:
    card = Card()
    fold = Fold(title, opened=opened, role="heading")
    fold.body.setSpacing(8)
    for panel in panels:
        fold.add(panel)
    card.add(fold)
    return card


def _next_date(verdict: Verdict, on: dt.date) -> dt.date:
    """Return what sorts the dates to come first; a date past, or none, comes last."""
    return verdict.deadline if verdict.deadline and verdict.deadline >= on else dt.date.max
