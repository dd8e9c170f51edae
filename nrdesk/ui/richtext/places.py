"""From positions in the words of a text to places in Qt's document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from nrdesk.core import richtext
from nrdesk.core.readability import Remark
from nrdesk.core.richtext import Paragraph, RichText, Run, tidy
from nrdesk.ui.richtext import conversion


def passages(document: QTextDocument, remarks: Iterable[Remark]) -> list[QTextCursor]:
    """Return what each remark is about, as a selection of the document.

    Args:
        document: where the text is typed.
        remarks: remarks whose positions count the characters of `richtext.plain` of that text.
    """
    places = _places(document)
    found: list[QTextCursor] = []
    for remark in remarks:
        cursor = QTextCursor(document)
        if remark.length and remark.start + remark.length <= len(places):
            cursor.setPosition(places[remark.start][0])
            cursor.setPosition(places[remark.start + remark.length - 1][1], QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor)
    return found


def _places(document: QTextDocument) -> list[tuple[int, int]]:
    """Return where each character of the words stands in the document: its start and its end."""
    places: list[tuple[int, int]] = []
    block = document.begin()
    while block.isValid():
        for line in filter(None, _lines(block)):
            if places:
                # The end of a line stands for the line break between two of them.
                places.append((places[-1][1], places[-1][1]))
            places.extend(line)
        block = block.next()
    return places


def _lines(block: QTextBlock) -> Iterator[list[tuple[int, int]]]:
    """Yield where the characters of each line of words of a block stand: an insert cuts it in two."""
    typed, start = "", block.position()
    for fragment in conversion.fragments(block):
        if not conversion.is_insert(fragment):
            typed += fragment.text()
            continue
        yield _aligned(typed, start)
        typed, start = "", fragment.position() + fragment.length()
    yield _aligned(typed, start)


def _aligned(typed: str, start: int) -> list[tuple[int, int]]:
    """Return where the characters that the canonical form keeps of a line stand."""
    kept = richtext.plain(tidy(RichText((Paragraph((Run(typed),)),))))
    places: list[tuple[int, int]] = []
    at = start
    for character in typed:
        end = at + len(character.encode("utf-16-le", "surrogatepass")) // 2  # Qt counts in UTF-16
        wanted = kept[len(places) : len(places) + 1]
        if character == wanted or (character.isspace() and wanted.isspace()):
            places.append((at, end))
        at = end
    return places
