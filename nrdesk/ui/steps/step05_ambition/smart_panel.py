"""The five letters of an objective, each with its state in a word and the reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nrdesk.core.ambition import SmartLetter
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.pill import Pill

_OK, _TO_COMPLETE = "rempli", "à compléter"


class SmartPanel(Panel):
    """Follows what is being typed; says what is missing, never whether the objective is a good one."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Les cinq lettres de l’objectif")
        self.body.setSpacing(10)
        self.add(text.strong("Votre objectif est-il SMART\u00a0?", terms=True))
        self.letters = {letter: _Letter(letter) for letter in "SMART"}
        for line in self.letters.values():
            self.add(line)
        self.add(text.muted("nrdesk regarde ce qui est rempli. Ce que cela vaut, vous seuls le savez."))

    def show_letters(self, letters: Sequence[SmartLetter]) -> None:
        """Show the letters of an objective."""
        for each in letters:
            self.letters[each.letter].show_letter(each)


class _Letter(QWidget):
    """A letter in a pill, its word, its state, its reason."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self.state = Pill("")
        self.reason = text.muted("")
        self._badge, self._word = Pill(letter), text.strong("", wrap=False)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._badge)
        head.addWidget(self._word)
        head.addStretch(1)
        head.addWidget(self.state)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addLayout(head)
        lines.addWidget(self.reason)

    def show_letter(self, letter: SmartLetter) -> None:
        kind, state = ("ok", _OK) if letter.ok else ("warn", _TO_COMPLETE)
        self._badge.show_state(letter.letter, kind)
        self._word.setText(letter.word)
        self.state.show_state(state, kind)
        self.reason.setText(letter.reason)
        self.setAccessibleName(f"{letter.word}\u00a0: {state}. {letter.reason}")
