"""Opens an empty document in our styles, and packs the finished one.

The template is plain XML, in `resources/templates/word`, so that a change of style reads as such in a diff.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document

from nrdesk.core import paths
from nrdesk.core.branding import colour as colours
from nrdesk.core.reports.content import Report

_ACCENT, _SOFT = "0B5E8A", "E3F0F7"
"""In the styles, what the colour of a collectivité stands in place of."""
_TINT = 0.11
_SIZE = re.compile(r'(<w:sz(?:Cs)? w:val=")(\d+)')
_GAP = re.compile(r'(w:(?:before|after)=")(\d+)')
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "numbering", "settings", "fontTable")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTENT_TYPES = (
    f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    + "".join(f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{part}+xml"/>' for part in _PARTS)
    + "</Types>"
)
_ROOT = (
    f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_RELATIONSHIPS = (
    f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="rId{rank}" Type="{_OFFICE}/{part}" Target="{part}.xml"/>'
        for rank, part in enumerate(_PARTS, start=1)
    )
    + "</Relationships>"
)


def empty(report: Report) -> Document:
    """Return an A4 document with no text, in the letters and the colours that a report asks for."""
    folder = paths.resources() / "templates" / "word"
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
        archive.writestr("_rels/.rels", _ROOT)
        archive.writestr("word/_rels/document.xml.rels", _RELATIONSHIPS)
        for part in ("document", *_PARTS):
            xml = (folder / f"{part}.xml").read_text(encoding="utf-8")
            archive.writestr(f"word/{part}.xml", _styled(xml, report) if part == "styles" else xml)
    buffer.seek(0)
    return docx.Document(buffer)


def _styled(styles: str, report: Report) -> str:
    """Return the styles with the colour of the collectivité, in large letters or on tight lines."""
    if code := report.meta.colour:
        soft = colours.mixed(code, colours.WHITE, _TINT)
        styles = styles.replace(_ACCENT, code[1:]).replace(_SOFT, soft[1:])
    if report.sheet:
        styles = _scaled(_GAP, _scaled(_SIZE, styles, 0.88), 0.4)
    return _scaled(_SIZE, styles, 4 / 3) if report.large else styles


def _scaled(what: re.Pattern[str], styles: str, share: float) -> str:
    return what.sub(lambda found: f"{found[1]}{round(int(found[2]) * share)}", styles)


def packed(document: Document, date: dt.date) -> bytes:
    """Return the document as a file whose members all bear `date`: same document, same bytes."""
    saved, out = io.BytesIO(), io.BytesIO()
    document.save(saved)
    when = (max(date.year, 1980), date.month, date.day, 0, 0, 0)
    with ZipFile(saved) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            member = ZipInfo(name, when)
            member.compress_type = ZIP_DEFLATED
            member.create_system = 0  # the same on Windows and elsewhere
            target.writestr(member, source.read(name))
    return out.getvalue()
