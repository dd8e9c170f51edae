"""What the portfolio shows before a folder is read: what it is for, and the two ways to begin."""

from __future__ import annotations

from collections.abc import Callable

from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.rows import LinkRow


class FirstCard(Card):
    """Rows to click."""

    def __init__(self, choose: Callable[[], object], gather: Callable[[], object]) -> None:
        super().__init__("Suivre plusieurs collectivités")
        self.add(
            text.body(
                "Un tableau pour toutes\u00a0: où en est chacune, ce qu’elle pèse, ce qui est en retard, sa "
                "prochaine échéance. Puis un même document pour chacune, en une fois."
            )
        )
        self._first = LinkRow(
            "Choisir un dossier…",
            "Il contient leurs documents .nrdesk, ses sous-dossiers aussi. Aucun n’est modifié.",
            "folder-open",
            choose,
        )
        self.add(self._first)
        self.add(
            LinkRow(
                "Consolider un EPCI et ses communes…",
                "Un seul document, où rien n’est compté deux fois.",
                "network",
                gather,
            )
        )

    def focus_first(self) -> None:
        """Lead to the first way."""
        self._first.setFocus()
