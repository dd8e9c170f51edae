"""The documents to gather: added, taken out, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from nrdesk.core.formatting import NBSP, count
from nrdesk.ui.dialogs import DOCUMENTS, files_to_open
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.keys import on_key

_PATH = Qt.ItemDataRole.UserRole
_WHAT_FOR = (
    "Réunissez le document de l’EPCI et ceux de ses communes. Ce qu’ils partagent n’est compté qu’une "
    f"fois{NBSP}: appareils prêtés, mêmes numéros de série, services fournis. Aucun de ces documents n’est "
    "modifié."
)


class FilesStage(QWidget):
    """A list of documents and two buttons."""

    changed = Signal()

    def __init__(self, paths: Iterable[Path]) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName("Documents à consolider")
        self.list.setAccessibleDescription("Flèches pour parcourir, Inser pour ajouter, Suppr pour retirer")
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setWordWrap(True)
        self.add_button = button("&Ajouter des documents…", "plus", on_click=self.choose)
        self.remove_button = button("&Retirer", "trash-2", on_click=self.remove)
        self._count = text.muted("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(text.body(_WHAT_FOR, terms=True))
        column.addWidget(self.list, 1)
        column.addWidget(flow(self.add_button, self.remove_button, self._count))
        on_key(self.list, "Ins", self.choose)
        on_key(self.list, "Del", self.remove)
        self.list.itemSelectionChanged.connect(self._tell)
        self.add(paths)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The documents, in the order of the list."""
        return tuple(self.list.item(place).data(_PATH) for place in range(self.list.count()))

    def add(self, paths: Iterable[Path]) -> None:
        """Add documents; one that is already there is not added again."""
        known = set(self.paths)
        for path in dict.fromkeys(paths):
            if path not in known:
                item = QListWidgetItem(path.stem)
                item.setToolTip(str(path))
                item.setData(_PATH, path)
                self.list.addItem(item)
        self._tell()
        self.changed.emit()

    def choose(self) -> None:
        """Ask for documents to add."""
        self.add(files_to_open(self, "Documents à consolider", DOCUMENTS))

    def remove(self) -> None:
        """Take the selected documents out of the list."""
        for item in self.list.selectedItems():
            self.list.takeItem(self.list.row(item))
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        self._count.setText(count(self.list.count(), "document"))
        self.remove_button.setEnabled(bool(self.list.selectedItems()))
