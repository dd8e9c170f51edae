"""The last pass: ReportLab's file becomes a PDF/UA-1 and PDF/A-2a file.

ReportLab draws pages; it writes neither structure nor archival metadata. pikepdf adds the structure tree,
the links, the outline, the metadata and the colour profile, mends the maps of characters, and packs the
objects. Same input, same bytes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from PIL import ImageCms

from nrdesk.core.reports.content import Meta, address
from nrdesk.core.reports.pdf import metadata
from nrdesk.core.reports.pdf.structure import Destination, Element, Link, Mark


def finish(
    drawn: bytes,
    meta: Meta,
    root: Element,
    marks: Sequence[Sequence[Element]],
    headings: Sequence[Destination],
) -> bytes:
    """Return the finished file.

    Args:
        drawn: ReportLab's file.
        meta: What goes in the properties.
        root: The structure tree.
        marks: For each page, the element of each mark.
        headings: What goes in the outline, in order.
    """
    with Pdf.open(io.BytesIO(drawn)) as pdf:
        _Structure(pdf).write(root, marks)
        _write_outline(pdf, headings)
        _write_properties(pdf, meta)
        for item in pdf.objects:
            if isinstance(item, Dictionary) and "/ToUnicode" in item:
                _mend_character_map(item.ToUnicode)
        out = io.BytesIO()
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
            min_version="1.7",
        )
        return _with_clear_line_ends(out.getvalue())


class _Structure:
    """Writes the structure tree, the links and the tree that leads from the pages back to it."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._written: dict[Element, Object] = {}
        self._annotations: list[tuple[Link, Object]] = []

    def write(self, root: Element, marks: Sequence[Sequence[Element]]) -> None:
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = Array([self._element(root, tree)])
        numbers: list[int | Object] = []
        for rank, (page, elements) in enumerate(zip(self._pages, marks, strict=True)):
            page.StructParents = rank
            page.Tabs = Name.S
            numbers += [rank, self._pdf.make_indirect(Array([self._written[e] for e in elements]))]
        for key, (link, annotation) in enumerate(self._annotations, start=len(self._pages)):
            annotation.StructParent = key
            numbers += [key, self._written[link.element]]
        tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        tree.ParentTreeNextKey = len(self._pages) + len(self._annotations)
        self._pdf.Root.StructTreeRoot = tree
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: Object) -> Object:
        written = Dictionary(Type=Name.StructElem, S=Name("/" + element.role), P=parent)
        written = self._pdf.make_indirect(written)
        self._written[element] = written
        if element.alt:
            written.Alt = String(element.alt)
        if element.attributes:
            written.A = Dictionary(
                {f"/{key}": Name("/" + value) for key, value in element.attributes.items()}
            )
        if element.bounds:
            box = Array([round(value, 2) for value in element.bounds])
            written.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
        first = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
        if first is not None:
            written.Pg = self._pages[first]
        kids = [self._kid(kid, written, first) for kid in element.kids]
        if kids:
            written.K = Array(kids)
        return written

    def _kid(self, kid: Element | Mark | Link, parent: Object, page: int | None) -> Object | int:
        if isinstance(kid, Element):
            return self._element(kid, parent)
        if isinstance(kid, Link):
            return Dictionary(Type=Name.OBJR, Pg=self._pages[kid.page], Obj=self._annotation(kid))
        if kid.page == page:
            return kid.id
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.id)

    def _annotation(self, link: Link) -> Object:
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(value, 2) for value in link.rectangle]),
            Contents=String(link.text),
            Border=Array([0, 0, 0]),
            F=4,  # printed, as PDF/A wants
        )
        if isinstance(link.target, Destination):
            annotation.Dest = self._place(link.target)
        else:
            annotation.A = Dictionary(S=Name.URI, URI=String(address(link.target)))
        annotation = self._pdf.make_indirect(annotation)
        page = self._pages[link.page]
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(annotation)
        self._annotations.append((link, annotation))
        return annotation

    def _place(self, target: Destination) -> Object:
        return Array([self._pages[target.page], Name.XYZ, 0, round(target.top, 2), None])


def _write_outline(pdf: Pdf, headings: Sequence[Destination]) -> None:
    with pdf.open_outline() as outline:
        open_items: list[pikepdf.OutlineItem] = []
        for heading in headings:
            item = pikepdf.OutlineItem(heading.title, heading.page, "XYZ", left=0, top=round(heading.top, 2))
            del open_items[heading.level - 1 :]
            siblings = open_items[-1].children if open_items else outline.root
            siblings.append(item)
            open_items.append(item)


def _write_properties(pdf: Pdf, meta: Meta) -> None:
    pdf.Root.Lang = String(meta.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseOutlines
    pdf.trailer.Info = pdf.make_indirect(Dictionary(metadata.info(meta)))
    xmp = pdf.make_stream(metadata.xmp(meta), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.Metadata = xmp
    profile = pdf.make_stream(_srgb(), N=3)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB IEC61966-2.1"),
                DestOutputProfile=profile,
            )
        ]
    )


def _srgb() -> bytes:
    """Return an sRGB profile without its date of creation, which would change the file every second."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes(12)
    return bytes(profile)


def _mend_character_map(stream: Object) -> None:
    """Rewrite the glyph → character map of a ReportLab font.

    ReportLab maps glyph 0 to U+0000, which PDF/UA-1 (7.21.7) forbids; writes blocks of more than 100
    entries, which the CMap format forbids; and writes characters beyond U+FFFF in five digits instead of
    UTF-16.
    """
    text = stream.read_bytes().decode("latin-1")
    head, entries, tail = re.split(r"\d+ beginbfchar|endbfchar", text)
    pairs = [
        (code, chr(int(value, 16)).encode("utf-16-be").hex().upper())
        for code, value in re.findall(r"<(\w+)> <(\w+)>", entries)
        if int(value, 16)
    ]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n"
        + "\n".join(f"<{code}> <{value}>" for code, value in block)
        + "\nendbfchar"
        for block in blocks
    )
    head = re.sub(r"(?<=begincodespacerange\n)<00> <..>", "<00> <FF>", head)
    stream.write((head + body + tail).encode("latin-1"))


def _with_clear_line_ends(file: bytes) -> bytes:
    r"""Mend the streams whose data happen to end with a carriage return.

    The line feed that follows them then reads as the second half of a "\r\n", which makes the data one byte
    shorter than announced, and PDF/A-2 (6.1.7.1) wants lengths to match. They get a "\r\n" of their own; its
    byte is taken from the line end between dictionary and data, so that nothing moves in the file.
    """
    mended = bytearray(file)
    end = mended.find(b"\r\nendstream")
    while end >= 0:
        start = mended.rfind(b">>\nstream\n", 0, end) + len(b">>")
        mended[start : end + 2] = mended[start + 1 : end + 1] + b"\r\n"
        end = mended.find(b"\r\nendstream", end + 3)
    return bytes(mended)
