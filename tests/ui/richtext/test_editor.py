"""The editor of rich texts, by its keys and its buttons."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.readability import Kind, Remark
from nrdesk.core.richtext import Bullets, Heading, Insert, Paragraph, RichText, Run, limits, plain
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.richtext import RichEditor
from nrdesk.ui.richtext.area import OUR_FORMAT, RichArea
from nrdesk.ui.richtext.link_dialog import LinkDialog
from nrdesk.ui.widgets.messages import MessageBar

INSERTS = {"park": "Tableau\u00a0: le parc & ses écrans", "chart": "Graphique\u00a0: l’empreinte"}
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def p(*runs: str | Run) -> Paragraph:
    return Paragraph(tuple(Run(run) if isinstance(run, str) else run for run in runs))


def text(*blocks: object) -> RichText:
    return RichText(tuple(p(block) if isinstance(block, str) else block for block in blocks))


def items(*words: str, numbered: bool = False) -> Bullets:
    return Bullets(tuple((Run(word),) for word in words), numbered)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.addWidget(RichEditor("Texte du chapitre", INSERTS, "Écrivez ici"))
    column.addWidget(QLineEdit())
    column.addWidget(MessageBar())
    made.resize(800, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def editor(page: QWidget) -> RichEditor:
    made = page.findChild(RichEditor)
    assert made is not None
    made.setFocus()
    return made


def select(editor: RichEditor, start: int, end: int) -> None:
    cursor = editor.area.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.area.setTextCursor(cursor)


def press(editor: RichEditor, name: str) -> None:
    button = next(b for b in editor.findChildren(QToolButton) if b.accessibleName() == name)
    button.click()


def test_typing_with_the_keys_alone(editor: RichEditor, qtbot: QtBot) -> None:
    area = editor.area
    qtbot.keyClick(area, Qt.Key.Key_T, CTRL)
    qtbot.keyClicks(area, "Titre")
    qtbot.keyClick(area, Qt.Key.Key_Return)
    qtbot.keyClicks(area, "un ")
    qtbot.keyClick(area, Qt.Key.Key_B, CTRL)
    qtbot.keyClicks(area, "mot")
    qtbot.keyClick(area, Qt.Key.Key_B, CTRL)
    qtbot.keyClicks(area, " <b>&amp;")
    qtbot.keyClick(area, Qt.Key.Key_Return)
    qtbot.keyClick(area, Qt.Key.Key_L, CTRL | SHIFT)
    qtbot.keyClicks(area, "a")
    qtbot.keyClick(area, Qt.Key.Key_Return)
    qtbot.keyClicks(area, "b")
    qtbot.keyClick(area, Qt.Key.Key_Return)
    qtbot.keyClick(area, Qt.Key.Key_Return)
    qtbot.keyClicks(area, "fin")
    qtbot.keyClick(area, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClicks(area, "ligne")
    expected = text(
        Heading(1, "Titre"), p("un ", Run("mot", bold=True), " <b>&amp;"), items("a", "b"), "fin", "ligne"
    )
    assert editor.text() == expected


def test_buttons_make_and_unmake(editor: RichEditor) -> None:
    editor.show_text(text("un", "deux"))
    editor.area.selectAll()
    press(editor, "Liste")
    assert editor.text() == text(items("un", "deux"))
    editor.area.selectAll()
    press(editor, "Liste numérotée")
    assert editor.text() == text(items("un", "deux", numbered=True))
    editor.area.selectAll()
    press(editor, "Sous-titre")
    assert editor.text() == text(Heading(2, "un"), Heading(2, "deux"))
    press(editor, "Sous-titre")
    assert editor.text() == text("un", "deux")


def test_buttons_say_what_the_text_is(editor: RichEditor) -> None:
    editor.show_text(text(Heading(1, "Titre"), p(Run("gras", bold=True, italic=True)), items("a")))
    seen = []
    for place in (1, 8, 12):
        select(editor, place, place)
        seen.append([b.accessibleName() for b in editor.findChildren(QToolButton) if b.isChecked()])
    assert seen == [["Titre"], ["Gras", "Italique"], ["Liste"]]


def test_clearing_the_look_keeps_words_and_inserts(editor: RichEditor) -> None:
    editor.show_text(
        text(Heading(1, "T"), p(Run("a", bold=True, href="https://a.fr")), Insert("park"), items("b"))
    )
    editor.area.selectAll()
    press(editor, "Annuler la mise en forme")
    assert editor.text() == text("T", "a", Insert("park"), "b")


def test_clearing_part_of_a_paragraph(editor: RichEditor) -> None:
    editor.show_text(text(p(Run("un deux trois", bold=True))))
    select(editor, 3, 7)
    press(editor, "Annuler la mise en forme")
    assert editor.text() == text(p(Run("un ", bold=True), "deux", Run(" trois", bold=True)))


def test_backspace_takes_an_item_and_a_title_back_to_a_paragraph(editor: RichEditor, qtbot: QtBot) -> None:
    editor.show_text(text(Heading(2, "a"), items("b")))
    for place in (0, 2):
        select(editor, place, place)
        qtbot.keyClick(editor.area, Qt.Key.Key_Backspace)
    assert editor.text() == text("a", "b")


@pytest.mark.parametrize(("at", "expected"), [(0, 1), (2, 1), (3, 2)])
def test_an_insert_stands_on_its_own_and_a_key_deletes_it(
    editor: RichEditor, qtbot: QtBot, at: int, expected: int
) -> None:
    editor.show_text(text("abc", "def"))
    select(editor, at, at)
    editor._insert("park")
    blocks = editor.text().blocks
    assert Insert("park") in blocks
    assert plain(editor.text()).split() == ["abc", "def"]
    qtbot.keyClick(editor.area, Qt.Key.Key_Left)
    qtbot.keyClick(editor.area, Qt.Key.Key_Backspace)
    assert Insert("park") not in editor.text().blocks


def test_what_can_be_inserted_is_a_menu(editor: RichEditor) -> None:
    button = next(b for b in editor.findChildren(QToolButton) if b.menu())
    actions = button.menu().actions()
    assert [action.text() for action in actions] == [label.replace("&", "&&") for label in INSERTS.values()]
    actions[1].trigger()
    assert editor.text() == text(Insert("chart"))
    bare = RichEditor("Texte")
    assert not [b for b in bare.findChildren(QToolButton) if b.menu()]
    bare.deleteLater()


def paste(area: RichArea, html: str = "", words: str = "") -> None:
    source = QMimeData()
    if html:
        source.setHtml(html)
    if words:
        source.setText(words)
    QGuiApplication.clipboard().setMimeData(source)
    area.paste()


def test_what_is_pasted_is_cleaned_and_what_is_left_out_is_said(editor: RichEditor, page: QWidget) -> None:
    paste(
        editor.area,
        "<h1>T</h1><p style='color:red'>a<img src='x'><img src='y'><script>b</script></p>",
        "texte",
    )
    assert editor.text() == text(Heading(1, "T"), "a")
    bar = page.findChild(MessageBar)
    assert bar is not None
    assert bar.text == "2\u00a0images n’ont pas été reprises."


def test_a_plain_text_is_pasted_with_its_lists(editor: RichEditor) -> None:
    paste(editor.area, words="<img src=x onerror=alert(1)>\n- un\n- deux")
    assert editor.text() == text("<img src=x onerror=alert(1)>", items("un", "deux"))


def test_too_long_a_text_is_refused_and_stays_in_the_clipboard(editor: RichEditor, qtbot: QtBot) -> None:
    editor.show_text(text("avant"))
    paste(editor.area, words="a" * (limits.LONGEST + 1))
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "trop long" in box.text()
    box.close()
    assert editor.text() == text("avant")
    assert len(QGuiApplication.clipboard().text()) == limits.LONGEST + 1


def test_cut_and_paste_moves_an_insert(editor: RichEditor) -> None:
    whole = text(Heading(1, "T"), Insert("park"), p(Run("a", href="https://a.fr")))
    editor.show_text(whole)
    editor.area.selectAll()
    editor.area.cut()
    assert editor.text() == text()
    assert QGuiApplication.clipboard().text() == "T\na"
    editor.area.paste()
    assert editor.text() == whole


def test_a_clipboard_that_lies_about_its_format_gives_its_words(editor: RichEditor) -> None:
    source = QMimeData()
    source.setData(OUR_FORMAT, b"\xff{")
    source.setText("mots")
    QGuiApplication.clipboard().setMimeData(source)
    editor.area.paste()
    assert editor.text() == text("mots")


def test_leaving_with_a_change_says_so_once_the_focus_is_elsewhere(
    editor: RichEditor, page: QWidget, qtbot: QtBot
) -> None:
    editor.show_text(text("a"))
    left: list[RichText] = []
    editor.left.connect(lambda: left.append(editor.text()))
    qtbot.keyClick(editor.area, Qt.Key.Key_Tab)
    assert page.findChild(QLineEdit).hasFocus()
    assert left == []
    editor.setFocus()
    qtbot.keyClicks(editor.area, "b")
    press(editor, "Titre")
    assert editor.area.hasFocus()
    assert left == []
    qtbot.keyClick(editor.area, Qt.Key.Key_Tab)
    assert left == [text(Heading(1, "ba"))]
    editor.show_text(left[0])
    assert not editor.changed


def test_showing_the_same_text_again_leaves_the_cursor(editor: RichEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor.area, "abc ")
    editor.show_text(editor.text())
    qtbot.keyClicks(editor.area, "d")
    assert editor.text() == text("abc d")


def test_the_toolbar_is_one_stop_and_arrows_go_through_it(
    editor: RichEditor, page: QWidget, qtbot: QtBot
) -> None:
    stops = [w for w in focusable(editor) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [name_of(stop) for stop in stops] == ["Titre", "Texte du chapitre"]
    assert all(name_of(widget) for widget in focusable(editor))
    stops[0].setFocus()
    qtbot.keyClick(stops[0], Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert name_of(QApplication.focusWidget()) == "Gras"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClicks(editor.area, "a")
    assert editor.text() == text(p(Run("a", bold=True)))


def test_a_locked_text_can_be_read_and_copied_only(editor: RichEditor, qtbot: QtBot) -> None:
    editor.show_text(text("a"))
    editor.lock()
    qtbot.keyClicks(editor.area, "b")
    for keys in (Qt.Key.Key_B, Qt.Key.Key_T, Qt.Key.Key_L):
        qtbot.keyClick(editor.area, keys, CTRL)
    qtbot.keyClick(editor.area, Qt.Key.Key_Return)
    qtbot.keyClick(editor.area, Qt.Key.Key_Backspace)
    paste(editor.area, words="c")
    assert editor.text() == text("a")
    assert not editor.toolbar.isVisible()


def test_undo_belongs_to_the_document_when_there_is_no_typing_to_undo(
    editor: RichEditor, page: QWidget, qtbot: QtBot
) -> None:
    from PySide6.QtGui import QShortcut

    undone = []
    QShortcut(QKeySequence("Ctrl+Z"), page, lambda: undone.append(True))
    editor.show_text(text("a"))
    qtbot.keyClick(editor.area, Qt.Key.Key_Z, CTRL)
    assert undone == [True]
    qtbot.keyClicks(editor.area, "b")
    qtbot.keyClick(editor.area, Qt.Key.Key_Z, CTRL)
    assert (undone, editor.text()) == ([True], text("a"))


def _answer(
    qtbot: QtBot, editor: RichEditor, address: str, words: str | None = None, *, remove: bool = False
) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QPushButton

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LinkDialog)
        fields = dialog.findChildren(QLineEdit)
        if words is not None:
            fields[0].setText(words)
        fields[1].setText(address)
        wanted = "Retirer le lien" if remove else "Mettre le lien"
        next(b for b in dialog.findChildren(QPushButton) if b.text() == wanted).click()
        if dialog.isVisible():
            assert "adresse" in dialog._row.problem
            dialog.reject()

    # Without a desktop, a dialog that closes gives the window back to nobody.
    editor.window().activateWindow()
    qtbot.waitUntil(editor.window().isActiveWindow)
    QTimer.singleShot(0, editor, fill)
    qtbot.keyClick(editor.area, Qt.Key.Key_L, CTRL)


def test_a_link_is_put_changed_and_taken_off(editor: RichEditor, qtbot: QtBot) -> None:
    editor.show_text(text("voir le guide ici"))
    select(editor, 5, 13)
    _answer(qtbot, editor, "www.ademe.fr/guide")
    link = Run("le guide", href="https://www.ademe.fr/guide")
    assert editor.text() == text(p("voir ", link, " ici"))
    select(editor, 8, 8)
    _answer(qtbot, editor, "mairie@valbrenne.fr", "la mairie")
    assert editor.text() == text(p("voir ", Run("la mairie", href="mailto:mairie@valbrenne.fr"), " ici"))
    select(editor, 8, 8)
    _answer(qtbot, editor, "", remove=True)
    assert editor.text() == text("voir la mairie ici")
    _answer(qtbot, editor, "javascript:alert(1)", "piège")
    assert editor.text() == text("voir la mairie ici")


def test_a_link_leaves_the_blanks_around_its_words(editor: RichEditor, qtbot: QtBot) -> None:
    editor.show_text(text("voir ici\u00a0!"))
    select(editor, 4, 9)
    _answer(qtbot, editor, "ademe.fr")
    assert plain(editor.text()) == "voir ici\u00a0!"


def test_what_is_typed_after_a_link_is_not_the_link(editor: RichEditor, qtbot: QtBot) -> None:
    editor.show_text(text(p(Run("lien", href="https://a.fr"))))
    select(editor, 4, 4)
    qtbot.keyClicks(editor.area, "!")
    assert editor.text() == text(p(Run("lien", href="https://a.fr"), "!"))


def test_remarks_are_found_again_in_the_text_as_typed(editor: RichEditor, qtbot: QtBot) -> None:
    editor.show_text(text(Heading(1, "😀 Titre"), Insert("park"), items("un mot"), "autre mot rare"))
    select(editor, 0, 0)
    qtbot.keyClicks(editor.area, "  ")
    words = plain(editor.text())
    remarks = tuple(
        Remark(words.index(passage), len(passage), Kind.RARE_WORD, "Expliquez.")
        for passage in ("Titre", "mot rare")
    )
    editor.show_remarks(remarks)
    found = []
    for remark in remarks:
        editor.go_to(remark)
        found.append(editor.area.textCursor().selectedText())
    assert found == ["Titre", "mot rare"]
    select(editor, 0, 0)
    qtbot.keyClicks(editor.area, "plus ")
    editor.go_to(remarks[1])
    assert editor.area.textCursor().selectedText() == "mot rare"


def test_nothing_is_fetched(editor: RichEditor) -> None:
    assert editor.area.loadResource(2, "http://exemple.fr/x.png") is None
