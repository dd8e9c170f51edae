"""Blocks of text and charts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from nrdesk.core.reports import charts
from nrdesk.core.reports.content import Chart, Run
from nrdesk.core.reports.pdf import fonts, plot, theme, typeset
from nrdesk.core.reports.pdf.flow import Block
from nrdesk.core.reports.pdf.structure import Destination, Element

if TYPE_CHECKING:
    from nrdesk.core.reports.pdf.canvas import TaggedCanvas


class TextBlock(Block):
    """Lines of text: a paragraph, a list item, a caption."""

    _ALONE = 2
    """Lines of a paragraph that stay together at the bottom and at the top of a page."""
    is_whole = False
    """Whether a page never cuts it: a signature."""

    def __init__(
        self,
        lines: Sequence[typeset.Line],
        style: theme.TextStyle,
        element: Element,
        *,
        hrefs: Sequence[str] = (),
        indent: float = 0,
        label: tuple[str, Element] | None = None,
    ) -> None:
        """Set what is drawn.

        Args:
            lines: From `typeset`.
            style: Style of the lines.
            element: Where the text goes in the structure.
            hrefs: Addresses of the runs that the lines were made of, by rank.
            indent: Left indent in points.
            label: Bullet or number of a list item, and its element.
        """
        self.lines, self.style, self.element = lines, style, element
        self.hrefs, self.indent, self.label = hrefs, indent, label
        self.before, self.after, self.keep_with_next = style.before, style.after, style.keep_with_next
        self.height = len(lines) * style.leading

    def least(self) -> float:
        """Return the height of the lines that stay together."""
        lines = len(self.lines)
        if self.is_whole:
            return self.height
        return (lines if lines < 2 * self._ALONE else self._ALONE) * self.style.leading

    def split(self, room: float) -> tuple[TextBlock, TextBlock] | None:
        """Return what fits in `room`, and the rest."""
        fitting = min(int(room / self.style.leading), len(self.lines) - self._ALONE)
        if fitting < self._ALONE or self.is_whole:
            return None
        first = TextBlock(
            self.lines[:fitting],
            self.style,
            self.element,
            hrefs=self.hrefs,
            indent=self.indent,
            label=self.label,
        )
        rest = TextBlock(self.lines[fitting:], self.style, self.element, hrefs=self.hrefs, indent=self.indent)
        return first, rest

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the block downwards from its top left corner."""
        if self.label:
            text, element = self.label
            base = typeset.first_base_line(top, self.style)
            bullet = typeset.Segment(text, self.style.font(), 0)
            with canvas.tag(element):
                typeset.draw(canvas, [bullet], x + self.indent - 13, base, self.style)
        x += self.indent
        if not any(segment.link is not None for line in self.lines for segment in line):
            if any(self.lines):
                with canvas.tag(self.element):
                    typeset.draw_lines(canvas, self.lines, x, top, self.style)
            return
        links: dict[int, Element] = {}
        for rank, line in enumerate(self.lines):
            self._draw_line(canvas, line, x, top - rank * self.style.leading, links)

    def _draw_line(
        self, canvas: TaggedCanvas, line: typeset.Line, x: float, top: float, links: dict[int, Element]
    ) -> None:
        if not line:
            return
        base = typeset.first_base_line(top, self.style)
        line = (*line, line[-1]._replace(text=typeset.line_end(line), width=0))
        for rank, group in groupby(line, key=lambda segment: segment.link):
            segments = tuple(group)
            width = typeset.width_of(segments)
            if rank is None:
                with canvas.tag(self.element):
                    typeset.draw(canvas, segments, x, base, self.style)
            else:
                element = links.get(rank) or links.setdefault(rank, self.element.add("Link"))
                self._draw_link(canvas, segments, x, base, element, self.hrefs[rank])
            x += width

    def _draw_link(
        self, canvas: TaggedCanvas, segments: typeset.Line, x: float, base: float, element: Element, href: str
    ) -> None:
        size, width = self.style.size, typeset.width_of(segments)
        text = "".join(segment.text for segment in segments)
        with canvas.tag(element):
            ink = canvas.palette.ink
            canvas.setStrokeColorRGB(*ink)
            canvas.setLineWidth(0.5)
            canvas.line(x, base - 1.5, x + width, base - 1.5)
            coloured = theme.TextStyle(size, self.style.leading, colour=ink)
            typeset.draw(canvas, segments, x, base, coloured)
        canvas.link(element, x, base - 0.25 * size, width, 1.1 * size, f"{text} ({href})", href)


def text_block(
    runs: Sequence[Run],
    style: theme.TextStyle,
    element: Element,
    *,
    indent: float = 0,
    label: tuple[str, Element] | None = None,
    width: float = theme.WIDTH,
) -> TextBlock:
    """Return runs set in `width` points."""
    lines = typeset.lay_out(runs, style, width - indent)
    hrefs = [run.href for run in runs]
    return TextBlock(lines, style, element, hrefs=hrefs, indent=indent, label=label)


class HeadingBlock(TextBlock):
    """A heading; its place is known once the document is paginated."""

    def __init__(self, title: str, level: int, element: Element, style: theme.TextStyle) -> None:
        self.title = fonts.one_line(title)
        self.level = level
        self.place = Destination(self.title, level, 0, 0)
        # Beyond six lines it is no title, and it has to stay in one piece.
        lines = typeset.at_most(typeset.plain(self.title, style, theme.WIDTH), 6)
        super().__init__(lines, style, element)


class ContentsLine(Block):
    """A line of the table of contents: title, dots, page; the whole is a link."""

    def __init__(self, heading: HeadingBlock, element: Element, style: theme.TextStyle) -> None:
        self._heading, self._element, self._style = heading, element, style
        self._indent = 16 * (heading.level - 1)
        lines = typeset.plain(heading.title, self._style, theme.WIDTH - self._indent - 40)
        self._lines = typeset.at_most(lines, 2)
        self.before, self.after = self._style.before, self._style.after
        self.height = len(self._lines) * self._style.leading

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the block downwards from its top left corner."""
        style, place = self._style, self._heading.place
        left, right = x + self._indent, x + theme.WIDTH
        base = typeset.first_base_line(top, style) - (len(self._lines) - 1) * style.leading
        page = str(place.page + 1)
        number = typeset.Segment(page, style.font(), fonts.width(page, style.font(), style.size))
        entry = self._element.add("Reference").add("Link")
        with canvas.tag(entry):
            typeset.draw_lines(canvas, self._lines, left, top, style)
            typeset.draw(canvas, [number], right - number.width, base, style)
        text = f"{self._heading.title}, page {page}"
        canvas.link(entry, left, top - self.height, right - left, self.height, text, place)
        with canvas.artifact():
            canvas.stroke(theme.MUTED)
            canvas.setLineWidth(0.6)
            canvas.setDash(0.6, 3)
            canvas.line(left + typeset.width_of(self._lines[-1]) + 6, base, right - number.width - 6, base)
            canvas.setDash()


class ChartBlock(Block):
    """A chart; its caption follows it."""

    def __init__(self, chart: Chart, element: Element, width: float, *, has_caption: bool = True) -> None:
        self._chart, self._element = charts.printable(chart, fonts.printable), element
        self._width = width
        self.height = charts.height(self._chart, width)
        self.keep_with_next = has_caption
        self.before, self.after = (8.0, 0.0) if has_caption else (3.0, 6.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the block downwards from its top left corner."""
        bottom = top - self.height
        self._element.bounds = (x, bottom, x + self._width, top)
        with canvas.tag(self._element):
            plot.draw(canvas, charts.figure(self._chart, self._width), x, bottom)
