"""The content tree: what a document says, whatever the format it is written in.

A builder (one per document) turns data into this tree and knows nothing of PDF or Word; a renderer (one per
format) writes the tree and knows nothing of strategies. Texts are data: no markup is ever parsed, so nothing
that a user types can change a document, open a file or break an export.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias
from urllib.parse import quote

from nrdesk.core.reports.chart_specs import LEVELS as LEVELS
from nrdesk.core.reports.chart_specs import Chart as Chart
from nrdesk.core.reports.chart_specs import ChartSpec as ChartSpec
from nrdesk.core.reports.chart_specs import GanttBar as GanttBar
from nrdesk.core.reports.chart_specs import GanttMark as GanttMark
from nrdesk.core.reports.chart_specs import GanttSpec as GanttSpec
from nrdesk.core.reports.chart_specs import LineSeries as LineSeries
from nrdesk.core.reports.chart_specs import LinesSpec as LinesSpec
from nrdesk.core.reports.chart_specs import MapSpec as MapSpec
from nrdesk.core.reports.chart_specs import Milestone as Milestone
from nrdesk.core.reports.chart_specs import Point as Point
from nrdesk.core.reports.chart_specs import RadarSeries as RadarSeries
from nrdesk.core.reports.chart_specs import RadarSpec as RadarSpec
from nrdesk.core.reports.chart_specs import Series as Series
from nrdesk.core.reports.chart_specs import Target as Target
from nrdesk.core.reports.chart_specs import TargetsSpec as TargetsSpec
from nrdesk.core.reports.chart_specs import TimelineSpec as TimelineSpec
from nrdesk.core.richtext import links

_ADDRESS_CHARACTERS = "%/:=&?~#+!$,;'@()*[]"


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
        if self.href and not links.is_allowed(self.href):
            object.__setattr__(self, "href", "")


Piece: TypeAlias = str | Run


@dataclass(frozen=True, slots=True)
class Heading:
    """A title in the body; level 1 is a chapter."""

    level: int
    text: str


ParagraphStyle: TypeAlias = Literal["body", "lead", "small", "aside", "block"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    `lead` opens a chapter in larger letters, `small` is for notes, `aside` stands in the right half of the
    page, as the addressee and the signature of a letter do, `block` is never cut by the end of a page.
    """

    runs: tuple[Run, ...]
    style: ParagraphStyle = "body"


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
class Figure:
    """A chart, its caption, and the same information in words for who cannot see it."""

    chart: Chart
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An image that is no chart, and its words for who cannot see it."""

    image: bytes
    """PNG or JPEG."""
    alt: str


@dataclass(frozen=True, slots=True)
class Callout:
    """A note set apart: something to know (`info`) or to beware of (`caution`)."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    kind: Literal["info", "caution"] = "info"


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of somebody, set apart."""

    text: str
    speaker: str = ""
    """Name and function, as signed; nothing when empty."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure to remember."""

    value: str
    label: str
    detail: str = ""
    """The range, or what the figure covers."""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """One to six figures to remember, side by side, three a row beyond four."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts a new page."""


Block: TypeAlias = (
    Heading | Paragraph | BulletList | Table | Figure | Picture | Callout | Quote | KeyFigures | PageBreak
)


@dataclass(frozen=True, slots=True)
class Logo:
    """The logo of the collectivité, small enough for a document, and its words for who cannot see it."""

    image: bytes
    """PNG or JPEG."""
    alt: str


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
    logo: Logo | None = None
    colour: str = ""
    """"#RRGGBB", of the collectivité; nrdesk's own when empty. Charts keep their palette."""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole document."""

    meta: Meta
    blocks: tuple[Block, ...]
    cover: bool = True
    """Whether it opens with a cover and a table of contents. Otherwise its title, the only heading of level
    1, stands above the text: for letters and for notes of a few pages."""
    sheet: bool = False
    """Whether it is a single page to hand out: no cover, its title in a band of colour, tighter lines."""
    large: bool = False
    """Whether its letters are of 14 points and its lines short, for easy reading."""
    wide: bool = False
    """Whether its pages are A3 on their side: for a wall. A Word document stays A4."""


def runs(*pieces: Piece) -> tuple[Run, ...]:
    """Return runs from texts and runs."""
    return tuple(Run(piece) if isinstance(piece, str) else piece for piece in pieces)


def paragraph(*pieces: Piece, style: ParagraphStyle = "body") -> Paragraph:
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


def address(href: str) -> str:
    """Return the address of a link in the characters that files may hold: "é" becomes "%C3%A9"."""
    return quote(href, safe=_ADDRESS_CHARACTERS)
