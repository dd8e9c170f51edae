"""One chapter: its title, its text, its easy version, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from nrdesk.core import roadmap
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.richtext import RichText, dumps, loads
from nrdesk.core.roadmap import ChapterView
from nrdesk.ui import errors, theme
from nrdesk.ui.records.editors import LineEditor
from nrdesk.ui.richtext import RichEditor
from nrdesk.ui.roadmap.easy_pane import EasyPane
from nrdesk.ui.roadmap.notice import Notice
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.layout import clear, row
from nrdesk.ui.widgets.page import page_of
from nrdesk.ui.widgets.rows import LinkRow

TEXT, EASY, PAGES = range(3)
"""Sides of the pane."""
_SIDES = ("Texte", "Facile à lire", "Aperçu")
_MOST_MISSING = 2
_PROPOSED = "Texte proposé d’après vos données\u00a0: il les suit tant que vous ne l’avez pas modifié."


class ChapterPane(QWidget):
    """Writes one chapter, each change as one action."""

    compare_asked = Signal()
    """The user wants to see what differs from the text proposed."""
    acted = Signal()
    """A button changed the chapter: it is to be shown again."""
    side_changed = Signal()
    """Another side is shown."""
    written = Signal(object, bool)
    """The text shown, as it is now, and whether somebody is typing it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._locked = session, session.document.read_only
        self._view: ChapterView | None = None
        self.title = LineEditor()
        self.title.setAccessibleName("Titre du chapitre")
        self.title.setReadOnly(self._locked)
        self.title.left.connect(self.save_title)
        self._purpose = text.muted("")
        self.notice = Notice(
            take=self.take_proposed,
            compare=self.compare_asked.emit,
            keep=self.keep_mine,
            put_back=self.put_back,
        )
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Texte, version facile à lire ou aperçu")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for side in _SIDES:
            self.tabs.addTab(side)
        self.editor = RichEditor("Texte du chapitre", roadmap.INSERTS)
        self.editor.left.connect(self.save_text)
        self.editor.edited.connect(lambda: self._tell(typing=True))
        if self._locked:
            self.editor.lock()
        self.easy = EasyPane(locked=self._locked)
        self.easy.left.connect(self.save_easy)
        self._lay_out()

    def _lay_out(self) -> None:
        self._missing = QVBoxLayout()
        self._missing.setSpacing(4)
        self._length = text.muted("")
        self.reader = LineEditor()
        self.reader.setAccessibleName("Chapitre relu par")
        self.reader.setPlaceholderText("une fonction")
        self.reader.setReadOnly(self._locked)
        self.reader.left.connect(self.save_reader)
        self.reader.setMaximumWidth(theme.px(240))
        write = QWidget()
        column = QVBoxLayout(write)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.editor, 1)
        column.addLayout(self._missing)
        column.addWidget(self._length)
        column.addWidget(row(text.strong("Relu par", wrap=False), self.reader))
        self.stack = QStackedWidget()
        self.stack.addWidget(write)
        self.stack.addWidget(self.easy)
        self.tabs.currentChanged.connect(self._show_side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self.title)
        whole.addWidget(self._purpose)
        whole.addWidget(self.notice)
        whole.addWidget(self.tabs)
        whole.addWidget(self.stack, 1)
        self._order(self.editor)

    @property
    def view(self) -> ChapterView | None:
        """The chapter shown."""
        return self._view

    @property
    def body(self) -> RichText:
        """The text as it is on the screen, saved or not."""
        return self.editor.text()

    def show_chapter(self, view: ChapterView) -> None:
        """Show a chapter; what is being typed in the same one is left alone."""
        same = self._view is not None and self._view.key == view.key
        self._view = view
        if not (same and self.title.isModified() and self.title.hasFocus()):
            _put(self.title, view.title)
        _put(self.reader, view.read_by)
        self._purpose.setText(f"{view.kind.purpose} {view.kind.hint}" if view.kind else "")
        self._purpose.setHidden(view.kind is None)
        self.notice.show_chapter(view, locked=self._locked)
        if not (same and self.editor.changed):
            self._show_text(self.editor, "body", view.body)
        if not (same and self.easy.editor.changed):
            self.easy.show_texts(self._draft("easy") or view.easy, view.body, self._names())
        self._show_missing(view)
        self._length.setText(self._length_of(view))
        self._tell(typing=False)

    def save(self) -> None:
        """Save whatever is typed."""
        self.save_title()
        self.save_text()
        self.save_easy()
        self.save_reader()

    def save_title(self) -> None:
        """Save the title; one's own chapter needs one."""
        if self._view and self.title.text() != self._view.title:
            self._do(lambda view: roadmap.rename(self._session.document, view, self.title.text()))

    def save_reader(self) -> None:
        """Save who read the chapter over."""
        if self._view and self.reader.text() != self._view.read_by:
            self._do(lambda view: roadmap.note_reader(self._session.document, view, self.reader.text()))

    def save_text(self) -> None:
        """Save the text; what cannot be written stays on the screen."""
        if self._view and self.editor.changed:
            body = self.editor.text()
            done = self._do(lambda view: roadmap.edit(self._session.document, view, body))
            self._keep("body", None if done else body)
            if done:
                self.editor.show_text(body)

    def save_easy(self) -> None:
        """Save the easy text; what cannot be written stays on the screen."""
        if self._view and self.easy.editor.changed:
            easy = self.easy.editor.text()
            done = self._do(lambda view: roadmap.edit_easy(self._session.document, view, easy))
            self._keep("easy", None if done else easy)
            if done:
                self.easy.editor.show_text(easy)

    def take_proposed(self) -> None:
        """Come back to the text that nrdesk proposes."""
        if self._view:
            self.editor.show_text(self._view.body)
        if self._do(partial(roadmap.take_proposed, self._session.document)):
            self.acted.emit()

    def keep_mine(self) -> None:
        """Keep one's own text although the proposed one changed."""
        self.save_text()
        if self._do(partial(roadmap.keep_mine, self._session.document)):
            self.acted.emit()

    def put_back(self) -> None:
        """Put a chapter that was left out back in the documents."""
        if self._do(lambda view: roadmap.leave_out(self._session.document, view, out=False)):
            self.acted.emit()

    def show_pages(self, pages: QWidget) -> None:
        """Show the pages in place of the text."""
        if self.stack.indexOf(pages) < 0:
            self.stack.addWidget(pages)
        self.stack.setCurrentWidget(pages)

    def _do(self, write: Callable[[ChapterView], object]) -> bool:
        """Write to the document; return whether it was done."""
        assert self._view is not None
        try:
            write(self._view)
        except UserError as error:
            errors.show_error(self, error)
            return False
        return True

    def _show_text(self, editor: RichEditor, name: str, body: RichText) -> None:
        editor.show_text(body)
        if draft := self._draft(name):
            editor.area.show_text(draft)

    def _draft(self, name: str) -> RichText | None:
        """Return what was typed and could not be written."""
        assert self._view is not None
        kept = self._session.drafts.get((f"chapter:{self._view.key}", name))
        return loads(kept) if kept else None

    def _keep(self, name: str, typed: RichText | None) -> None:
        assert self._view is not None
        place = (f"chapter:{self._view.key}", name)
        if typed is None:
            self._session.drafts.pop(place, None)
        else:
            self._session.drafts[place] = dumps(typed)

    def _names(self) -> list[str]:
        authority = self._session.document.authority
        return [name for name in (authority.name, authority.epci_name) if name]

    def _length_of(self, view: ChapterView) -> str:
        if view.remark:
            return view.remark
        ideal = f" pour {view.kind.length} conseillés" if view.kind else ""
        whose = f" {_PROPOSED}" if view.prefilled and not view.bare else ""
        return f"{count(view.words, 'mot')}{ideal}.{whose}"

    def _show_missing(self, view: ChapterView) -> None:
        clear(self._missing)
        # What is to be completed in one's own text is in sight already.
        if not view.prefilled or view.left_out:
            return
        for missing in view.complete.missing[:_MOST_MISSING]:
            sentence = f"{missing.text[:1].upper()}{missing.text[1:]}"
            go = partial(self._go, missing.page, missing.field)
            self._missing.addWidget(LinkRow(sentence, "", "circle-alert", go))

    def _go(self, page: str, field: str) -> None:
        if shown := page_of(self):
            shown.go(page, field)

    def _tell(self, *, typing: bool) -> None:
        self.written.emit(self.editor.text(), typing)

    def _order(self, editor: RichEditor) -> None:
        """Have Tab meet the buttons of an editor before its text, whose stand-in hides them otherwise."""
        tools = editor.toolbar.findChild(QToolButton)
        assert tools is not None
        QWidget.setTabOrder(self.tabs, tools)

    def _show_side(self, side: int) -> None:
        if side != PAGES:
            self.stack.setCurrentIndex(side)
        self.side_changed.emit()
        if side == EASY:
            self._order(self.easy.editor)
            self.easy.look()
        self._tell(typing=False)


def _put(field: QLineEdit, words: str) -> None:
    if field.text() != words:
        field.setText(words)
        field.setCursorPosition(0)
