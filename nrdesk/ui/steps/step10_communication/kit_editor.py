"""The text of a piece of the kit, written beside what it will look like."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from nrdesk.core.communication import kit
from nrdesk.core.communication.kit import PieceView
from nrdesk.core.communication.kit_remarks import remarks
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.richtext import words
from nrdesk.core.written.prose import capital
from nrdesk.ui import errors, theme
from nrdesk.ui.records.editors import LineEditor
from nrdesk.ui.richtext import RichEditor
from nrdesk.ui.roadmap.pages_view import PagesView
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step07_vote.lines import Lines
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import column, row

_ROOM = 720
_PAUSE = 400
"""Milliseconds without a letter before the pages are made again."""
_PROPOSED = "Texte proposé d’après vos données\u00a0: il les suit tant que vous ne l’avez pas modifié."
_MINE = "Votre texte\u00a0: il ne suit plus les données."
_CHANGED = "Vos données ont changé depuis que vous avez modifié ce texte."


class KitEditor(QDialog):
    """One piece at a time; each change is an action of its own."""

    def __init__(self, session: Session, story: str, piece: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._story, self._locked = session, story, session.document.read_only
        self._today = dt.date.today()
        self._view = self._read(piece)
        self.setWindowTitle("Relire le kit de communication")
        self.setModal(True)
        self.resize(QSize(theme.px(1120), theme.px(680)).boundedTo(self.screen().availableSize() * 0.95))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._look)
        self._add_fields()
        self._lay_out()
        self.show_piece(piece)

    def _add_fields(self) -> None:
        from nrdesk.core.communication.kit_pieces import PIECES

        self.pieces = QComboBox()
        self.pieces.setAccessibleName("Pièce du kit")
        for piece in PIECES:
            self.pieces.addItem(piece.title, piece.key)
        self.pieces.activated.connect(lambda _: self._choose())
        self._help = text.muted("")
        self.title = LineEditor()
        self.title.setAccessibleName("Titre")
        self.title.setReadOnly(self._locked)
        self.title.left.connect(self.save)
        self.title.textEdited.connect(lambda _: self._pause.start(_PAUSE))
        self.editor = RichEditor("Texte")
        self.editor.lock(self._locked)
        self.editor.left.connect(self.save)
        self.editor.edited.connect(lambda: self._pause.start(_PAUSE))
        self._state = text.muted("")
        self.take = button("Reprendre le texte proposé", "undo-2", on_click=self._take_proposed)
        self.keep = button("Garder le mien", "check", on_click=self._keep_mine)
        self._notice = Panel(text.muted(_CHANGED), flow(self.keep))
        self.remarks = Lines()
        self.pages = PagesView()

    def _lay_out(self) -> None:
        self.editor.setMinimumHeight(theme.px(240))
        self.pages.setMinimumHeight(theme.px(420))
        left = column(
            self._help,
            Beside((text.strong("Titre", wrap=False), 0), (self.title, 1), room=200, gap=10),
            self.editor,
            self._state,
            self._notice,
            text.strong("À revoir avant d’envoyer"),
            self.remarks,
            gap=8,
        )
        right = column(text.strong("Aperçu"), self.pages, gap=8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(Beside((left, 5), (right, 4), room=_ROOM))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(flow(text.label("Relire", "title", wrap=False), self.pieces))
        whole.addWidget(area, 1)
        whole.addWidget(row(self.take, 1, button("Fermer", kind="primary", on_click=self.accept)))

    @property
    def view(self) -> PieceView:
        """The piece shown, as it is saved."""
        return self._view

    def show_piece(self, piece: str) -> None:
        """Show another piece; what was typed in the one before is saved."""
        self.pieces.setCurrentIndex(self.pieces.findData(piece))
        self._show(self._read(piece))

    def save(self) -> None:
        """Save the title and the text; what cannot be written stays on the screen."""
        title, body = self.title.text(), self.editor.text()
        if title == self._view.title and not self.editor.changed:
            return
        if self._do(lambda: kit.edit(self._session.document, self._view, title, body)):
            self._show(self._read(self._view.piece.key))

    def done(self, result: int) -> None:
        """Save what is typed, however the dialog is closed."""
        self._pause.stop()
        self.save()
        super().done(result)

    def _choose(self) -> None:
        self.save()
        self.show_piece(str(self.pieces.currentData()))

    def _take_proposed(self) -> None:
        if self._do(lambda: kit.take_proposed(self._session.document, self._view)):
            self._show(self._read(self._view.piece.key))

    def _keep_mine(self) -> None:
        self.save()
        if self._do(lambda: kit.keep_mine(self._session.document, self._view)):
            self._show(self._read(self._view.piece.key))

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except UserError as error:
            errors.show_error(self, error)
            return False
        return True

    def _read(self, piece: str) -> PieceView:
        return kit.kit(self._session.document, self._today, self._story).view(piece)

    def _show(self, view: PieceView) -> None:
        self._view = view
        self._help.setText(view.piece.help)
        if self.title.text() != view.title:
            self.title.show_text(view.title)
        self.editor.show_text(view.body)
        self.take.setEnabled(bool(view.record_id) and not self._locked)
        self._notice.setVisible(view.changed and not self._locked)
        self._look()

    def _look(self) -> None:
        """Show the text as it is being written: its length, what to mend, its pages."""
        # The renderers of documents are only needed here.
        from nrdesk.core.reports.communication_kit import previews

        typed = replace(self._view, title=self.title.text() or self._view.title, body=self.editor.text())
        found = remarks(typed.piece, typed.title, typed.body, (self._session.document.authority.name,))
        told = words(typed.body)
        own = _PROPOSED if self._view.prefilled and not self.editor.changed else _MINE
        self._state.setText(f"{count(told, 'mot')}, {typed.piece.words} au plus conseillés. {own}")
        self.remarks.show_lines(
            [
                (
                    "warn",
                    f"{capital(each.matter.value)}{NBSP}: {each.text}",
                )
                for each in found
            ]
            or [("ok", "Rien à revoir parmi ce que nrdesk sait vérifier. Relisez à deux.")]
        )
        self.pages.show_preview(previews.shown(self._session.document, replace(typed, remarks=found)))
