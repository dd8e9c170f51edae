"""One document: what it is for, the formats in which it can be exported, or that it is still to come."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from nrdesk.core.steps import Deliverable
from nrdesk.ui.documents.exporting import FORMATS, available, export_document
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.image import Image
from nrdesk.ui.widgets.layout import column
from nrdesk.ui.widgets.pill import Pill


class DocumentRow(Panel):
    """A line of a list of documents."""

    def __init__(self, session: Session, deliverable: Deliverable) -> None:
        super().__init__()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Image("file-text", "accent", 20))
        words = column(text.strong(deliverable.title), text.muted(deliverable.text))
        line.addWidget(words, 1)
        formats = available(deliverable.key)
        for suffix in formats:
            line.addWidget(self._make_button(session, deliverable, suffix))
        if not formats:
            line.addWidget(Pill("à venir", "quiet"))
        self.body.addLayout(line)

    def _make_button(self, session: Session, deliverable: Deliverable, suffix: str) -> QWidget:
        word = FORMATS.get(suffix, suffix)
        export = partial(export_document, self, session, deliverable.key, deliverable.title, suffix)
        made = button(word, "download", on_click=export, help=f"Exporter en {word}")
        made.setAccessibleName(f"Exporter «\u00a0{deliverable.title}\u00a0» en {word}")
        return made
