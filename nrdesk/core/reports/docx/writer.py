"""Writes the blocks of a content tree one after the other in a Word document."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shape import InlineShape
from docx.shared import Length, Mm, Pt, Twips
from docx.text.paragraph import Paragraph

from nrdesk.core.reports import content, wording
from nrdesk.core.reports.docx import tables
from nrdesk.core.reports.docx.oxml import (
    add_bookmark,
    add_contents_link,
    add_field,
    add_instruction,
    add_mark_of_field,
    add_runs,
    clean,
    one_line,
)

_STYLES = {
    "body": "Normal",
    "lead": "Chapeau",
    "small": "Petit texte",
    "aside": "À droite",
    "block": "Normal",
}
_LEVELS = 3
"""Levels of headings that have a style."""
_IN_CONTENTS = 2
"""Levels of headings that the table of contents shows."""
_AFTER_LIST, _AFTER_CALLOUT, _AFTER_TABLE, _AFTER_FACTS = Pt(8), Pt(12), Pt(14), Pt(18)
_FIGURE_WIDTH = Twips(tables.WIDTH)
_LOGO_WIDTH, _LOGO_HEIGHT = Mm(50), Mm(17)
_DPI = 200
_DECIMAL = 1
"""Numbering of the template that counts 1, 2, 3."""


class Writer:
    """Writes one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._level = self._headings = self._tables = self._figures = 0
        self._is_after_table = self._is_after_break = False

    def write_cover(self, meta: content.Meta) -> None:
        """Write the first page."""
        self._write_logo(meta)
        self._add("Collectivité", content.Run(meta.authority))
        self._add("Title", content.Run(one_line(meta.title)))
        if meta.subtitle:
            self._add("Subtitle", content.Run(meta.subtitle))
        for name, value in wording.facts(meta):
            self._add("Normal", content.bold(f"{name}\u00a0: "), content.Run(value))
        if meta.notice:
            self._add("Petit texte", content.Run(meta.notice))

    def write_masthead(self, meta: content.Meta) -> None:
        """Write the top of a document without a cover."""
        self._write_logo(meta)
        self._add("Collectivité", content.Run(meta.authority))
        self.write(content.Heading(1, meta.title))
        if meta.subtitle:
            self._add("Subtitle", content.Run(meta.subtitle))
        facts = self._add("Petit texte", content.Run(wording.facts_block(meta)))
        facts.paragraph_format.space_after = _AFTER_FACTS

    def write_band(self, meta: content.Meta) -> None:
        """Write the top of a sheet: its title in white on a band of colour."""
        self._write_logo(meta)
        self._add("Bandeau", content.Run(meta.authority))
        self._level = 1
        self._headings += 1
        self._add("Bandeau, titre", content.Run(one_line(meta.title)))
        if meta.subtitle:
            self._add("Bandeau", content.Run(meta.subtitle))

    def _write_logo(self, meta: content.Meta) -> None:
        if meta.logo:
            picture = self._add("Image").add_run().add_picture(io.BytesIO(meta.logo.image))
            share = min(_LOGO_WIDTH / picture.width, _LOGO_HEIGHT / picture.height)
            picture.width, picture.height = Length(picture.width * share), Length(picture.height * share)
            picture._inline.docPr.set("descr", clean(meta.logo.alt).strip() or wording.NO_WORDS)

    def write_contents(self, blocks: Sequence[content.Block]) -> None:
        """Write the table of contents: a field that the word processor may update, filled already."""
        self.write(content.PageBreak())
        self._add("TOC Heading", content.Run(wording.CONTENTS))
        entries = [entry for entry in _outline(blocks) if entry[1] <= _IN_CONTENTS]
        for order, (rank, level, text) in enumerate(entries, start=1):
            paragraph = self._add(f"toc {level}")
            if order == 1:
                add_mark_of_field(paragraph, "begin")
                add_instruction(paragraph, rf'TOC \o "1-{_IN_CONTENTS}" \h \n \z \u')
                add_mark_of_field(paragraph, "separate")
            add_contents_link(paragraph, text, _bookmark(rank))
            if order == len(entries):
                add_mark_of_field(paragraph, "end")
        self.write(content.PageBreak())

    def write(self, block: content.Block, follower: content.Block | None = None) -> None:
        """Write one block; `follower` is the next one, which it may stay with."""
        match block:
            case content.Heading(level, text):
                self._write_heading(level, text)
            case content.Paragraph(runs, style):
                paragraph = self._add(_STYLES[style], *runs)
                paragraph.paragraph_format.keep_together = True if style == "block" else None
                opens = isinstance(follower, content.BulletList) and wording.opens_a_list(block)
                if opens or isinstance(follower, content.Figure | content.Table):
                    paragraph.paragraph_format.keep_with_next = True
            case content.BulletList(items, numbered):
                self._write_list(items, numbered)
            case content.Table():
                self._write_table(block)
            case content.Figure():
                self._write_figure(block)
            case content.Picture(image, alt):
                self._write_picture(image, alt)
            case content.Callout():
                self._write_callout(block, follower)
            case content.Quote(text, speaker):
                self._add("Quote", content.Run(wording.in_quotes(text)))
                if speaker.strip():
                    self._add("Citation, auteur", content.Run(speaker))
            case content.KeyFigures(figures):
                self._insert(tables.key_figures(figures))
            case content.PageBreak():
                self._is_after_break = True

    def _write_heading(self, level: int, text: str) -> None:
        self._level = _next_level(level, self._level)
        self._headings += 1
        paragraph = self._add(f"Heading {min(self._level, _LEVELS)}", content.Run(one_line(text)))
        add_bookmark(paragraph, self._headings, _bookmark(self._headings))

    def _write_list(self, items: Sequence[tuple[content.Run, ...]], numbered: bool) -> None:
        number = self._new_numbering() if numbered else 0
        for item in items:
            paragraph = self._add("List Number" if numbered else "List Bullet", *item)
            if number:
                numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                numbering.get_or_add_ilvl().val = 0
                numbering.get_or_add_numId().val = number
        if items:
            paragraph.paragraph_format.space_after = _AFTER_LIST

    def _write_callout(self, callout: content.Callout, follower: content.Block | None) -> None:
        note = "Encadré" if callout.kind == "info" else "Attention"
        last = self._add(f"{note}, titre", content.Run(callout.title))
        for part in callout.paragraphs:
            last = self._add(note, *part.runs)
        last.paragraph_format.space_after = _AFTER_CALLOUT
        if isinstance(follower, content.Callout):
            self._add("Petit texte")  # word processors join boxes that touch

    def _new_numbering(self) -> int:
        """Return the identifier of a numbering that starts at 1."""
        made = self._document.part.numbering_part.element.add_num(_DECIMAL)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        number: int = made.numId
        return number

    def _write_table(self, table: content.Table) -> None:
        self._tables += 1
        self._write_caption("Tableau", self._tables, table.caption).paragraph_format.keep_with_next = True
        if table.rows:
            self._insert(tables.data_table(table))
        else:  # a table without rows tells nothing
            self._add(_STYLES["small"], content.Run(wording.NOTHING))

    def _write_figure(self, figure: content.Figure) -> None:
        self._figures += 1
        picture = self._write_picture(_image(figure.chart), figure.alt)
        if figure.caption:
            picture._inline.docPr.set("title", one_line(figure.caption))
            self._write_caption("Figure", self._figures, figure.caption)

    def _write_picture(self, image: bytes, alt: str) -> InlineShape:
        picture = self._add("Image").add_run().add_picture(io.BytesIO(image), _FIGURE_WIDTH)
        picture._inline.docPr.set("descr", clean(alt).strip() or wording.NO_WORDS)
        return picture

    def _write_caption(self, kind: str, number: int, text: str) -> Paragraph:
        paragraph = self._add("Caption", content.Run(f"{kind}\u00a0"))
        add_field(paragraph, rf"SEQ {kind} \* ARABIC", str(number))
        add_runs(paragraph, content.runs(f" – {text}"))
        return paragraph

    def _add(self, style: str, *runs: content.Run) -> Paragraph:
        """Add a paragraph at the end of the document."""
        paragraph = self._document.add_paragraph(style=style)
        add_runs(paragraph, runs)
        if self._is_after_break:
            paragraph.paragraph_format.page_break_before = True
        elif self._is_after_table and not style.startswith("Heading"):
            paragraph.paragraph_format.space_before = _AFTER_TABLE
        self._is_after_break = self._is_after_table = False
        return paragraph

    def _insert(self, table: BaseOxmlElement) -> None:
        if self._is_after_break:
            self._add("Normal")  # a table cannot start a page by itself
        self._document.element.body.insert_element_before(table, "w:sectPr")
        self._is_after_table = True


def _outline(blocks: Sequence[content.Block]) -> list[tuple[int, int, str]]:
    """Return the rank, the level and the text of each heading, as they will be written."""
    found: list[tuple[int, int, str]] = []
    level = 0
    for block in blocks:
        if isinstance(block, content.Heading):
            level = _next_level(block.level, level)
            found.append((len(found) + 1, level, block.text))
    return found


def _next_level(level: int, previous: int) -> int:
    """Return a level that leaves no gap after the previous one (1 then 3)."""
    return min(level, previous + 1)


def _bookmark(rank: int) -> str:
    return f"_Toc{rank:08d}"


def _image(chart: content.Chart) -> bytes:
    """Return a chart as PNG, its texts in characters that the fonts draw."""
    # Imported here: a document without a chart does without matplotlib.
    from nrdesk.core.reports import charts
    from nrdesk.core.reports.pdf import fonts

    buffer = io.BytesIO()
    figure = charts.figure(charts.printable(chart, fonts.printable), _FIGURE_WIDTH.pt)
    figure.savefig(buffer, format="png", dpi=_DPI, metadata={"Software": None})
    return buffer.getvalue()
