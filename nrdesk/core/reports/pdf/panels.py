"""What stands out from the text: boxes, quotes, key figures, the logo, the band at the top of a sheet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportlab.lib.utils import ImageReader

from nrdesk.core.reports import wording
from nrdesk.core.reports.content import KeyFigure, Logo, Meta, Picture
from nrdesk.core.reports.pdf import fonts, theme, typeset
from nrdesk.core.reports.pdf.blocks import HeadingBlock, TextBlock
from nrdesk.core.reports.pdf.flow import Block
from nrdesk.core.reports.pdf.structure import Element

if TYPE_CHECKING:
    from nrdesk.core.reports.pdf.canvas import TaggedCanvas

_LOGO_HEIGHT, _LOGO_WIDTH = 17 * theme.MM, 50 * theme.MM
_PICTURE_HEIGHT = 110 * theme.MM
_UNNAMED = "Logo"
_PLATE = 8.0
"""White kept around a logo on a ground of colour."""


class Box(Block):
    """Blocks of text on a tinted ground with a coloured bar: a note set apart."""

    PADDING = 12
    WHOLE = 140.0
    """Height under which the note moves to the next page rather than being cut, in points."""
    before = after = 12.0

    def __init__(self, parts: Sequence[TextBlock], ground: theme.Colour, bar: theme.Colour) -> None:
        self._parts, self._ground, self._bar = parts, ground, bar
        gaps = sum(part.after for part in parts[:-1])
        self.height = sum(part.height for part in parts) + gaps + 2 * self.PADDING - 2

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return what fits in `room`, and the rest; a short note is never cut."""
        if self.height <= self.WHOLE:
            return None
        used = 2.0 * self.PADDING
        for rank, part in enumerate(self._parts):
            if used + part.height > room:
                halves = part.split(room - used)
                first, rest = [*self._parts[:rank]], [*self._parts[rank:]]
                if halves:
                    first, rest = [*first, halves[0]], [halves[1], *rest[1:]]
                elif not first or first[-1].keep_with_next:
                    return None
                return Box(first, self._ground, self._bar), Box(rest, self._ground, self._bar)
            used += part.height + part.after
        return None

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the block downwards from its top left corner."""
        with canvas.artifact():
            canvas.fill(self._ground)
            canvas.rect(x, top - self.height, theme.WIDTH, self.height, stroke=0, fill=1)
            canvas.fill(self._bar)
            canvas.rect(x, top - self.height, 3, self.height, stroke=0, fill=1)
        top -= self.PADDING - 1
        for part in self._parts:
            part.draw(canvas, x + self.PADDING + 4, top)
            top -= part.height + part.after


class KeyFiguresBlock(Block):
    """Figures to remember, side by side: up to four a row, or three when there are more."""

    _GAP = 10
    _SIDE_BY_SIDE, _A_ROW = 4, 3
    before = 6.0

    def __init__(self, figures: Sequence[KeyFigure], parent: Element, styles: theme.Styles) -> None:
        self._padding, self.after = styles.card_padding, styles.card_after
        most = self._SIDE_BY_SIDE if len(figures) <= self._SIDE_BY_SIDE else self._A_ROW
        columns = min(len(figures), most)
        self._card = (theme.WIDTH - self._GAP * (columns - 1)) / columns
        cards = [(parent.add("P"), self._texts(figure, styles)) for figure in figures]
        self._rows = [cards[start : start + columns] for start in range(0, len(cards), columns)]
        self._heights = [
            max(sum(len(lines) * style.leading for lines, style in texts) for _, texts in row)
            + 2 * self._padding
            for row in self._rows
        ]
        self.height = sum(self._heights) + self._GAP * (len(self._rows) - 1)

    def _texts(
        self, figure: KeyFigure, styles: theme.Styles
    ) -> list[tuple[list[typeset.Line], theme.TextStyle]]:
        inner = self._card - 2 * self._padding
        texts = (
            (figure.value, styles.figure_value),
            (figure.label, styles.figure_label),
            (figure.detail, styles.figure_detail),
        )
        return [
            (typeset.at_most(typeset.plain(text, style, inner), 3), style) for text, style in texts if text
        ]

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the block downwards from its top left corner."""
        for row, height in zip(self._rows, self._heights, strict=True):
            for rank, (element, texts) in enumerate(row):
                left = x + rank * (self._card + self._GAP)
                with canvas.artifact():
                    canvas.fill(theme.ACCENT_SOFT)
                    canvas.roundRect(left, top - height, self._card, height, 5, stroke=0, fill=1)
                y = top - self._padding
                with canvas.tag(element):
                    for lines, style in texts:
                        typeset.draw_lines(canvas, lines, left + self._padding, y, style)
                        y -= len(lines) * style.leading
            top -= height + self._GAP


