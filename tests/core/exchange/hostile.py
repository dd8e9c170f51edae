"""Files made to harm whoever opens them."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(path: Path, sheet: str, *, before: str = "", strings: str = "") -> Path:
    """Write an XLSX from the XML of its only sheet's rows."""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{before}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        '<sheet name="Parc" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" '
        f'Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
        f'Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": strings or f'<sst xmlns="{MAIN}"/>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def text_cell(place: str, text: str) -> str:
    """Return the XML of a cell."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def inflating(
    path: Path, megabytes: int, *, announced: int | None = None, name: str = "xl/worksheets/sheet1.xml"
) -> Path:
    """Write an archive one part of which inflates to blanks, `announced` being the size that it pretends."""
    workbook(path, "")
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    blank, crc = b" " * 1_000_000, 0
    packed = b""
    for _ in range(megabytes):
        packed += deflate.compress(blank)
        crc = zlib.crc32(blank, crc)
    packed += deflate.flush()
    size = megabytes * 1_000_000 if announced is None else announced
    with zipfile.ZipFile(path) as archive:
        others = {part: archive.read(part) for part in archive.namelist() if part != name}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in others.items():
            archive.writestr(part, content)
        archive.writestr(name, b"")
    raw = path.read_bytes()
    return _with_content(path, raw, name.encode(), packed, crc, size)


def _with_content(path: Path, raw: bytes, name: bytes, packed: bytes, crc: int, size: int) -> Path:
    """Give the last, empty part of an archive its content."""
    directory = raw.index(b"PK\x01\x02")
    local = raw.rindex(b"PK\x03\x04")
    sizes = struct.pack("<III", crc, len(packed), size)
    begin = raw[local : local + 8] + struct.pack("<H", 8) + raw[local + 10 : local + 14] + sizes
    entry = raw.rindex(b"PK\x01\x02")
    end = raw.rindex(b"PK\x05\x06")
    listed = raw[directory:entry] + raw[entry : entry + 10] + struct.pack("<H", 8)
    listed += raw[entry + 12 : entry + 16] + sizes + raw[entry + 28 : end]
    body = raw[:local] + begin + raw[local + 26 : local + 30] + name + packed
    closing = raw[end : end + 12] + struct.pack("<II", len(listed), len(body)) + raw[end + 20 :]
    path.write_bytes(body + listed + closing)
    return path


def compound_file(path: Path, stream: bytes, name: str = "Workbook") -> Path:
    """Write a compound file ([MS-CFB]) with one stream of at least 4 096 bytes."""
    stream += b"\0" * max(0, 4096 - len(stream))
    sectors = -(-len(stream) // 512)
    fat = [0xFFFF_FFFD, 0xFFFF_FFFE, *range(3, 2 + sectors), 0xFFFF_FFFE]
    fat += [0xFFFF_FFFF] * (128 - len(fat))
    out = io.BytesIO()
    out.write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16)
    out.write(struct.pack("<HHHHHHII", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0))
    out.write(struct.pack("<IIIIIIIII", 1, 1, 0, 4096, 0xFFFF_FFFE, 0, 0xFFFF_FFFE, 0, 0))
    out.write(struct.pack("<108I", *[0xFFFF_FFFF] * 108))
    out.write(struct.pack("<128I", *fat))
    out.write(
        _entry("Root Entry", 5, 0xFFFF_FFFE, 0, child=1) + _entry(name, 2, 2, len(stream)) + b"\0" * 256
    )
    out.write(stream + b"\0" * (sectors * 512 - len(stream)))
    path.write_bytes(out.getvalue())
    return path


def _entry(name: str, kind: int, first: int, length: int, child: int = 0xFFFF_FFFF) -> bytes:
    """Return a directory entry."""
    text = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<III", 0xFFFF_FFFF, 0xFFFF_FFFF, child)
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBB", len(text), kind, 1)
        + links
        + b"\0" * 36
        + struct.pack("<IQ", first, length)
    )


def old_workbook(*cells: tuple[int, int, str]) -> bytes:
    """Return the "Workbook" stream of an XLS whose sheet has these (row, column, text)."""
    beginning = struct.pack("<HHHHHHII", 0x0809, 16, 0x0600, 0x0005, 0, 0, 0, 0)
    sheet_name = b"Parc"
    listed = struct.pack("<HHIBBBB", 0x0085, 8 + len(sheet_name), 0, 0, 0, len(sheet_name), 0) + sheet_name
    closing = struct.pack("<HH", 0x000A, 0)
    place = len(beginning) + len(listed) + len(closing)
    listed = listed[:4] + struct.pack("<I", place) + listed[8:]
    sheet = struct.pack("<HHHHHHII", 0x0809, 16, 0x0600, 0x0010, 0, 0, 0, 0)
    for row, column, text in cells:
        data = text.encode("utf-16-le")
        sheet += struct.pack("<HHHHHHB", 0x0204, 9 + len(data), row, column, 0, len(text), 1) + data
    stream = beginning + listed + closing + sheet + closing
    filler = max(0, 4096 - len(stream) - 4)
    return stream + struct.pack("<HH", 0x08FF, filler) + b"\0" * filler
