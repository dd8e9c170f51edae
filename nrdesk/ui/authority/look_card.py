"""Theme and size of the text, kept on this computer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QComboBox

from nrdesk.ui import preferences, theme
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.form import Form


class LookCard(Card):
    """Two choices, applied at once."""

    def __init__(self, session: Session) -> None:
        super().__init__("Apparence, sur cet ordinateur")
        self._session = session
        chosen = preferences.load()
        self.theme_choice = QComboBox()
        for mode, name in theme.MODES.items():
            self.theme_choice.addItem(name, mode)
        self.theme_choice.setCurrentIndex(self.theme_choice.findData(chosen.theme))
        self.text_size = QComboBox()
        for scale, name in theme.SCALES.items():
            self.text_size.addItem(name, scale)
        self.text_size.setCurrentIndex(max(0, self.text_size.findData(chosen.text_scale)))
        form = Form(columns=2)
        form.add_row("Thème", self.theme_choice)
        form.add_row(
            "Taille du texte", self.text_size, help="«\u00a0Double\u00a0» convient à la projection en salle."
        )
        self.add(form)
        self.theme_choice.activated.connect(self._apply)
        self.text_size.activated.connect(self._apply)

    def _apply(self) -> None:
        chosen = replace(
            preferences.load(), theme=self.theme_choice.currentData(), text_scale=self.text_size.currentData()
        )
        preferences.save(chosen)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            resized = theme.scale() != chosen.text_scale
            theme.apply(app, chosen.theme, chosen.text_scale)
            if resized:
                self._session.look_changed.emit()