class LogoBlock(Block):
    """The logo of the collectivité, at the top of a document without a cover."""

    after = 10.0

    def __init__(self, logo: Logo, parent: Element) -> None:
        self._reader = ImageReader(io.BytesIO(logo.image))
        self._element = parent.add("Figure", alt=fonts.printable(logo.alt).strip() or _UNNAMED)
        self.width, self.height = fitted(self._reader.getSize(), _LOGO_WIDTH, _LOGO_HEIGHT)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the block downwards from its top left corner."""
        self._element.bounds = (x, top - self.height, x + self.width, top)
        with canvas.tag(self._element):
            canvas.drawImage(self._reader, x, top - self.height, self.width, self.height)

    def draw_on_plate(self, canvas: TaggedCanvas, right: float, top: float) -> None:
        """Draw the logo on white, on a ground of colour, downwards from its top right corner."""
        left = right - self.width - 2 * _PLATE
        with canvas.artifact():
            canvas.fill(theme.WHITE)
            height = self.height + 2 * _PLATE
            canvas.roundRect(left, top - height, right - left, height, 5, stroke=0, fill=1)
        self.draw(canvas, left + _PLATE, top - _PLATE)


class PictureBlock(Block):
    """An image as wide as the text, with a thin line around it: pictures of screens have white edges."""

    after = 10.0

    def __init__(self, picture: Picture, parent: Element, width: float) -> None:
        self._reader = ImageReader(io.BytesIO(picture.image))
        self._element = parent.add("Figure", alt=fonts.printable(picture.alt).strip() or wording.NO_WORDS)
        self.width, self.height = fitted(self._reader.getSize(), width, _PICTURE_HEIGHT)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the block downwards from its top left corner."""
        self._element.bounds = (x, top - self.height, x + self.width, top)
        with canvas.tag(self._element):
            canvas.drawImage(self._reader, x, top - self.height, self.width, self.height)
        with canvas.artifact():
            canvas.stroke(theme.LINE)
            canvas.rect(x, top - self.height, self.width, self.height, stroke=1, fill=0)


class Banner(HeadingBlock):
    """The top of a sheet: its title in white on a band of colour that goes to the edges of the page."""

    _LIFT, _BELOW = 22.0, 13.0
    """How far into the margin above its text begins, and what is left below it."""
    after = 12.0

    def __init__(self, meta: Meta, root: Element, styles: theme.Styles) -> None:
        logo = meta.logo
        self._logo = LogoBlock(logo, root) if logo else None
        width = theme.WIDTH - (self._logo.width + 3 * _PLATE if self._logo else 0)
        self._texts = [
            (typeset.at_most(typeset.plain(text, style, width), most), style, root.add(role))
            for text, style, role, most in (
                (meta.authority, styles.masthead, "P", 1),
                (meta.title, styles.headings[0], "H1", 2),
                (meta.subtitle, styles.subtitle, "P", 2),
            )
            if text.strip()
        ]
        super().__init__(meta.title, 1, self._texts[-1][2], styles.headings[0])
        self.after, self.keep_with_next = type(self).after, False
        self._text_height = sum(len(lines) * style.leading for lines, style, _ in self._texts)
        self.height = self._text_height + self._BELOW - self._LIFT

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the block downwards from its top left corner; it begins above, at the edge of the page."""
        bottom = top - self.height
        with canvas.artifact():
            canvas.fill(theme.ACCENT)
            canvas.rect(0, bottom, theme.PAGE_WIDTH, theme.PAGE_HEIGHT - bottom, stroke=0, fill=1)
        if self._logo:
            height = self._logo.height + 2 * _PLATE
            middle = (theme.PAGE_HEIGHT + bottom + height) / 2
            self._logo.draw_on_plate(canvas, theme.PAGE_WIDTH - theme.MARGIN, middle)
        top += self._LIFT
        for lines, style, element in self._texts:
            with canvas.tag(element):
                typeset.draw_lines(canvas, lines, x, top, style)
            top -= len(lines) * style.leading


def fitted(size: tuple[int, int], width: float, height: float) -> tuple[float, float]:
    """Return the size in points of an image that fits in a rectangle, its shape kept."""
    share = min(width / size[0], height / size[1])
    return size[0] * share, size[1] * share
