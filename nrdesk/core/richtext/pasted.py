"""Text from elsewhere (Word, LibreOffice, Google Docs, the web, a message), reduced to its meaning.

Kept: titles, paragraphs, lists, bold, italic, links to the web and to mailboxes. Tables are kept row by row,
as paragraphs. Everything else goes, and what a reader would miss is said. Nothing is ever fetched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.richtext import limits
from nrdesk.core.richtext.builder import Builder
from nrdesk.core.richtext.markup import End, Start, tokens
from nrdesk.core.richtext.text import Block, Bullets, Paragraph, RichText, Run, tidy

_LISTED = re.compile(
    r"[ \t]*(?:(?P<bullet>[-–—•·▪◦‣*\uf0b7])|(?P<number>\d{1,3})[.)])[ \t\u00a0]+(?P<text>.*)"
)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a text from elsewhere comes to."""

    text: RichText
    images: int = 0
    """Images that were left out."""
    tables: int = 0
    """Tables whose rows became paragraphs."""
    links: int = 0
    """Links that led elsewhere than to the web or to a mailbox, and became text."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What the user must know, in French sentences; none when everything that matters is there."""
        told: list[str] = []
        if self.images:
            were = "n’a pas été reprise" if self.images == 1 else "n’ont pas été reprises"
            told.append(f"{count(self.images, 'image')} {were}.")
        if self.tables:
            were = "a été repris" if self.tables == 1 else "ont été repris"
            told.append(f"{count(self.tables, 'tableau', 'tableaux')} {were} ligne par ligne, sans colonnes.")
        if self.links:
            were = "menait" if self.links == 1 else "menaient"
            stay = "son texte reste" if self.links == 1 else "leur texte reste"
            told.append(
                f"{count(self.links, 'lien')} {were} ailleurs que sur le web{NBSP}: {stay}, sans le lien."
            )
        return tuple(told)


def from_html(html: str) -> RichText:
    """Return the meaning of a text copied from elsewhere (see `clean_html`).

    Raises:
        UserError: it is too long.
    """
    return clean_html(html).text


def clean_html(html: str) -> Pasted:
    """Return the meaning of a text copied from elsewhere, and what was left out of it.

    Args:
        html: what the clipboard holds, whatever it is: broken markup gives the text that it holds.

    Raises:
        UserError: there are more than `limits.LONGEST` characters of text, or `limits.LONGEST_SOURCE` in all.
    """
    if len(html) > limits.LONGEST_SOURCE:
        raise limits.too_long()
    builder = Builder()
    for token in tokens(html):
        match token:
            case Start():
                builder.start(token)
            case End(name):
                builder.end(name)
            case _:
                builder.text(token)
    found = builder.finished()
    return Pasted(tidy(found), builder.images, builder.tables, builder.links)


def from_plain(text: str) -> RichText:
    """Return a plain text as paragraphs, and as lists where its lines begin with a dash or a number.

    Raises:
        UserError: there are more than `limits.LONGEST` characters.
    """
    if len(text) > limits.LONGEST:
        raise limits.too_long()
    return tidy(RichText(tuple(map(_line, text.splitlines()))))


def _line(line: str) -> Block:
    item = _LISTED.fullmatch(line)
    if item is None:
        return Paragraph((Run(line),))
    return Bullets(((Run(item["text"]),),), numbered=bool(item["number"]))
