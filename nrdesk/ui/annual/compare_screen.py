"""Last screen: the year against the one before, what is still missing, and closing the bilan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.ambition import value_text
from nrdesk.core.assessment.years import compare_years, previous, signed_mass
from nrdesk.core.errors import UserError
from nrdesk.core.footprint import Explanation
from nrdesk.core.formatting import NBSP, mass
from nrdesk.core.monitoring import cycle as annual
from nrdesk.core.monitoring import indicators
from nrdesk.core.monitoring.cycle import Cycle, CycleStep
from nrdesk.core.monitoring.explaining import explain
from nrdesk.core.monitoring.kept import KeptIndicator, KeptReview
from nrdesk.ui import errors
from nrdesk.ui.annual.screen import Screen
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.figure_table import FigureTable, TableLine
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.messages import ask
from nrdesk.ui.widgets.rows import LinkRow
from nrdesk.ui.widgets.signed_bars import SignedBar, SignedBars

_MOST = 8
"""Indicators seen at once."""


class CompareScreen(Screen):
    """The figures of both years, why they differ, and the button that closes."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            "compare",
            "Comparer et clore",
            "Ce que l’année a changé. Clore fige la campagne\u00a0: ses chiffres seront les mêmes dans "
            "dix ans.",
        )
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(6)
        self.bars = SignedBars()
        self.why = button("Expliquer cet écart", kind="link", on_click=self._explain_difference)
        self.table = FigureTable(
            "Les chiffres du bilan", ("Mesure", "Avant", "Cette année", "Cible"), most=_MOST
        )
        self.reopen_button = button("Rouvrir le bilan…", "refresh-cw", on_click=self.reopen)
        self.add_layout(self._sentences)
        self.add(self.bars)
        self.add(flow(self.why))
        self.add(self.table)
        self.add(
            LinkRow(
                "Écrire le bilan annuel",
                "PDF, Word et présentation, à la page des documents",
                "file-text",
                self.leads("documents"),
            )
        )
        self.add(flow(self.reopen_button))
        self._cycle: Cycle | None = None

    def remarks(self, cycle: Cycle, step: CycleStep) -> tuple[str, ...]:
        if cycle.closed or cycle.barrier:
            return (cycle.barrier,) if cycle.barrier else ()
        left = [each for each in cycle.steps[:-1] if not each.checked]
        unchecked = ", ".join(each.title.lower() for each in left)
        points = sum(len(each.missing) for each in cycle.steps)
        told = [f"À vérifier avant de clore{NBSP}: {unchecked}."] if left else []
        if points:
            told.append(
                "Un point reste à compléter dans les écrans précédents."
                if points == 1
                else f"{points} points restent à compléter dans les écrans précédents."
            )
        return tuple(told)

    def fill(self, cycle: Cycle) -> None:
        self._cycle = cycle
        at_hand = None if cycle.closed else self.session.assessment()
        told = annual.told(self.session.document, cycle.campaign, dt.date.today(), assessment=at_hand)
        clear(self._sentences)
        for sentence in told.sentences:
            self._sentences.addWidget(text.body(sentence, terms=True))
        self._draw(told)
        self.table.show_lines(list(self._lines(told)))
        self.reopen_button.setVisible(cycle.closed and not self.session.document.read_only)

    def close_bilan(self) -> None:
        """Close the bilan once the user agreed."""
        assert self._cycle is not None
        year = self._cycle.campaign.year
        if not ask(
            self,
            f"Clore le bilan {year}{NBSP}?",
            yes="Clore",
            details="La campagne sera figée, ce que dit le bilan ne bougera plus. Vous pourrez le rouvrir.",
        ):
            return
        try:
            annual.close(
                self.session.document,
                self._cycle.campaign,
                dt.date.today(),
                assessment=self.session.assessment(),
            )
        except UserError as error:
            errors.show_error(self, error)
            return
        say_undoable(self, self.session, f"Bilan {year} clos, campagne figée.")

    def reopen(self) -> None:
        """Open the bilan again once the user agreed."""
        assert self._cycle is not None
        year = self._cycle.campaign.year
        if not ask(
            self,
            f"Rouvrir le bilan {year}{NBSP}?",
            yes="Rouvrir",
            details="Ses chiffres seront calculés de nouveau\u00a0: ils peuvent ne plus être ceux que vous "
            "avez publiés.",
        ):
            return
        try:
            annual.reopen(self.session.document, self._cycle.campaign)
        except UserError as error:
            errors.show_error(self, error)
            return
        say_undoable(self, self.session, f"Bilan {year} rouvert.")

    def _draw(self, told: KeptReview) -> None:
        before = told.footprint_before
        for widget in (self.bars, self.why):
            widget.setVisible(before is not None)
        if before is None:
            return
        bars = [SignedBar(each.label, each.value, signed_mass(each.value)) for each in told.effects]
        change = told.footprint.value - before.value
        bars.append(SignedBar("Écart", change, signed_mass(change)))
        years = f"de {told.previous_year} à {told.year}"
        self.bars.show_bars(f"Gaz à effet de serre, {years}{NBSP}: ce qui fait l’écart", bars)

    def _lines(self, told: KeptReview) -> list[TableLine]:
        now, before, target = told.footprint, told.footprint_before, told.target
        first = TableLine(
            (
                "Empreinte du parc, par an",
                mass(before.value, before.low, before.high) if before else "",
                mass(now.value, now.low, now.high),
                f"{mass(target.value)} ({target.year})" if target else "",
            ),
            self._explain_difference if before else None,
        )
        return [first, *(TableLine(_cells(each), self._explainer(each)) for each in told.indicators)]

    def _explainer(self, indicator: KeptIndicator) -> Callable[[], object]:
        def tell() -> None:
            known = indicators.states(self.session.document, dt.date.today())
            for state in known:
                if state.indicator.id == indicator.id:
                    self.explained.emit(explain(state))

        return tell

    def _explain_difference(self) -> None:
        assert self._cycle is not None
        document, campaign = self.session.document, self._cycle.campaign
        if earlier := previous(document, campaign):
            explanation: Explanation = compare_years(document, earlier, campaign).explain()
            self.explained.emit(explanation)


def _cells(each: KeptIndicator) -> tuple[str, ...]:
    return (
        each.title,
        value_text(each.before, each.unit),
        value_text(each.value, each.unit),
        value_text(each.target, each.unit),
    )
