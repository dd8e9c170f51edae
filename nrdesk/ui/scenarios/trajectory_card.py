"""Where the actions lead: the curve without action, the curve with them, the objective."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QVBoxLayout

from nrdesk.core.footprint import Explanation
from nrdesk.core.footprint.trajectory import YearPoint
from nrdesk.core.plan import effects_words as words
from nrdesk.core.plan.effects import Effects, Measure
from nrdesk.core.plan.effects_explained import explain
from nrdesk.core.plan.scenarios import ScenarioComparison
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.figure_table import FigureTable, TableLine
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import clear, row
from nrdesk.ui.widgets.lines_chart import Line, LinesChart

_WITH, _TARGET = "Avec ces actions", "Objectif"
_NO_TARGET = "Aucun objectif daté ne porte sur ce chiffre\u00a0: la courbe n’a pas de cible."


class TrajectoryCard(Card):
    """The plan or a scenario, year after year."""

    def __init__(self, explain: Callable[[Explanation], object], chosen: Callable[[Effects], object]) -> None:
        """Make an empty card.

        Args:
            explain: shows an explanation.
            chosen: told which choice of actions is shown, each time it changes.
        """
        super().__init__("La trajectoire")
        self._explain, self._chosen = explain, chosen
        self._told: ScenarioComparison | None = None
        self._measure: Measure | None = None
        """What the person chose to count; what an objective is about until then."""
        self.scenario, self.measure = QComboBox(), QComboBox()
        self.scenario.setAccessibleName("Actions simulées")
        self.measure.setAccessibleName("Ce qui est compté")
        for measure in Measure:
            self.measure.addItem(f"{measure.label[:1].upper()}{measure.label[1:]}", measure)
        self.scenario.activated.connect(self._show_scenario)
        self.measure.activated.connect(self._choose_measure)
        self.add(
            flow(
                text.strong("Simuler", wrap=False),
                self.scenario,
                text.strong("en comptant", wrap=False),
                self.measure,
            )
        )
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(6)
        self.add_layout(self._sentences)
        self.chart = LinesChart()
        self.add(self.chart)
        self.add(row(button("Expliquer ce chiffre", kind="link", on_click=self._explain_figure), 1))
        self.table = FigureTable("Trajectoires, année par année", ("Année", words.WITHOUT, _WITH, _TARGET))
        figures, assumed = (
            Fold("Les chiffres, année par année", opened=False),
            Fold("Ce qui est supposé", opened=False),
        )
        figures.add(self.table)
        self._assumed = QVBoxLayout()
        assumed.body.addLayout(self._assumed)
        self.add(figures)
        self.add(assumed)

    @property
    def shown(self) -> Effects | None:
        """What is shown."""
        if self._told is None:
            return None
        wanted = self.scenario.currentData()
        columns = self._told.columns
        return next((each for each in columns if _key(each) == wanted), columns[0])

    def show_comparison(self, told: ScenarioComparison) -> None:
        """Show one of several choices of actions: the same as before, or the plan."""
        self._told = told
        before = self.scenario.currentData()
        self.scenario.clear()
        for column in told.columns:
            self.scenario.addItem(column.name, _key(column))
        self.scenario.setCurrentIndex(max(self.scenario.findData(before), 0))
        self._show_scenario()

    def _show_scenario(self) -> None:
        shown = self.shown
        assert shown is not None
        self._chosen(shown)
        self._draw(shown)

    def _choose_measure(self) -> None:
        # Qt gives a plain text back for an enumeration of texts.
        self._measure = Measure(self.measure.currentData())
        if shown := self.shown:
            self._draw(shown)

    def _draw(self, shown: Effects) -> None:
        measure = self._measure or shown.measure
        self.measure.setCurrentIndex(self.measure.findData(measure))
        clear(self._sentences)
        target = shown.target(measure)
        for sentence in (*words.sentences(shown, measure), *(() if target else (_NO_TARGET,))):
            self._sentences.addWidget(text.body(sentence, terms=True))
        before, after = shown.points(measure, acting=False), shown.points(measure)
        aim = words.amount(measure, target.value) if target else ""
        self.chart.show_lines(
            f"{measure.label[:1].upper()}{measure.label[1:]}, en {words.unit(measure)} par an",
            [str(point.year) for point in before],
            [_line(measure, words.WITHOUT, before), _line(measure, _WITH, after)],
            Line(_TARGET, (target.value,) * len(before), f"{aim} en {target.year}") if target else None,
        )
        self.table.setColumnHidden(3, target is None)
        self.table.show_lines(
            [
                TableLine((str(one.year), words.point(measure, one), words.point(measure, other), aim))
                for one, other in zip(before, after, strict=True)
            ]
        )
        clear(self._assumed)
        for sentence in (words.method(shown), *words.cautions(shown), *words.hypotheses(shown)):
            self._assumed.addWidget(text.muted(f"•\u00a0{sentence}", terms=True))

    def _explain_figure(self) -> None:
        if shown := self.shown:
            self._explain(explain(shown, self._measure or shown.measure))


def _key(column: Effects) -> str:
    return column.scenario.id if column.scenario else ""


def _line(measure: Measure, label: str, points: Sequence[YearPoint]) -> Line:
    return Line(label, tuple(point.value for point in points), words.point(measure, points[-1]))
