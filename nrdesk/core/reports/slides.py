"""The slides tree: what a presentation says, whatever it is written in.

The twin of `core.reports.content` for what is projected. A builder makes a deck of slides and knows nothing
of PowerPoint; the renderer measures, and cuts what does not fit over several slides. Texts are data.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from nrdesk.core.reports.content import ChartSpec, KeyFigure, Meta, Piece, Quote, Run, Table, runs

Item: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class TitleSlide:
    """The first slide; it tells what `Meta` tells: title, collectivité, date, status."""

    notes: str = ""
    """What the speaker says, one paragraph a line: never projected."""


@dataclass(frozen=True, slots=True)
class BulletSlide:
    """A sentence if any, then a list."""

    title: str
    items: tuple[Item, ...]
    lead: str = ""
    numbered: bool = False
    notes: str = ""


@dataclass(frozen=True, slots=True)
class FiguresSlide:
    """One to six figures to remember, and a sentence to read them by."""

    title: str
    figures: tuple[KeyFigure, ...]
    words: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class ChartSlide:
    """A chart that can be edited, and what it shows in a few words beside it."""

    title: str
    chart: ChartSpec
    alt: str
    """The same information in words, for who cannot see it."""
    items: tuple[Item, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class TableSlide:
    """A table; its caption is for who cannot see it."""

    title: str
    table: Table
    notes: str = ""


@dataclass(frozen=True, slots=True)
class QuoteSlide:
    """The words of one to three people."""

    title: str
    quotes: tuple[Quote, ...]
    notes: str = ""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A list under its name."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class ColumnsSlide:
    """Two lists side by side."""

    title: str
    left: ListColumn
    right: ListColumn
    notes: str = ""


Slide: TypeAlias = (
    TitleSlide | BulletSlide | FiguresSlide | ChartSlide | TableSlide | QuoteSlide | ColumnsSlide
)


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole presentation."""

    meta: Meta
    slides: tuple[Slide, ...]


def items(*texts: Piece | tuple[Piece, ...]) -> tuple[Item, ...]:
    """Return the items of a list; each is a text, a run, or several of them."""
    return tuple(runs(*each) if isinstance(each, tuple) else runs(each) for each in texts)
