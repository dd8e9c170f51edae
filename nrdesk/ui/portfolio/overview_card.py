"""The portfolio at a glance: what was read, what asks for attention, how far the collectivités are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nrdesk.core.footprint import Explanation
from nrdesk.core.formatting import NBSP, count, percent
from nrdesk.core.portfolio import Portfolio, Summary
from nrdesk.core.portfolio.comparison import FEWEST, MEASURES, by_stratum, figures, quartiles
from nrdesk.core.portfolio.explained import explain_mean
from nrdesk.core.portfolio.progress import bands
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.charts import Bar, Bars
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.pill import Pill


class OverviewCard(Card):
    """Counts and charts of the collectivités shown."""

    def __init__(self, explain: Callable[[Explanation], object]) -> None:
        super().__init__("Vue d’ensemble")
        self._explain = explain
        self._shown: Sequence[Summary] = ()
        self._mean = text.body("")
        self._why = button("Expliquer", kind="link", on_click=self._explain_mean)
        self._why.setAccessibleName("Expliquer\u00a0: avancement moyen")
        self._pills = [Pill("", "quiet") for _ in range(3)]
        self._bands = Bars()
        self._strata = Bars()
        self._fold = Fold("Graphiques", opened=False)
        self._few = text.muted(
            f"Une médiane se montre à partir de {FEWEST} collectivités de la même strate, avec une empreinte "
            "assez complète."
        )
        self._fold.add(text.strong("Collectivités selon leur avancement"))
        self._fold.add(self._bands)
        self._fold.add(text.strong("Empreinte médiane par agent et par an, selon la strate"))
        self._fold.add(self._strata)
        self._fold.add(self._few)
        self.add(flow(self._mean, self._why, *self._pills))
        self.add(self._fold)

    def show_summaries(self, summaries: Sequence[Summary], portfolio: Portfolio) -> None:
        """Tell of those that are shown."""
        self._shown = summaries
        self._why.setVisible(bool(summaries))
        if summaries:
            mean = sum(each.progress for each in summaries) / len(summaries)
            self._mean.setText(f"Avancement moyen\u00a0: {percent(mean)}")
        else:
            self._mean.setText("Aucune collectivité à montrer.")
        self._tell(0, sum(bool(each.risks) for each in summaries), "avec une obligation à risque")
        self._tell(1, sum(bool(each.late or each.blocked) for each in summaries), "avec des retards")
        self._tell(2, len(portfolio.failures), "non lu", "non lus", noun="fichier")
        found = bands(summaries)
        name = "Collectivités selon leur avancement"
        self._bands.show_bars(name, [Bar(label, (float(n),), str(n)) for label, n in found])
        self._show_strata(summaries)

    def _tell(
        self, place: int, how_many: int, words: str, plural: str = "", noun: str = "collectivité"
    ) -> None:
        following = plural if plural and how_many > 1 else words
        self._pills[place].show_state(f"{count(how_many, noun)} {following}", "warn" if how_many else "ok")

    def _show_strata(self, summaries: Sequence[Summary]) -> None:
        measure = MEASURES[0]
        bars = []
        for stratum, members in by_stratum(summaries).items():
            if found := quartiles(figures(measure, members)):
                label = stratum.label[:1].upper() + stratum.label[1:]
                bars.append(Bar(label, (found[1],), f"{measure.shown(found[1])}{NBSP}kg"))
        self._strata.show_bars("Empreinte médiane par agent, selon la strate", bars)
        self._strata.setVisible(bool(bars))

    def _explain_mean(self) -> None:
        self._explain(explain_mean(self._shown))
