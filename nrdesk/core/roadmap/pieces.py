"""What the texts that nrdesk proposes are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from nrdesk.core.richtext import Block, Bullets, Paragraph, RichText, Run, tidy
from nrdesk.core.written.prose import french
from nrdesk.core.written.words import on_one_line

TO_COMPLETE = "À compléter"
"""How a sentence begins that says what is missing."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that the data do not say yet."""

    text: str
    """What to do and where, as it follows "À compléter :"."""
    page: str
    """Page of the window where it is given, and its field (as `core.steps.Place`)."""
    field: str = ""


Drawn: TypeAlias = Iterator[Block | Missing]
"""A text being drawn from the data."""
Words: TypeAlias = str | Run


def ours(text: str, *, bold: bool = False) -> Run:
    """Return words of nrdesk's own, spaces set as French wants them."""
    return Run(french(text), bold=bold)


def strong(text: str) -> Run:
    """Return words of somebody else's, in bold."""
    return Run(text, bold=True)


def said(text: str) -> Run:
    """Return what somebody wrote, on one line."""
    return Run(on_one_line(text))


def paragraph(*pieces: Words) -> Paragraph:
    """Return a paragraph; plain texts are nrdesk's own."""
    return Paragraph(_runs(pieces))


def bullets(items: Iterable[tuple[Words, ...]]) -> Bullets:
    """Return a list; plain texts are nrdesk's own."""
    return Bullets(tuple(_runs(item) for item in items))


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield what somebody wrote, paragraph by paragraph."""
    for line in text.splitlines():
        if line.strip():
            yield Paragraph((said(line),))


def written(drawn: Iterable[Block | Missing]) -> RichText:
    """Return a text whose gaps say what is missing and where to give it."""
    return tidy(RichText(tuple(_gap(each) if isinstance(each, Missing) else each for each in drawn)))


def _gap(missing: Missing) -> Paragraph:
    return paragraph(ours(f"{TO_COMPLETE} : ", bold=True), missing.text)


def _runs(pieces: Iterable[Words]) -> tuple[Run, ...]:
    return tuple(ours(piece) if isinstance(piece, str) else piece for piece in pieces)
