"""Whether an objective of footprint can be reached: the curve without action, and levers to try on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nrdesk.core.assessment import Assessment, assess
from nrdesk.core.assessment import reach_words as words
from nrdesk.core.assessment.aim import Aim, Option, Verdict
from nrdesk.core.assessment.options import STEPS
from nrdesk.core.assessment.reach_explained import explain as explained
from nrdesk.core.assessment.reachability import Reach, reach_of
from nrdesk.core.footprint import Explanation
from nrdesk.core.footprint.cohorts import Park, park_of
from nrdesk.core.footprint.levers import Lever
from nrdesk.core.footprint.trajectory import YearPoint
from nrdesk.core.jobs import Progress
from nrdesk.core.model import Objective
from nrdesk.ui import tasks
from nrdesk.ui.accessibility import announce
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step05_ambition.lever_row import LeverRow
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.figure_table import FigureTable, TableLine
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import clear, column
from nrdesk.ui.widgets.lines_chart import Line, LinesChart
from nrdesk.ui.widgets.pill import Pill

_MANY_LINES = 5_000
"""Lines of the inventory from which a park is prepared in a task."""
_PILLS = {
    Verdict.UNKNOWN: "quiet",
    Verdict.REACHED: "ok",
    Verdict.REACHABLE: "ok",
    Verdict.DEMANDING: "warn",
    Verdict.OUT_OF_REACH: "bad",
}
_WITHOUT, _WITH, _TARGET = "Sans rien changer", "Avec ces réglages", "Cible"


class ReachCard(Card):
    """An objective put to the test of the inventory."""

    def __init__(self, session: Session, explain: Callable[[Explanation], object] | None = None) -> None:
        """Make it empty.

        Args:
            session: the open document.
            explain: shows an explanation; no figure is explained without it.
        """
        self.verdict = Pill("", "quiet")
        super().__init__("Est-ce possible\u00a0?", self.verdict)
        self._session = session
        self._explain = explain
        self._objective_id: str | None = None
        self._found: Reach | None = None
        self._park: tuple[Assessment, Park] | None = None
        """What the inventory was when it was last prepared."""
        self.name = text.strong("")
        self.reason = text.body("", terms=True)
        self._sentences = text.body("", terms=True)
        self.chart = LinesChart()
        self.rows = {kind: LeverRow(kind, self._try) for kind in STEPS}
        self.live = text.strong("")
        self.reset = button("Tout remettre à zéro", kind="link", on_click=lambda: self._set(()))
        self.link = button("Expliquer ce chiffre", kind="link", on_click=self._explain_figure)
        if explain is None:
            self.link.hide()
        self._options = QVBoxLayout()
        self._options.setSpacing(8)
        self.table = FigureTable("Trajectoires, année par année", ("Année", _WITHOUT, _WITH, _TARGET))
        self._assumed = QVBoxLayout()
        self._simulated = self._lay_out()
        for widget in (self.name, self.reason, self._simulated):
            self.add(widget)
        self.show_objective(None)

    def _lay_out(self) -> QWidget:
        """Return what shows only when something is simulated."""
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self._sentences)
        box.addWidget(self.chart)
        panel = Panel(text.strong("Essayez"), *self.rows.values(), self.live, flow(self.reset, self.link))
        panel.body.setSpacing(10)
        box.addWidget(panel)
        box.addLayout(self._options)
        figures, assumed = (
            Fold("Les chiffres, année par année", opened=False),
            Fold("Ce qui est supposé", opened=False),
        )
        figures.add(self.table)
        assumed.body.addLayout(self._assumed)
        box.addWidget(figures)
        box.addWidget(assumed)
        return holder

    def show_objective(self, objective_id: str | None) -> None:
        """Put an objective to the test; None when none is chosen."""
        if objective_id != self._objective_id:
            for each in self.rows.values():
                each.show_lever(None)
        self._objective_id = objective_id
        self.refresh()

    def refresh(self) -> None:
        """Show what the document holds."""
        found = self._session.document.existing(Objective, {self._objective_id or ""})
        if not found:
            self._found = None
            self.name.hide()
            self.verdict.hide()
            self._simulated.hide()
            self.reason.setText(
                "Choisissez un objectif dans la liste pour savoir si le parc peut l’atteindre."
            )
            return
        (objective,) = found
        assessment = self._assessment()
        if self._park and self._park[0] is assessment:
            self._show(reach_of(assessment, objective, self._park[1]))
        elif len(assessment.equipment) < _MANY_LINES:
            self._prepared(objective, assessment, park_of(assessment.result))
        else:
            tasks.run(
                self,
                "Simulation du parc",
                partial(_prepare, assessment),
                partial(self._prepared, objective, assessment),
            )

    def focus_field(self, name: str) -> bool:
        """Return whether a place of the checklist is here: none is."""
        return False

    def _assessment(self) -> Assessment:
        """Return the figures of the latest campaign, whatever the one shown."""
        shown, latest = self._session.campaign, self._session.document.campaign
        return self._session.assessment() if shown.id == latest.id else assess(self._session.document, latest)

    def _prepared(self, objective: Objective, assessment: Assessment, park: Park) -> None:
        self._park = (assessment, park)
        self._show(reach_of(assessment, objective, park))

    def _show(self, found: Reach) -> None:
        self._found = found
        self.name.show()
        self.name.setText(found.objective.title or "Objectif sans nom")
        self.verdict.show_state(found.verdict.label, _PILLS[found.verdict])
        # What cannot be judged has no verdict: the sentence says why.
        self.verdict.setVisible(found.verdict is not Verdict.UNKNOWN)
        self.reason.setText(found.reason)
        aim = found.aim
        self._simulated.setVisible(aim is not None)
        if aim is None:
            return
        self._sentences.setText(" ".join(found.sentences))
        for each in self.rows.values():
            each.offer(aim.park.groups)
        self._list_options(found)
        clear(self._assumed)
        for sentence in (*found.cautions, *found.hypotheses):
            self._assumed.addWidget(text.muted(f"•\u00a0{sentence}", terms=True))
        self._draw(found, aim)

    def _list_options(self, found: Reach) -> None:
        clear(self._options)
        options = [*found.options, *([found.combination] if found.combination else [])]
        if options and found.aim:
            self._options.addWidget(text.strong("Ce que chaque levier apporte"))
        for option in options:
            assert found.aim is not None
            self._options.addWidget(self._option(found.aim, option))

    def _option(self, aim: Aim, option: Option) -> QWidget:
        told = text.body(f"{option.title}.", terms=True)
        where = text.muted(words.outcome(aim, option))
        link = button("Essayer", on_click=partial(self._take, option))
        link.setAccessibleName(f"Essayer\u00a0: {option.title}")
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(column(told, where, gap=2), 1)
        across.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def levers(self) -> list[Lever]:
        """Return what is being tried."""
        if not (self._found and self._found.aim):
            return []
        start = self._found.aim.first_year + 1
        return [lever for each in self.rows.values() if (lever := each.lever(start))]

    def _take(self, option: Option) -> None:
        self._set(option.levers)
        announce(self, self.live.text())

    def _set(self, levers: Sequence[Lever]) -> None:
        chosen = {lever.kind: lever for lever in levers}
        for kind, each in self.rows.items():
            each.show_lever(chosen.get(kind))
        self._try()

    def _try(self) -> None:
        if self._found and self._found.aim:
            self._draw(self._found, self._found.aim)

    def _draw(self, found: Reach, aim: Aim) -> None:
        """Draw the curves, and say where the levers that are set lead."""
        levers = self.levers()
        self.live.setText(text.tied(words.live(aim, levers)))
        self.reset.setEnabled(bool(levers))
        tried = aim.points(aim.project(levers)) if levers else found.baseline
        lines = [_line(aim, _WITHOUT, found.baseline)]
        lines += [_line(aim, _WITH, tried)] if levers else []
        target = Line(_TARGET, (aim.target,) * len(tried), words.exact(aim, aim.target))
        self.chart.show_lines(
            f"Trajectoire du parc, en {aim.unit} par an",
            [str(point.year) for point in found.baseline],
            lines,
            target,
        )
        self.table.setColumnHidden(2, not levers)
        self.table.show_lines(
            [
                TableLine(
                    (
                        str(point.year),
                        words.roughly(aim, point.value),
                        words.roughly(aim, other.value),
                        words.exact(aim, aim.target),
                    )
                )
                for point, other in zip(found.baseline, tried, strict=True)
            ]
        )

    def _explain_figure(self) -> None:
        if self._explain and self._found and self._found.aim:
            self._explain(explained(self._found.aim, self.levers()))


def _prepare(assessment: Assessment, progress: Progress) -> Park:
    progress(0, 0)
    return park_of(assessment.result)


def _line(aim: Aim, label: str, points: Sequence[YearPoint]) -> Line:
    return Line(label, tuple(point.value for point in points), words.amount(aim, points[-1].value))
