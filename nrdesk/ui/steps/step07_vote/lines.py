"""One line that says how something stands: an icon, a state for the screen reader, a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.image import Image
from nrdesk.ui.widgets.layout import clear

Line = tuple[str, str]
"""State ("ok", "warn", "bad" or "info") and sentence."""
_STATES = {
    "ok": ("circle-check", "ok", "Bien"),
    "warn": ("circle-alert", "warn", "À voir"),
    "bad": ("triangle-alert", "bad", "Impossible"),
    "info": ("info", "accent", "À savoir"),
}


class Lines(QWidget):
    """Sentences one under the other, changed as one types."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    @property
    def sentences(self) -> list[str]:
        """What is shown."""
        return [sentence for _, sentence in self._shown]

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show other sentences; the empty ones are left out."""
        told = [(state, sentence) for state, sentence in lines if sentence]
        if told == self._shown:
            return
        self._shown = told
        clear(self._column)
        for state, sentence in told:
            self._column.addWidget(_line(state, sentence))
        self.setVisible(bool(told))


def _line(state: str, sentence: str) -> QWidget:
    icon, tone, word = _STATES[state]
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    words = text.body(sentence, terms=True)
    if state == "bad":
        text.set_tone(words, "bad")
    line.addWidget(Image(icon, tone, 18))
    line.addWidget(words, 1)
    made.setAccessibleName(f"{word}\u00a0: {sentence}")
    return made
