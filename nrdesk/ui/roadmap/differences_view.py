"""What changed in a text: what came is underlined, what went is struck out, never told by a colour alone."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtWidgets import QTextBrowser

from nrdesk.core.roadmap import Change, Difference, Piece
from nrdesk.ui import theme

_LONGEST_SAME = 60
"""Words that did not change, past which only their beginning and their end are shown."""


class DifferencesView(QTextBrowser):
    """Chapters that changed, and their words."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Ce qui a changé")
        self.setOpenLinks(False)

    def show_differences(self, found: Iterable[Difference]) -> None:
        """Show what changed, chapter by chapter."""
        shown = [_chapter(each) for each in found]
        legend = (
            "<p>Ce qui a été ajouté est <u>souligné</u>, ce qui a été retiré est <s>barré</s>.</p>"
            if shown
            else "<p>Rien n’a changé.</p>"
        )
        self.setHtml(legend + "".join(shown))


def _chapter(difference: Difference) -> str:
    words = "".join(map(_piece, difference.pieces))
    title, sentence = escape(difference.title), escape(difference.sentence)
    told = f"<h3 style='font-weight:600'>{title}</h3><p><i>{sentence}</i></p>"
    return f"{told}<p>{words}</p>" if words else told


def _piece(piece: Piece) -> str:
    colours = theme.tokens()
    if piece.change is Change.SAME:
        return f"{_html(_short(piece.text))} "
    came = piece.change is Change.ADDED
    colour, ground = (colours.ok, colours.ok_soft) if came else (colours.bad, colours.bad_soft)
    tag = "u" if came else "s"
    return f"<{tag}><span style='color:{colour};background:{ground}'>{_html(piece.text)}</span></{tag}> "


def _short(words: str) -> str:
    found = words.split(" ")
    if len(found) <= _LONGEST_SAME:
        return words
    half = _LONGEST_SAME // 2
    return f"{' '.join(found[:half])} […] {' '.join(found[-half:])}"


def _html(words: str) -> str:
    return escape(words).replace("\n", "<br/>")
