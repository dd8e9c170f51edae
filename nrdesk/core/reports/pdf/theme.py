"""How the PDF looks: A4 page, margins, colours of the window's light theme, text styles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from nrdesk.core.branding import colour as colours
from nrdesk.core.reports.pdf import fonts

if TYPE_CHECKING:
    from nrdesk.core.reports.content import Report

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
MARGIN = 22 * MM
TOP = 22 * MM
BOTTOM = 24 * MM
WIDTH = PAGE_WIDTH - 2 * MARGIN
WIDE_PAGE = 2 * PAGE_WIDTH
"""Width of an A3 page on its side, which is as high as an A4 page."""

Colour = tuple[float, float, float]


TEXT = colours.channels("#1B2733")
MUTED = colours.channels("#51606F")
ACCENT = colours.channels("#0B5E8A")
ACCENT_SOFT = colours.channels("#E3F0F7")
CAUTION = colours.channels("#8A5200")
CAUTION_SOFT = colours.channels("#FDF1DD")
LINE = colours.channels("#D9DEE5")
_SUNKEN = "#F3F5F8"
SUNKEN = colours.channels(_SUNKEN)
WHITE = colours.channels("#FFFFFF")
_TINT = 0.11
"""Share of the colour in its soft ground."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one document: ours, or those of the collectivité in the place of `ACCENT`."""

    accent: Colour = ACCENT
    soft: Colour = ACCENT_SOFT
    ink: Colour = ACCENT
    """The accent as written on grounds that are not quite white."""

    def shade(self, colour: Colour) -> Colour:
        """Return what is drawn where the styles say `colour`."""
        return {ACCENT: self.accent, ACCENT_SOFT: self.soft}.get(colour, colour)


def palette(code: str) -> Palette:
    """Return the palette of "#RRGGBB", or our own when `code` is empty."""
    if not code:
        return Palette()
    return Palette(
        colours.channels(code),
        colours.channels(colours.mixed(code, colours.WHITE, _TINT)),
        colours.channels(colours.darkened(code, _SUNKEN)),
    )


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a block of text is set; lengths in points."""

    size: float
    leading: float
    before: float = 0
    after: float = 0
    colour: Colour = TEXT
    bold: bool = False
    italic: bool = False
    keep_with_next: bool = False

    def font(self, *, bold: bool = False, italic: bool = False) -> str:
        """Return the name of the font of a run in this style."""
        return fonts.variant(bold=bold or self.bold, italic=italic or self.italic)

    def scaled(self, share: float) -> TextStyle:
        """Return the style with letters and lines `share` times as large."""
        return replace(
            self,
            size=self.size * share,
            leading=self.leading * share,
            before=self.before * share,
            after=self.after * share,
        )


@dataclass(frozen=True, slots=True)
class Styles:
    """The text styles of a document."""

    headings: tuple[TextStyle, ...] = (
        TextStyle(21, 26, before=32, after=12, colour=ACCENT, bold=True, keep_with_next=True),
        TextStyle(14.5, 19, before=20, after=6, bold=True, keep_with_next=True),
        TextStyle(11.5, 16, before=14, after=4, colour=ACCENT, bold=True, keep_with_next=True),
    )
    paragraphs: Mapping[str, TextStyle] = field(
        default_factory=lambda: {
            "body": TextStyle(10.5, 15.5, after=8),
            "lead": TextStyle(12.5, 18.5, after=12),
            "small": TextStyle(9, 13, after=6, colour=MUTED),
            "aside": TextStyle(10.5, 15.5, before=8, after=14),
            "block": TextStyle(10, 14, after=6),
        }
    )
    item: TextStyle = TextStyle(10.5, 15.5, after=4)
    table_caption: TextStyle = TextStyle(9.5, 13, before=10, after=5, bold=True, keep_with_next=True)
    figure_caption: TextStyle = TextStyle(9.5, 13, before=4, after=12, colour=MUTED)
    cell: TextStyle = TextStyle(9, 12)
    callout_title: TextStyle = TextStyle(10.5, 15.5, after=3, bold=True, keep_with_next=True)
    callout: TextStyle = TextStyle(10, 14.5, after=4)
    quote: TextStyle = TextStyle(12, 17.5, after=4, italic=True, keep_with_next=True)
    speaker: TextStyle = TextStyle(9.5, 13.5, colour=MUTED, bold=True)
    figure_value: TextStyle = TextStyle(20, 25, colour=ACCENT, bold=True)
    figure_label: TextStyle = TextStyle(10, 13.5, bold=True)
    figure_detail: TextStyle = TextStyle(9, 12, colour=MUTED)
    masthead: TextStyle = TextStyle(11, 15, after=4, colour=MUTED, bold=True)
    subtitle: TextStyle = TextStyle(13, 18, after=4, colour=MUTED)
    facts: TextStyle = TextStyle(9, 13, after=16, colour=MUTED)
    contents: tuple[TextStyle, ...] = (
        TextStyle(11, 16, before=7, after=2, bold=True),
        TextStyle(10.5, 15, after=2),
    )
    card_padding: float = 12.0
    card_after: float = 16.0
    """Space inside and below key figures, in points."""
    page_width: float = PAGE_WIDTH
    measure: float = WIDTH
    """Longest line of a text, in points."""

    @property
    def width(self) -> float:
        """Room between the margins, for tables and charts."""
        return self.page_width - 2 * MARGIN

    def scaled(self, share: float, measure: float) -> Styles:
        """Return the same styles `share` times as large."""
        made: dict[str, Any] = {}
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, TextStyle):
                made[each.name] = value.scaled(share)
            elif isinstance(value, tuple):
                made[each.name] = tuple(style.scaled(share) for style in value)
            elif isinstance(value, Mapping):
                made[each.name] = {name: style.scaled(share) for name, style in value.items()}
        return replace(self, **made, measure=measure)


NORMAL = Styles()
LARGE = NORMAL.scaled(4 / 3, 0.88 * WIDTH)
"""Letters of 14 points, lines of some 60 characters."""
SHEET = replace(
    NORMAL,
    headings=(
        TextStyle(23, 28, colour=WHITE, bold=True),
        TextStyle(12.5, 16, before=9, after=4, colour=ACCENT, bold=True, keep_with_next=True),
        TextStyle(10.5, 14, before=8, after=3, bold=True, keep_with_next=True),
    ),
    paragraphs={
        "body": TextStyle(10, 14, after=5),
        "lead": TextStyle(12.5, 17.5, after=8),
        "small": TextStyle(8.5, 11.5, after=2, colour=MUTED),
        "aside": TextStyle(10, 14, after=5),
        "block": TextStyle(10, 14, after=5),
    },
    figure_value=TextStyle(17, 21, colour=ACCENT, bold=True),
    figure_label=TextStyle(9.5, 12.5, bold=True),
    figure_detail=TextStyle(8.5, 11, colour=MUTED),
    card_padding=8.0,
    card_after=9.0,
    masthead=TextStyle(10.5, 14, colour=WHITE, bold=True),
    subtitle=TextStyle(11, 15, colour=WHITE),
)
WIDE = replace(NORMAL, page_width=WIDE_PAGE)
"""Tables and charts as wide as an A3 page; lines of text no longer than elsewhere, to be read."""


def styles(report: Report) -> Styles:
    """Return the styles that a document asks for."""
    if report.sheet:
        return SHEET
    if report.wide:
        return WIDE
    return LARGE if report.large else NORMAL
