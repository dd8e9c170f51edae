"""The page « Guide d’utilisation »."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from nrdesk.core.formatting import count
from nrdesk.core.reference import user_guide
from nrdesk.core.reference.user_guide import GuidePage
from nrdesk.ui import theme
from nrdesk.ui.accessibility import announce
from nrdesk.ui.help.screen_card import ScreenCard
from nrdesk.ui.records.record_list import Line, RecordList
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.layout import column
from nrdesk.ui.widgets.page import Page

_ROOM, _LIST = 700, 300
"""Width from which the list stands beside the page that is read, and height of the list at least, in pixels
for normal text."""


class HelpPage(Page):
    """Says how to use each screen, and finds a word in all of them."""

    def __init__(self, session: Session) -> None:
        super().__init__("Guide d’utilisation", "Une page par écran : ce qu’on y fait, ce qu’il faut savoir.")
        self.field = QLineEdit()
        self.field.setPlaceholderText("Chercher dans le guide…")
        self.field.setAccessibleName("Chercher dans le guide")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._search)
        self.found = text.muted("")
        self.list = RecordList("Pages du guide d’utilisation")
        self.list.chosen.connect(self._show)
        self.screen_card = ScreenCard()
        self.screen_card.opened.connect(lambda key: self.navigate.emit(key, ""))
        self.list.setMinimumHeight(theme.px(_LIST))
        aside = column(self.field, self.found, self.list, gap=8)
        layout = aside.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addStretch(1)
        self.add(Beside((aside, 2), (self.screen_card, 5), room=_ROOM))
        self._search("")

    def refresh(self) -> None:
        """Change nothing: the guide does not depend on the document."""

    def reveal(self, field: str) -> None:
        """Show the page of a screen."""
        if field in user_guide.by_key():
            self.field.clear()
            self.list.select(field)
            self.list.setFocus()

    def _search(self, query: str) -> None:
        pages = user_guide.search(query)
        self.list.show_lines([Line(page.key, page.title, page.goal) for page in pages])
        told = count(len(pages), "page") if pages else "Aucune page. Essayez un mot plus court."
        self.found.setText(told)
        if query:
            announce(self.field, told)

    def _show(self, key: str | None) -> None:
        page: GuidePage | None = user_guide.by_key().get(key or "")
        self.screen_card.setVisible(page is not None)
        if page:
            self.screen_card.show_screen(page)
