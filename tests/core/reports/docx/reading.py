"""Reads a Word document back, as XML: what python-docx hides is what matters to a reader."""

import io
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from nrdesk.core.reports import docx as renderer
from nrdesk.core.reports.content import Report


def opened(report: Report) -> Document:
    return docx.Document(io.BytesIO(renderer.render(report)))


def headings(document: Document) -> list[tuple[int, str]]:
    """Level and text of each heading."""
    found = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading ")]
    return [(int(name.removeprefix("Heading ")), text) for name, text in found]


def all_text(document: Document) -> str:
    """Every text of the body, in order, tables and links included."""
    return "".join(node.text or "" for node in document.element.body.iter(qn("w:t")))


def attribute(node: etree._Element, name: str) -> str | None:
    return node.get(qn(name))


def parts(file: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
