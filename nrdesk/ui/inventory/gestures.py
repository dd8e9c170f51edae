"""What one does with selected cells: copy, paste, fill, clear, duplicate, delete. One gesture, one undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.inventory import fields
from nrdesk.core.model import Equipment
from nrdesk.ui.inventory import clipboard, edits
from nrdesk.ui.inventory.columns import COLUMNS
from nrdesk.ui.inventory.model import InventoryModel


@dataclass(frozen=True, slots=True)
class Block:
    """The cells selected, as rows and columns in the order shown."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]


class Gestures(QObject):
    """The gestures of the grid, on its selection."""

    said = Signal(str, str, bool)
    """What was done, how it went ("ok", "warn", "info") and whether to offer to undo it."""

    def __init__(self, view: QTableView, model: InventoryModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def block(self) -> Block:
        """Return the rows and the visible columns that the selection touches; the current cell by default."""
        rows: set[int] = set()
        columns: set[int] = set()
        for area in self._view.selectionModel().selection().toList():
            rows.update(range(area.top(), area.bottom() + 1))
            columns.update(range(area.left(), area.right() + 1))
        current = self._view.currentIndex()
        if not rows and current.isValid():
            rows, columns = {current.row()}, {current.column()}
        return Block(
            tuple(sorted(rows)), tuple(c for c in sorted(columns) if not self._view.isColumnHidden(c))
        )

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as a spreadsheet does."""
        block = self.block()
        texts = [[self._model.cell(row, column).text for column in block.columns] for row in block.rows]
        QGuiApplication.clipboard().setText(clipboard.render(texts))

    def cut(self) -> None:
        """Copy the selected cells, then empty them."""
        self.copy()
        self.type_everywhere("", "Couper")

    def clear(self) -> None:
        """Empty the selected cells."""
        self.type_everywhere("", "Effacer")

    def type_everywhere(self, text: str, verb: str = "Remplir") -> None:
        """Write the same text in every selected cell that can be typed in."""
        block = self.block()
        texts = dict.fromkeys(self._names(block.columns), text)
        texts.pop("", None)
        edit = edits.rewrite(self._model.lines.many(block.rows), [texts] * len(block.rows))
        self._model.write(edit, f"{verb} {count(len(block.rows) * len(texts), 'cellule')}")

    def fill_down(self) -> None:
        """Copy the first selected row over the others; over a single row, copy the one above it."""
        block = self.block()
        rows = (
            block.rows if len(block.rows) > 1 else tuple(range(max(0, block.rows[0] - 1), block.rows[0] + 1))
        )
        first, *others = self._model.lines.many(rows)
        names = [name for name in self._names(block.columns) if name]
        texts = {name: fields.text(first, name) for name in names}
        edit = edits.rewrite(others, [texts] * len(others))
        self._model.write(edit, f"Recopier vers le bas sur {count(len(others), 'ligne')}")

    def paste(self) -> None:
        """Write the clipboard from the first selected cell; what goes beyond the last line adds lines."""
        block = clipboard.parse(QGuiApplication.clipboard().text())
        selected = self.block()
        top = selected.rows[0] if selected.rows else len(self._model.lines)
        left = selected.columns[0] if selected.columns else 0
        if not block:
            self.said.emit("Le presse-papiers ne contient aucun texte à coller.", "info", False)
            return
        block = edits.tiled(block, len(selected.rows) or 1, len(selected.columns) or 1)
        places = [c for c in range(left, len(COLUMNS)) if not self._view.isColumnHidden(c)][: len(block[0])]
        rows = range(top, min(top + len(block), len(self._model.lines)))
        edit = edits.paste(
            self._model.lines.many(rows), self._names(places), block, self._model.session.campaign.id
        )
        if self._model.write(edit, f"Coller {count(len(block), 'ligne')}"):
            self._select(top, len(block), places)
        self._tell_paste(edit, len(block[0]) - len(places))

    def duplicate(self) -> None:
        """Add a copy of each selected line."""
        edit = edits.duplicate(self._model.lines.many(self.block().rows))
        self._model.write(edit, f"Dupliquer {count(len(edit.added), 'ligne')}")
        self.go_to_last()

    def add_line(self) -> None:
        """Add an empty line and go to its first cell."""
        line = Equipment(campaign_id=self._model.session.campaign.id)
        self._model.write(edits.Edit(added=(line,)), "Ajouter une ligne")
        self.go_to_last()

    def delete_lines(self) -> None:
        """Delete the lines that the selection touches; they can be brought back."""
        rows = self.block().rows
        if not rows:
            return
        column = self._view.currentIndex().column()
        deleted = count(len(rows), "ligne")
        self._model.delete(self._model.lines.many(rows), f"Supprimer {deleted}")
        self._view.setCurrentIndex(self._model.index(min(rows[0], len(self._model.lines) - 1), column))
        self.said.emit(f"{deleted} supprimée{'s' if len(rows) > 1 else ''}.", "ok", True)

    def go_to_last(self) -> None:
        """Make the first column of the last line current."""
        self._view.setCurrentIndex(self._model.index(len(self._model.lines) - 1, 0))

    def _names(self, columns: Sequence[int]) -> list[str]:
        return [COLUMNS[column].name if self._model.editable(column) else "" for column in columns]

    def _select(self, top: int, height: int, columns: Sequence[int]) -> None:
        corner = self._model.index(top, columns[0])
        last = self._model.index(min(top + height, len(self._model.lines)) - 1, columns[-1])
        self._view.setCurrentIndex(corner)
        self._view.selectionModel().select(
            QItemSelection(corner, last), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _tell_paste(self, edit: edits.Edit, lost: int) -> None:
        parts = []
        if edit.added:
            parts.append(f"{count(len(edit.added), 'ligne ajoutée', 'lignes ajoutées')}.")
        if edit.unread:
            parts.append(
                f"{count(edit.unread, 'cellule n’a pas été comprise', 'cellules n’ont pas été comprises')}"
                f"{NBSP}: le texte est gardé, en rouge."
            )
        if lost > 0:
            parts.append(f"{count(lost, 'colonne')} de trop dans le presse-papiers, sans place à droite.")
        if parts:
            self.said.emit(" ".join(parts), "warn" if edit.unread or lost > 0 else "ok", True)
