"""Remarks find their passage in Qt's document, whatever the text."""

import re

from hypothesis import given
from PySide6.QtGui import QTextDocument

from nrdesk.core.readability import Kind, Remark
from nrdesk.core.richtext import RichText, plain, tidy
from nrdesk.ui.richtext import conversion, places
from tests.core.richtext import strategies


@given(strategies.rich_texts)
def test_every_word_is_found_again(rich: RichText) -> None:
    # As it may be typed: with doubled spaces and empty lines, which the text that is saved has not.
    document = QTextDocument()
    conversion.fill(document, rich)
    words = plain(tidy(rich))
    passages = [found.span() for found in re.finditer(r"[^\s]+", words)]
    remarks = [Remark(start, end - start, Kind.RARE_WORD, "Mot.") for start, end in passages]
    found = places.passages(document, remarks)
    assert [cursor.selectedText() for cursor in found] == [words[start:end] for start, end in passages]


def test_a_remark_on_a_text_that_has_shrunk_selects_nothing() -> None:
    document = QTextDocument()
    conversion.fill(document, RichText())
    (cursor,) = places.passages(document, [Remark(3, 4, Kind.RARE_WORD, "Mot.")])
    assert not cursor.hasSelection()
