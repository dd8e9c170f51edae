"""The list of the indicators: where each stands beside it, its settings under a title that opens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.ambition import figures
from nrdesk.core.fields.review import indicator
from nrdesk.core.model import Action, Indicator, Objective, Record
from nrdesk.core.monitoring.indicators import IndicatorState, states
from nrdesk.ui.indicators.state_panel import Act, StatePanel
from nrdesk.ui.records import RankedSection
from nrdesk.ui.records.record_list import Line
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import column

_SIDE_BY_SIDE = 640


class IndicatorsSection(RankedSection):
    """The indicators of the document."""

    def __init__(
        self, session: Session, *, type_in: Act, read: Act, read_past: Act, explain: Act, explain_figure: Act
    ) -> None:
        """Make the card; the gestures are those of the panel (see `StatePanel`)."""
        self._states: dict[str, IndicatorState] = {}
        self.today = dt.date.today()
        self.panel = StatePanel(
            type_in=type_in,
            read=read,
            read_past=read_past,
            explain=explain,
            explain_figure=explain_figure,
        )
        self.settings = Fold("Modifier cet indicateur", opened=False)
        super().__init__(
            session,
            Indicator,
            indicator({kind.id: kind.label for kind in figures().values()}),
            title="Ce que vous suivez",
            columns=("title",),
            add_label="Ajouter un indicateur",
            noun="un indicateur",
            empty="Trois à cinq chiffres, toujours les mêmes, relevés chaque année. nrdesk en propose "
            "ci-dessous, d’après vos objectifs.",
            places={"indicators": ""},
        )

    def _add_body(self) -> None:
        self._duplicate = button("Dupliquer", "copy", on_click=self.duplicate)
        self._duplicate.setAccessibleName(f"Dupliquer {self._noun}")
        self._delete = button("Supprimer", "trash-2", on_click=self.delete)
        self._delete.setAccessibleName(f"Supprimer {self._noun}")
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self.list)
        self.under_list = QVBoxLayout()
        self.under_list.setSpacing(12)
        lines.addLayout(self.under_list, 1)
        self.settings.add(self.form)
        self.settings.add(flow(self._duplicate, self._delete))
        beside = Beside((left, 4), (self.panel, 5), room=_SIDE_BY_SIDE)
        self._body = Beside((column(beside, self.settings, gap=12), 1), room=0)
        self.add(self._body)
        for each in (self._add, self._duplicate, self._delete):
            each.setEnabled(not self._locked)

    @property
    def state(self) -> IndicatorState | None:
        """Where the current indicator stands."""
        return self._states.get(self.current_id or "")

    def refresh(self) -> None:
        document, self.today = self._session.document, dt.date.today()
        found = states(document, self.today)
        self._states = {each.indicator.id: each for each in found}
        self.form.offer("objective_id", _named(document.all(Objective)))
        self.form.offer("action_id", _named(document.all(Action)))
        super().refresh()
        self._show_state()

    def focus_field(self, name: str) -> bool:
        if name in self._fields and self.current_id:
            self.settings.header.setChecked(True)
        return super().focus_field(name)

    def open_settings(self) -> None:
        """Open the form and go to its first field."""
        self.settings.header.setChecked(True)
        self.form.focus_field()

    def _connect(self) -> None:
        super()._connect()
        self.list.keys["Return"] = self.list.keys["Enter"] = self.open_settings

    def _put(self, record: Record, label: str) -> None:
        self.settings.header.setChecked(True)
        super()._put(record, label)

    def _show(self, record_id: str | None) -> None:
        super()._show(record_id)
        self._show_state()

    def _show_state(self) -> None:
        if state := self.state:
            past = [each.year for each in self._session.document.campaigns()[:-1]]
            self.panel.show_state(state, self.today, past=past, locked=self._locked)

    def _line_of(self, record: Record) -> Line:
        state = self._states[record.id]
        words = "à relever" if state.due and state.last and not state.off_track else state.words
        return Line(record.id, state.title, " · ".join(filter(None, (state.text(state.value), words))))


def _named(records: Sequence[Objective] | Sequence[Action]) -> dict[str, str]:
    """Return the answers of a list of records: none, then each by its title."""
    return {"": "", **{each.id: each.title or "(sans nom)" for each in records}}
