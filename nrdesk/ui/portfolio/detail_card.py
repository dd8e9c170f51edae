"""One collectivité of the portfolio: its place among comparable ones, its risks, what falls due."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core import dates
from nrdesk.core.footprint import Explanation
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.portfolio import Portfolio, Summary, wording
from nrdesk.core.portfolio.comparison import Comparison, Position, compare
from nrdesk.core.portfolio.explained import explain_position, explain_risks
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.figure_table import FigureTable, TableLine
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import clear

_HEADERS = ("Mesure", "Ici", "Premier quart", "Médiane", "Dernier quart", "Place")
_NONE = "–"


class DetailCard(Card):
    """What is known of the collectivité looked at."""

    open_asked = Signal(object)
    """The `Summary` whose document is asked for."""
    sheet_asked = Signal(object)
    """The `Summary` whose anonymous comparison is to be written."""

    def __init__(self, explain: Callable[[Explanation], object]) -> None:
        super().__init__("La collectivité choisie")
        self._explain = explain
        self._summary: Summary | None = None
        self._where = text.muted("")
        self.open_button = button("Ouvrir ce document", "folder-open", on_click=self._open)
        self.sheet_button = button(
            "Écrire la comparaison",
            "download",
            on_click=self._write,
            help="Sa place parmi des collectivités comparables, sans les nommer, en PDF ou en Word",
        )
        self._compared = text.muted("")
        self._positions = FigureTable("Comparaison anonyme", _HEADERS)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(6)
        self.add(self._where)
        self.add(flow(self.open_button, self.sheet_button))
        self.add(self._compared)
        self.add(self._positions)
        self.add_layout(self._lists)

    def show_summary(self, portfolio: Portfolio, summary: Summary | None) -> None:
        """Tell of a collectivité; nothing shows while none is looked at."""
        self._summary = summary
        self.setVisible(summary is not None)
        if summary is None:
            return
        assert self.heading is not None
        self.heading.setText(summary.name)
        self.setAccessibleName(summary.name)
        changed = f", changé le {dates.short(summary.changed[:10])}" if summary.changed else ""
        self._where.setText(f"{summary.file}{changed}")
        compared = compare(portfolio, summary)
        self._compared.setText(
            f"Comparée, sans les nommer, aux autres {compared.stratum.label} de ce dossier."
        )
        self._positions.show_lines([self._line(summary, each, compared) for each in compared.positions])
        for each in (self.sheet_button, self._compared, self._positions):
            each.setVisible(not summary.fictional)
        self._tell(portfolio, summary)

    def _line(self, summary: Summary, position: Position, compared: Comparison) -> TableLine:
        measure = position.measure
        shown = [
            _NONE if bound is None else measure.shown(bound)
            for bound in (position.low, position.middle, position.high)
        ]
        unit = f" ({measure.unit})" if measure.unit else ""
        return TableLine(
            (f"{measure.label}{unit}", measure.text(summary) or _NONE, *shown, position.told),
            lambda: self._explain(explain_position(summary, position, compared)),
        )

    def _tell(self, portfolio: Portfolio, summary: Summary) -> None:
        clear(self._lists)
        for remark in wording.remarks(portfolio, summary):
            self._lists.addWidget(text.label(remark, tone="warn"))
        if summary.risks:
            why = button("Expliquer", kind="link", on_click=partial(self._explain, explain_risks(summary)))
            why.setAccessibleName("Expliquer\u00a0: obligations à risque")
            title = count(len(summary.risks), "obligation à risque", "obligations à risque")
            self._lists.addWidget(flow(text.strong(title, wrap=False), why))
        for risk in summary.risks:
            doubt = "" if risk.verified else " (à confirmer)"
            self._lists.addWidget(text.body(f"{risk.title}{doubt}{NBSP}: {risk.why}."))
        if summary.deadlines:
            self._lists.addWidget(text.strong("Ce qui échoit"))
        for due in summary.deadlines:
            law = " (loi)" if due.legal else ""
            self._lists.addWidget(text.body(f"{dates.short(due.on)}{NBSP}: {due.title}{law}"))

    def _open(self) -> None:
        self.open_asked.emit(self._summary)

    def _write(self) -> None:
        self.sheet_asked.emit(self._summary)
