"""The content tree: what a document says, whatever the format it is written in.

A builder (one per document) turns data into this tree and knows nothing of PDF or Word; a renderer (one per
format) writes the tree and knows nothing of strategies. Texts are data: no markup is ever parsed, so nothing
that a user types can change a document, open a file or break an export.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

LINK_SCHEMES = frozenset({"http", "https", "mailto"})


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style.

    A link that does not lead to the web or to a mailbox (`javascript:`, `file:`…) becomes plain text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""

    def __post_init__(self) -> None:
        if self.href and not _is_allowed(self.href):
            object.__setattr__(self, "href", "")


Piece: TypeAlias = str | Run


@dataclass(frozen=True, slots=True)
class Heading:
    """A title in the body; level 1 is a chapter."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` opens a chapter in larger letters, `small` is for notes."""

    runs: tuple[Run, ...]
    style: Literal["body", "lead", "small"] = "body"


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list of short items, with bullets or numbers."""

    items: tuple[tuple[Run, ...], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    label: str
    weight: float = 1.0
    """Share of the width, relative to the other columns."""
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts; the first column names the row.

    Raises:
        ValueError: a row has not one cell per column.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] | None = None
    """Last row, set apart."""

    def __post_init__(self) -> None:
        for row in self.rows if self.total is None else (*self.rows, self.total):
            if len(row) != len(self.columns):
                raise ValueError(f"{len(row)} cells for {len(self.columns)} columns in {self.caption!r}")


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one series, one per label of the chart."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart as data: `bars` are horizontal, `columns` vertical; several series are stacked.

    Raises:
        ValueError: a series has not one value per label.
    """

    kind: Literal["bars", "columns"]
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    """What is counted, as written along the axis: "kg éq. CO₂ par an"."""
    totals: tuple[str, ...] = ()
    """What each bar says at its end; its value when empty."""
    axis: str = ""
    """What the labels are, when they do not say it themselves: "âge en années"."""

    def __post_init__(self) -> None:
        if any(len(series.values) != len(self.labels) for series in self.series):
            raise ValueError("each series needs one value per label")
        if self.totals and len(self.totals) != len(self.labels):
            raise ValueError("totals are one per label")


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, its caption, and the same information in words for who cannot see it."""

    chart: ChartSpec
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Callout:
    """A note set apart: something to know (`info`) or to beware of (`caution`)."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    kind: Literal["info", "caution"] = "info"


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure to remember."""

    value: str
    label: str
    detail: str = ""
    """The range, or what the figure covers."""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Two to four figures to remember, side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts a new page."""


Block: TypeAlias = Heading | Paragraph | BulletList | Table | Figure | Callout | KeyFigures | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What every document carries, on its cover and in its properties."""

    title: str
    subtitle: str = ""
    authority: str
    date: dt.date
    """Date of the data: the same data give the same document, on whatever day it is exported."""
    campaign: str = ""
    factors: str = ""
    """Family of factors and its version."""
    legal_state: dt.date | None = None
    status: str = "document de travail"
    notice: str = ""
    """A sentence to put on the cover: fictional commune, voluntary undertaking…"""
    exercise: bool = False
    """Training mode: every page is stamped "EXERCICE"."""
    language: str = "fr-FR"


@dataclass(frozen=True, slots=True)
class Report:
    """A whole document."""

    meta: Meta
    blocks: tuple[Block, ...]


def runs(*pieces: Piece) -> tuple[Run, ...]:
    """Return runs from texts and runs."""
    return tuple(Run(piece) if isinstance(piece, str) else piece for piece in pieces)


def paragraph(*pieces: Piece, style: Literal["body", "lead", "small"] = "body") -> Paragraph:
    """Return a paragraph from texts and runs."""
    return Paragraph(runs(*pieces), style)


def bullets(*items: Piece | tuple[Piece, ...]) -> BulletList:
    """Return a bullet list; an item is a text, a run, or several of them."""
    return BulletList(tuple(runs(*item) if isinstance(item, tuple) else runs(item) for item in items))


def bold(text: str) -> Run:
    """Return a run in bold."""
    return Run(text, bold=True)


def link(text: str, href: str) -> Run:
    """Return a link, or plain text when its address is not one that a document may open."""
    return Run(text, href=href)


def _is_allowed(href: str) -> bool:
    if not href.isprintable() or any(character.isspace() for character in href):
        return False
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return parts.scheme in LINK_SCHEMES and bool(parts.netloc or parts.path)
