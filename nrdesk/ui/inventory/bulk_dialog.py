"""« Modifier la sélection »: the same values for some fields of many lines, shown before they are written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.inventory.fields import FIELDS
from nrdesk.core.model import Equipment
from nrdesk.core.written.values import Unreadable
from nrdesk.ui import theme
from nrdesk.ui.inventory import editors, edits
from nrdesk.ui.inventory.columns import COLUMNS, INDEX
from nrdesk.ui.inventory.selection_dialog import SelectionDialog
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button, icon_button
from nrdesk.ui.widgets.layout import row

_OF_ONE_LINE = frozenset(("number", "serial_number"))
"""What designates one appliance: the same for several lines would be a mistake."""
_OFFERED = [field for field in FIELDS if field.name not in _OF_ONE_LINE]
_FIRST = "site"
_TOLD = 3
"""Values of today that are named; the others are counted."""
_ARROW = "→"
_WIDTH = 580

Suggest = Callable[[str], Sequence[str]]
"""Name of a field -> texts already written in it."""


class BulkDialog(SelectionDialog):
    """Asks for fields and values; each row says what it would change."""

    wanted = Signal(object)
    """Texts by name of field, once accepted."""

    def __init__(self, parent: QWidget, lines: Sequence[Equipment], known: Suggest, field: str = "") -> None:
        """Make the dialog.

        Args:
            parent: the grid.
            lines: the selected lines.
            known: what to suggest for a field.
            field: the one to begin with.
        """
        title = f"Modifier {count(len(lines), 'ligne')}"
        super().__init__(parent, title, title, title)
        self._lines, self._known = lines, known
        self.rows: list[BulkRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self._more = button("Ajouter un champ", "plus", "link", self.add_row)
        self.body.addWidget(
            text.muted("La même valeur sera écrite dans toutes ces lignes. Ctrl+Z annulera tout d’un coup.")
        )
        self.body.addLayout(self._column)
        self.body.addWidget(row(self._more, 1))
        self.body.addStretch(1)
        self.add_row(field if any(field == offered.name for offered in _OFFERED) else _FIRST)

    @property
    def texts(self) -> dict[str, str]:
        """What is to be written, by name of field; a row left blank writes nothing."""
        return {row.name: row.typed for row in self.rows if row.typed}

    def add_row(self, field: str = "") -> None:
        """Add a row, for a field that no other row has yet."""
        taken = {row.name for row in self.rows}
        free = [offered.name for offered in _OFFERED if offered.name not in taken]
        if not free:
            return
        made = BulkRow(self._lines, self._known, field or free[0])
        made.changed.connect(self._refresh)
        made.removed.connect(lambda: self._remove(made))
        self.rows.append(made)
        self._column.addWidget(made)
        self._refresh()
        made.focus()

    def _remove(self, gone: BulkRow) -> None:
        self.rows.remove(gone)
        gone.hide()
        gone.deleteLater()
        self._refresh()
        self.rows[-1].focus()

    def _refresh(self) -> None:
        for each in self.rows:
            each.show_removal(len(self.rows) > 1)
        twice = len({row.name for row in self.rows}) < len(self.rows)
        wrong = twice or any(row.problem for row in self.rows)
        changing = {i for row in self.rows for i in row.changing}
        self.accept_button.setEnabled(bool(changing) and not wrong)
        self.accept_button.setText(f"Modifier {count(len(changing) or len(self._lines), 'ligne')}")
        reason = ""
        if twice:
            reason = "Le même champ est choisi deux fois."
        elif not changing:
            reason = "Écrivez une valeur qui change au moins une ligne."
        self.accept_button.setToolTip(reason)
        self.accept_button.setAccessibleDescription(reason)
        # A row that was just added takes its room once it is shown.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self.fit(_WIDTH)

    def accept(self) -> None:
        """Say what is wanted, and close."""
        self.wanted.emit(self.texts)
        super().accept()


class BulkRow(QWidget):
    """One field, the value to give it, and what that changes."""

    changed = Signal()
    removed = Signal()

    def __init__(self, lines: Sequence[Equipment], known: Suggest, name: str) -> None:
        super().__init__()
        self._lines, self._known = lines, known
        self.changing: frozenset[str] = frozenset()
        """Lines that the value would change."""
        self.problem = ""
        """Why the value cannot be read; empty when it can."""
        self.field_box = QComboBox()
        for field in _OFFERED:
            self.field_box.addItem(field.label, field.name)
        self.field_box.setAccessibleName("Champ à modifier")
        self.field_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.field_box.setMinimumContentsLength(12)
        self.field_box.setCurrentIndex(self.field_box.findData(name))
        self._remove = icon_button("x", "Retirer ce champ", self.removed.emit, 16)
        # While a row is being laid out, it has no height: an icon cannot be painted smaller than nothing.
        self._remove.setMinimumSize(theme.px(28), theme.px(28))
        self._note = text.muted("")
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self._line.addWidget(self.field_box, 2)
        self.editor = QWidget()
        self._line.addWidget(self.editor, 3)
        self._line.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._line)
        column.addWidget(self._note)
        self.field_box.currentIndexChanged.connect(self._choose)
        self._choose()

    @property
    def name(self) -> str:
        """Name of the field."""
        return str(self.field_box.currentData())

    @property
    def typed(self) -> str:
        """The text to write."""
        return editors.text(self.editor).strip()

    def focus(self) -> None:
        """Take the focus, where the value is typed."""
        self.editor.setFocus()

    def show_removal(self, shown: bool) -> None:
        """Show or hide what removes the row."""
        self._remove.setVisible(shown)

    def _choose(self) -> None:
        """Put the field of the value that suits the field chosen."""
        column = COLUMNS[INDEX[self.name]]
        known = () if column.field is None or column.field.choices else self._known(self.name)
        made = editors.make(column, known if not column.numeric else ())
        made.setAccessibleName(f"Valeur de «{NBSP}{column.label}{NBSP}»")
        self._today = _today(self._lines, self.name)
        self._line.replaceWidget(self.editor, made)
        self.editor.hide()
        self.editor.deleteLater()
        self.editor = made
        line = made.lineEdit() if isinstance(made, QComboBox) else made
        if isinstance(line, QLineEdit):
            line.textChanged.connect(self._tell)
        QWidget.setTabOrder(self.field_box, made)
        QWidget.setTabOrder(made, self._remove)
        self._tell()

    def _tell(self) -> None:
        """Say what the value would change."""
        typed = self.typed
        self.changing, self.problem = frozenset(), ""
        if typed:
            try:
                self.changing = edits.changing(self._lines, self.name, typed)
            except Unreadable as unreadable:
                self.problem = unreadable.reason
        self._note.setText(self._sentence(typed))
        text.set_tone(self._note, "bad" if self.problem else "muted")
        self.editor.setAccessibleDescription(self._note.text())
        self.changed.emit()

    def _sentence(self, typed: str) -> str:
        if self.problem:
            return self.problem[:1].upper() + self.problem[1:] + "."
        if not typed:
            return f"Aujourd’hui{NBSP}: {self._today}."
        if not self.changing:
            return "Toutes ces lignes le disent déjà."
        changing = count(len(self.changing), "ligne change", "lignes changent")
        return f"{changing}{NBSP}: {self._today} {_ARROW} {typed}."


def _today(lines: Sequence[Equipment], name: str) -> str:
    """Return what lines say in a field, the most frequent first: "École (7), vide (5)"."""
    told = edits.told(lines, name).most_common()
    named = [f"{value or 'vide'} ({number})" for value, number in told[:_TOLD]]
    if (others := len(told) - _TOLD) > 0:
        named.append(count(others, "autre valeur", "autres valeurs"))
    return ", ".join(named)
