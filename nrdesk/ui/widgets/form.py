"""Form rows: label, buddy, help, unit and accessible name in one call."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nrdesk.ui import theme
from nrdesk.ui.widgets import text

_NARROWEST = 230
"""Narrowest column of a form, in pixels for normal text."""


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
        self.wanted = True
        """Whether the form shows it, once it has been arranged."""
        self._help = help
        self._label = text.strong(label)
        # Plain text would show the "&" of the mnemonic.
        self._label.setTextFormat(Qt.TextFormat.AutoText)
        self._label.setBuddy(field)
        name = label.replace("&&", "\0").replace("&", "").replace("\0", "&")
        field.setAccessibleName(f"{name} ({unit})" if unit else name)
        field.setAccessibleDescription(help)
        self._note = text.muted(help)
        if not help:
            self._note.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(field, 1)
        if unit:
            line.addWidget(text.label(unit, tone="muted", wrap=False))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addLayout(line)
        column.addWidget(self._note)
        column.addStretch(1)

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

    def __init__(self, columns: int = 1) -> None:
        """Make an empty form; `columns` is the most that it takes."""
        super().__init__()
        self._most = columns
        self._columns = 0
        self._rows: list[FormRow] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(16)

    def add_row(
        self, label: str, field: QWidget, *, help: str = "", unit: str = "", wide: bool = False
    ) -> FormRow:
        """Add a row (see `FormRow`)."""
        made = FormRow(label, field, help=help, unit=unit, wide=wide)
        self._rows.append(made)
        self._place(self._columns or self._most)
        return made

    def arrange(self) -> None:
        """Show the rows that are wanted, and only them, without a gap."""
        self._place(self._columns or self._most)

    def minimumSizeHint(self) -> QSize:
        """Return the room of one column, so that a narrow page brings the form to it."""
        return QSize(max((made.minimumSizeHint().width() for made in self._rows), default=0), 0)

    def _place(self, columns: int) -> None:
        self._columns = columns
        place = 0
        for made in self._rows:
            if made.wanted:
                span = columns if made.wide else 1
                # What takes the whole width goes to the next line, and so does what follows.
                place = -(-place // span) * span
                self._grid.addWidget(made, *divmod(place, columns), 1, span)
                place += span
            made.setVisible(made.wanted)
        for index in range(self._most):
            self._grid.setColumnStretch(index, int(index < columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = max(1, min(self._most, self.width() // theme.px(_NARROWEST)))
        if columns != self._columns:
            self._place(columns)
