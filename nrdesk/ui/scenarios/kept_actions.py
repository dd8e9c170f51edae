"""The actions of the plan, each ticked when a scenario keeps it, and when its effects begin there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.model import Action, Scenario, ScenarioAction
from nrdesk.core.plan import scenarios
from nrdesk.ui import errors, theme
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow

_ID = Qt.ItemDataRole.UserRole
_HEIGHT = 260
"""Of the list, in pixels for normal text: some eight actions."""
_YEARS = 6
"""Years after the campaign that are offered."""
_AS_PLANNED = "comme dans le plan"


class KeptActions(QWidget):
    """A list to tick, two buttons for all or none, and when the current one begins."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._scenario: Scenario | None = None
        self.list = QListWidget()
        self.list.setAccessibleName("Actions gardées par ce scénario")
        self.list.setAccessibleDescription("Flèches pour parcourir, Espace pour cocher")
        self.list.setFixedHeight(theme.px(_HEIGHT))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemChanged.connect(self._tick)
        self.list.currentItemChanged.connect(lambda _: self._show_year())
        self.year = QComboBox()
        self.year.setAccessibleName("Début des effets de l’action choisie")
        self.year.activated.connect(self._set_year)
        self._all = button("Tout cocher", on_click=lambda: self._keep_all(kept=True))
        self._none = button("Tout décocher", on_click=lambda: self._keep_all(kept=False))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(text.strong("Les actions qu’il garde"))
        column.addWidget(self.list)
        column.addWidget(flow(self._all, self._none))
        column.addWidget(flow(text.body("Effets de l’action choisie à partir de", wrap=False), self.year))

    def show_scenario(self, scenario: Scenario | None) -> None:
        """Show the actions of a scenario; nothing when there is none."""
        self._scenario = scenario
        self.setVisible(scenario is not None)
        if scenario is None:
            return
        document = self._session.document
        kept = {each.action_id for each in document.all(ScenarioAction, scenario_id=scenario.id)}
        actions = sorted(document.all(Action), key=lambda action: action.rank)
        locked = document.read_only
        current, place = self._current_id(), self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for action in actions:
            item = QListWidgetItem(action.title or "Action sans titre")
            item.setData(_ID, action.id)
            item.setToolTip(item.text())
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            item.setFlags(flags if locked else flags | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if action.id in kept else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        ids = [action.id for action in actions]
        self.list.setCurrentRow(ids.index(current) if current in ids else max(min(place, len(ids) - 1), 0))
        self.list.blockSignals(False)
        for each in (self._all, self._none):
            each.setEnabled(not locked and bool(actions))
        self._show_year()

    def _current_id(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_ID)) if item else ""

    def _show_year(self) -> None:
        """Offer the years for the current action, if the scenario keeps it."""
        self.year.clear()
        if self._scenario is None:
            return
        found = self._session.document.all(
            ScenarioAction, scenario_id=self._scenario.id, action_id=self._current_id()
        )
        first = self._session.document.campaign.year + 1
        chosen = found[0].from_year if found else None
        years = sorted({*range(first, first + _YEARS), *([chosen] if chosen else [])})
        self.year.addItem(_AS_PLANNED, None)
        for year in years:
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(years.index(chosen) + 1 if chosen else 0)
        self.year.setEnabled(bool(found) and not self._session.document.read_only)

    def _tick(self, item: QListWidgetItem) -> None:
        kept = item.checkState() is Qt.CheckState.Checked
        self._do(
            lambda scenario: scenarios.keep(self._session.document, scenario, [item.data(_ID)], kept=kept)
        )

    def _keep_all(self, *, kept: bool) -> None:
        ids = [str(self.list.item(row).data(_ID)) for row in range(self.list.count())]
        self._do(lambda scenario: scenarios.keep(self._session.document, scenario, ids, kept=kept))

    def _set_year(self) -> None:
        year, action_id = self.year.currentData(), self._current_id()
        self._do(lambda scenario: scenarios.begin(self._session.document, scenario, action_id, year))

    def _do(self, change: Callable[[Scenario], object]) -> None:
        """Change the scenario, then show what is kept of it."""
        if self._scenario is None:
            return
        try:
            change(self._scenario)
        except UserError as error:
            errors.show_error(self, error)
        self.show_scenario(self._scenario)
