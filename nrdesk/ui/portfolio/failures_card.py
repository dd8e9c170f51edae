"""The files of the folder that could not be read, each with what happened and what to do."""

from __future__ import annotations

from nrdesk.core.formatting import count
from nrdesk.core.portfolio import Portfolio
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.pill import Pill


class FailuresCard(Card):
    """A fold: who looks for a missing collectivité finds its name here."""

    def __init__(self) -> None:
        super().__init__()
        self._fold = Fold("Fichiers non lus", opened=False, role="heading")
        self.add(self._fold)

    def show_failures(self, portfolio: Portfolio) -> None:
        """Name the files that could not be read; nothing shows when all were."""
        self.setVisible(bool(portfolio.failures))
        self._fold.clear()
        title = count(len(portfolio.failures), "fichier non lu", "fichiers non lus")
        self._fold.header.setText(title)
        for each in portfolio.failures:
            said = f"{each.what} {each.todo}".strip()
            head = flow(text.strong(each.file), Pill(each.kind.label, "warn"))
            self._fold.add(Panel(head, text.body(said)))
