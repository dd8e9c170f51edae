"""The difference that is chosen in the list: its values on each side, and what is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.merging import Block, Choices, Difference, FieldDifference, Side, side_of
from nrdesk.core.merging.account import block_sentence, told_nature
from nrdesk.core.merging.words import EMPTY, Words, kind_label, labels_of
from nrdesk.ui.merging.choice import Choice
from nrdesk.ui.merging.subjects import HERE, THERE, Subject
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.layout import clear

_CHOOSE = "Les deux copies l’ont changé\u00a0: gardez ce qui est juste."
_TAKEN = "Une seule copie l’a changé\u00a0: nrdesk garde ce changement, sauf si vous choisissez autrement."
_ABSENT = "La ligne n’y est pas."


class Detail(QWidget):
    """What is known of one difference, and its choices."""

    def __init__(self, words: Words, choose: Callable[[str, Side], object]) -> None:
        """Make an empty pane; `choose` is called with the key of what is chosen, and the side."""
        super().__init__()
        self._words, self._choose = words, choose
        self.choices: list[Choice] = []
        """What can be chosen in the difference that is shown."""
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 12, 0)
        self._body.setSpacing(12)

    def show_subject(self, subject: Subject | None, choices: Choices) -> None:
        """Show a difference, None for nothing."""
        clear(self._body)
        self.choices.clear()
        if subject is None:
            return
        if subject.block:
            self._add_block(subject, choices)
        elif subject.difference:
            self._add_row(subject.difference, choices)
        self._body.addStretch(1)

    def _add_block(self, subject: Subject, choices: Choices) -> None:
        block = subject.block
        assert block is not None
        values = (
            (Side.MINE, "Celle de ce document", _state(block, Side.MINE)),
            (Side.THEIRS, "Celle de l’autre copie", _state(block, Side.THEIRS)),
        )
        self._add(
            block.key,
            Choice(
                f"Campagne {block.year}",
                values,
                choices.get(block.key, block.suggested),
                lambda side: self._choose(block.key, side),
                note=block_sentence(block),
            ),
        )

    def _add_row(self, difference: Difference, choices: Choices) -> None:
        record = difference.mine or difference.theirs
        assert record is not None
        self._body.addWidget(
            text.heading(f"{kind_label(difference.kind)} {self._words.row(record)}".rstrip())
        )
        if difference.block:
            self._body.addWidget(text.muted("Elle suit la campagne figée à laquelle elle appartient."))
        for field in difference.fields:
            self._add_field(difference, field, choices)
        if not difference.fields:
            self._add_presence(difference, choices)

    def _add_field(self, difference: Difference, field: FieldDifference, choices: Choices) -> None:
        kind, title = difference.kind, labels_of(difference.kind, field.names)
        mine = self._words.values(kind, field.names, field.mine)
        theirs = self._words.values(kind, field.names, field.theirs)
        note = "" if difference.block else (_CHOOSE if field.conflict else _TAKEN)
        made = Choice(
            title,
            ((Side.MINE, "Ce document", mine), (Side.THEIRS, "L’autre copie", theirs)),
            side_of(difference, field, choices),
            lambda side: self._choose(field.key, side),
            note=note,
            both=field.joinable and not difference.block,
        )
        made.setDisabled(bool(difference.block))
        self._add(field.key, made)

    def _add_presence(self, difference: Difference, choices: Choices) -> None:
        record = difference.mine or difference.theirs
        assert record is not None
        lines = "\n".join(f"{label}\u00a0: {value}" for label, value in self._words.lines(record)) or EMPTY
        here = difference.mine is not None
        kept, left = (Side.MINE, Side.THEIRS) if here else (Side.THEIRS, Side.MINE)
        told = told_nature(difference, HERE, THERE)
        made = Choice(
            f"{told[:1].upper()}{told[1:]}",
            ((kept, "Garder la ligne", lines), (left, "Ne pas la garder", _ABSENT)),
            side_of(difference, None, choices),
            lambda side: self._choose(difference.key, side),
        )
        made.setDisabled(bool(difference.block))
        self._add(difference.key, made)

    def _add(self, key: str, made: Choice) -> None:
        made.setObjectName(key)
        self.choices.append(made)
        self._body.addWidget(made)


def _state(block: Block, side: Side) -> str:
    if side in block.frozen:
        return "Figée\u00a0: ses lignes et sa méthode ne bougent plus."
    return "Ouverte\u00a0: ses lignes peuvent encore changer."
