"""A page of the user guide, as it is read."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from nrdesk.core.reference import user_guide
from nrdesk.core.reference.user_guide import GuidePage
from nrdesk.ui import theme
from nrdesk.ui.shell.routes import ROUTES
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.layout import clear

_PAGES = frozenset(route.key for route in ROUTES)
"""Screens that can be gone to while a document is open."""


class ScreenCard(Card):
    """How to use one screen: its picture, what to do, what to know, the keys."""

    opened = Signal(str)
    """Key of the screen that the user wants to go to."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.add_layout(self._column)

    def show_screen(self, page: GuidePage) -> None:
        """Show another page of the guide."""
        clear(self._column)
        self.setAccessibleName(page.title)
        self._column.addWidget(text.heading(page.title))
        self._column.addWidget(text.body(page.goal, terms=True))
        if user_guide.picture(page.key).exists():
            self._column.addWidget(_Picture(page))
        self._add_part("Ce qu’on y fait", (f"{n}. {each}" for n, each in enumerate(page.steps, start=1)))
        self._add_part("Bon à savoir", (f"•\u2002{each}" for each in page.know))
        self._add_part("Au clavier", (f"•\u2002{each}" for each in page.keys))
        if page.key in _PAGES:
            name = f"Ouvrir cet écran\u00a0: {page.title}"
            going = button("Ouvrir cet écran", kind="link", on_click=lambda: self.opened.emit(page.key))
            going.setAccessibleName(name)
            self._column.addWidget(going, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_part(self, title: str, lines: Iterable[str]) -> None:
        shown: list[QWidget] = [text.body(line, terms=True) for line in lines]
        if shown:
            self._column.addWidget(text.strong(title))
        for line in shown:
            self._column.addWidget(line)


class _Picture(QLabel):
    """The picture of a screen, as wide as there is room for."""

    def __init__(self, page: GuidePage) -> None:
        super().__init__()
        self._whole = QPixmap(str(user_guide.picture(page.key)))
        self.setAccessibleName(f"Image de l’écran «\u00a0{page.title}\u00a0»")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(min(self._whole.width(), theme.px(720)))
        self.setScaledContents(True)
        self.setPixmap(self._whole)

    def heightForWidth(self, width: int) -> int:
        """Keep the proportions."""
        return round(width * self._whole.height() / max(1, self._whole.width()))
