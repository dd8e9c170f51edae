"""« Le kit de communication »: what to tell, and the pieces that tell it, to be read over and sent out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy

from nrdesk.core import dates
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP, count
from nrdesk.ui import errors
from nrdesk.ui.documents.exporting import export_written
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.explain_panel import explain_over
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import column
from nrdesk.ui.widgets.reveal import reveal

if TYPE_CHECKING:
    from nrdesk.core.communication.kit import PieceView
    from nrdesk.core.communication.kit_pieces import Piece
    from nrdesk.core.communication.subjects import Subject
    from nrdesk.core.document import Changed, Document
    from nrdesk.core.jobs import Progress
    from nrdesk.core.reports.communication_kit.files import Form

PLACE = "kit"
_ASIDE = frozenset({"message", "chosen_moment", "pioneer", "kit_check"})
"""Tables that no piece is drawn from: filling in this page works nothing out again."""
_WHOLE = "La stratégie dans son ensemble"
_WORDS, _BUTTON = 220, 120
"""Widths that words and a button want side by side, in pixels for normal text."""


class KitCard(Card):
    """A list of what there is to tell, then a line for each piece."""

    def __init__(self, session: Session) -> None:
        # The pieces are drawn from the whole document: only who opens this page needs them.
        from nrdesk.core.communication.kit_pieces import PIECES

        super().__init__("Le kit de communication")
        self._session = session
        self._offered: list[tuple[str, str]] = []
        self._stale, self._day = True, dt.date.today()
        self.add(
            text.muted(
                "Choisissez ce que vous racontez\u00a0: nrdesk écrit chaque texte avec vos chiffres, et dit "
                "aussi ce qui n’a pas marché. Relisez, coupez, puis envoyez."
            )
        )
        self.subject = QComboBox()
        self.subject.setAccessibleName("Ce que vous racontez")
        self.subject.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.subject.setMinimumContentsLength(12)
        self.subject.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.subject.activated.connect(lambda _: self._show_kit())
        self.add(self.subject)
        self._facts = text.body("")
        self.add(self._facts)
        self.why = button("Expliquer ce chiffre", kind="link", on_click=self._explain)
        self.add(flow(self.why))
        self.rows = {piece.key: _PieceRow(piece, self.open_editor, self._export) for piece in PIECES}
        for row in self.rows.values():
            self.add(row)
        self.whole = button(
            "Tout le kit",
            "download",
            on_click=self._export_all,
            help="Exporter toutes les pièces de ce récit dans un fichier ZIP",
        )
        self.add(flow(self.whole))
        session.changed.connect(self._note)

    @property
    def story(self) -> str:
        """Identifier of what is being told, "" for the strategy as a whole."""
        return str(self.subject.currentData() or "")

    def refresh(self) -> None:
        """Show what the document holds; worked out only when something of it changed."""
        from nrdesk.core.communication.subjects import subjects

        today = dt.date.today()
        if not self._stale and today == self._day:
            return
        self._stale, self._day = False, today
        found = [(_name(each), each.id) for each in subjects(self._session.document, today)]
        if found != self._offered:
            chosen, self._offered = self.story, found
            self.subject.clear()
            for name, story in found:
                self.subject.addItem(name, story)
                self.subject.setItemData(self.subject.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
            self.subject.setCurrentIndex(max(self.subject.findData(chosen), 0))
        self._show_kit()

    def focus_field(self, name: str) -> bool:
        """Lead to the list of what there is to tell; return whether the name is that of this card."""
        if name == PLACE:
            reveal(self.subject)
        return name == PLACE

    def tell(self, story: str) -> None:
        """Show the pieces that tell a story, by its identifier."""
        if (row := self.subject.findData(story)) >= 0:
            self.subject.setCurrentIndex(row)
            self._show_kit()
            reveal(self.subject)

    def open_editor(self, piece: str) -> None:
        """Open the text of a piece."""
        from nrdesk.ui.steps.step10_communication.kit_editor import KitEditor

        dialog = KitEditor(self._session, self.story, piece, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _: self.refresh())
        dialog.open()

    def _show_kit(self) -> None:
        from nrdesk.core.communication.kit import kit

        shown = kit(self._session.document, dt.date.today(), self.story)
        figure, failed = shown.subject.figure, len(shown.subject.not_done)
        honest = count(failed, "difficulté dite", "difficultés dites") if failed else "aucune difficulté dite"
        self._facts.setText(" · ".join(part for part in (figure.text if figure else "", honest) if part))
        self.why.setVisible(figure is not None)
        for view in shown.views:
            self.rows[view.piece.key].show_view(view)

    def _note(self, changed: Changed) -> None:
        self._stale = self._stale or not _ASIDE.issuperset(changed.tables)

    def _explain(self) -> None:
        from nrdesk.core.communication.subjects import explain

        try:
            told = explain(self._session.document, dt.date.today(), self.story, self._session.assessment())
        except UserError as error:
            errors.show_error(self, error)
            return
        if told:
            explain_over(self, told)

    def _export(self, piece: Piece, form: Form) -> None:
        write = partial(_written, dt.date.today(), self.story, piece.key, form)
        export_written(self, self._session, f"{piece.title} {form.size}".strip(), form.suffix, write)

    def _export_all(self) -> None:
        write = partial(_packed, dt.date.today(), self.story)
        export_written(self, self._session, "Kit de communication", "zip", write)


class _PieceRow(Panel):
    """A piece: its name, how its text stands, what can be done with it."""

    def __init__(
        self, piece: Piece, edit: Callable[[str], object], export: Callable[[Piece, Form], object]
    ) -> None:
        from nrdesk.core.reports.communication_kit.files import FORMS

        super().__init__()
        self._state = text.muted("")
        self.edit = button("Relire", "pencil", on_click=partial(edit, piece.key), help="Lire, modifier, voir")
        self.edit.setAccessibleName(f"Relire et modifier{NBSP}: {piece.title}")
        self.exports = [self._export_button(piece, form, export) for form in FORMS[piece.key]]
        buttons = (self.edit, *self.exports)
        words = column(text.strong(piece.title), self._state)
        self.add(Beside((words, 1), (flow(*buttons), 0), room=_WORDS + _BUTTON * len(buttons), gap=12))

    def _export_button(
        self, piece: Piece, form: Form, export: Callable[[Piece, Form], object]
    ) -> QPushButton:
        made = button(form.label, "download", on_click=partial(export, piece, form))
        made.setAccessibleName(f"Exporter «{NBSP}{piece.title}{NBSP}» en {form.label}")
        return made

    def show_view(self, view: PieceView) -> None:
        """Say how the text stands."""
        own = "Texte proposé" if view.prefilled else "Votre texte"
        found = count(len(view.remarks), "point") if view.remarks else "rien"
        changed = "\u00a0; vos données ont changé depuis" if view.changed else ""
        self._state.setText(f"{own}, {count(view.words, 'mot')}, {found} à revoir{changed}.")


def _name(subject: Subject) -> str:
    if not subject.id:
        return _WHOLE
    return f"{subject.title} ({dates.partial_in_letters(subject.date)})" if subject.date else subject.title


def _written(
    today: dt.date, story: str, piece: str, form: Form, document: Document, progress: Progress
) -> bytes:
    """Run away from the window, on a reader of its own."""
    from nrdesk.core.reports.communication_kit import files, kit_of

    return files.write(document, kit_of(document, story, today), piece, form, progress)


def _packed(today: dt.date, story: str, document: Document, progress: Progress) -> bytes:
    """Run away from the window, on a reader of its own."""
    from nrdesk.core.reports.communication_kit import files, kit_of

    return files.packed(document, (kit_of(document, story, today),), progress)
