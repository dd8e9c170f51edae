"""The crossing of documents and axes, as a Qt table."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from nrdesk.core.model import Axis, PolicyDocument, PolicyLink
from nrdesk.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

AXES = tuple(Axis)
STRENGTHS = ("aucun lien", "faible", "moyen", "fort")
"""Words of each strength, 0 to 3."""


class MatrixModel(QAbstractTableModel):
    """One row per document, one column per axis, a strength from 0 to 3 in each cell."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._documents: list[PolicyDocument] = []
        self._strengths: dict[tuple[str, Axis], int] = {}

    def refresh(self) -> None:
        """Read the document again; the current cell stays when its row does."""
        documents = self._session.document.all(PolicyDocument)
        links = self._session.document.all(PolicyLink)
        same = [each.id for each in documents] == [each.id for each in self._documents]
        if not same:
            self.beginResetModel()
        self._documents = documents
        self._strengths = {(link.document_id, link.axis): link.strength for link in links}
        if not same:
            self.endResetModel()
        elif documents:
            self.dataChanged.emit(self.index(0, 0), self.index(len(documents) - 1, len(AXES) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(documents) - 1)

    def strength(self, row: int, column: int) -> int:
        """Return the strength of a cell, 0 to 3."""
        return self._strengths.get((self._documents[row].id, AXES[column]), 0)

    def write(self, cells: Iterable[Index], strength: int) -> None:
        """Give a strength to cells, as one action.

        Raises:
            UserError: the document cannot be written.
        """
        chosen = [(self._documents[cell.row()], AXES[cell.column()]) for cell in cells]
        if not chosen:
            return
        document, axis = chosen[0]
        more = f" et {len(chosen) - 1} de plus" if len(chosen) > 1 else ""
        with self._session.act(
            f"Croiser «\u00a0{document.title}\u00a0» et «\u00a0{axis.label}\u00a0»{more}"
        ) as tx:
            for document, axis in chosen:
                kept = self._session.document.ids(PolicyLink, document_id=document.id, axis=axis)
                if kept:
                    tx.update_all(PolicyLink, kept, strength=strength)
                elif strength:
                    tx.add(PolicyLink(document_id=document.id, axis=axis, strength=strength))
        self.refresh()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._documents)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(AXES)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        strength = self.strength(index.row(), index.column())
        if role == Role.DisplayRole:
            return str(strength)
        if role == Role.AccessibleTextRole:
            return f"{strength}, {STRENGTHS[strength]}"
        if role in (Role.AccessibleDescriptionRole, Role.ToolTipRole):
            axis = AXES[index.column()].label
            return f"{self._documents[index.row()].title}, {axis}\u00a0: {STRENGTHS[strength]}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if role in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return AXES[section].label if across else self._documents[section].title or "(sans nom)"
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if across else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        return None
