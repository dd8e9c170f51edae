"""Form rows: label, buddy, help, unit and accessible name in one call."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nrdesk.ui import theme
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.cells import Cell, CellsLayout

NARROWEST = 260
"""Narrowest column of a form, in pixels for normal text: the longest answer of a list is read whole there."""
_BETWEEN = 24
"""Pixels between two columns."""


class FormRow(QWidget):
    """A field under its label, with its unit beside it and its help under it."""

    def __init__(
        self, label: str, field: QWidget, *, help: str = "", unit: str = "", wide: bool = False
    ) -> None:
        """Make a row around `field`.

        Args:
            label: what the field is; "&" before a letter makes it an Alt shortcut.
            field: the widget that takes the focus.
            help: one short sentence, also the accessible description.
            unit: written after the field and read with its name.
            wide: whether it takes the whole width of the form.
        """
        super().__init__()
        self.field = field
        self.wide = wide
        self._help = help
        self._label = text.strong(label)
        # Plain text would show the "&" of the mnemonic.
        self._label.setTextFormat(Qt.TextFormat.AutoText)
        self._label.setBuddy(field)
        self._name = label.replace("&&", "\0").replace("&", "").replace("\0", "&")
        self._note = text.muted("")
        self._unit: QLabel | None = None
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self._line.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addLayout(self._line)
        column.addWidget(self._note)
        column.addStretch(1)
        self.describe(help, unit)

    def describe(self, help: str, unit: str = "") -> None:
        """Change the help and the unit: they may depend on the answer of another field."""
        problem = self.problem
        self._help = help
        self.field.setAccessibleName(f"{self._name} ({unit})" if unit else self._name)
        self.field.setAccessibleDescription(problem or help)
        if unit and self._unit is None:
            self._unit = text.label("", tone="muted", wrap=False)
            self._line.addWidget(self._unit)
        if self._unit:
            self._unit.setText(unit)
            self._unit.setVisible(bool(unit))
        self._note.setText(problem or text.tied(help))
        self._note.setVisible(bool(problem or help))

    @property
    def problem(self) -> str:
        """The problem shown, empty when there is none."""
        return self._note.text() if self.field.property("invalid") else ""

    def set_problem(self, problem: str) -> None:
        """Show in red why the field cannot be taken as it stands; empty puts the help back."""
        if problem == self.problem:
            return
        self.field.setProperty("invalid", bool(problem))
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        self.field.setAccessibleDescription(problem or self._help)
        self._note.setText(problem or self._help)
        self._note.setVisible(bool(problem or self._help))
        text.set_tone(self._note, "bad" if problem else "muted")


class Form(QWidget):
    """Form rows in as many columns as the width allows."""

    def __init__(self, columns: int = 1, *, narrowest: int = NARROWEST) -> None:
        """Make an empty form.

        Args:
            columns: the most that it takes.
            narrowest: narrowest column, in pixels for normal text.
        """
        super().__init__()
        self._layout = _Columns(columns, narrowest)
        self.setLayout(self._layout)

    def add_row(
        self, label: str, field: QWidget, *, help: str = "", unit: str = "", wide: bool = False
    ) -> FormRow:
        """Add a row (see `FormRow`)."""
        made = FormRow(label, field, help=help, unit=unit, wide=wide)
        self._layout.addWidget(made)
        return made


class _Columns(CellsLayout):
    """Equal columns; a wide row takes a whole line."""

    def __init__(self, most: int, narrowest: int) -> None:
        super().__init__(gap=16)
        self._most, self._narrowest = most, narrowest

    def lines(self, width: int) -> list[list[Cell]]:
        columns = max(1, min(self._most, width // theme.px(self._narrowest)))
        room = (width - _BETWEEN * (columns - 1)) // columns
        lines: list[list[Cell]] = []
        place = columns
        for item in self.shown:
            wide = cast(FormRow, item.widget()).wide
            if wide or place == columns:
                lines.append([])
                place = 0
            lines[-1].append(Cell(item, place * (room + _BETWEEN), width if wide else room))
            place = columns if wide else place + 1
        return lines
