"""What the inventory says when it holds nothing yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.ui import theme
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.image import Image
from nrdesk.ui.widgets.layout import row
from nrdesk.ui.widgets.page import page_of


class EmptyInventory(QWidget):
    """The ways to begin, in the middle of the page."""

    def __init__(self, import_file: Callable[[], object], add_line: Callable[[], object]) -> None:
        super().__init__()
        card = Card()
        card.setMaximumWidth(theme.px(620))
        card.body.setSpacing(14)
        card.body.setContentsMargins(36, 32, 36, 32)
        card.add_row(1, Image("monitor", "accent", 40), 1)
        title = text.heading("L’inventaire est vide")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.add(title)
        words = text.body(
            "Partez de la liste que vous avez déjà\u00a0: un tableau Excel ou LibreOffice, un CSV, un export "
            "GLPI ou OCS. Vous verrez ce qui est compris avant d’enregistrer quoi que ce soit."
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.add(words)
        self.import_button = button("Importer un inventaire…", "upload", "primary", import_file)
        self.add_button = button("Ajouter une ligne", "plus", on_click=add_line)
        card.add_row(1, self.import_button, self.add_button, 1)
        self.start_button = button("Partir de cinq chiffres", kind="link", on_click=self._start)
        card.add_row(1, self.start_button, 1)
        hint = text.muted("Vous pouvez aussi déposer un fichier sur cette page.")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.add(hint)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(row(1, card, 1))
        outer.addStretch(2)

    def _start(self) -> None:
        if page := page_of(self):
            page.go("step4", "start")
