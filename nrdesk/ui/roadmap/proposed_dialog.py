"""One's own text of a chapter beside the one that nrdesk proposes."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nrdesk.core import roadmap
from nrdesk.core.richtext import RichText
from nrdesk.core.roadmap import ChapterView, KeptChapter
from nrdesk.ui import theme
from nrdesk.ui.roadmap.differences_view import DifferencesView
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.layout import row


class ProposedDialog(QDialog):
    """What coming back to the text proposed would change."""

    def __init__(self, session: Session, view: ChapterView, body: RichText, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Votre texte et le texte proposé")
        self.setModal(True)
        self.resize(QSize(theme.px(760), theme.px(560)).boundedTo(self.screen().availableSize() * 0.95))
        self.differences = DifferencesView()
        mine = KeptChapter(view.key, view.title, body, RichText(), False, False)
        proposed = roadmap.prefill(session.document, view.key)
        theirs = KeptChapter(view.key, view.title, proposed, RichText(), False, True)
        self.differences.show_differences(roadmap.compare_chapters((mine,), (theirs,)))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(text.label("De votre texte au texte proposé", "title"))
        column.addWidget(self.differences, 1)
        column.addWidget(row(1, button("Fermer", on_click=self.accept)))
