"""The inventory page: filter, grid, totals, and the figure of the selected line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.footprint.explanation import explain_line
from nrdesk.core.formatting import NBSP, count, mass, number
from nrdesk.core.model.factors import Criterion
from nrdesk.ui import theme
from nrdesk.ui.errors import show_error
from nrdesk.ui.inventory.columns import CARBON, INDEX
from nrdesk.ui.inventory.empty import EmptyInventory
from nrdesk.ui.inventory.figure_card import FigureCard
from nrdesk.ui.inventory.frozen_banner import FrozenBanner
from nrdesk.ui.inventory.grid import InventoryGrid
from nrdesk.ui.inventory.model import InventoryModel
from nrdesk.ui.inventory.tools import GridTools, say_why
from nrdesk.ui.session import FEW_LINES, Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.explain_panel import ExplainPanel
from nrdesk.ui.widgets.messages import say
from nrdesk.ui.widgets.page import Page
from nrdesk.ui.widgets.pill import Pill

_TARGET = "Classeur (*.xlsx)"
_ADD_KEY = "Ctrl++"
_PAUSE_MS = 400
"""Pause in the typing after which the totals of a long inventory are worked out."""


class InventoryPage(Page):
    """Shows, completes and corrects the inventory of the campaign."""

    def __init__(self, session: Session) -> None:
        super().__init__("Inventaire", scroll=False)
        self._session = session
        self.model = InventoryModel(session)
        self.grid = InventoryGrid(self.model)
        self._quantity = Pill("")
        self._lacking = Pill("", "warn")
        for pill in (self._quantity, self._lacking):
            # Shown with its words, which come after the lines.
            pill.hide()
            self.add_badge(pill)
        self.banner = FrozenBanner(session, lambda: self.go("years"))
        self.tools = GridTools(self.grid.gestures, self._open_columns)
        self.filter_field = self.tools.filter_field
        self.incomplete_box, self.retired_box = self.tools.incomplete_box, self.tools.retired_box
        self.totals = text.muted("", wrap=False)
        self.figure_card = FigureCard(self.explain)
        self.explain_panel = ExplainPanel()
        self.explain_panel.hide()
        self.empty = EmptyInventory(self.choose_file, self.add_line)
        self._columns_fitted = self._drawn = False
        self._totals_soon = QTimer(self, singleShot=True)
        self._totals_soon.timeout.connect(self._show_totals)
        self._add_actions()
        self._lay_out()
        self._allow()
        self._connect()

    def _add_actions(self) -> None:
        self.add_button = button("Ajouter une ligne", "plus", on_click=self.add_line, help=_ADD_KEY)
        self.import_button = button("Importer…", "upload", "primary", self.choose_file)
        self.export_button = button("Exporter…", "download", on_click=self.choose_target)
        self._buttons = (self.add_button, self.export_button, self.import_button)
        for each in self._buttons:
            self.add_action(each)

    def _lay_out(self) -> None:
        self.filter_field.installEventFilter(self)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.banner)
        column.addWidget(self.tools)
        # Three lines at least: with large letters, it is the page that scrolls.
        self.grid.setMinimumHeight(theme.px(150))
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)
        column.addWidget(self.figure_card)
        beside = QWidget()
        line = QHBoxLayout(beside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(full, 1)
        line.addWidget(self.explain_panel)
        self.stand_beside(self.explain_panel)
        self._stack = QStackedWidget()
        self._stack.addWidget(beside)
        self._stack.addWidget(self.empty)
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.filter_field.textChanged.connect(self._choose)
        self.incomplete_box.toggled.connect(self._choose)
        self.retired_box.toggled.connect(self._choose)
        self.model.changed.connect(self._on_model_changed)
        self.grid.current_changed.connect(self._show_figure)
        self.grid.explain_wanted.connect(self.explain)
        self.explain_panel.closed.connect(lambda: self._show_figure(self.grid.line))
        self.grid.gestures.said.connect(self._say)
        self._session.campaign_changed.connect(self._follow_campaign)

    def refresh(self) -> None:
        # The model follows the document by itself: only the first time is anything left to draw.
        if not self._drawn:
            self._on_model_changed()

    def _follow_campaign(self) -> None:
        """Show another year, or the same one frozen or not."""
        self._allow()
        self.model.refresh()

    def _allow(self) -> None:
        """Offer what the campaign allows, and say why it does not allow the rest."""
        locked = self._session.locked
        self.banner.refresh()
        self.tools.allow(locked)
        say_why(self.add_button, _ADD_KEY, locked)
        say_why(self.import_button, "", locked)
        self.empty.setEnabled(not locked)
        self.setAcceptDrops(not locked)

    def reveal(self, field: str) -> None:
        """Go to a cell.

        Args:
            field: name of a field, for the first line that lacks it; or identifier of a line, alone or
                followed by a space and the name of a field.
        """
        identifier, _, name = field.partition(" ")
        if identifier in INDEX:
            identifier, name = self.model.lines.first_without(identifier) or "", identifier
        if identifier and self.model.lines.row_of(identifier) is None:
            self._show_every_line()
        self.grid.reveal(identifier, INDEX.get(name, 0))

    def add_line(self) -> None:
        """Add a line and start typing in it."""
        self._stack.setCurrentIndex(0)
        self.grid.gestures.add_line()
        self.grid.setFocus()

    def choose_file(self) -> None:
        """Open the import, to choose or drop a file in it."""
        self.import_file(None)

    def import_file(self, path: Path | None) -> None:
        """Open the import of a file."""
        from nrdesk.ui.inventory.import_dialog import ImportDialog

        dialog = ImportDialog(self._session, path, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.imported.connect(self._tell_import)
        dialog.start()

    def choose_target(self) -> None:
        """Ask where to write the inventory, and write it."""
        name = f"inventaire-{self._session.campaign.year}.xlsx"
        path, _ = QFileDialog.getSaveFileName(self, "Exporter l’inventaire", name, _TARGET)
        if path:
            self.export(Path(path))

    def export(self, path: Path) -> None:
        """Write the inventory as a spreadsheet that can be imported again."""
        from nrdesk.core.reports import inventory_workbook, save_from

        session = self._session
        try:
            content = inventory_workbook.write(session.document, campaign=session.campaign)
            written = save_from(session.document, content, _as_workbook(path))
        except UserError as error:
            show_error(self, error)
        else:
            self._say(f"Inventaire écrit dans «{NBSP}{written.name}{NBSP}».", "ok", False)

    def explain(self) -> None:
        """Explain the figure of the current line, beside the grid."""
        if (current := self.grid.currentIndex()).isValid():
            figure = self.model.figures.of(self.model.lines[current.row()])
            self.explain_panel.explain(explain_line(figure, self._criterion()))
            # The panel says the same and more.
            self.figure_card.hide()

    def _choose(self) -> None:
        self.model.choose(
            wanted=self.filter_field.text(),
            incomplete_only=self.incomplete_box.isChecked(),
            with_retired=self.retired_box.isChecked(),
        )

    def _show_every_line(self) -> None:
        self.filter_field.clear()
        self.incomplete_box.setChecked(False)
        self.retired_box.setChecked(True)

    def _on_model_changed(self) -> None:
        lines = self.model.lines
        self._drawn = True
        empty = not lines and not lines.hidden
        self._stack.setCurrentIndex(1 if empty else 0)
        # The empty page has its own ways to begin: one way to import is enough.
        for each in self._buttons:
            each.setVisible(not empty)
        if empty:
            for pill in (self._quantity, self._lacking):
                pill.hide()
            return
        if not self._columns_fitted:
            self._columns_fitted = True
            self.grid.show_usual_columns()
            self.grid.setCurrentIndex(self.model.index(0, 0))
        self._totals_soon.start(0 if len(lines) + lines.hidden <= FEW_LINES else _PAUSE_MS)
        self._show_figure(self.grid.line)

    def _show_totals(self) -> None:
        result = self._session.assessment().result
        self._quantity.setText(count(result.quantity, "appareil"))
        self._quantity.show()
        lacking = len(self.model.lines.incomplete())
        self._lacking.setText(f"{count(lacking, 'ligne')} à compléter")
        self._lacking.setVisible(lacking > 0)
        self.totals.setText(self._totals_text())

    def _totals_text(self) -> str:
        lines = self.model.lines
        total = self.model.figures.total(lines.shown)
        parts = [
            count(total.lines, "ligne")
            + (f" sur {number(total.lines + lines.hidden)}" if lines.hidden else ""),
            count(total.appliances, "appareil"),
            f"{mass(total.kilograms)} par{NBSP}an",
        ]
        if total.without_figure:
            parts.append(f"{count(total.without_figure, 'ligne')} sans chiffre")
        return "Total affiché : " + " · ".join(parts)

    def _show_figure(self, identifier: str | None) -> None:
        place = self.model.lines.row_of(identifier) if identifier else None
        # Hidden, not invisible: this page may be behind another one.
        explained = not self.explain_panel.isHidden()
        self.figure_card.setVisible(place is not None and not explained)
        if place is None:
            return
        figure = self.model.figures.of(self.model.lines[place])
        explanation = explain_line(figure, self._criterion())
        self.figure_card.show_figure(figure, explanation)
        if explained:
            self.explain_panel.show_explanation(explanation)

    def _criterion(self) -> Criterion:
        return self.model.figures.method.factors.criteria[CARBON]

    def _tell_import(self, sentence: str) -> None:
        self._stack.setCurrentIndex(0)
        self.grid.setFocus()
        say(self, sentence, "ok", ("Annuler l’import", self._undoing()))

    def _say(self, sentence: str, kind: str, undoable: bool) -> None:
        say(self, sentence, kind, ("Annuler", self._undoing()) if undoable else None)

    def _undoing(self) -> Callable[[], None]:
        """Return what undoes the action just done, and no other: the offer stays on screen meanwhile."""
        label = self._session.document.undo_label

        def undo() -> None:
            if self._session.document.undo_label == label:
                self._session.undo()
                say(self, f"Annulé{NBSP}: {label}.", "ok")
            else:
                say(self, "D’autres modifications ont suivi\u00a0: annulez-les d’abord (Ctrl+Z).", "warn")
            self.grid.setFocus()

        return undo

    def _open_columns(self) -> None:
        self.grid.column_menu().popup(self.grid.mapToGlobal(self.grid.rect().topRight()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter_field and event.type() == QEvent.Type.FocusIn:
            self.model.lines.prepare_search()
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.import_file(Path(paths[0]))


def _as_workbook(path: Path) -> Path:
    """Return the path with the extension of a workbook.

    Raises:
        UserError: it was added here, and the file dialog has not asked whether to replace that file.
    """
    if path.suffix.lower() == ".xlsx":
        return path
    named = path.with_name(f"{path.name}.xlsx")
    if named.exists():
        raise UserError(
            f"Le fichier «{NBSP}{named.name}{NBSP}» existe déjà.",
            kept="Rien n’a été modifié.",
            todo="Choisissez un autre nom.",
        )
    return named
