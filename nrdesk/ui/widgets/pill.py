"""A short state in a coloured pill; the words carry the meaning, the colour only helps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy


class Pill(QLabel):
    """A few words in a pill of kind "accent", "ok", "warn", "bad" or "quiet"."""

    def __init__(self, text: str, kind: str = "accent") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("pill", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def show_state(self, text: str, kind: str) -> None:
        """Change the words and the colour."""
        self.setText(text)
        self.setProperty("pill", kind)
        self.style().unpolish(self)
        self.style().polish(self)
