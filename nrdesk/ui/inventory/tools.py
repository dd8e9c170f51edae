"""The tools above the grid: what is shown of the inventory, and what one does with the selected lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QWidget

from nrdesk.ui import theme
from nrdesk.ui.inventory.gestures import Gestures
from nrdesk.ui.widgets.buttons import button, icon_button
from nrdesk.ui.widgets.flow import FlowLayout
from nrdesk.ui.widgets.layout import row

LARGE = 1.5
"""Size of the text from which the page keeps its room for the grid."""
_COLUMNS = "Choisir les colonnes"
_EDIT = "Donner la même valeur aux lignes sélectionnées (Ctrl+M)"
_LEAVE = "Réemploi, don, vente, déchet… des lignes sélectionnées (Ctrl+Maj+M)"


class GridTools(QWidget):
    """Filter, boxes and buttons."""

    def __init__(self, gestures: Gestures, open_columns: Callable[[], object]) -> None:
        super().__init__()
        large = theme.scale() >= LARGE
        self.filter_field = QLineEdit()
        self.filter_field.setPlaceholderText("Filtrer\u00a0: modèle, lieu, catégorie…")
        self.filter_field.setAccessibleName("Filtrer les lignes")
        self.filter_field.setAccessibleDescription(
            "Les lignes qui contiennent tous les mots écrits restent affichées."
        )
        self.filter_field.setClearButtonEnabled(True)
        self.filter_field.setFixedWidth(theme.px(150 if large else 230))
        self.incomplete_box = QCheckBox("À compléter")
        self.incomplete_box.setToolTip("N’afficher que les lignes auxquelles il manque une donnée")
        self.retired_box = QCheckBox("Sortis du parc")
        self.retired_box.setToolTip("Afficher aussi les appareils sortis du parc")
        self.edit_button: QAbstractButton = (
            icon_button("pencil", f"Modifier la sélection. {_EDIT}", gestures.edit_selection)
            if large
            else button("Modifier…", "pencil", on_click=gestures.edit_selection, help=_EDIT)
        )
        self.leave_button: QAbstractButton = (
            icon_button("external-link", f"Sortir du parc. {_LEAVE}", gestures.leave_park)
            if large
            else button("Sortir du parc…", "external-link", on_click=gestures.leave_park, help=_LEAVE)
        )
        self.copy_button = icon_button(
            "copy", "Dupliquer les lignes sélectionnées (Ctrl+Maj+D)", gestures.duplicate
        )
        self.delete_button = icon_button(
            "trash-2", "Supprimer les lignes sélectionnées (Ctrl+-)", gestures.delete_lines
        )
        columns_button = icon_button("columns-3", _COLUMNS, open_columns)
        writing = (self.edit_button, self.leave_button, self.copy_button, self.delete_button)
        self._names = {each: each.toolTip() for each in writing}
        layout = FlowLayout(gap=12, last_to_right=True)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        for widget in (self.filter_field, self.incomplete_box, self.retired_box):
            layout.addWidget(widget)
        layout.addWidget(row(*writing, columns_button))

    def allow(self, locked: str) -> None:
        """Enable what writes, or disable it and say why.

        Args:
            locked: why the inventory cannot be written, "" when it can.
        """
        for each, help in self._names.items():
            say_why(each, help, locked)


def say_why(control: QAbstractButton, help: str, locked: str) -> None:
    """Enable a button and give it its help, or disable it with the reason in its place."""
    control.setEnabled(not locked)
    control.setToolTip(locked or help)
    control.setAccessibleDescription(locked or help)
