"""A field of several paragraphs gives back what it was given, and is as high as its text."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.ui.records.editors import TextEditor

PARAGRAPHS = "\n".join(["Un paragraphe assez long pour aller à la ligne dans un champ étroit."] * 3)


def test_no_break_spaces_and_paragraphs_come_back(qtbot: QtBot) -> None:
    editor = TextEditor()
    qtbot.addWidget(editor)
    text = "Qui\u00a0? «\u00a0Nous\u00a0»\n\n3\u202f500 habitants"
    editor.show_text(text)
    assert editor.typed() == text


def test_a_narrow_field_shows_every_line_before_it_is_painted(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    lines = QVBoxLayout(holder)
    editor = TextEditor()
    lines.addWidget(editor)
    editor.show_text(PARAGRAPHS)
    holder.resize(900, 600)
    holder.show()
    wide = editor.height()
    holder.resize(320, 600)
    qtbot.waitUntil(lambda: editor.width() < 320)
    assert editor.height() > wide
    shown = editor.height() // editor.fontMetrics().lineSpacing()
    assert shown >= editor.document().documentLayout().documentSize().height()
