"""The views of the plan, behind one face: each is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.model import Action
from nrdesk.ui.planning.grid import ActionGrid
from nrdesk.ui.planning.grid_model import GridModel
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow

if TYPE_CHECKING:
    from nrdesk.ui.planning.board import BoardView
    from nrdesk.ui.planning.gantt import GanttView
    from nrdesk.ui.planning.page import PlanPage


@dataclass(frozen=True, slots=True)
class Shown:
    """What the views show."""

    actions: Sequence[Action]
    late: Mapping[str, str]
    """Actions that are late, each with the reason."""
    filtered: bool
    """Whether some actions may be left out."""


class PlanView(Protocol):
    """A view of the plan."""

    @property
    def widget(self) -> QWidget:
        """What is shown."""

    def show(self, shown: Shown) -> None:
        """Show actions."""

    def focus(self, action_id: str) -> None:
        """Give the focus to the view, at an action where it can."""

    def order(self) -> list[str]:
        """Return the identifiers of the actions in the order of the view; [] for the order of the plan."""


class TableView:
    """The table, and the menu of its columns."""

    def __init__(self, session: Session, page: PlanPage) -> None:
        self.model = GridModel(session)
        self.grid = ActionGrid(self.model)
        self.grid.opened.connect(page.open_action)
        self.grid.add_wanted.connect(page.create_action)
        self.grid.duplicate_wanted.connect(page.duplicate)
        self.grid.delete_wanted.connect(page.delete)
        if session.document.read_only:
            self.grid.lock()
        self._nothing = text.muted("Aucune action ne correspond à ces filtres.")
        self._open = button("Ouvrir la fiche", "pencil", on_click=self.grid.open_current)
        self._columns = button("Colonnes…", "columns-3", on_click=self._open_columns)
        hint = text.muted("Entrée ouvre la fiche, F2 modifie la case, Ctrl+V colle depuis un tableur.")
        self.widget: QWidget = QWidget()
        lines = QVBoxLayout(self.widget)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self._nothing)
        lines.addWidget(self.grid, 1)
        lines.addWidget(flow(self._open, self._columns, hint))

    def show(self, shown: Shown) -> None:
        """Show actions."""
        self.model.show(shown.actions, shown.late)
        self._nothing.setVisible(not shown.actions)
        self._open.setEnabled(bool(shown.actions))
        self.grid.show_usual_columns()
        if shown.actions and not self.grid.currentIndex().isValid():
            self.grid.setCurrentIndex(self.model.index(0, 0))

    def focus(self, action_id: str) -> None:
        """Lead to an action."""
        self.grid.select(action_id)
        self.grid.setFocus()

    def order(self) -> list[str]:
        """Return the actions as they are sorted."""
        return [action.id for action in self.model.actions]

    def _open_columns(self) -> None:
        self.grid.column_menu().popup(self._columns.mapToGlobal(self._columns.rect().topLeft()))


class _Drawn:
    """The columns or the calendar: both keep to some actions and are drawn at once."""

    def __init__(self, view: BoardView | GanttView, page: PlanPage) -> None:
        self.widget: QWidget = view
        self._view = view
        view.opened.connect(page.open_action)

    def show(self, shown: Shown) -> None:
        """Show actions."""
        self._view.show_only([action.id for action in shown.actions] if shown.filtered else None)
        self._view.refresh()

    def focus(self, action_id: str) -> None:
        """Give the focus to the view, at an action that was open."""
        self._view.setFocus()
        if action_id:
            self._view.select(action_id)

    def order(self) -> list[str]:
        """Return nothing: the order of the plan does."""
        return []


class WorkView:
    """The work, of the whole plan."""

    def __init__(self, session: Session, page: PlanPage) -> None:
        from nrdesk.ui.planning.workload import WorkloadView

        self._view = WorkloadView(session, page.explain_panel.explain)
        self._view.opened.connect(page.open_action)
        self.widget: QWidget = self._view

    def show(self, shown: Shown) -> None:
        """Show the work; people are no less busy when actions are left out."""
        self._view.refresh()

    def focus(self, action_id: str) -> None:
        """Lead to the table."""
        self._view.table.setFocus()

    def order(self) -> list[str]:
        """Return nothing: the order of the plan does."""
        return []


class MoneyView:
    """The money of the actions shown."""

    def __init__(self, session: Session, page: PlanPage) -> None:
        from nrdesk.ui.planning.budget import BudgetView

        self._view = BudgetView(session, page.explain_panel.explain)
        self._view.opened.connect(page.open_action)
        self.widget: QWidget = self._view

    def show(self, shown: Shown) -> None:
        """Show the money of actions."""
        self._view.show_actions(shown.actions)

    def focus(self, action_id: str) -> None:
        """Lead to the table of the years."""
        self._view.years.setFocus()

    def order(self) -> list[str]:
        """Return nothing: the order of the plan does."""
        return []


def _board(session: Session, page: PlanPage) -> PlanView:
    from nrdesk.ui.planning.board import BoardView

    return _Drawn(BoardView(session), page)


def _calendar(session: Session, page: PlanPage) -> PlanView:
    from nrdesk.ui.planning.gantt import GanttView

    return _Drawn(GanttView(session), page)


@dataclass(frozen=True, slots=True)
class ViewKind:
    """A view that can be asked for."""

    key: str
    """Name under which other pages lead here."""
    title: str
    make: Callable[[Session, PlanPage], PlanView]
    filtered: bool = True
    """Whether the filters act on it."""


VIEWS: tuple[ViewKind, ...] = (
    ViewKind("table", "Tableau", TableView),
    ViewKind("board", "Colonnes", _board),
    ViewKind("calendar", "Calendrier", _calendar),
    ViewKind("workload", "Charge", WorkView, filtered=False),
    ViewKind("budget", "Budget", MoneyView),
)
