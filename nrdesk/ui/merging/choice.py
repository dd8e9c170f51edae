"""Two values side by side, and which one is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from nrdesk.core.formatting import NBSP
from nrdesk.core.merging import Side
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.layout import row

_ROOM = 420
"""Width from which two values stand side by side, in pixels for normal text."""
_HEARD = 200
"""Longest value that a screen reader is given with a button; the whole is beside it."""


class Choice(Card):
    """One field, or one row: each value under whose it is, and the buttons that keep one of them."""

    def __init__(
        self,
        title: str,
        values: Sequence[tuple[Side, str, str]],
        kept: Side,
        choose: Callable[[Side], object],
        *,
        note: str = "",
        both: bool = False,
    ) -> None:
        """Make the choice.

        Args:
            title: what is chosen.
            values: side, words of its button, value.
            kept: the side kept at first.
            choose: called with the side that is chosen.
            note: what to know before choosing.
            both: whether both texts may be kept, one after the other.
        """
        super().__init__(title)
        self._group = QButtonGroup(self)
        self.buttons: dict[Side, QRadioButton] = {}
        if note:
            self.add(text.muted(note))
        panels: list[tuple[QWidget, int]] = []
        for side, words, value in values:
            panel = Panel(self._button(side, words, f"{title}, {words.lower()}{NBSP}: {value[:_HEARD]}"))
            panel.add(text.body(value))
            panel.body.addStretch(1)
            panels.append((panel, 1))
        self.add(Beside(*panels, room=_ROOM, gap=12))
        if both:
            words = "Garder les deux textes, l’un après l’autre"
            self.add(row(self._button(Side.BOTH, words, f"{title}, {words.lower()}")))
        self.buttons[kept].setChecked(True)
        for side, made in self.buttons.items():
            made.toggled.connect(lambda on, side=side: on and choose(side))

    def _button(self, side: Side, words: str, name: str) -> QRadioButton:
        made = QRadioButton(words)
        made.setAccessibleName(name)
        self._group.addButton(made)
        self.buttons[side] = made
        return made
