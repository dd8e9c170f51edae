"""From the content tree to blocks: which style each block has, and where it goes in the structure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from nrdesk.core.reports import content, wording
from nrdesk.core.reports.pdf import flow, fonts, theme
from nrdesk.core.reports.pdf.blocks import (
    Box,
    ChartBlock,
    ContentsLine,
    HeadingBlock,
    KeyFiguresBlock,
    TextBlock,
    text_block,
)
from nrdesk.core.reports.pdf.flow import Block, NewPage
from nrdesk.core.reports.pdf.structure import Element
from nrdesk.core.reports.pdf.tables import table_block

_IN_CONTENTS = len(theme.CONTENTS)
"""Levels of headings that the table of contents shows."""


def _height_in_contents(heading: HeadingBlock) -> float:
    """Return the height of a title in the table of contents, on one line as nearly all are."""
    style = theme.CONTENTS[heading.level - 1]
    return style.leading + max(style.before, style.after)


class Layout:
    """Makes the blocks of one document, and its structure as it goes."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._level = 0
        self._tables = self._figures = 0
        self.headings: list[HeadingBlock] = []

    def body(self, report: content.Report) -> list[Block]:
        """Return the blocks of the document: its table of contents, or its title when it has no cover."""
        if not report.cover:
            return [*self._masthead(report.meta), *self._text(report.blocks)]
        title = HeadingBlock(wording.CONTENTS, 1, self._root.add("H1"))
        contents = self._root.add("TOC")
        body = self._text(report.blocks)
        shown = [heading for heading in self.headings if heading.level <= _IN_CONTENTS]
        if title.height + title.after + sum(map(_height_in_contents, shown)) > flow.ROOM:
            # Chapters alone, rather than a few lines on a second page.
            shown = [heading for heading in shown if heading.level == 1]
        lines = [ContentsLine(heading, contents.add("TOCI")) for heading in shown]
        return [title, *lines, NewPage(), *body]

    def _masthead(self, meta: content.Meta) -> Iterator[Block]:
        """Yield the top of a document without a cover."""
        yield self._line(meta.authority, theme.MASTHEAD)
        yield self._heading(1, meta.title)
        if meta.subtitle:
            yield self._line(meta.subtitle, theme.SUBTITLE)
        yield self._line(wording.facts_block(meta), theme.FACTS)

    def _line(self, text: str, style: theme.TextStyle) -> Block:
        return text_block(content.runs(text), style, self._root.add("P"))

    def _text(self, blocks: Sequence[content.Block]) -> list[Block]:
        return [
            made for block, follower in pairwise((*blocks, None)) for made in self._blocks(block, follower)
        ]

    def _blocks(self, block: content.Block | None, follower: content.Block | None) -> Iterator[Block]:
        match block:
            case content.Heading(level, text):
                yield self._heading(level, text)
            case content.Paragraph(runs, style):
                indent = theme.WIDTH / 2 if style == "aside" else 0
                made = text_block(runs, theme.PARAGRAPHS[style], self._root.add("P"), indent=indent)
                made.is_whole = style in ("aside", "block")
                # The few lines that introduce a chart or a table stay with it.
                made.keep_with_next = _is_introduced(follower) and made.height < flow.ROOM / 8
                yield made
            case content.BulletList(items, numbered):
                yield from self._list(items, numbered)
            case content.Table():
                yield from self._table(block)
            case content.Figure(chart, caption, alt):
                self._figures += 1
                yield ChartBlock(
                    chart, self._root.add("Figure", alt=fonts.printable(alt).strip() or wording.NO_WORDS)
                )
                caption = f"Figure {self._figures} – {caption}"
                yield text_block(content.runs(caption), theme.FIGURE_CAPTION, self._root.add("Caption"))
            case content.Callout():
                yield self._callout(block)
            case content.KeyFigures(figures):
                yield KeyFiguresBlock(figures, self._root)
            case content.PageBreak():
                yield NewPage()

    def _heading(self, level: int, text: str) -> HeadingBlock:
        # PDF/UA-1 allows no gap between levels (H1 then H3).
        self._level = level = min(level, self._level + 1)
        heading = HeadingBlock(text, level, self._root.add(f"H{level}"))
        self.headings.append(heading)
        return heading

    def _list(self, items: Sequence[Sequence[content.Run]], numbered: bool) -> Iterator[TextBlock]:
        parent = self._root.add("L", O="List", ListNumbering="Decimal" if numbered else "Disc")
        for rank, item in enumerate(items, start=1):
            element = parent.add("LI")
            label = (f"{rank}." if numbered else "•", element.add("Lbl"))
            block = text_block(item, theme.ITEM, element.add("LBody"), indent=20, label=label)
            if rank == len(items):
                block.after = theme.PARAGRAPHS["body"].after
            yield block

    def _table(self, table: content.Table) -> Iterator[Block]:
        self._tables += 1
        element = self._root.add("Table") if table.rows else self._root
        caption = content.runs(f"Tableau {self._tables} – {table.caption}")
        yield text_block(caption, theme.TABLE_CAPTION, element.add("Caption" if table.rows else "P"))
        if table.rows:
            yield table_block(table, element)
        else:  # a table without rows is not a valid structure, and tells nothing
            yield text_block(content.runs(wording.NOTHING), theme.PARAGRAPHS["small"], self._root.add("P"))

    def _callout(self, callout: content.Callout) -> Box:
        width = theme.WIDTH - 2 * Box.PADDING - 4
        is_info = callout.kind == "info"
        title = content.runs(content.bold(callout.title))
        parts = [text_block(title, theme.CALLOUT_TITLE, self._root.add("P"), width=width)]
        parts += [
            text_block(paragraph.runs, theme.CALLOUT, self._root.add("P"), width=width)
            for paragraph in callout.paragraphs
        ]
        if is_info:
            return Box(parts, theme.SUNKEN, theme.ACCENT)
        return Box(parts, theme.CAUTION_SOFT, theme.CAUTION)


def _is_introduced(block: content.Block | None) -> bool:
    return isinstance(block, content.Figure | content.Table)
