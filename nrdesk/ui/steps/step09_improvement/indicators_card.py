"""The indicators in short: how many are in time, those off track with the reason, the readings due."""

from __future__ import annotations

import datetime as dt
from functools import partial

from nrdesk.core.formatting import count
from nrdesk.core.monitoring.indicators import IndicatorState, states
from nrdesk.ui.indicators.alerts_card import AlertsCard
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.page import page_of
from nrdesk.ui.widgets.reveal import reveal
from nrdesk.ui.widgets.rows import LinkRow


class IndicatorsCard(AlertsCard):
    """A sentence, what there is to look at, the way to the page."""

    def __init__(self, session: Session) -> None:
        self.sentence = text.body("")
        super().__init__(self._go, title="Les indicateurs", before=self.sentence)
        self._session = session
        self.open = LinkRow(
            "Ouvrir les indicateurs",
            "Relever, viser, comprendre ce qui bouge",
            "target",
            partial(self._go, ""),
        )
        self.add(self.open)

    def refresh(self) -> None:
        """Show what the document holds."""
        found = states(self._session.document, dt.date.today())
        self.sentence.setText(_sentence(found))
        self.show_states(found)
        self.setHidden(False)

    def focus_field(self, name: str) -> bool:
        """Lead to the way to the page; return whether the name is that of this card."""
        if name == "readings":
            reveal(self.open)
        return name == "readings"

    def _go(self, field: str) -> None:
        if shown := page_of(self):
            shown.go("indicators", field)


def _sentence(found: tuple[IndicatorState, ...]) -> str:
    if not found:
        return "Aucun indicateur n’est suivi\u00a0: nrdesk en propose, d’après vos objectifs."
    aimed = [each for each in found if each.path.points and each.last]
    in_time = sum(not each.off_track for each in aimed)
    words = f"{count(len(found), 'indicateur suivi', 'indicateurs suivis')}."
    if aimed:
        words = f"{words} {in_time} sur {len(aimed)} dans les temps, parmi ceux qui ont une cible."
    return words
