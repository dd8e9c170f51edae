"""The law table: its date, a newer one to import, the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal

from nrdesk.core import dates
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.reference import obligations
from nrdesk.ui import errors
from nrdesk.ui.dialogs import file_to_open
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.messages import say


class LawCard(Card):
    """Where the obligations come from, and how to bring them up to date without waiting for nrdesk."""

    replaced = Signal()
    """Another table is used from now on, by every document opened on this computer."""

    def __init__(self) -> None:
        super().__init__("D’où viennent ces obligations")
        self._state = text.body("")
        self._problem = text.label("", tone="bad")
        self._import = button("Importer une table plus récente…", "upload", on_click=self._replace)
        self._forget = button("Revenir à la table de nrdesk", "undo-2", on_click=self._come_back)
        for widget in (self._state, self._problem, flow(self._import, self._forget)):
            self.add(widget)

    def refresh(self) -> None:
        """Show the table in force."""
        law = obligations.law()
        origin = "Table importée sur cet ordinateur" if law.imported else "Table livrée avec nrdesk"
        unverified = sum(not obligation.verified for obligation in law.obligations)
        self._state.setText(
            f"{origin}\u00a0: état du droit au {dates.in_letters(law.state)}, "
            f"{count(len(law.obligations), 'obligation')} dont {unverified} à confirmer dans le texte."
        )
        self._problem.setText(law.problem)
        self._problem.setVisible(bool(law.problem))
        self._forget.setVisible(law.imported or bool(law.problem))

    def _replace(self) -> None:
        path = file_to_open(self, "Importer une table du droit", "Tableau CSV (*.csv)")
        if path is None:
            return
        try:
            law = obligations.import_law(path)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.replaced.emit()
        say(self, f"Table importée\u00a0: état du droit au {dates.in_letters(law.state)}.", "ok")

    def _come_back(self) -> None:
        try:
            law = obligations.forget_law()
        except UserError as error:
            errors.show_error(self, error)
            return
        self.replaced.emit()
        say(self, f"Table de nrdesk\u00a0: état du droit au {dates.in_letters(law.state)}.", "ok")
