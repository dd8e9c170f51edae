"""The plan and the scenarios side by side, up to the same year."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from nrdesk.core.footprint import Explanation
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import Action
from nrdesk.core.plan import effects_words as words
from nrdesk.core.plan.effects import Effects, Measure
from nrdesk.core.plan.effects_explained import explain
from nrdesk.core.plan.scenarios import ScenarioComparison
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.figure_table import FigureTable, TableLine
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.signed_bars import SignedBar, SignedBars

_MOST = 10


class ComparisonCard(Card):
    """A line per choice of actions, bars of what each changes, and which actions make the difference."""

    def __init__(self, explain: Callable[[Explanation], object]) -> None:
        """Make an empty card; `explain` shows an explanation."""
        super().__init__("Comparer les scénarios")
        self._explain = explain
        self.bars = SignedBars()
        self.table = FigureTable("Scénarios comparés", _headers(0), most=_MOST)
        self._about = text.muted("", terms=True)
        self.differences = Fold("Ce qui les distingue", opened=False)
        for widget in (self._about, self.bars, self.table, self.differences):
            self.add(widget)

    def show_comparison(self, told: ScenarioComparison) -> None:
        """Show choices of actions; the card hides when there is nothing to compare the plan with."""
        self.setVisible(len(told.columns) > 1)
        self._about.setText(
            f"Équipements et services, en {told.last_year}, par rapport à ne rien faire. Un scénario garde "
            "ou décale des actions du plan\u00a0; tout le reste est pareil."
        )
        self.bars.show_bars(
            f"Ce que chaque scénario change en {told.last_year}",
            [SignedBar(each.name, each.difference, words.signed(each.difference)) for each in told.columns],
        )
        self.table.setHorizontalHeaderLabels([*_headers(told.last_year), ""])
        self.table.show_lines(
            [TableLine(_cells(each), partial(self._explain_column, each)) for each in told.columns]
        )
        self._list_differences(told)

    def _list_differences(self, told: ScenarioComparison) -> None:
        """Say which actions each leaves aside, and which it puts at another date."""
        self.differences.clear()
        sentences = []
        for column in told.columns:
            aside = told.aside(column)
            moved = [each for each in column.kept if each.from_year]
            if aside:
                titles = ", ".join(_title(action) for action in aside)
                sentences.append(f"{column.name}{NBSP}: sans {count(len(aside), 'action')} ({titles}).")
            if moved:
                titles = ", ".join(f"{_title(each.action)}, dès {each.from_year}" for each in moved)
                what = count(len(moved), "action décalée", "actions décalées")
                sentences.append(f"{column.name}{NBSP}: {what} ({titles}).")
        for sentence in sentences:
            self.differences.add(text.muted(f"•{NBSP}{sentence}", terms=True))
        self.differences.setVisible(bool(sentences))

    def _explain_column(self, column: Effects) -> None:
        self._explain(explain(column, Measure.EVERYTHING))


def _cells(found: Effects) -> tuple[str, ...]:
    return (
        found.name,
        words.point(Measure.EVERYTHING, found.years[-1]),
        words.money(sum(each.money.purchases for each in found.actions)) or "–",
        words.whole_euros(found.costs) or "–",
    )


def _headers(year: int) -> tuple[str, ...]:
    when = f"{NBSP}{year}" if year else ""
    return ("Scénario", f"Empreinte{when}", f"Achats d’ici{when}", "Coût prévu")


def _title(action: Action) -> str:
    return action.title or "action sans titre"
