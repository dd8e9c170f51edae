"""What the page of the plan shows while there is no action: ways to begin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.ui import theme
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.rows import LinkRow

_WIDEST = 760


class EmptyPlan(QWidget):
    """Rows to click."""

    def __init__(
        self,
        propose: Callable[[], object],
        add: Callable[[], object],
        bring: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setMaximumWidth(theme.px(_WIDEST))
        card = Card("Par où commencer\u00a0?")
        self._first = LinkRow(
            "Partir de ce que nrdesk vous propose",
            "Des actions prêtes, choisies d’après vos obligations, vos réponses et votre inventaire.",
            "list-checks",
            propose,
        )
        card.add(self._first)
        card.add(LinkRow("Écrire votre première action", "Un verbe, un responsable, une date.", "plus", add))
        card.add(
            LinkRow(
                "Importer le plan que vous avez déjà",
                "Un tableau Excel, le modèle de Territoires en Transitions…",
                "upload",
                bring,
            )
        )
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card)
        lines.addStretch(1)

    def focus_first(self) -> None:
        """Lead to the first way."""
        self._first.setFocus()
