"""The scenarios of the document: their list, their form, the actions that each keeps."""

from __future__ import annotations

from collections.abc import Callable

from nrdesk.core.errors import UserError
from nrdesk.core.fields.scenario import SCENARIO
from nrdesk.core.formatting import count
from nrdesk.core.model import Record, Scenario, ScenarioAction
from nrdesk.core.plan import scenarios
from nrdesk.ui import errors
from nrdesk.ui.records import RankedSection
from nrdesk.ui.records.record_list import Line
from nrdesk.ui.scenarios.kept_actions import KeptActions
from nrdesk.ui.session import Session


class ScenariosSection(RankedSection):
    """Choices of actions to be compared with the plan."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Scenario,
            SCENARIO,
            title="Les scénarios",
            columns=("name",),
            add_label="Ajouter un scénario",
            noun="un scénario",
            empty="Un scénario garde une partie des actions du plan, ou les décale. Le premier part de "
            "toutes\u00a0: décochez ce que vous voulez essayer sans.",
            places={"scenarios": ""},
        )
        self.kept = KeptActions(session)
        self.add(self.kept)

    def refresh(self) -> None:
        super().refresh()
        self._show_kept()

    def add_record(self) -> None:
        """Add a scenario that keeps the actions of the plan, and go to its name."""
        name = f"Scénario {len(self._records()) + 1}"
        self._take(lambda: scenarios.add_from_plan(self._session.document, name))

    def duplicate(self) -> None:
        """Add a copy of the current scenario with its actions."""
        record = self._current()
        if isinstance(record, Scenario):
            self._take(lambda: scenarios.duplicate(self._session.document, record))

    def _take(self, make: Callable[[], Scenario]) -> None:
        """Make a scenario, show it and go to its name."""
        self.form.save()
        try:
            made = make()
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        self.select(made.id)
        self.form.focus_field(self._name)

    def _show(self, record_id: str | None) -> None:
        super()._show(record_id)
        self._show_kept()

    def _show_kept(self) -> None:
        record = self._current()
        self.kept.show_scenario(record if isinstance(record, Scenario) else None)

    def _line_of(self, record: Record) -> Line:
        kept = self._session.document.count(ScenarioAction, scenario_id=record.id)
        return Line(record.id, self._title(record), count(kept, "action"))
