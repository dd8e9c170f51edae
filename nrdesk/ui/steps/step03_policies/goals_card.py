"""The sustainable development goals (ODD) that the document shown in the list serves."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox

from nrdesk.core import steps
from nrdesk.core.errors import UserError
from nrdesk.core.model import PolicyDocument
from nrdesk.core.reference import goals
from nrdesk.ui import errors
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.columns import Columns
from nrdesk.ui.widgets.fold import Fold


class GoalsCard(Card):
    """Seventeen boxes to tick, by name: nobody knows the numbers by heart."""

    def __init__(self, session: Session, policies: RecordSection) -> None:
        """Make the card.

        Args:
            session: the open document.
            policies: the section whose current document is the one that the goals are for.
        """
        super().__init__()
        self._session, self._policies = session, policies
        self._fold = Fold("Objectifs de développement durable", opened=False, role="heading")
        self._summary = text.muted("")
        self._fold.add_summary(self._summary)
        self._boxes = {number: QCheckBox(f"{number}. {name}") for number, name in goals.load().items()}
        columns = Columns(narrowest=320, most=3)
        for number, box in self._boxes.items():
            box.setEnabled(not session.document.read_only)
            box.clicked.connect(partial(self._save, number))
            columns.add(box)
        self._fold.add(columns)
        self.add(self._fold)
        policies.selected.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        """Show the goals of the current document; without a document there is nothing to tick."""
        document = self._current()
        self.setHidden(document is None or (not document.goals and steps.flash(self._session.document)))
        if document:
            served = _numbers(document)
            for number, box in self._boxes.items():
                box.setChecked(number in served)
                box.setAccessibleDescription(f"pour «\u00a0{document.title}\u00a0»")
            names = ", ".join(str(number) for number in sorted(served)) or "aucun pour l’instant"
            self._summary.setText(f"Pour «\u00a0{document.title}\u00a0»\u00a0: {names}")

    def focus_field(self, name: str) -> bool:
        """Return False: no item of the checklist asks for the goals."""
        return False

    def _current(self) -> PolicyDocument | None:
        id = self._policies.current_id
        return self._session.document.get(PolicyDocument, id) if id else None

    def _save(self, number: int) -> None:
        document = self._current()
        if document is None:
            return
        ticked = self._boxes[number].isChecked()
        served = _numbers(document) | {number} if ticked else _numbers(document) - {number}
        try:
            with self._session.act(f"Modifier les ODD ({document.title})") as tx:
                written = ", ".join(str(each) for each in sorted(served))
                tx.update(PolicyDocument, document.id, goals=written)
        except UserError as error:
            errors.show_error(self, error)
        self.refresh()


def _numbers(document: PolicyDocument) -> set[int]:
    return {int(number) for number in document.goals.replace(",", " ").split()}
