"""Writing the strategy by its keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nrdesk.core import richtext, roadmap
from nrdesk.core.document import Document
from nrdesk.core.model import Ambition, Authority, Chapter
from nrdesk.core.richtext import from_plain
from nrdesk.core.roadmap import CHAPTERS, ChapterView
from nrdesk.ui.roadmap.chapter_pane import EASY, PAGES, TEXT
from nrdesk.ui.roadmap.page import RoadmapPage
from nrdesk.ui.roadmap.proposed_dialog import ProposedDialog
from nrdesk.ui.session import Session
from nrdesk.ui.shell.window import MainWindow
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.widgets.rows import LinkRow

Key = Qt.Key


def chapter(page: RoadmapPage, key: str) -> ChapterView:
    found = roadmap.chapters(page._session.document)
    return next(view for view in found if view.key == key)


def text(page: RoadmapPage, key: str) -> str:
    return richtext.plain(chapter(page, key).body)


def open_chapter(page: RoadmapPage, key: str) -> None:
    page.list.select(key)
    page.pane.editor.area.setFocus()
    QApplication.processEvents()


def keys_of(page: RoadmapPage) -> list[str]:
    return [line.id for line in page.list.lines]


def retype(page: RoadmapPage, words: str, qtbot: QtBot) -> None:
    """Type a text in place of that of the chapter."""
    area = page.pane.editor.area
    area.setFocus()
    area.selectAll()
    qtbot.keyClicks(area, words)


def leave(page: RoadmapPage) -> None:
    page.list.setFocus()
    QApplication.processEvents()


def test_every_chapter_is_listed_with_how_far_it_is(page):
    assert keys_of(page) == [kind.key for kind in CHAPTERS]
    assert page.list.lines[0].title == "1. Le numérique responsable en bref"
    assert page.list.lines[0].details.startswith("complet · ")
    assert "chapitres" in page.subtitle_label.text()
    assert "Document de travail, jusqu’au vote." in page.subtitle_label.text()


def test_what_is_typed_is_saved_when_it_is_left_as_one_action(page, qtbot):
    open_chapter(page, "ambition")
    retype(page, "Notre cap.", qtbot)
    assert chapter(page, "ambition").prefilled
    leave(page)
    assert text(page, "ambition") == "Notre cap."
    document = page._session.document
    assert document.undo_label == "Modifier le chapitre «\u00a0Notre ambition\u00a0»"
    page._session.undo()
    page.refresh()
    assert richtext.plain(page.pane.body) == text(page, "ambition")
    assert "Garder nos appareils" in text(page, "ambition")


def test_choosing_another_chapter_saves_the_one_that_was_typed(page, qtbot):
    open_chapter(page, "ambition")
    retype(page, "Notre cap.", qtbot)
    page.list.select("law")
    assert text(page, "ambition") == "Notre cap."
    assert page.pane.title.text() == "Le cadre légal"
    assert "volontaire" in richtext.plain(page.pane.body)


def test_looking_at_a_chapter_writes_nothing(page):
    before = page._session.document.undo_label
    for key in keys_of(page):
        open_chapter(page, key)
    leave(page)
    assert page._session.document.undo_label == before
    assert not page._session.document.all(Chapter)


def test_what_is_typed_stays_when_the_document_changes_elsewhere(page, qtbot):
    open_chapter(page, "ambition")
    retype(page, "En train de dire", qtbot)
    with page._session.act("Ailleurs") as tx:
        tx.update(Ambition, page._session.document.ids(Ambition)[0], text="Autre chose.")
    page.refresh()
    assert richtext.plain(page.pane.body) == "En train de dire"


def test_missing_data_lead_where_they_are_given(page, workspace):
    page.list.select("objectives")
    link = page.pane.findChildren(LinkRow)[0]
    assert "étape 5" in link.accessibleName()
    link.click()
    assert workspace.page.step_number == 5


@pytest.mark.parametrize(("key", "order"), [(Key.Key_Down, ["policies", "in_brief"]), (Key.Key_Up, None)])
def test_chapters_move_with_the_keys(page, qtbot, key, order):
    page.list.select("in_brief")
    qtbot.keyClick(page.list, key, Qt.KeyboardModifier.AltModifier)
    assert keys_of(page)[:2] == (order or ["in_brief", "policies"])
    assert page.list.current_id == "in_brief"


def test_a_chapter_dropped_elsewhere_moves(page):
    page.list.moved.emit("law", 0)
    assert keys_of(page)[0] == "law"
    page._session.undo()
    page.refresh()
    assert keys_of(page)[-1] == "law"


def test_a_chapter_is_added_named_and_deleted(page, qtbot):
    page.list.select("why")
    qtbot.keyClick(page.list, Key.Key_Insert)
    assert page.pane.title.hasFocus()
    qtbot.keyClicks(page.pane.title, "Nos ecoles")
    leave(page)
    place = keys_of(page).index("why") + 1
    assert page.list.lines[place].title == "6. Nos ecoles"
    page.remove_chapter()
    assert keys_of(page) == [kind.key for kind in CHAPTERS]


def test_a_chapter_is_left_out_and_put_back(page, qtbot):
    page.list.select("law")
    qtbot.keyClick(page.list, Key.Key_Delete)
    assert page.list.lines[-1].title == "Le cadre légal"
    assert page.list.lines[-1].details == "laissé de côté"
    assert page.pane.notice.isVisible()
    page.pane.notice.put_back.click()
    assert page.list.lines[-1].details.startswith("complet")


def test_the_text_proposed_can_be_compared_and_taken_back(page, qtbot):
    open_chapter(page, "ambition")
    retype(page, "Notre cap.", qtbot)
    leave(page)
    assert page.pane.notice.isHidden()
    with page._session.act("Changer d’ambition") as tx:
        tx.update(Ambition, page._session.document.ids(Ambition)[0], text="Aller plus loin.")
    page.refresh()
    assert page.pane.notice.isVisible()
    page.pane.notice.compare.click()
    dialog = page.findChild(ProposedDialog)
    assert dialog is not None
    assert "Aller plus loin." in dialog.differences.toPlainText()
    dialog.close()
    page.pane.notice.take.click()
    assert "Aller plus loin." in richtext.plain(page.pane.body)
    assert chapter(page, "ambition").prefilled


def test_ones_own_text_can_be_kept_although_the_proposed_one_changed(page, qtbot):
    open_chapter(page, "ambition")
    retype(page, "Notre cap.", qtbot)
    leave(page)
    with page._session.act("Changer d’ambition") as tx:
        tx.update(Ambition, page._session.document.ids(Ambition)[0], text="Aller plus loin.")
    page.refresh()
    page.pane.notice.keep.click()
    assert page.pane.notice.isHidden()
    assert text(page, "ambition") == "Notre cap."


def test_the_easy_text_says_what_is_hard_to_read(page, qtbot):
    open_chapter(page, "ambition")
    page.pane.tabs.setCurrentIndex(EASY)
    area = page.pane.easy.editor.area
    area.setFocus()
    qtbot.keyClicks(area, "Ce n'est pas impossible de garder les ordinateurs.")
    page.pane.easy.look()
    assert page.pane.easy.remarks.count()
    assert "double négation" in page.pane.easy.remarks.item(0).text()
    leave(page)
    assert "garder les ordinateurs" in richtext.plain(chapter(page, "ambition").easy)
    assert chapter(page, "ambition").prefilled


def test_who_read_is_noted(page, qtbot):
    page.list.select("why")
    page.pane.reader.setFocus()
    qtbot.keyClicks(page.pane.reader, "une lectrice")
    qtbot.keyClick(page.pane.reader, Key.Key_Return)
    assert chapter(page, "why").read_by == "une lectrice"


class TestPages:
    """The preview beside the text."""

    def test_the_pages_show_the_chapter(self, page, qtbot):
        page.list.select("ambition")
        qtbot.waitUntil(lambda: "Garder nos appareils" in page.pages.view.words)
        assert page.pages.view.count == 1

    def test_the_pages_follow_what_is_typed_before_it_is_saved(self, page, qtbot):
        open_chapter(page, "ambition")
        retype(page, "Notre cap.", qtbot)
        qtbot.waitUntil(lambda: "Notre cap." in page.pages.view.words, timeout=5000)
        assert chapter(page, "ambition").prefilled

    def test_the_whole_document_can_be_shown(self, page, qtbot):
        page.list.select("ambition")
        page.pages.whole.click()
        qtbot.waitUntil(lambda: page.pages.view.count > 10, timeout=5000)
        assert "Le cadre légal" in page.pages.view.words

    def test_they_take_the_place_of_the_text_on_their_own_side(self, page):
        page.pane.tabs.setCurrentIndex(PAGES)
        assert page.pane.stack.currentWidget() is page.pages
        page.pane.tabs.setCurrentIndex(TEXT)
        assert page.pages.isVisible()
        assert page.pane.editor.isVisible()

    def test_they_are_made_away_from_the_window(self, page, qtbot, monkeypatch):
        monkeypatch.setenv("NRDESK_INLINE", "0")
        page.list.select("why")
        qtbot.waitUntil(lambda: "J’y crois." in page.pages.view.words, timeout=10_000)


def test_a_narrow_page_has_fewer_panes(workspace, qtbot):
    page = RoadmapPage(workspace.session)
    qtbot.addWidget(page)
    page.resize(520, 640)
    page.show()
    page.refresh()
    assert page.list.isHidden()
    assert page.pick.isVisible()
    page.pick.activated.emit(3)
    assert page.pane.title.text() == "Notre ambition"
    page.resize(1100, 640)
    assert page.list.isVisible()
    assert page.pages.isVisible()


@pytest.mark.parametrize(("field", "title"), [("law", "Le cadre légal"), ("chapters", "D’où nous partons")])
def test_the_checklist_leads_to_a_chapter(workspace: Workspace, field: str, title: str) -> None:
    workspace.go("roadmap", field)
    assert isinstance(workspace.page, RoadmapPage)
    found = workspace.page.pane.title.text()
    assert found == title or field == "chapters"


def test_after_the_vote_a_new_draft_begins_and_says_so(page, qtbot):
    document = page._session.document
    kept = roadmap.save_version(document, "version 1")
    roadmap.seal(document, kept)
    page.refresh()
    assert "C’est la version adoptée" in page.subtitle_label.text()
    roadmap.edit(document, chapter(page, "means"), from_plain("Deux jours."))
    page.refresh()
    assert "est un nouveau document de travail" in page.subtitle_label.text()


def test_a_document_that_can_only_be_read(workspace, window: MainWindow, path):
    window.show_welcome()
    session = Session(Document.open(path, read_only=True))
    page = RoadmapPage(session)
    page.refresh()
    assert page.pane.editor.area.isReadOnly()
    assert page.pane.title.isReadOnly()
    assert not page.add_button.isEnabled()
    assert set(page.list.keys) == {"Return", "Enter"}
    page.deleteLater()
    session.close()


def test_a_frozen_or_earlier_campaign_changes_nothing_of_the_strategy(page):
    with page._session.act("Changer") as tx:
        tx.update(Authority, page._session.document.authority.id, name="Valbrenne-sur-Orlette")
    page.refresh()
    assert page.list.lines
