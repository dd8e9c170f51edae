"""The matrix of the documents and the axes of responsible digital matters."""

from __future__ import annotations

from nrdesk.core import steps
from nrdesk.core.model import PolicyLink
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step03_policies.matrix_grid import MatrixGrid
from nrdesk.ui.steps.step03_policies.matrix_model import STRENGTHS, MatrixModel
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.reveal import reveal

PLACE = "matrix"
"""Name under which the checklist leads here."""


class MatrixCard(Card):
    """Says how much each document touches each axis."""

    def __init__(self, session: Session) -> None:
        super().__init__("Ce que chaque document touche")
        self._session = session
        scale = ", ".join(f"{strength} {words}" for strength, words in enumerate(STRENGTHS))
        self.add(
            text.muted(
                f"Notez chaque lien\u00a0: {scale}. Tapez le chiffre dans la case, ou cliquez pour passer au "
                "suivant. Les six premiers axes sont ceux du décret de 2022."
            )
        )
        self._model = MatrixModel(session)
        self.grid = MatrixGrid(session, self._model)
        self.add(self.grid)

    def refresh(self) -> None:
        """Show what the document holds; without a document there is nothing to cross."""
        self._model.refresh()
        crossed = bool(self._session.document.count(PolicyLink))
        self.setHidden(not self._model.rowCount() or (not crossed and steps.flash(self._session.document)))

    def focus_field(self, name: str) -> bool:
        """Lead to the first document that touches nothing; return whether the name is that of this card."""
        if name != PLACE or not self._model.rowCount():
            return False
        self.show()
        rows = range(self._model.rowCount())
        columns = range(self._model.columnCount())
        apart = [row for row in rows if not any(self._model.strength(row, column) for column in columns)]
        self.grid.focus_row(apart[0] if apart else 0)
        reveal(self.grid)
        return True
