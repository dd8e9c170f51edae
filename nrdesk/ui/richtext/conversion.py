"""Rich text to Qt's document and back, without loss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextList,
    QTextListFormat,
)

from nrdesk.core.richtext import Block, Bullets, Heading, Insert, Paragraph, RichText, Run, tidy
from nrdesk.ui import theme

INSERT = QTextFormat.ObjectTypes.UserObject.value + 1
"""Type of the object that stands for an insert."""
KEY = QTextFormat.Property.UserProperty.value + 1
"""Property that holds its key."""
_OBJECT = "\ufffc"
_STYLES = {
    False: QTextListFormat.Style.ListDisc,
    True: QTextListFormat.Style.ListDecimal,
}


@dataclass(frozen=True, slots=True)
class _Line:
    """What makes one block of Qt: a title, a paragraph, an item or an insert."""

    runs: tuple[Run, ...] = ()
    level: int = 0
    numbered: bool | None = None
    """Whether it is an item of a numbered list, of a list with bullets, or of none."""
    key: str = ""


def fill(document: QTextDocument, rich: RichText) -> None:
    """Replace what a document holds, and forget how it was typed."""
    document.setUndoRedoEnabled(False)
    document.clear()
    _write(QTextCursor(document), list(_lines(rich)))
    document.setUndoRedoEnabled(True)


def read(document: QTextDocument) -> RichText:
    """Return what a document holds, in its canonical form."""
    found: list[Block] = []
    block = document.begin()
    while block.isValid():
        found.extend(_blocks(block))
        block = block.next()
    return tidy(RichText(tuple(found)))


def read_selection(cursor: QTextCursor) -> RichText:
    """Return what is selected."""
    copied = QTextDocument()
    QTextCursor(copied).insertFragment(cursor.selection())
    return read(copied)


def put(cursor: QTextCursor, rich: RichText) -> None:
    """Write a text where the cursor is, instead of what is selected; one paragraph joins the one it is in."""
    lines = list(_lines(rich))
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if len(lines) == 1 and lines[0].numbered is None and not lines[0].level and not lines[0].key:
        _write_runs(cursor, lines[0].runs)
    elif lines:
        _make_room(cursor)
        _write(cursor, lines)
    cursor.endEditBlock()


def _make_room(cursor: QTextCursor) -> None:
    """Leave the cursor on an empty block; what surrounded it stands before and after."""
    head, tail = not cursor.atBlockStart(), not cursor.atBlockEnd()
    if tail:
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if head:
        cursor.insertBlock()
    make_plain(cursor)


def make_plain(cursor: QTextCursor) -> None:
    """Make a paragraph of the block where the cursor is: no title, no item."""
    if items := cursor.currentList():
        items.remove(cursor.block())
    cursor.setBlockFormat(block_format())
    cursor.setBlockCharFormat(QTextCharFormat())


def list_format(numbered: bool) -> QTextListFormat:
    """Return the look of a list."""
    made = QTextListFormat()
    made.setStyle(_STYLES[numbered])
    return made


def is_numbered(items: QTextList) -> bool:
    """Return whether a list has numbers, whatever kind of bullets it has otherwise."""
    return items.format().style() == _STYLES[True]


def block_format(level: int = 0) -> QTextBlockFormat:
    """Return the look of a title, of a paragraph for level 0."""
    made = QTextBlockFormat()
    made.setHeadingLevel(level)
    made.setTopMargin(theme.px(8 if level else 0))
    made.setBottomMargin(theme.px(6))
    return made


def char_format(run: Run) -> QTextCharFormat:
    """Return the look of a run; colours are given when it is painted."""
    made = QTextCharFormat()
    if run.bold:
        # The heavier of the two weights that the window has.
        made.setFontWeight(QFont.Weight.DemiBold)
    if run.italic:
        made.setFontItalic(True)
    if run.href:
        made.setAnchor(True)
        made.setAnchorHref(run.href)
    return made


def _lines(rich: RichText) -> Iterator[_Line]:
    for block in rich.blocks:
        match block:
            case Heading(level, text):
                yield _Line((Run(text),), level=level)
            case Paragraph(runs):
                yield _Line(runs)
            case Bullets(items, numbered):
                yield from (_Line(item, numbered=numbered) for item in items)
            case Insert(key):
                yield _Line(key=key)


def _write(cursor: QTextCursor, lines: Iterable[_Line]) -> None:
    """Write blocks, the first one in the empty block where the cursor is."""
    items: QTextList | None = None
    for number, line in enumerate(lines):
        if number:
            cursor.insertBlock(block_format(line.level), QTextCharFormat())
        else:
            cursor.setBlockFormat(block_format(line.level))
        if line.numbered is None:
            items = None
        elif items is None or is_numbered(items) != line.numbered:
            items = cursor.createList(list_format(line.numbered))
        else:
            items.add(cursor.block())
        if line.key:
            put_object(cursor, line.key)
        _write_runs(cursor, line.runs)


def put_object(cursor: QTextCursor, key: str) -> None:
    """Write the object that stands for an insert."""
    made = QTextCharFormat()
    made.setObjectType(INSERT)
    made.setProperty(KEY, key)
    cursor.insertText(_OBJECT, made)


def _write_runs(cursor: QTextCursor, runs: tuple[Run, ...]) -> None:
    for run in runs:
        cursor.insertText(run.text, char_format(run))
    if runs:
        cursor.setCharFormat(QTextCharFormat())


def _blocks(block: QTextBlock) -> Iterator[Block]:
    """Yield what a block of Qt says: an insert cuts it in two."""
    runs: list[Run] = []
    for piece in pieces(block):
        if isinstance(piece, Run):
            runs.append(piece)
            continue
        yield _made(block, tuple(runs))
        yield piece
        runs = []
    yield _made(block, tuple(runs))


def pieces(block: QTextBlock) -> Iterator[Run | Insert]:
    """Yield the runs and the inserts of a block of Qt."""
    for fragment in fragments(block):
        worn = fragment.charFormat()
        if is_insert(fragment):
            yield from (Insert(str(worn.property(KEY))) for _ in range(fragment.length()))
        else:
            bold = worn.fontWeight() >= QFont.Weight.DemiBold.value
            href = worn.anchorHref() if worn.isAnchor() else ""
            yield Run(fragment.text(), bold, worn.fontItalic(), href)


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """Yield the pieces of a block of Qt that have one look."""
    it = block.begin()
    while not it.atEnd():
        yield it.fragment()
        it += 1


def is_insert(fragment: QTextFragment) -> bool:
    """Return whether a piece stands for inserts, one per character."""
    return fragment.charFormat().objectType() == INSERT


def _made(block: QTextBlock, runs: tuple[Run, ...]) -> Block:
    if level := block.blockFormat().headingLevel():
        return Heading(min(level, 3), "".join(run.text for run in runs))
    if items := block.textList():
        return Bullets((runs,), is_numbered(items))
    return Paragraph(runs)
