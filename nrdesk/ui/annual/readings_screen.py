"""Second screen: the readings that are due, typed here or made by nrdesk at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core import dates
from nrdesk.core.errors import UserError
from nrdesk.core.fields import Value
from nrdesk.core.fields.review import READING
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Reading
from nrdesk.core.monitoring import automatic, indicators
from nrdesk.core.monitoring.cycle import Cycle
from nrdesk.core.monitoring.explaining import explain
from nrdesk.core.monitoring.indicators import IndicatorState
from nrdesk.core.written.words import quoted
from nrdesk.ui import errors
from nrdesk.ui.annual.screen import Screen
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.figure_table import FigureTable, TableLine
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.form import Form
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.rows import LinkRow

_MOST = 10
"""Indicators seen at once."""
_VALUE = next(field for field in READING if field.name == "value")


class ReadingsScreen(Screen):
    """A field for each reading that is due, and the values of the year."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            "readings",
            "Les relevés de l’année",
            "Un chiffre par indicateur, avec sa date. Ce que nrdesk calcule se relève d’un geste.",
        )
        self.read_button = button("Relever ce que nrdesk calcule", "refresh-cw", on_click=self.read_all)
        self.add(flow(self.read_button))
        self._form = QVBoxLayout()
        self.add_layout(self._form)
        self._edits: list[FieldEdit] = []
        self.table = FigureTable(
            "Le dernier relevé de chaque indicateur", ("Indicateur", "Relevé", "Date", "État"), most=_MOST
        )
        self.add(self.table)
        self.add(
            LinkRow(
                "Ouvrir les indicateurs",
                "Corriger un relevé, dire d’où il vient, changer une cible",
                "target",
                self.leads("indicators"),
            )
        )

    def fill(self, cycle: Cycle) -> None:
        known = indicators.states(self.session.document, dt.date.today())
        self.read_button.setVisible(any(automatic.is_automatic(each.indicator) for each in known))
        self.read_button.setEnabled(not cycle.barrier and not cycle.closed)
        self._ask([] if cycle.closed or cycle.barrier else [each for each in known if each.due])
        self.table.show_lines([self._line(each) for each in known if each.last])
        self.table.setVisible(any(each.last for each in known))

    def read_all(self) -> None:
        """Write every reading that nrdesk can make, as one action."""
        document = self.session.document
        try:
            made = automatic.note(
                document, automatic.read_all(document, assessment=self.session.assessment())
            )
        except UserError as error:
            errors.show_error(self, error)
            return
        say_undoable(
            self, self.session, f"{len(made)} relevés notés." if len(made) > 1 else "Un relevé noté."
        )

    def save(self) -> None:
        for edit in self._edits:
            edit.save_typed()

    def _line(self, state: IndicatorState) -> TableLine:
        day = dates.short(state.last.read_on or "") if state.last else ""
        cells = (state.title, state.text(state.value), day, state.words)
        return TableLine(cells, lambda: self.explained.emit(explain(state)))

    def _ask(self, due: list[IndicatorState]) -> None:
        """Show a field for each of these indicators; what is being typed in them is left alone."""
        ids = [each.indicator.id for each in due]
        if ids == [edit.field.name for edit in self._edits]:
            return
        clear(self._form)
        form = Form(columns=2)
        self._edits = []
        for each in due:
            last = f"Dernier{NBSP}: {each.text(each.value)}." if each.last else "Premier relevé."
            field = replace(
                _VALUE, name=each.indicator.id, label=each.title, unit=each.indicator.unit, help=last
            )
            edit = FieldEdit(self.session, form, field, partial(self._note, each))
            edit.show(f"bilan:{each.indicator.id}", "")
            self._edits.append(edit)
        self._form.addWidget(form)
        form.setVisible(bool(due))

    def _note(self, state: IndicatorState, value: Value) -> None:
        if not isinstance(value, float | int):
            return
        reading = Reading(
            indicator_id=state.indicator.id,
            read_on=dt.date.today().isoformat(),
            value=float(value),
            source=state.indicator.source,
        )
        with self.session.act(f"Relever {quoted(state.title)}") as tx:
            tx.add(reading)
