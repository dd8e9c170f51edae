"""One document: what it is for, the formats in which it can be exported, or that it is still to come."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from nrdesk.core.steps import Deliverable
from nrdesk.ui.documents.exporting import FORMATS, available, export_document, preview_document
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.image import Image
from nrdesk.ui.widgets.layout import column
from nrdesk.ui.widgets.pill import Pill

_WORDS, _BUTTON = 260, 110
"""Widths that words and a button want side by side, in pixels for normal text: with less room, the buttons
stand below."""


class DocumentRow(Panel):
    """A line of a list of documents."""

    def __init__(self, session: Session, deliverable: Deliverable) -> None:
        super().__init__()
        self._session, self._deliverable = session, deliverable
        words = column(text.strong(deliverable.title), text.muted(deliverable.text, terms=True))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Image("file-text", "accent", 20))
        if formats := available(deliverable.key):
            buttons = self._make_buttons(formats)
            room = _WORDS + _BUTTON * len(buttons)
            line.addWidget(Beside((words, 1), (flow(*buttons), 0), room=room, gap=12), 1)
        else:
            line.addWidget(words, 1)
            line.addWidget(Pill("à venir", "quiet"))
        self.body.addLayout(line)

    def _make_buttons(self, formats: tuple[str, ...]) -> list[QPushButton]:
        title = self._deliverable.title
        made: list[QPushButton] = []
        if "pdf" in formats:
            look = partial(preview_document, self, self._session, self._deliverable.key, title)
            made.append(button("Aperçu", "search", on_click=look, help="Ouvre le PDF sans le garder"))
            made[-1].setAccessibleName(f"Aperçu de «\u00a0{title}\u00a0»")
        for suffix in formats:
            word = FORMATS.get(suffix, suffix)
            export = partial(export_document, self, self._session, self._deliverable.key, title, suffix)
            made.append(button(word, "download", on_click=export, help=f"Exporter en {word}"))
            made[-1].setAccessibleName(f"Exporter «\u00a0{title}\u00a0» en {word}")
        return made
