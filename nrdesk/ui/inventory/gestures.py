"""What one does with selected cells and lines: copy, paste, fill, edit, take out… One gesture, one undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.inventory import fields
from nrdesk.core.model import Equipment, EquipmentStatus
from nrdesk.ui.inventory import clipboard, edits
from nrdesk.ui.inventory.bulk_dialog import BulkDialog
from nrdesk.ui.inventory.columns import COLUMNS
from nrdesk.ui.inventory.leave_dialog import LeaveDialog
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
        if self.refused():
            return
        block = self.block()
        texts = dict.fromkeys(self._names(block.columns), text)
        texts.pop("", None)
        edit = edits.rewrite(self._model.lines.many(block.rows), [texts] * len(block.rows))
        self._model.write(edit, f"{verb} {count(len(block.rows) * len(texts), 'cellule')}")

    def fill_down(self) -> None:
        """Copy the first selected row over the others; over a single row, copy the one above it."""
        if self.refused():
            return
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
        if self.refused():
            return
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
        if self.refused():
            return
        edit = edits.duplicate(self._model.lines.many(self.block().rows))
        self._model.write(edit, f"Dupliquer {count(len(edit.added), 'ligne')}")
        self.go_to_last()

    def add_line(self) -> None:
        """Add an empty line and go to its first cell."""
        if self.refused():
            return
        line = Equipment(campaign_id=self._model.session.campaign.id)
        self._model.write(edits.Edit(added=(line,)), "Ajouter une ligne")
        self.go_to_last()

    def delete_lines(self) -> None:
        """Delete the lines that the selection touches; they can be brought back."""
        rows = self.block().rows
        if not rows or self.refused():
            return
        column = self._view.currentIndex().column()
        deleted = count(len(rows), "ligne")
        self._model.delete(self._model.lines.many(rows), f"Supprimer {deleted}")
        self._view.setCurrentIndex(self._model.index(min(rows[0], len(self._model.lines) - 1), column))
        self.said.emit(f"{deleted} supprimée{'s' if len(rows) > 1 else ''}.", "ok", True)

    def edit_selection(self) -> None:
        """Open the dialog that gives the same values to fields of the selected lines."""
        if lines := self._chosen():
            dialog = BulkDialog(self._view, lines, self._model.lines.distinct, self._current_field())
            dialog.wanted.connect(lambda texts: self._edit_lines(lines, texts))
            dialog.open()

    def leave_park(self) -> None:
        """Open the dialog that takes the selected lines out of the park."""
        lines = [line for line in self._chosen() if line.status is not EquipmentStatus.OUT]
        if lines:
            as_of = self._model.session.campaign.as_of
            dialog = LeaveDialog(self._view, lines, self._model.lines.distinct("recipient"), as_of)
            dialog.wanted.connect(lambda texts, quantity: self._take_out(lines, texts, quantity))
            dialog.open()
        elif not self._model.session.locked:
            self.said.emit("Les lignes sélectionnées sont déjà sorties du parc.", "info", False)

    def come_back(self) -> None:
        """Put the selected lines that were out of the park back in use."""
        lines = self._chosen()
        edit = edits.come_back(lines)
        back = count(len(edit.replaced), "ligne")
        if self._model.write(edit, f"Remettre {back} dans le parc"):
            self.said.emit(f"{back} de retour dans le parc.", "ok", True)
        elif lines:
            self.said.emit("Aucune des lignes sélectionnées n’est sortie du parc.", "info", False)

    def refused(self) -> bool:
        """Return whether nothing can be written, after saying why."""
        if reason := self._model.session.locked:
            self.said.emit(reason, "info", False)
        return bool(reason)

    def _chosen(self) -> list[Equipment]:
        """Return the selected lines; none, with the reason said, where nothing can be written."""
        rows = self.block().rows
        return self._model.lines.many(rows) if rows and not self.refused() else []

    def _current_field(self) -> str:
        column = COLUMNS[max(self._view.currentIndex().column(), 0)]
        return column.name if column.field else ""

    def _edit_lines(self, lines: Sequence[Equipment], texts: edits.Texts) -> None:
        edit = edits.rewrite(lines, [texts] * len(lines))
        names = ", ".join(fields.FIELD[name].label for name in texts)
        changed = count(len(edit.replaced), "ligne")
        if self._model.write(edit, f"Modifier {changed}{NBSP}: {names}"):
            self.said.emit(f"{changed} modifiée{'s' if len(edit.replaced) > 1 else ''}.", "ok", True)

    def _take_out(self, lines: Sequence[Equipment], texts: edits.Texts, quantity: int | None) -> None:
        edit = edits.leave(lines, texts, quantity)
        gone = edit.added or edit.replaced
        number = sum(line.quantity for line in gone)
        appliances = count(number, "appareil")
        if self._model.write(edit, f"Sortir {appliances} du parc"):
            self.said.emit(f"{appliances} sorti{'s' if number > 1 else ''} du parc.", "ok", True)

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
