"""Axes to take as they are: those of the synthesis of step 4, then the priorities of step 3."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.assessment.axis_drafts import AxisDraft, axis_drafts, take
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.model import PriorityAxis
from nrdesk.core.steps.step05_ambition import MOST_AXES
from nrdesk.core.written.words import quoted
from nrdesk.ui import errors
from nrdesk.ui.records import RankedSection
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import clear

_SHOWN = 4
"""Proposals shown at a time: the others come as these are taken."""


class ProposalsCard(Card):
    """What the other steps found; hidden when nothing is left to propose, or when the axes are enough."""

    def __init__(self, session: Session, axes: RankedSection) -> None:
        """Make the card; what is taken goes into `axes`."""
        super().__init__()
        self._session, self._axes = session, axes
        self._told: list[tuple[str, str, str]] | None = None
        self._first: QWidget | None = None
        self.fold = Fold("Axes proposés", opened=True, role="heading")
        self.fold.add_summary(
            text.muted("D’après votre synthèse (étape 4) et vos autres politiques (étape 3).")
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.fold.body.addLayout(self._lines)
        self.add(self.fold)

    def refresh(self) -> None:
        """Show what the document holds."""
        document = self._session.document
        enough = document.count(PriorityAxis) >= MOST_AXES
        drafts = () if enough else axis_drafts(document, self._session.campaign)
        self.setHidden(not drafts)
        told = [(draft.axis.title, draft.axis.reason, draft.source) for draft in drafts]
        if told == self._told:
            return
        self._told, self._first = told, None
        clear(self._lines)
        for draft in drafts[:_SHOWN]:
            panel = self._panel(draft)
            self._lines.addWidget(panel)
            # At once: the layout would wait, and the focus goes to nothing hidden.
            panel.show()
        if later := len(drafts[_SHOWN:]):
            words = count(later, "autre proposition viendra", "autres propositions viendront")
            self._lines.addWidget(text.muted(f"{words} ensuite."))

    def focus_field(self, name: str) -> bool:
        """Return False: no item of the checklist asks for the proposals."""
        return False

    def _panel(self, draft: AxisDraft) -> QWidget:
        axis = draft.axis
        made = button("Reprendre", "plus", on_click=partial(self._take, draft))
        made.setAccessibleName(f"Reprendre\u00a0: {axis.title}")
        made.setAccessibleDescription(axis.reason)
        made.setEnabled(not self._session.document.read_only)
        self._first = self._first or made
        panel = Panel(text.strong(axis.title, terms=True))
        if axis.reason:
            panel.add(
                text.muted(f"D’après\u00a0: {axis.reason}" if draft.source else axis.reason, terms=True)
            )
        panel.add(flow(made))
        return panel

    def _take(self, draft: AxisDraft) -> None:
        self._axes.form.save()
        try:
            with self._session.act(f"Reprendre l’axe {quoted(draft.axis.title)}") as tx:
                axis = take(self._session.document, tx, draft)
        except UserError as error:
            errors.show_error(self, error)
            return
        self._axes.refresh()
        self._axes.select(axis.id)
        self.refresh()
        if self._first and not self.isHidden():
            self._first.setFocus()
        else:
            self._axes.focus_field("title")
