"""Rich text that says what things are (title, list, emphasis), never how they look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from nrdesk.core.richtext import links
from nrdesk.core.richtext.characters import BLANKS, clean, single_spaced

DEEPEST = 3
"""Lowest level of title."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style, on one line.

    Whatever it is made from, it holds no character that hides or breaks a file, and leads only where
    `links.is_allowed`: an address that is not becomes no address.
    """

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))
        if self.href and not links.is_allowed(self.href):
            object.__setattr__(self, "href", "")


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside the text; level 1 is the highest.

    Raises:
        ValueError: the level is not from 1 to `DEEPEST`.
    """

    level: int
    text: str

    def __post_init__(self) -> None:
        if not 1 <= self.level <= DEEPEST:
            raise ValueError(f"level {self.level} is not from 1 to {DEEPEST}")
        object.__setattr__(self, "text", clean(self.text))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, with bullets or numbers; it has one level."""

    items: tuple[tuple[Run, ...], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Insert:
    """The place of something that nrdesk makes (a table, a chart), by its key."""

    key: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", clean(self.key))


Block: TypeAlias = Heading | Paragraph | Bullets | Insert


@dataclass(frozen=True, slots=True)
class RichText:
    """A text, block after block."""

    blocks: tuple[Block, ...] = ()


def tidy(rich: RichText) -> RichText:
    """Return the same text in its one canonical form.

    Blocks that are empty go, spaces are single, pieces in one style are one piece, lists of one kind that
    follow each other are one list.
    """
    kept: list[Block] = []
    for block in rich.blocks:
        tidied = _tidied(block)
        last = kept[-1] if kept else None
        if tidied is None:
            continue
        if isinstance(tidied, Bullets) and isinstance(last, Bullets) and last.numbered == tidied.numbered:
            kept[-1] = Bullets(last.items + tidied.items, tidied.numbered)
        else:
            kept.append(tidied)
    return RichText(tuple(kept))


def _tidied(block: Block) -> Block | None:
    match block:
        case Heading(level, text):
            words = single_spaced(text).strip()
            return Heading(level, words) if words else None
        case Paragraph(runs):
            runs = tidy_runs(runs)
            return Paragraph(runs) if runs else None
        case Bullets(items, numbered):
            items = tuple(item for item in map(tidy_runs, items) if item)
            return Bullets(items, numbered) if items else None
        case Insert(key):
            return block if key.strip() else None


def tidy_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs without doubled spaces nor blank ends, one per style."""
    pieces: list[Run] = []
    after_space = False
    for run in runs:
        text = single_spaced(run.text)
        text = text.lstrip(BLANKS) if after_space else text
        text = text if pieces else text.lstrip()
        if text:
            after_space = text[-1] in BLANKS
            pieces.append(replace(run, text=text))
    while pieces and not (text := pieces[-1].text.rstrip()):
        pieces.pop()
    if pieces:
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip())
    alike = groupby(pieces, key=lambda run: (run.bold, run.italic, run.href))
    return tuple(Run("".join(run.text for run in same), *style) for style, same in alike)


def lines(rich: RichText) -> tuple[str, ...]:
    """Return the text of each title, paragraph and item; what nrdesk inserts has none."""
    found: list[str] = []
    for block in rich.blocks:
        match block:
            case Heading(_, text):
                found.append(text)
            case Paragraph(runs):
                found.append(_text(runs))
            case Bullets(items, _):
                found.extend(map(_text, items))
            case Insert():
                pass
    return tuple(found)


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def plain(rich: RichText) -> str:
    """Return the words alone, one line per title, paragraph and item."""
    return "\n".join(lines(rich))


def words(rich: RichText) -> int:
    """Return the number of words."""
    return sum(any(map(str.isalnum, word)) for word in plain(rich).split())


def is_empty(rich: RichText) -> bool:
    """Return whether nothing is written nor inserted."""
    return not tidy(rich).blocks
