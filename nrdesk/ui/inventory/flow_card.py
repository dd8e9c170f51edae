"""The other reading of the footprint: the purchases of the year, counted whole in that year."""

from __future__ import annotations

from collections.abc import Callable

from nrdesk.core.assessment import HEADLINE, Assessment
from nrdesk.core.footprint import Explanation
from nrdesk.core.footprint.flow import FlowResult, explain_flow, flow_of
from nrdesk.core.formatting import NBSP, count, mass, mass_span
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card


class FlowCard(Card):
    """What was bought in the year, and why this figure is not added to the other one."""

    def __init__(self, explain: Callable[[Explanation], object]) -> None:
        """Make an empty card; `explain` shows an explanation."""
        super().__init__("Autre lecture\u00a0: les achats de l’année")
        self._explain = explain
        self._flow: FlowResult | None = None
        self.add(
            text.body(
                "Plus haut, la fabrication de chaque appareil est répartie sur sa durée de vie (vue en "
                "stock). Ici, elle compte en entier l’année de l’achat (vue en flux). Ce sont deux lectures "
                "du même parc\u00a0: elles ne s’ajoutent pas."
            )
        )
        self._figure = text.figure("")
        self._range = text.muted("")
        self._details = text.body("")
        self._link = button("Expliquer ce chiffre", kind="link", on_click=self._explain_flow)
        self._link.setAccessibleName("Expliquer ce chiffre\u00a0: les achats et l’usage de l’année")
        self.add(self._figure)
        self.add(self._range)
        self.add(self._details)
        self.add_row(self._link)

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the flow of a campaign."""
        self._flow = flow = flow_of(assessment.result)
        total = flow.totals[HEADLINE]
        self._figure.setText(mass(total.value, total.low, total.high))
        self._range.setText(f"pour {flow.year}, {mass_span(total.value, total.low, total.high)}")
        self._details.setText(_sentences(flow))

    def _explain_flow(self) -> None:
        if self._flow:
            self._explain(explain_flow(self._flow, HEADLINE))


def _sentences(flow: FlowResult) -> str:
    total = flow.totals[HEADLINE]
    said = [
        f"Achats{NBSP}: {count(flow.bought, 'appareil')} pour {mass(total.manufacture)}. "
        f"Électricité du parc{NBSP}: {mass(total.use)}."
    ]
    if flow.left_out:
        number = count(flow.left_out, "appareil")
        said.append(f"{number} sans année d’achat ne sont placés dans aucune année.")
    return " ".join(said)
