"""The few pieces of WordprocessingML (ECMA-376) that python-docx has no word for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from nrdesk.core.reports.content import Run, address
from nrdesk.core.written.prose import unbroken

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that would show what follows in another order than it is written."""


def clean(text: str) -> str:
    """Return `text` with only the characters that XML 1.0 may hold, what belongs together tied."""
    return _DIRECTIONS.sub("", _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", unbroken(text))))


def one_line(text: str) -> str:
    """Return `text` as `clean` does, on one line; no-break spaces stay."""
    return re.sub("[ \t\n]+", " ", clean(text)).strip(" ")


def element(tag: str, **attributes: str | int) -> BaseOxmlElement:
    """Return an element: `element("w:lang", val="fr-FR")`; attributes are in the same namespace."""
    made: BaseOxmlElement = OxmlElement(tag)
    prefix = tag.partition(":")[0]
    for name, value in attributes.items():
        made.set(qn(f"{prefix}:{name}"), str(value))
    return made


def add_runs(paragraph: Paragraph, runs: tuple[Run, ...]) -> None:
    """Add texts in their style, and links."""
    for run in runs:
        if run.href:
            _add_link(paragraph, run)
            continue
        added = paragraph.add_run(clean(run.text))
        # None, rather than False, leaves the style of the paragraph to decide.
        added.bold, added.italic = run.bold or None, run.italic or None


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Add a field that the word processor works out, and what it shows until then."""
    field = element("w:fldSimple", instr=instruction)
    field.append(_run(shown))
    paragraph._p.append(field)


def add_contents_link(paragraph: Paragraph, text: str, bookmark: str) -> None:
    """Add a link to a place of the document."""
    link = element("w:hyperlink", anchor=bookmark, history=1)
    link.append(_run(text))
    paragraph._p.append(link)


def add_mark_of_field(paragraph: Paragraph, kind: str) -> None:
    """Add the "begin", "separate" or "end" of a field that spans several paragraphs."""
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType=kind))


def add_instruction(paragraph: Paragraph, instruction: str) -> None:
    """Add what a field that spans several paragraphs works out, between its begin and its separate."""
    text = element("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = instruction
    paragraph.add_run()._r.append(text)


def add_bookmark(paragraph: Paragraph, rank: int, name: str) -> None:
    """Make the whole paragraph a place that links lead to."""
    start, end = element("w:bookmarkStart", id=rank, name=name), element("w:bookmarkEnd", id=rank)
    paragraph._p.insert_element_before(start, "w:r", "w:hyperlink")
    paragraph._p.append(end)


def _add_link(paragraph: Paragraph, run: Run) -> None:
    relation = paragraph.part.relate_to(address(run.href), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = element("w:hyperlink", history=1)
    link.set(qn("r:id"), relation)
    link.append(_run(run.text, "Hyperlink"))
    paragraph._p.append(link)


def _run(text: str, style: str = "") -> BaseOxmlElement:
    run = element("w:r")
    if style:
        properties = element("w:rPr")
        properties.append(element("w:rStyle", val=style))
        run.append(properties)
    shown = element("w:t")
    shown.set(qn("xml:space"), "preserve")
    shown.text = one_line(text) if text.strip() else text
    run.append(shown)
    return run
