"""A ReportLab canvas that records what each stretch of content is.

Everything drawn is either part of an element of the structure tree (`tag`) or an artifact (rules,
backgrounds, page numbers) that assistive software passes over: PDF/UA-1 allows nothing between the two.
ReportLab writes no structure: `finish` adds it to the file afterwards, from what is recorded here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from nrdesk.core.reports.pdf import fonts, theme
from nrdesk.core.reports.pdf.structure import Destination, Element, Link, Mark

# Pictures as bytes: written as text, they took two thirds of the time of the user guide, in a loop of Python.
rl_config.useA85 = 0


class TaggedCanvas(Canvas):  # type: ignore[misc] # ReportLab has no types
    """Draws pages and records marks, links and headings."""

    def __init__(self, buffer: io.BytesIO, palette: theme.Palette = theme.Palette(),  # noqa: B008
                 page_width: float = theme.PAGE_WIDTH,
                 page_height: float = theme.PAGE_HEIGHT) -> None:  # fmt: skip
        super().__init__(
            buffer,
            pagesize=(page_width, page_height),
            pageCompression=0,  # compressed once, at the end, by `finish`
            invariant=1,
            initialFontName=fonts.variant(),
        )
        self.palette = palette
        self.page_width = page_width
        self.root = Element("Document")
        self.marks: list[list[Element]] = [[]]
        """For each page, the element of each mark, in the order of their ids."""
        self.links: list[Link] = []

    @property
    def page(self) -> int:
        """Rank of the page being drawn, from 0."""
        return len(self.marks) - 1

    @contextmanager
    def tag(self, element: Element) -> Iterator[None]:
        """Mark what is drawn in the block as content of `element`; not to be nested."""
        marks = self.marks[-1]
        element.kids.append(Mark(self.page, len(marks)))
        self._code.append(f"/{element.role} <</MCID {len(marks)}>> BDC")
        marks.append(element)
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self, *, of_page: bool = False) -> Iterator[None]:
        """Mark what is drawn in the block as decoration, or as `of_page` (page number, running title)."""
        self._code.append("/Artifact <</Type /Pagination>> BDC" if of_page else "/Artifact BMC")
        yield
        self._code.append("EMC")

    def fill(self, colour: theme.Colour) -> None:
        """Fill what is drawn next with a colour of the theme, as the palette has it."""
        self.setFillColorRGB(*self.palette.shade(colour))

    def stroke(self, colour: theme.Colour) -> None:
        """Draw the next lines in a colour of the theme, as the palette has it."""
        self.setStrokeColorRGB(*self.palette.shade(colour))

    def link(self, element: Element, x: float, y: float, width: float, height: float, text: str,
             target: str | Destination) -> None:  # fmt: skip
        """Make a rectangle clickable; `element` is the `Link` that holds its text."""
        link = Link(self.page, (x, y, x + width, y + height), text, element, target)
        element.kids.append(link)
        self.links.append(link)

    def next_page(self) -> None:
        """End the page being drawn."""
        self.showPage()
        self.marks.append([])
