"""First stage of an import: the file, and what was understood of its form."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QVBoxLayout, QWidget

from nrdesk.core.exchange import READERS, Source
from nrdesk.core.formatting import NBSP, count, number
from nrdesk.ui.inventory.import_kind import ImportKind
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.form import FormRow
from nrdesk.ui.widgets.image import Image

_SEPARATORS = {";": "point-virgule", ",": "virgule", "\t": "tabulation", "|": "barre verticale"}
_ENCODINGS = {"cp1252": "Windows (cp1252)", "utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16"}


class FileStage(QWidget):
    """A file to choose or to drop; once read, its kind, its sheet and where its titles are."""

    chosen = Signal(object)
    """The path of a file."""
    sheet_chosen = Signal(str)

    def __init__(self, kind: ImportKind) -> None:
        super().__init__()
        self._kind = kind
        self.setAcceptDrops(True)
        self.choose_button = button("Choisir un fichier…", "folder-open", on_click=self._choose)
        drop = Card()
        drop.body.setContentsMargins(32, 28, 32, 28)
        drop.add_row(1, Image("file-spreadsheet", "accent", 36), 1)
        drop.add(_centred(text.body("Déposez votre fichier ici, ou choisissez-le.")))
        drop.add_row(1, self.choose_button, 1)
        self._formats = _centred(text.muted(kind.formats))
        drop.add(self._formats)
        self._found = Card("Ce qui a été compris du fichier")
        self._facts = text.body("")
        self.sheet_box = QComboBox()
        self._sheet_row = FormRow("&Feuille", self.sheet_box, help=kind.sheet_help)
        self.sheet_box.textActivated.connect(self.sheet_chosen)
        self._found.add(self._facts)
        self._found.add(self._sheet_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(drop)
        column.addWidget(self._found)
        column.addStretch(1)
        self._found.hide()

    def show_source(self, source: Source) -> None:
        """Say what was read."""
        self._facts.setText("\n".join(_facts(source)))
        # What can be read is no news any more, and large letters need the room.
        self._formats.hide()
        self.sheet_box.clear()
        self.sheet_box.addItems(list(source.sheets))
        self.sheet_box.setCurrentText(source.sheet)
        self._sheet_row.setVisible(len(source.sheets) > 1)
        self._found.show()

    def _choose(self) -> None:
        patterns = " ".join(f"*.{extension}" for reader in READERS for extension in reader.extensions)
        path, _ = QFileDialog.getOpenFileName(
            self, self._kind.title, "", f"{self._kind.files} ({patterns});;Tous les fichiers (*)"
        )
        if path:
            self.chosen.emit(Path(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped(event):
            self.chosen.emit(path)


def dropped(event: QDropEvent) -> Path | None:
    """Return the first local file that is dropped."""
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(paths[0]) if paths else None


def summary(source: Source) -> str:
    """Return a source in one line: "parc.csv · 62 lignes · 11 colonnes · titres à la ligne 3"."""
    return " · ".join(
        (
            source.path.name,
            count(len(source.rows), "ligne"),
            count(len(source.headers), "colonne"),
            f"titres à la ligne{NBSP}{number(source.header_row)}",
        )
    )


def _facts(source: Source) -> list[str]:
    facts = [f"Fichier{NBSP}: {source.path.name}", f"Genre{NBSP}: {source.reader}"]
    if source.encoding:
        facts.append(f"Codage des lettres{NBSP}: {_ENCODINGS.get(source.encoding, source.encoding)}")
    if source.separator:
        facts.append(f"Séparateur{NBSP}: {_SEPARATORS.get(source.separator, source.separator)}")
    facts.append(f"Titres des colonnes{NBSP}: ligne{NBSP}{number(source.header_row)}")
    facts.append(
        f"Contenu{NBSP}: {count(len(source.rows), 'ligne')}, {count(len(source.headers), 'colonne')}"
    )
    return facts


def _centred(label: QLabel) -> QLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
