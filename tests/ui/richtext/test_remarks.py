"""The remarks beside a text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.readability import Aim
from nrdesk.core.richtext import Paragraph, RichText, Run
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.richtext import RemarkList, RichEditor

TEXT = RichText(
    (Paragraph((Run("Notre sobriété. Les écrans "), Run("seront réparés", bold=True), Run("."))),)
)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    row = QHBoxLayout(made)
    editor = RichEditor("Texte")
    editor.show_text(TEXT)
    row.addWidget(editor)
    row.addWidget(RemarkList(editor, Aim.EASY))
    made.resize(900, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def remarks(page: QWidget) -> RemarkList:
    made = page.findChild(RemarkList)
    assert made is not None
    return made


def shown(remarks: RemarkList) -> list[str]:
    return [remarks.list.item(row).text().split("\n")[0] for row in range(remarks.list.count())]


def test_remarks_are_listed_with_the_measure(remarks: RemarkList) -> None:
    assert shown(remarks) == [
        "«\u00a0sobriété\u00a0» (mot rare)",
        "«\u00a0seront réparés\u00a0» (voix passive)",
    ]
    assert remarks.level.text().startswith("Texte facile\u00a0: 3\u00a0mots par phrase")
    assert all(name_of(widget) for widget in focusable(remarks))


def test_a_remark_leads_to_its_passage(remarks: RemarkList, qtbot: QtBot) -> None:
    remarks.list.setFocus()
    qtbot.keyClick(remarks.list, Qt.Key.Key_Down)
    qtbot.keyClick(remarks.list, Qt.Key.Key_Return)
    editor = remarks._editor
    assert editor.area.hasFocus()
    assert editor.area.textCursor().selectedText() == "seront réparés"
    assert editor.text() == TEXT
    assert not editor.changed


def test_remarks_follow_what_is_typed_then_rest(remarks: RemarkList, qtbot: QtBot) -> None:
    editor = remarks._editor
    editor.go_to(remarks.list.item(1).data(Qt.ItemDataRole.UserRole))
    qtbot.keyClicks(editor.area, "marchent")
    qtbot.waitUntil(lambda: len(shown(remarks)) == 1)
    read = []
    editor.edited.connect(lambda: read.append(True))
    qtbot.wait(50)
    assert not read
    assert not remarks._pause.isActive()
    editor.area.undo()
    assert read


def test_a_text_with_nothing_to_mend_says_so(remarks: RemarkList, qtbot: QtBot) -> None:
    remarks._editor.show_text(RichText((Paragraph((Run("La mairie agit."),)),)))
    remarks.check()
    assert not remarks.list.isVisible()
    assert remarks._told.text().startswith("Aucune remarque.")
    remarks._editor.show_text(RichText())
    remarks.check()
    assert remarks.level.text() == "Rien n’est encore écrit."
