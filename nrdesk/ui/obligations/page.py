"""The law as it applies to this collectivité: what binds it, what does not, and why."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core import dates
from nrdesk.core.compliance import Status, Verdict, evaluate_all
from nrdesk.core.formatting import count
from nrdesk.core.reference import obligations
from nrdesk.ui.obligations.verdict_panel import VerdictPanel
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
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


class ObligationsPage(Page):
    """Every obligation that nrdesk knows, by what it is for this collectivité."""

    def __init__(self, session: Session) -> None:
        super().__init__("Mes obligations")
        self._session = session
        self._count = Pill("", "accent")
        self.add_badge(self._count)
        self.add_action(button("Compléter la fiche", "pencil", on_click=lambda: self.go("authority")))
        self._groups = QVBoxLayout()
        self._groups.setSpacing(16)
        self.body.addLayout(self._groups)
        self.set_subtitle(
            f"État du droit au {dates.in_letters(obligations.legal_state())}. Ce que nous n’avons pas pu "
            "vérifier dans le texte porte la mention «\u00a0à confirmer\u00a0»."
        )

    def refresh(self) -> None:
        today = dt.date.today()
        verdicts = evaluate_all(obligations.load(), self._session.document.authority, today)
        apply = sum(verdict.status is Status.APPLICABLE for verdict in verdicts)
        self._count.setText(count(apply, "obligation"))
        clear(self._groups)
        for status, title, opened in _GROUPS:
            if found := [verdict for verdict in verdicts if verdict.status is status]:
                self._groups.addWidget(_group(f"{title} ({len(found)})", found, today, opened=opened))


def _group(title: str, verdicts: list[Verdict], on: dt.date, *, opened: bool) -> Card:
    card = Card()
    fold = Fold(title, opened=opened, role="heading")
    fold.body.setSpacing(8)
    for verdict in sorted(verdicts, key=lambda verdict: _next_date(verdict, on)):
        fold.add(VerdictPanel(verdict, on))
    card.add(fold)
    return card


def _next_date(verdict: Verdict, on: dt.date) -> dt.date:
    """Return what sorts the dates to come first; a date past, or none, comes last."""
    return verdict.deadline if verdict.deadline and verdict.deadline >= on else dt.date.max
