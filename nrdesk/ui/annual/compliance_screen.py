"""Fourth screen: where the obligations stand, and the purchases to declare."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.duties import purchases
from nrdesk.core.duties.tracking import tally
from nrdesk.core.formatting import NBSP, percent
from nrdesk.core.model import ObligationTracking, Progress
from nrdesk.core.monitoring import bilan
from nrdesk.core.monitoring.cycle import Cycle
from nrdesk.ui.annual.screen import Screen
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.rows import LinkRow

_SAID = {Progress.DONE: "faites", Progress.UNDER_WAY: "en cours", Progress.TODO: "à faire"}


class ComplianceScreen(Screen):
    """What the law asks this year, in a few lines, and the pages that hold it."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            "compliance",
            "Les obligations",
            "Ce que la loi vous demande à vous, où vous en êtes, et les preuves que vous gardez.",
        )
        self.facts = text.body("")
        self.add(self.facts)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.add_layout(self._lines)
        self.add(
            LinkRow(
                "Ouvrir mes obligations",
                "Dire où vous en êtes, joindre une preuve",
                "scale",
                self.leads("obligations"),
            )
        )
        self.add(
            LinkRow(
                "Ouvrir les achats et le réemploi",
                "Les montants de la déclaration de l’article\u00a058, le réemploi des appareils sortis",
                "clipboard-list",
                self.leads("purchases"),
            )
        )

    def fill(self, cycle: Cycle) -> None:
        document = self.session.document
        verdicts = list(bilan.applicable(self.session.assessment(), dt.date.today()))
        counted = tally(verdicts, document.all(ObligationTracking))
        parts = [f"{counted[progress]} {words}" for progress, words in _SAID.items() if counted[progress]]
        if unsaid := counted[Progress.UNSAID]:
            parts.append(f"{unsaid} sans réponse")
        told = (
            f"{len(verdicts)} obligations vous concernent" if len(verdicts) > 1 else "Une obligation au plus"
        )
        self.facts.setText(f"{told}{NBSP}: {', '.join(parts) or 'aucune'}.")
        clear(self._lines)
        for each in purchases.shares(document, cycle.campaign.year):
            share = percent(each.reuse_share) if each.reuse_share is not None else "part inconnue"
            asked = f" pour {percent(each.reuse_target)} demandés" if each.reuse_target else ""
            sure = "" if each.verified else " (à confirmer)"
            words = f"{each.product_type}{NBSP}: {share} de réemploi{asked}{sure}, {each.verdict.label}"
            self._lines.addWidget(text.muted(words))
