"""What taking filled questionnaires back would do, shown before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from nrdesk.core import dates
from nrdesk.core.errors import UserError
from nrdesk.core.exchange.returned import Outcome, ReturnedPlan, apply_returned, plan_returned
from nrdesk.core.formatting import count
from nrdesk.core.model import Interview, QuestionGuide
from nrdesk.ui import errors, theme
from nrdesk.ui.dialogs import files_to_open
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import row

_KINDS = "Tableaux (*.xlsx *.ods *.xls *.csv)"
_TITLE = "Reprendre un questionnaire rempli"
_MOST_REASONS = 50
"""Rejected rows told one by one."""


def take_back(parent: QWidget, session: Session, done: Callable[[str | None], object]) -> None:
    """Ask for filled questionnaires and show what they would bring.

    Args:
        parent: the widget that asks.
        session: the open document.
        done: called with the identifier of the first exchange taken, once it is.
    """
    if paths := files_to_open(parent, _TITLE, _KINDS):
        preview(parent, session, paths, done)


def preview(
    parent: QWidget, session: Session, paths: list[Path], done: Callable[[str | None], object]
) -> None:
    """Show what files would bring; returns before the answer. See `take_back`."""
    try:
        plan = plan_returned(session.document, paths)
    except UserError as error:
        errors.show_error(parent, error)
        return
    dialog = ReturnedDialog(parent, session, plan)
    dialog.accepted.connect(lambda: _apply(parent, session, plan, done))
    dialog.open()


def _apply(
    parent: QWidget, session: Session, plan: ReturnedPlan, done: Callable[[str | None], object]
) -> None:
    try:
        apply_returned(session.document, plan)
    except UserError as error:
        errors.show_error(parent, error)
        return
    done(plan.interviews[0].id if plan.interviews else None)
    say_undoable(parent, session, _sentence(plan))


class ReturnedDialog(QDialog):
    """Who answered and how much, what is left out and why."""

    def __init__(self, parent: QWidget, session: Session, plan: ReturnedPlan) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_TITLE)
        self._plan = plan
        self._guides = {guide.id: guide for guide in (*session.document.all(QuestionGuide), *plan.guides)}
        found = len(plan.interviews)
        words = count(found, "questionnaire")
        self.take_button = button(f"Reprendre {words}", kind="primary", on_click=self.accept)
        self.take_button.setEnabled(bool(found))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(text.heading(f"{words} à reprendre" if found else "Rien à reprendre"))
        column.addWidget(text.body(_sentence(plan)))
        column.addWidget(self._respondents(), 1)
        column.addWidget(row(1, button("Annuler", on_click=self.reject), self.take_button))
        self.resize(theme.px(560), theme.px(480))

    def _respondents(self) -> QScrollArea:
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(8)
        for interview in self._plan.interviews:
            lines.addWidget(Panel(text.strong(interview.title), text.muted(self._told(interview))))
        for error in self._plan.refused:
            lines.addWidget(Panel(text.label(error.what, tone="warn"), text.muted(error.todo)))
        if rejected := self._plan.rejected:
            fold = Fold(f"Lignes refusées ({len(rejected)})", opened=not self._plan.interviews)
            for each in rejected[:_MOST_REASONS]:
                fold.add(text.muted(f"{each.place}\u00a0: {each.reason}."))
            if later := len(rejected[_MOST_REASONS:]):
                fold.add(text.muted(f"Et {count(later, 'autre')}."))
            lines.addWidget(fold)
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName("Questionnaires trouvés")
        area.setWidget(inside)
        return area

    def _told(self, interview: Interview) -> str:
        guide = self._guides.get(interview.guide_id or "")
        told = (
            count(len(self._plan.answers_of(interview)), "réponse"),
            guide.title if guide else "",
            dates.short(interview.held_on) if interview.held_on else "",
        )
        return " · ".join(filter(None, told))


def _sentence(plan: ReturnedPlan) -> str:
    taken, empty, rejected = (plan.number(outcome) for outcome in Outcome)
    read = count(plan.read, "ligne lue", "lignes lues")
    left = f"{empty} sans réponse, {count(rejected, 'refusée')}"
    return f"{read}\u00a0: {count(taken, 'reprise')}, {left}."
