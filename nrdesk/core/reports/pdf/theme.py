"""How the PDF looks: A4 page, margins, colours of the window's light theme, text styles."""

from __future__ import annotations

from dataclasses import dataclass

from nrdesk.core.reports.pdf import fonts

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
MARGIN = 22 * MM
TOP = 22 * MM
BOTTOM = 24 * MM
WIDTH = PAGE_WIDTH - 2 * MARGIN

Colour = tuple[float, float, float]


def _rgb(code: str) -> Colour:
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


TEXT = _rgb("#1B2733")
MUTED = _rgb("#51606F")
ACCENT = _rgb("#0B5E8A")
ACCENT_SOFT = _rgb("#E3F0F7")
CAUTION = _rgb("#8A5200")
CAUTION_SOFT = _rgb("#FDF1DD")
LINE = _rgb("#D9DEE5")
SUNKEN = _rgb("#F3F5F8")
WHITE = _rgb("#FFFFFF")


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


HEADINGS = (
    TextStyle(21, 26, before=32, after=12, colour=ACCENT, bold=True, keep_with_next=True),
    TextStyle(14.5, 19, before=20, after=6, bold=True, keep_with_next=True),
    TextStyle(11.5, 16, before=14, after=4, colour=ACCENT, bold=True, keep_with_next=True),
)
PARAGRAPHS = {
    "body": TextStyle(10.5, 15.5, after=8),
    "lead": TextStyle(12.5, 18.5, after=12),
    "small": TextStyle(9, 13, after=6, colour=MUTED),
    "aside": TextStyle(10.5, 15.5, before=8, after=14),
    "block": TextStyle(10, 14, after=6),
}
ITEM = TextStyle(10.5, 15.5, after=4)
TABLE_CAPTION = TextStyle(9.5, 13, before=10, after=5, bold=True, keep_with_next=True)
FIGURE_CAPTION = TextStyle(9.5, 13, before=4, after=12, colour=MUTED)
CELL = TextStyle(9, 12)
CALLOUT_TITLE = TextStyle(10.5, 15.5, after=3, bold=True, keep_with_next=True)
CALLOUT = TextStyle(10, 14.5, after=4)
MASTHEAD = TextStyle(11, 15, after=4, colour=MUTED, bold=True)
SUBTITLE = TextStyle(13, 18, after=4, colour=MUTED)
FACTS = TextStyle(9, 13, after=16, colour=MUTED)
CONTENTS = (TextStyle(11, 16, before=7, after=2, bold=True), TextStyle(10.5, 15, after=2))
