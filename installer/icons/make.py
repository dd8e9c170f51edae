"""Draws the Windows icons from the SVG files: `python -m installer.icons.make`, after a change of drawing.

The result is kept in the repository: a build then needs no drawing library, and is the same everywhere.
"""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

_HERE = Path(__file__).resolve().parent
_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""Those that Windows asks for at 100 to 250 %."""


def _png(drawing: Path, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    return bytes(buffer.data().data())


def _icon(drawing: Path) -> bytes:
    """Return an ICO file whose images are PNG, which Windows reads since Vista."""
    images = [_png(drawing, size) for size in _SIZES]
    offset = 6 + 16 * len(images)
    entries = b""
    for size, image in zip(_SIZES, images, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(image), offset)
        offset += len(image)
    return struct.pack("<HHH", 0, 1, len(images)) + entries + b"".join(images)


if __name__ == "__main__":
    application = QGuiApplication([])
    for name in ("nrdesk", "document"):
        drawing = _HERE / f"{name}.svg"
        (_HERE.parent / "windows" / f"{name}.ico").write_bytes(_icon(drawing))
        (_HERE / f"{name}.png").write_bytes(_png(drawing, 256))
