"""One line that says whether something is as it should be: an icon, a word, a sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.image import Image

_STATES = {True: ("circle-check", "ok", "Bien"), False: ("circle-alert", "warn", "À voir")}


class RemarkLine(QWidget):
    """A remark, read aloud with its state."""

    def __init__(self, ok: bool, words: str) -> None:
        """Make the line.

        Args:
            ok: whether nothing is to be changed.
            words: the sentence.
        """
        super().__init__()
        icon, tone, state = _STATES[ok]
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Image(icon, tone, 18))
        line.addWidget(text.body(words), 1)
        self.setAccessibleName(f"{state}\u00a0: {words}")
