"""From the content tree to blocks: which style each block has, and where it goes in the structure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from nrdesk.core.reports import content, wording
from nrdesk.core.reports.pdf import flow, fonts, theme
from nrdesk.core.reports.pdf.blocks import ChartBlock, ContentsLine, HeadingBlock, TextBlock, text_block
from nrdesk.core.reports.pdf.flow import Block, NewPage
from nrdesk.core.reports.pdf.panels import Banner, Box, KeyFiguresBlock, LogoBlock, PictureBlock
from nrdesk.core.reports.pdf.structure import Element
from nrdesk.core.reports.pdf.tables import table_block


class Layout:
    """Makes the blocks of one document, and its structure as it goes."""

    def __init__(self, root: Element, styles: theme.Styles) -> None:
        self._root, self._styles = root, styles
        self._level = 0
        self._tables = self._figures = 0
        self.headings: list[HeadingBlock] = []

    def body(self, report: content.Report) -> list[Block]:
        """Return the blocks of the document: its table of contents, or its title when it has no cover."""
        if report.sheet:
            return [self._banner(report.meta), *self._text(report.blocks)]
        if not report.cover:
            return [*self._masthead(report.meta), *self._text(report.blocks)]
        title = HeadingBlock(wording.CONTENTS, 1, self._root.add("H1"), self._styles.headings[0])
        contents = self._root.add("TOC")
        body = self._text(report.blocks)
        styles = self._styles.contents
        shown = [heading for heading in self.headings if heading.level <= len(styles)]
        if title.height + title.after + sum(map(self._height_in_contents, shown)) > flow.ROOM:
            # Chapters alone, rather than a few lines on a second page.
            shown = [heading for heading in shown if heading.level == 1]
        lines = [ContentsLine(each, contents.add("TOCI"), styles[each.level - 1]) for each in shown]
        return [title, *lines, NewPage(), *body]

    def _height_in_contents(self, heading: HeadingBlock) -> float:
        """Return the height of a title in the table of contents, on one line as nearly all are."""
        style = self._styles.contents[heading.level - 1]
        return style.leading + max(style.before, style.after)

    def _banner(self, meta: content.Meta) -> Block:
        self._level = 1
        banner = Banner(meta, self._root, self._styles)
        self.headings.append(banner)
        return banner

    def _masthead(self, meta: content.Meta) -> Iterator[Block]:
        """Yield the top of a document without a cover."""
        if meta.logo:
            yield LogoBlock(meta.logo, self._root)
        yield self._line(meta.authority, self._styles.masthead)
        yield self._heading(1, meta.title)
        if meta.subtitle:
            yield self._line(meta.subtitle, self._styles.subtitle)
        yield self._line(wording.facts_block(meta), self._styles.facts)

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
                aside = style == "aside"
                made = text_block(
                    runs,
                    self._styles.paragraphs[style],
                    self._root.add("P"),
                    indent=theme.WIDTH / 2 if aside else 0,
                    width=theme.WIDTH if aside else self._styles.measure,
                )
                made.is_whole = style in ("aside", "block")
                # The few lines that introduce a chart or a table stay with it.
                made.keep_with_next = _is_introduced(block, follower) and made.height < flow.ROOM / 8
                yield made
            case content.BulletList(items, numbered):
                yield from self._list(items, numbered)
            case content.Table():
                yield from self._table(block)
            case content.Figure(chart, caption, alt):
                self._figures += 1
                element = self._root.add("Figure", alt=fonts.printable(alt).strip() or wording.NO_WORDS)
                yield ChartBlock(chart, element, self._styles.width, has_caption=bool(caption))
                if caption:
                    caption = f"Figure {self._figures} – {caption}"
                    element = self._root.add("Caption")
                    yield text_block(content.runs(caption), self._styles.figure_caption, element)
            case content.Picture():
                yield PictureBlock(block, self._root, self._styles.width)
            case content.Callout():
                yield self._callout(block)
            case content.Quote():
                yield self._quote(block)
            case content.KeyFigures(figures):
                yield KeyFiguresBlock(figures, self._root, self._styles)
            case content.PageBreak():
                yield NewPage()

    def _heading(self, level: int, text: str) -> HeadingBlock:
        # PDF/UA-1 allows no gap between levels (H1 then H3).
        self._level = level = min(level, self._level + 1)
        styles = self._styles.headings
        style = styles[min(level, len(styles)) - 1]
        heading = HeadingBlock(text, level, self._root.add(f"H{level}"), style)
        self.headings.append(heading)
        return heading

    def _list(self, items: Sequence[Sequence[content.Run]], numbered: bool) -> Iterator[TextBlock]:
        parent = self._root.add("L", O="List", ListNumbering="Decimal" if numbered else "Disc")
        for rank, item in enumerate(items, start=1):
            element = parent.add("LI")
            label = (f"{rank}." if numbered else "•", element.add("Lbl"))
            block = text_block(
                item,
                self._styles.item,
                element.add("LBody"),
                indent=20,
                label=label,
                width=self._styles.measure,
            )
            if rank == len(items):
                block.after = self._styles.paragraphs["body"].after
            yield block

    def _table(self, table: content.Table) -> Iterator[Block]:
        self._tables += 1
        element = self._root.add("Table") if table.rows else self._root
        caption = content.runs(f"Tableau {self._tables} – {table.caption}")
        yield text_block(caption, self._styles.table_caption, element.add("Caption" if table.rows else "P"))
        if table.rows:
            yield table_block(table, element, self._styles.cell, self._styles.width)
        else:  # a table without rows is not a valid structure, and tells nothing
            small = self._styles.paragraphs["small"]
            yield text_block(content.runs(wording.NOTHING), small, self._root.add("P"))

    def _callout(self, callout: content.Callout) -> Box:
        width = theme.WIDTH - 2 * Box.PADDING - 4
        is_info = callout.kind == "info"
        title = content.runs(content.bold(callout.title))
        parts = [text_block(title, self._styles.callout_title, self._root.add("P"), width=width)]
        parts += [
            text_block(paragraph.runs, self._styles.callout, self._root.add("P"), width=width)
            for paragraph in callout.paragraphs
        ]
        if is_info:
            return Box(parts, theme.SUNKEN, theme.ACCENT)
        return Box(parts, theme.CAUTION_SOFT, theme.CAUTION)

    def _quote(self, quote: content.Quote) -> Box:
        width = theme.WIDTH - 2 * Box.PADDING - 4
        element = self._root.add("BlockQuote")
        parts = [
            text_block(content.runs(text), style, element.add("P"), width=width)
            for text, style in (
                (wording.in_quotes(quote.text), self._styles.quote),
                (quote.speaker, self._styles.speaker),
            )
            if text.strip()
        ]
        return Box(parts, theme.WHITE, theme.ACCENT)


def _is_introduced(block: content.Paragraph, follower: content.Block | None) -> bool:
    """Return whether a paragraph has no meaning without what follows: "En interne :", above its list."""
    if isinstance(follower, content.BulletList):
        return wording.opens_a_list(block)
    return isinstance(follower, content.Figure | content.Table)
