"""The page « Feuille de route »: the chapters, the one that is written, its pages as they will look."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from nrdesk.core import roadmap, steps
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import number, percent
from nrdesk.core.richtext import RichText
from nrdesk.core.roadmap import ChapterView
from nrdesk.ui import errors, theme
from nrdesk.ui.roadmap.chapter_list import ChapterList
from nrdesk.ui.roadmap.chapter_pane import EASY, PAGES, TEXT, ChapterPane
from nrdesk.ui.roadmap.previewing import Previewing
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.page import Page
from nrdesk.ui.widgets.pill import Pill

TITLE = "Feuille de route"
_THREE, _TWO = 880, 560
"""Widths of the page from which three panes, or two, stand side by side, in pixels for normal text."""
_LIST, _PAGES = 230, 300
_LOWEST = 420
"""Height under which the page scrolls as a whole."""


class _Room(QWidget):
    """Takes the height there is: its panes scroll by themselves."""

    def hasHeightForWidth(self) -> bool:
        return False


class RoadmapPage(Page):
    """Three panes where there is room, fewer elsewhere: the list becomes a box, the pages a tab."""

    step_number = 6

    def __init__(self, session: Session) -> None:
        super().__init__(TITLE, scroll=False)
        self._session, self._locked = session, session.document.read_only
        self._found: tuple[ChapterView, ...] = ()
        self._three = True
        self._state = Pill("")
        self.add_badge(self._state)
        self.list = ChapterList(locked=self._locked)
        self.pick = QComboBox()
        self.pick.setAccessibleName("Chapitre")
        self.pane = ChapterPane(session)
        self.pages = Previewing(session)
        self._add_gestures()
        self._lay_out()
        self.list.chosen.connect(self._choose)
        self.list.moved.connect(self.move_to)
        self.pick.activated.connect(lambda row: self.list.setCurrentRow(row))
        self.pane.acted.connect(self.refresh)
        self.pane.side_changed.connect(self._place_pages)
        self.pane.written.connect(self._preview)
        self.pane.compare_asked.connect(self._show_proposed)

    def _add_gestures(self) -> None:
        self.add_button = button("Ajouter un chapitre", "plus", on_click=self.add_chapter)
        self._more = button("Ce chapitre", kind="menu")
        menu = QMenu(self._more)
        menu.addAction("Monter (Alt+Haut)", partial(self.move_by, -1))
        menu.addAction("Descendre (Alt+Bas)", partial(self.move_by, 1))
        menu.addAction("Renommer (F2)", self.rename_chapter)
        self._out = menu.addAction("Laisser de côté (Suppr)", self.leave_out)
        menu.addSeparator()
        self._differences = menu.addAction("Voir la différence avec le texte proposé", self._show_proposed)
        self._take = menu.addAction("Reprendre le texte proposé", self.pane.take_proposed)
        menu.addSeparator()
        self._remove = menu.addAction("Supprimer", self.remove_chapter)
        self._more.setMenu(menu)
        self.versions_button = button("Versions", "history", on_click=self.show_versions)
        for each in (self.add_button, self._more, self.versions_button):
            self.add_action(each)
        for each in (self.add_button, self._more):
            each.setEnabled(not self._locked)
        self.list.keys = {"Return": self._write, "Enter": self._write}
        if not self._locked:
            self.list.keys |= {
                "Alt+Up": partial(self.move_by, -1),
                "Alt+Down": partial(self.move_by, 1),
                "F2": self.rename_chapter,
                "Ins": self.add_chapter,
                "Del": self.leave_out,
            }

    def _lay_out(self) -> None:
        self.list.setFixedWidth(theme.px(_LIST))
        self.pages.setMinimumWidth(theme.px(_PAGES))
        self.pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.pane.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        room = _Room()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        room.setMinimumHeight(theme.px(_LOWEST))
        self._beside = QHBoxLayout(room)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(16)
        centre = QWidget()
        inner = QVBoxLayout(centre)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.pick)
        inner.addWidget(self.pane, 1)
        self._beside.addWidget(self.list)
        self._beside.addWidget(centre, 5)
        self._beside.addWidget(self.pages, 4)
        self.body.addWidget(room, 1)

    def refresh(self) -> None:
        """Show what the document holds."""
        document = self._session.document
        latest = self._session.campaign.id == document.campaign.id
        self._found = roadmap.chapters(document, self._session.assessment() if latest else None)
        flash = steps.flash(document)
        self.list.show_chapters(self._found, flash=flash)
        self.pick.blockSignals(True)
        self.pick.clear()
        self.pick.addItems([line.title for line in self.list.lines])
        self.pick.setCurrentIndex(self.list.currentRow())
        self.pick.blockSignals(False)
        kept = [view for view in self._found if not view.left_out]
        done, pages = roadmap.share(kept, essential=flash), roadmap.pages(kept)
        self._state.show_state(f"{percent(done)} rempli", "ok" if done >= 1 else "warn")
        words = sum(view.words for view in kept)
        self.set_subtitle(
            f"{len(kept)} chapitres, {number(words)} mots, environ {number(pages, 1)} pages de texte. "
            f"{self._working()}"
        )
        self._choose(self.list.current_id)

    def reveal(self, field: str) -> None:
        """Lead to a chapter by its key, or to the first one that lacks something.

        "chapters" leads to the first that is not complete, "easy_to_read" to the easy side, "readers" to who
        reads over.
        """
        if field in {view.key for view in self._found}:
            self.list.select(field)
        elif first := next(
            (view for view in self._found if view.complete.share < 1 and not view.left_out), None
        ):
            self.list.select(first.key)
        if field == "readers":
            self.pane.tabs.setCurrentIndex(TEXT)
            self.pane.reader.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.pane.tabs.setCurrentIndex(EASY if field == "easy_to_read" else TEXT)
        self._write()

    def add_chapter(self) -> None:
        """Add a chapter after the one shown, and go to its title."""
        self.pane.save()
        try:
            key = roadmap.add(self._session.document, "Nouveau chapitre", self.list.current_id or "")
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        self.list.select(key)
        self.rename_chapter()

    def rename_chapter(self) -> None:
        """Go to the title of the chapter shown."""
        self.pane.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pane.title.selectAll()

    def leave_out(self) -> None:
        """Leave the chapter shown out of the documents, or put it back."""
        if view := self._current():
            out = not view.left_out
            if self._done(lambda: roadmap.leave_out(self._session.document, view, out=out)) and out:
                say_undoable(self, self._session, f"Laissé de côté\u00a0: {view.title}.")

    def remove_chapter(self) -> None:
        """Delete the chapter shown, when it is one of the user's own."""
        if view := self._current():
            self.pane.save()
            if self._done(lambda: roadmap.remove(self._session.document, view)):
                say_undoable(self, self._session, f"Supprimé\u00a0: {view.title}.")

    def move_by(self, step: int) -> None:
        """Move the chapter shown up (-1) or down (1)."""
        if view := self._current():
            self.move_to(view.key, self.list.currentRow() + step)

    def move_to(self, key: str, place: int) -> None:
        """Move a chapter to a place of the list."""
        self.pane.save()
        if self._done(lambda: roadmap.move(self._session.document, key, place)):
            self.list.select(key)

    def show_versions(self) -> None:
        """Open the versions."""
        from nrdesk.ui.roadmap.versions_dialog import VersionsDialog

        self.pane.save()
        dialog = VersionsDialog(self._session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def place(self) -> None:
        """Show as many panes as there is room for."""
        wide = self.width()
        three, two = wide >= theme.px(_THREE), wide >= theme.px(_TWO)
        self.list.setVisible(two)
        self.pick.setVisible(not two)
        self._three = three
        self._place_pages()

    def _place_pages(self) -> None:
        """Put the pages beside the text, or in its place when their tab is open: there they are larger."""
        alone = self.pane.tabs.currentIndex() == PAGES
        if alone:
            self.pane.show_pages(self.pages)
        elif self._beside.indexOf(self.pages) < 0:
            self._beside.addWidget(self.pages, 4)
        self.pages.setVisible(alone or self._three)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def _working(self) -> str:
        adopted = roadmap.adopted(self._session.document)
        if adopted is None:
            return "Document de travail, jusqu’au vote."
        now = roadmap.current(self._found)
        if not roadmap.compare_chapters(roadmap.read(adopted).chapters, now):
            return f"C’est la version adoptée («\u00a0{adopted.name}\u00a0»)."
        return (
            f"La version adoptée («\u00a0{adopted.name}\u00a0») est scellée\u00a0: ce que vous écrivez ici "
            "est un nouveau document de travail."
        )

    def _choose(self, key: str | None) -> None:
        view = next((each for each in self._found if each.key == key), None)
        if view is None:
            return
        shown = self.pane.view
        if shown is not None and shown.key != view.key:
            self.pane.save()
            view = next((each for each in self._found if each.key == key), view)
        self.pick.setCurrentIndex(self.list.currentRow())
        self._out.setText("Remettre dans les documents" if view.left_out else "Laisser de côté (Suppr)")
        self._remove.setEnabled(view.kind is None)
        own = view.kind is not None and not view.prefilled
        self._differences.setEnabled(own)
        self._take.setEnabled(own)
        self.pane.show_chapter(view)

    def _current(self) -> ChapterView | None:
        return next((each for each in self._found if each.key == self.list.current_id), None)

    def _done(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except UserError as error:
            errors.show_error(self, error)
            return False
        self.refresh()
        return True

    def _write(self) -> None:
        side = self.pane.easy.editor if self.pane.tabs.currentIndex() == EASY else self.pane.editor
        side.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _preview(self, body: RichText, typing: bool) -> None:
        if view := self.pane.view:
            self.pages.show_chapter(view.key, view.title, body, typing=typing)

    def _show_proposed(self) -> None:
        """Show what differs between one's own text and the one that nrdesk proposes."""
        from nrdesk.ui.roadmap.proposed_dialog import ProposedDialog

        if view := self._current():
            dialog = ProposedDialog(self._session, view, self.pane.body, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
