"""Indicators to take as they are: those of the objectives, then the type ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.model import Indicator
from nrdesk.core.monitoring import catalogue
from nrdesk.core.monitoring.catalogue import Proposal
from nrdesk.ui import errors
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import clear, column
from nrdesk.ui.widgets.messages import say

_SHOWN = 5
"""Proposals shown at first: the others are asked for."""


class ProposalsCard(Card):
    """What could be followed and is not yet; hidden when there is nothing left."""

    def __init__(self, session: Session, taken: Callable[[Indicator], object]) -> None:
        """Make an empty card; `taken` is called with the last indicator that was taken."""
        super().__init__()
        self._session, self._taken = session, taken
        self._all_wanted = False
        self._told: list[tuple[str, str, str]] | None = None
        self.fold = Fold("Indicateurs à suivre", opened=True, role="heading")
        self.fold.add_summary(text.muted("Vos objectifs disent déjà quoi mesurer. Le reste vient du guide."))
        self.take_objectives = button("", "plus", on_click=self._take_objectives)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.more = button("", kind="link", on_click=self._show_all)
        self.fold.add(flow(self.take_objectives))
        self.fold.body.addLayout(self._lines)
        self.fold.add(self.more)
        self.add(self.fold)
        self._found: tuple[Proposal, ...] = ()

    def refresh(self) -> None:
        """Show what could be followed."""
        self._found = catalogue.proposals(self._session.document)
        ours = self._of_objectives()
        self.setHidden(not self._found)
        words = "Suivre l’indicateur de votre objectif"
        if len(ours) > 1:
            words = f"Suivre les {count(len(ours), 'indicateur')} de vos objectifs"
        self.take_objectives.setText(words)
        self.take_objectives.setVisible(bool(ours))
        self.take_objectives.setEnabled(not self._session.document.read_only)
        shown = self._found if self._all_wanted else self._found[:_SHOWN]
        left = len(self._found) - len(shown)
        self.more.setText(f"Voir les autres ({left})")
        self.more.setVisible(left > 0)
        told = [(each.key, each.indicator.title, each.reason) for each in shown]
        if told == self._told:
            return
        self._told = told
        clear(self._lines)
        for proposal in shown:
            panel = self._panel(proposal)
            self._lines.addWidget(panel)
            panel.show()

    def _of_objectives(self) -> list[Proposal]:
        return [each for each in self._found if each.indicator.objective_id]

    def _panel(self, proposal: Proposal) -> QWidget:
        draft = proposal.indicator
        made = button("Suivre", "plus", on_click=partial(self._take, [proposal]))
        made.setAccessibleName(f"Suivre\u00a0: {draft.title}")
        made.setAccessibleDescription(proposal.reason)
        made.setEnabled(not self._session.document.read_only)
        title = f"{draft.title} ({draft.unit})" if draft.unit else draft.title
        words = column(text.strong(title, terms=True), text.muted(proposal.reason, terms=True), gap=2)
        return Panel(words, flow(made))

    def _take_objectives(self) -> None:
        self._take(self._of_objectives())

    def _take(self, chosen: Sequence[Proposal]) -> None:
        try:
            made = catalogue.take(self._session.document, chosen)
        except UserError as error:
            errors.show_error(self, error)
            return
        self._taken(made[-1])
        told = count(len(made), "indicateur ajouté", "indicateurs ajoutés")
        say(self, f"{told}.", "ok", ("Annuler", self._session.undo))

    def _show_all(self) -> None:
        self._all_wanted = True
        self.refresh()
