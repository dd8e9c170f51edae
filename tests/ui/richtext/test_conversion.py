"""Rich text in Qt's document and back."""

from hypothesis import given
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from nrdesk.core.richtext import Bullets, Heading, Insert, Paragraph, RichText, Run, tidy
from nrdesk.ui.richtext import conversion
from tests.core.richtext import strategies


def _p(text: str) -> Paragraph:
    return Paragraph((Run(text),))


TEXT = RichText(
    (
        Heading(1, "Pourquoi"),
        Paragraph((Run("Un "), Run("mot\u00a0!", bold=True, italic=True), Run("lien", href="https://a.fr"))),
        Bullets(((Run("un"),), (Run("deux", bold=True),))),
        Bullets(((Run("trois"),),), numbered=True),
        Insert("park"),
        _p("fin"),
    )
)


def _document(rich: RichText) -> QTextDocument:
    document = QTextDocument()
    conversion.fill(document, rich)
    return document


def test_each_block_comes_back(qtbot: QtBot) -> None:
    assert conversion.read(_document(TEXT)) == TEXT


@given(strategies.rich_texts)
def test_nothing_is_lost_on_the_way(rich: RichText) -> None:
    document = _document(rich)
    assert conversion.read(document) == tidy(rich)
    assert not document.isUndoAvailable()


@given(strategies.rich_texts)
def test_what_is_selected_is_copied_whole(rich: RichText) -> None:
    document = _document(tidy(rich))
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    assert conversion.read_selection(cursor) == tidy(rich)


def test_one_paragraph_joins_the_one_it_is_put_in(qtbot: QtBot) -> None:
    document = _document(RichText((Heading(1, "Avant après"),)))
    cursor = QTextCursor(document)
    cursor.setPosition(6)
    conversion.put(cursor, RichText((_p("et "),)))
    assert conversion.read(document) == RichText((Heading(1, "Avant et après"),))


def test_several_blocks_stand_between_what_was_there(qtbot: QtBot) -> None:
    document = _document(RichText((_p("Avant après"),)))
    cursor = QTextCursor(document)
    cursor.setPosition(6)
    conversion.put(cursor, TEXT)
    assert conversion.read(document) == RichText((_p("Avant"), *TEXT.blocks, _p("après")))
    document.undo()
    assert conversion.read(document) == RichText((_p("Avant après"),))


@given(strategies.rich_texts, strategies.rich_texts)
def test_what_is_put_at_the_end_adds_to_what_is_there(before: RichText, added: RichText) -> None:
    before, added = tidy(before), tidy(added)
    document = _document(before)
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock()
    conversion.make_plain(cursor)
    conversion.put(cursor, added)
    assert conversion.read(document) == tidy(RichText(before.blocks + added.blocks))
