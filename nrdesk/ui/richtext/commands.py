"""What the buttons and the keys do to the text under the cursor."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextList

from nrdesk.core.richtext import Run
from nrdesk.ui.richtext import conversion
from nrdesk.ui.richtext.area import RichArea


def set_heading(area: RichArea, level: int) -> None:
    """Make titles of the blocks selected, or paragraphs when they are already titles of that level."""
    cursor = area.textCursor()
    found = list(_blocks(cursor))
    wanted = 0 if all(block.blockFormat().headingLevel() == level for block in found) else level
    cursor.beginEditBlock()
    for block in found:
        at = QTextCursor(block)
        conversion.make_plain(at)
        at.setBlockFormat(conversion.block_format(wanted))
    cursor.endEditBlock()


def set_list(area: RichArea, *, numbered: bool) -> None:
    """Make items of the blocks selected, or paragraphs when they are already such items."""
    cursor = area.textCursor()
    found = list(_blocks(cursor))
    already = all((items := b.textList()) and conversion.is_numbered(items) == numbered for b in found)
    made: QTextList | None = None
    cursor.beginEditBlock()
    for block in found:
        at = QTextCursor(block)
        conversion.make_plain(at)
        if already:
            continue
        if made is None:
            made = at.createList(conversion.list_format(numbered))
        else:
            made.add(at.block())
    cursor.endEditBlock()


def set_bold(area: RichArea) -> None:
    """Put what is selected, or typed next, in bold, or back."""
    worn = QTextCharFormat()
    bold = area.currentCharFormat().fontWeight() >= QFont.Weight.DemiBold.value
    worn.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.DemiBold)
    area.mergeCurrentCharFormat(worn)


def set_italic(area: RichArea) -> None:
    """Put what is selected, or typed next, in italic, or back."""
    worn = QTextCharFormat()
    worn.setFontItalic(not area.currentCharFormat().fontItalic())
    area.mergeCurrentCharFormat(worn)


def link_at(area: RichArea) -> tuple[QTextCursor, str]:
    """Return what a link is to be put on, as a selection, and the address that is there already.

    Without a selection, it is the whole link that the cursor is in.
    """
    cursor = area.textCursor()
    if cursor.hasSelection():
        return cursor, cursor.charFormat().anchorHref()
    for fragment in conversion.fragments(cursor.block()):
        end = fragment.position() + fragment.length()
        worn = fragment.charFormat()
        if worn.isAnchor() and fragment.position() <= cursor.position() <= end:
            cursor.setPosition(fragment.position())
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            return cursor, worn.anchorHref()
    return cursor, ""


def set_link(cursor: QTextCursor, text: str, href: str) -> None:
    """Put a link on a selection, or take it off when there is no address; write its text if it changes."""
    worn = QTextCharFormat()
    worn.setAnchor(bool(href))
    worn.setAnchorHref(href)
    if cursor.hasSelection() and text == selected(cursor).strip():
        cursor.mergeCharFormat(worn)
    else:
        cursor.insertText(text, conversion.char_format(Run(text, href=href)))


def selected(cursor: QTextCursor) -> str:
    """Return the words selected, on one line."""
    return Run(cursor.selectedText()).text


def insert(area: RichArea, key: str) -> None:
    """Insert something that nrdesk makes, on a line of its own, and go on after it."""
    cursor = area.textCursor()
    cursor.beginEditBlock()
    cursor.clearSelection()
    if not cursor.atBlockStart():
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock()
        conversion.make_plain(cursor)
    elif not cursor.atBlockEnd():
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        conversion.make_plain(cursor)
    else:
        conversion.make_plain(cursor)
    conversion.put_object(cursor, key)
    if not cursor.block().next().isValid():
        cursor.insertBlock()
        cursor.setBlockCharFormat(QTextCharFormat())
    else:
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    cursor.endEditBlock()
    area.setTextCursor(cursor)


def clear(area: RichArea) -> None:
    """Make plain paragraphs of what is selected, without bold, italic nor link; inserts stay."""
    cursor = area.textCursor()
    whole = not cursor.hasSelection()
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    cursor.beginEditBlock()
    for block in list(_blocks(cursor)):
        spans = [
            (fragment.position(), fragment.position() + fragment.length())
            for fragment in conversion.fragments(block)
            if not conversion.is_insert(fragment)
        ]
        conversion.make_plain(QTextCursor(block))
        for start, end in spans:
            at = QTextCursor(block)
            at.setPosition(start if whole else min(max(start, first), end))
            at.setPosition(end if whole else max(min(end, last), start), QTextCursor.MoveMode.KeepAnchor)
            if at.hasSelection() and (whole or (start < last and end > first)):
                at.setCharFormat(QTextCharFormat())
    cursor.endEditBlock()
    if whole:
        area.setCurrentCharFormat(QTextCharFormat())


def _blocks(cursor: QTextCursor) -> Iterator[QTextBlock]:
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    while block.isValid() and block.position() <= cursor.selectionEnd():
        yield block
        block = block.next()
