"""The page « Plan d’action »: the same actions in a table, in columns, on a calendar, as work, as money."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.model import Action, Dependency, Milestone
from nrdesk.core.plan import copying
from nrdesk.core.planning import schedule
from nrdesk.core.written.words import quoted
from nrdesk.ui import errors, theme
from nrdesk.ui.planning.action_form import ActionSheet
from nrdesk.ui.planning.grid_columns import objective_titles
from nrdesk.ui.planning.grid_filters import PlanFilters
from nrdesk.ui.planning.page_empty import EmptyPlan
from nrdesk.ui.planning.page_views import VIEWS, PlanView, Shown
from nrdesk.ui.planning.proposals import ProposalsView
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.explain_panel import ExplainPanel
from nrdesk.ui.widgets.page import Page
from nrdesk.ui.widgets.pill import Pill
from nrdesk.ui.widgets.shown_stack import ShownStack

_LEAST_HEIGHT = 300


class PlanPage(Page):
    """Views over one list of actions, the sheet of one of them, the catalogue."""

    def __init__(self, session: Session) -> None:
        super().__init__("Plan d’action", scroll=False)
        self._session = session
        self._records: Sequence[Action] = ()
        self._late: Mapping[str, str] = {}
        self._views: dict[str, PlanView] = {}
        self._total, self._blocked, self._lates = Pill(""), Pill("", "warn"), Pill("", "warn")
        for pill in (self._total, self._blocked, self._lates):
            self.add_badge(pill)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Vues du plan")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for view in VIEWS:
            self.tabs.addTab(view.title)
        self.filters = PlanFilters()
        self._sheet: ActionSheet | None = None
        self._catalogue: ProposalsView | None = None
        self.empty = EmptyPlan(self.show_catalogue, self.create_action, self.open_import)
        self.explain_panel = ExplainPanel()
        self.explain_panel.hide()
        self._add_actions()
        self._lay_out()
        self.tabs.currentChanged.connect(self._show_view)
        self.filters.changed.connect(self._show_view)

    def _add_actions(self) -> None:
        self.effects_button = button("Effets et scénarios", "leaf", on_click=lambda: self.go("scenarios"))
        self.workshop_button = button("Atelier…", "users", on_click=self.open_workshop)
        self.import_button = button("Importer…", "upload", on_click=self.open_import)
        self.catalogue_button = button("Proposer des actions", "list-checks", on_click=self.show_catalogue)
        self.add_button = button("Ajouter une action", "plus", "primary", self.create_action)
        self._buttons = (
            self.effects_button,
            self.workshop_button,
            self.import_button,
            self.catalogue_button,
            self.add_button,
        )
        for each in self._buttons:
            self.add_action(each)
        for each in (self.add_button, self.import_button):
            each.setEnabled(not self._session.document.read_only)

    def _lay_out(self) -> None:
        self._stack = ShownStack()
        plan = QWidget()
        column = QVBoxLayout(plan)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.tabs)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        self._places = ShownStack()
        self._places.setMinimumHeight(theme.px(_LEAST_HEIGHT))
        for place in (plan, self.empty):
            self._places.addWidget(place)
        self._plan = plan
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self._places, 1)
        beside.addWidget(self.explain_panel)
        self.stand_beside(self.explain_panel)
        self.body.addLayout(beside, 1)

    @property
    def sheet(self) -> ActionSheet:
        """The sheet of an action, made when it is first asked for."""
        if self._sheet is None:
            made = self._sheet = ActionSheet(self._session)
            made.back_wanted.connect(self._back)
            made.opened.connect(self.open_action)
            made.duplicate_wanted.connect(self.duplicate)
            made.delete_wanted.connect(self.delete)
            self._places.addWidget(made)
        return self._sheet

    @property
    def catalogue(self) -> ProposalsView:
        """The actions that nrdesk proposes, made when they are first asked for."""
        if self._catalogue is None:
            made = self._catalogue = ProposalsView(self._session)
            made.back_wanted.connect(self._back)
            self._places.addWidget(made)
        return self._catalogue

    @property
    def view(self) -> PlanView:
        """The view that is shown, made when it is first asked for."""
        kind = VIEWS[self.tabs.currentIndex()]
        if kind.key not in self._views:
            made = kind.make(self._session, self)
            self._views[kind.key] = made
            self._stack.addWidget(made.widget)
        return self._views[kind.key]

    def refresh(self) -> None:
        """Show what the document holds."""
        document = self._session.document
        self._records = sorted(document.all(Action), key=lambda action: action.rank)
        plan = schedule.plan(
            self._records, document.all(Dependency), document.all(Milestone), dt.date.today()
        )
        self._late = {each.action_id: each.reason for each in plan.rows if each.late}
        self.filters.offer(self._records, objective_titles(document))
        self._tell()
        place = self._places.currentWidget()
        if place is self._sheet:
            self.sheet.refresh()
            if not self.sheet.action_id:
                self._back()
        elif place is self._catalogue:
            self.catalogue.refresh()
        else:
            self._show_plan()

    def reveal(self, field: str) -> None:
        """Lead to an action, a view, a state of the filters, or the catalogue.

        Args:
            field: identifier of an action, alone or followed by a space and a part of its sheet; "new" for a
                new action, alone or followed by the identifier of its objective; key of a view (see
                `page_views.VIEWS`); "proposals"; or a state of the filters.
        """
        identifier, _, name = field.partition(" ")
        keys = [view.key for view in VIEWS]
        if any(action.id == identifier for action in self._records):
            self.open_action(identifier, name or "title")
        elif identifier == "new":
            self.create_action(name or None)
        elif field == "proposals":
            self.show_catalogue()
        elif field in keys:
            self._back()
            self.tabs.setCurrentIndex(keys.index(field))
            self.view.widget.setFocus()
        else:
            self._back()
            self.filters.show_state(field)

    def open_action(self, action_id: str, field: str = "title") -> None:
        """Open the sheet of an action."""
        shown = [action.id for action in self._shown().actions]
        neighbours = self.view.order() or shown
        self.sheet.show_action(action_id, neighbours if action_id in neighbours else [action_id])
        self._go_to(self.sheet)
        self.sheet.focus_field(field)

    def create_action(self, objective_id: str | None = None) -> None:
        """Add an action, that serves an objective or none yet, and open its sheet at its title."""
        rank = max((action.rank for action in self._records), default=0) + 1
        made = Action(objective_id=objective_id, rank=rank)
        try:
            with self._session.act("Ajouter une action") as tx:
                tx.add(made)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        self.open_action(made.id)

    def duplicate(self, action_id: str) -> None:
        """Add a copy of an action and open its sheet."""
        try:
            made = copying.duplicate(self._session.document, action_id)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        self.open_action(made.id)

    def delete(self, ids: Sequence[str]) -> None:
        """Delete actions with all that hangs from them; they can be brought back."""
        from nrdesk.core.document import remove

        titles = {action.id: action.title for action in self._records}
        one = len(ids) == 1
        named = quoted(titles.get(ids[0], "")) if one else ""
        label = f"Supprimer l’action {named}" if one else f"Supprimer {count(len(ids), 'action')}"
        try:
            with self._session.act(label) as tx:
                remove(self._session.document, tx, Action, ids)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        self._back()
        say_undoable(self, self._session, f"{count(len(ids), 'action supprimée', 'actions supprimées')}.")

    def show_catalogue(self) -> None:
        """Show the actions that nrdesk proposes."""
        self.catalogue.refresh()
        self._go_to(self.catalogue)
        self.catalogue.focus_first()

    def open_import(self) -> None:
        """Open the import of a plan that somebody already has."""
        from nrdesk.ui.planning import import_dialog

        import_dialog.open_import(self._session, self, self.refresh)

    def open_workshop(self) -> None:
        """Open the window in which a workshop sorts the actions."""
        from nrdesk.ui.planning.workshop import WorkshopWindow

        actions = self._shown().actions or self._records
        if actions:
            opened = WorkshopWindow(self._session, [action.id for action in actions], self)
            opened.showFullScreen()

    def _go_to(self, place: QWidget) -> None:
        self._places.setCurrentWidget(place)
        for each in self._buttons:
            # The empty plan has its own ways to begin.
            each.setVisible(place is self._plan)
        self.explain_panel.hide()

    def _back(self) -> None:
        """Come back to the view that was shown, at the action that was open."""
        self._show_plan()
        if self._records:
            self.view.focus(self._sheet.action_id if self._sheet else "")
        else:
            self.empty.focus_first()

    def _show_plan(self) -> None:
        self._go_to(self._plan if self._records else self.empty)
        self._show_view()

    def _shown(self) -> Shown:
        wanted = self.filters.wanted
        kept = [action for action in self._records if wanted.keeps(action, self._late)]
        return Shown(kept, self._late, filtered=bool(wanted))

    def _show_view(self, *_: object) -> None:
        """Draw the view that is shown."""
        shown, view = self._shown(), self.view
        self._stack.setCurrentWidget(view.widget)
        self.filters.setVisible(VIEWS[self.tabs.currentIndex()].filtered)
        self.filters.tell(len(shown.actions), len(self._records))
        view.show(shown)

    def _tell(self) -> None:
        """Count what there is in the pills beside the title."""
        blocked = sum(action.blocked for action in self._records)
        self.workshop_button.setEnabled(bool(self._records))
        self._total.setText(count(len(self._records), "action"))
        self._blocked.setText(count(blocked, "bloquée"))
        self._lates.setText(f"{len(self._late)}\u00a0en retard")
        for pill, shown in (
            (self._total, self._records),
            (self._blocked, blocked),
            (self._lates, self._late),
        ):
            pill.setVisible(bool(shown))
