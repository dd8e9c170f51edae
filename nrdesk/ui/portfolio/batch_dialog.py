"""Which document to write for every collectivité, in which format."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nrdesk.core.formatting import count
from nrdesk.core.reports import REPORTS
from nrdesk.ui.documents.exporting import FORMATS
from nrdesk.ui.records.editors import ChoiceEditor
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.layout import row


class BatchDialog(QDialog):
    """Two lists and a button."""

    def __init__(self, parent: QWidget, how_many: int) -> None:
        super().__init__(parent)
        self.setWindowTitle("Un document pour chacune")
        self.document = ChoiceEditor()
        self.document.setAccessibleName("Document")
        self.document.setMinimumContentsLength(36)
        self.document.set_choices({kind.key: kind.title for kind in REPORTS})
        self.format = ChoiceEditor()
        self.format.setAccessibleName("Format")
        self.document.currentIndexChanged.connect(lambda _: self._offer())
        self._offer()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(24, 20, 24, 20)
        stack.setSpacing(12)
        stack.addWidget(text.heading(f"Écrire un document pour {count(how_many, 'collectivité')}"))
        stack.addWidget(
            text.muted(
                "Celles qui sont affichées. Leurs documents nrdesk ne sont pas modifiés. Ce qui ne peut pas "
                "être écrit est nommé à la fin, avec la raison."
            )
        )
        for words, box in (("&Document", self.document), ("&Format", self.format)):
            name = text.strong(words)
            name.setBuddy(box)
            stack.addWidget(name)
            stack.addWidget(box)
        go = button("Choisir le dossier et écrire", "download", "primary", self.accept)
        stack.addWidget(row(1, button("Annuler", on_click=self.reject), go))

    @property
    def chosen(self) -> tuple[str, str]:
        """The key of the document, and its format."""
        return self.document.typed(), self.format.typed()

    def _offer(self) -> None:
        kind = next(kind for kind in REPORTS if kind.key == self.document.typed())
        self.format.set_choices({each: FORMATS.get(each, each) for each in kind.formats})
        self.format.setCurrentIndex(0)
