"""« Sortir du parc »: what became of appliances, when, and who has them now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from nrdesk.core import dates
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.inventory.fields import FIELD
from nrdesk.core.model import Equipment
from nrdesk.core.written import values
from nrdesk.core.written.values import Unreadable
from nrdesk.ui.inventory.editors import Suggestions
from nrdesk.ui.inventory.selection_dialog import SelectionDialog
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.form import Form

_KEPT = (
    "Ce qui sort reste dans l’inventaire\u00a0: cochez «\u00a0Sortis du parc\u00a0» pour le revoir "
    "ou le faire revenir."
)


class LeaveDialog(SelectionDialog):
    """Asks how appliances leave; nothing is required but a date that can be read."""

    wanted = Signal(object, object)
    """Texts by name of field, and how many appliances of the only line leave (None: all)."""

    def __init__(
        self, parent: QWidget, lines: Sequence[Equipment], recipients: Sequence[str], as_of: str
    ) -> None:
        """Make the dialog.

        Args:
            parent: the grid.
            lines: those that leave.
            recipients: the recipients already known, to suggest.
            as_of: ISO date of the inventory of the campaign.
        """
        appliances = count(sum(line.quantity for line in lines), "appareil")
        super().__init__(parent, "Sortir du parc", f"Sortir du parc{NBSP}: {appliances}", "Sortir du parc")
        self._lines, self._as_of = lines, as_of
        self.route_box = QComboBox()
        self.route_box.addItems(["", *FIELD["exit_route"].choices])
        self.date_field = QLineEdit(dates.short(dt.date.today().isoformat()))
        self.recipient_field = QLineEdit()
        if recipients:
            Suggestions(recipients, self.recipient_field)
        self.quantity_field = QLineEdit(str(lines[0].quantity))
        form = Form()
        form.add_row("Devenir", self.route_box, help=FIELD["exit_route"].help)
        self._date_row = form.add_row("Sorti le", self.date_field)
        form.add_row("Remis à", self.recipient_field, help=FIELD["recipient"].help)
        self._quantity_row = None
        if len(lines) == 1 and lines[0].quantity > 1:
            self._quantity_row = form.add_row(
                "Combien sortent",
                self.quantity_field,
                help=f"Sur {lines[0].quantity}. Les autres restent sur leur ligne.",
            )
        self._note = text.muted("")
        self.body.addWidget(form)
        self.body.addWidget(self._note)
        self.body.addWidget(text.muted(_KEPT))
        self.body.addStretch(1)
        for field in (self.date_field, self.quantity_field):
            field.textChanged.connect(self._check)
        self._check()
        self.route_box.setFocus()
        self.fit(520)

    @property
    def texts(self) -> dict[str, str]:
        """What is said of the exit, by name of field."""
        said = {
            "retired": self.date_field.text().strip(),
            "exit_route": self.route_box.currentText(),
            "recipient": self.recipient_field.text().strip(),
        }
        return {name: words for name, words in said.items() if words}

    @property
    def quantity(self) -> int | None:
        """How many appliances of the only line leave; None for all of them."""
        return values.quantity(self.quantity_field.text()) if self._quantity_row else None

    def _check(self) -> None:
        date, problem = _date(self.date_field.text())
        self._date_row.set_problem(problem)
        wrong = bool(problem)
        if self._quantity_row:
            too = self._quantity_problem()
            self._quantity_row.set_problem(too)
            wrong = wrong or bool(too)
        self.accept_button.setEnabled(not wrong)
        self._note.setText(self._effect(date))

    def _quantity_problem(self) -> str:
        try:
            wanted = values.quantity(self.quantity_field.text())
        except Unreadable as unreadable:
            return unreadable.reason
        most = self._lines[0].quantity
        return f"Cette ligne n’en compte que {most}." if wanted > most else ""

    def _effect(self, date: str | None) -> str:
        """Say what the exit does to the figures of the campaign."""
        if date and date > self._as_of[: len(date)]:
            day = dates.in_letters(dt.date.fromisoformat(self._as_of))
            return (
                f"La campagne est arrêtée au {day}, avant cette sortie{NBSP}: ce qui sort compte encore dans "
                "ses chiffres."
            )
        return "Ce qui sort ne compte plus dans l’empreinte de la campagne."

    def accept(self) -> None:
        """Say what is wanted, and close."""
        self.wanted.emit(self.texts, self.quantity)
        super().accept()


def _date(typed: str) -> tuple[str | None, str]:
    """Return the partial date that a text says, and why it says none."""
    try:
        date = FIELD["retired"].read(typed)["retired"]
    except Unreadable as unreadable:
        return None, unreadable.reason
    return (str(date) if date else None), ""
