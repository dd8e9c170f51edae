"""A logo: read with care, then reduced to what a document needs.

Whatever file is chosen, its size is read before its pixels, and nothing but PNG and JPEG is opened: a drawing
(SVG) is a program in disguise, which may weigh gigabytes once unfolded or fetch other files.
"""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from nrdesk.core.errors import SurroundingsError, UserError
from nrdesk.core.jobs import Progress, silent

if TYPE_CHECKING:
    from PIL import Image
    from PIL.ImageFile import ImageFile

LONGEST_SIDE = 800
"""Pixels: 50 mm at 400 dots per inch."""
MOST_PIXELS = 60_000_000
"""Beyond that it is no logo; 60 million pixels take 240 MB while they are reduced."""
MOST_BYTES = 200 * 2**20
MOST_KEPT_BYTES = 4 * 2**20
"""Of a reduced logo, in a document."""
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_GZIP = b"\x1f\x8b"
_KEPT = "Le logo précédent est gardé."
_BAND = 4_000_000
"""Pixels that are worked on at once."""
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, struct.error, zlib.error)
"""What Pillow raises on files that are not what they say."""


def read(path: Path, progress: Progress = silent) -> bytes:
    """Return the logo of a file, reduced; long for a very large one.

    Args:
        path: the file chosen.
        progress: told how far the work is; may cancel it.

    Returns:
        A PNG, or a JPEG when the file is one, of at most `LONGEST_SIDE` pixels a side, on white.

    Raises:
        UserError: it is not an image that nrdesk takes, it is broken or too large.
        SurroundingsError: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            if path.stat().st_size > MOST_BYTES:
                raise _too_large()
            return reduced(file, progress)
    except FileNotFoundError as error:
        raise SurroundingsError(
            f"Le fichier «\u00a0{path.name}\u00a0» n’est plus là.",
            kept=_KEPT,
            todo="Choisissez-le à nouveau.",
        ) from error
    except OSError as error:
        raise SurroundingsError(
            f"Le fichier «\u00a0{path.name}\u00a0» ne peut pas être lu ({error.strerror}).",
            kept=_KEPT,
            todo="Copiez-le sur votre ordinateur, puis recommencez.",
        ) from error


def reduced(file: BinaryIO, progress: Progress = silent) -> bytes:
    """Return the image of an open file, reduced; see `read`."""
    start = file.read(1024)
    file.seek(0)
    is_png = _kind(start) == _PNG
    try:
        image = _opened(file, is_png=is_png)
        if image.width * image.height > MOST_PIXELS:
            raise _too_large()
        return _written(_small(image, progress), is_png=is_png)
    except _BROKEN as error:
        raise UserError(
            "Cette image est abîmée\u00a0: elle ne peut pas être lue jusqu’au bout.",
            kept=_KEPT,
            todo="Ouvrez-la dans un logiciel de dessin, enregistrez-la en PNG, puis choisissez-la à nouveau.",
        ) from error


def is_sound(image: bytes | None) -> bool:
    """Return whether bytes found in a document are a logo that nrdesk reduced, readable to the end.

    A document may come from anybody: a renderer never opens what was not looked at.
    """
    if not image or len(image) > MOST_KEPT_BYTES or not image.startswith((_PNG, _JPEG)):
        return False
    try:
        opened = _opened(io.BytesIO(image), is_png=image.startswith(_PNG))
        if max(opened.size) > LONGEST_SIDE:
            return False
        opened.load()
    except _BROKEN:
        return False
    return opened.mode == "RGB"


def _kind(start: bytes) -> bytes:
    """Return the signature of a file, or say why it is not one that nrdesk takes."""
    for known in (_PNG, _JPEG):
        if start.startswith(known):
            return known
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    is_drawing = head.startswith((b"<svg", b"<?xml", b"<!doctype")) or b"<svg" in head
    if is_drawing or start.startswith((_GZIP, b"\xff\xfe", b"\xfe\xff")):
        raise UserError(
            "Les logos en SVG ne sont pas acceptés\u00a0: ce format peut cacher un programme.",
            kept=_KEPT,
            todo="Demandez votre logo en PNG ou en JPEG, ou exportez-le dans ce format.",
        )
    raise UserError(
        "Ce fichier n’est pas une image PNG ou JPEG.",
        kept=_KEPT,
        todo="Choisissez votre logo au format PNG (.png) ou JPEG (.jpg).",
    )


def _opened(file: BinaryIO, *, is_png: bool) -> ImageFile:
    """Return the image, of which only the head is read.

    The readers are called by their names: `Image.open` would try others, and warn of what is checked here.
    """
    if is_png:
        from PIL.PngImagePlugin import PngImageFile

        return PngImageFile(file)
    from PIL.JpegImagePlugin import JpegImageFile

    return JpegImageFile(file)


def _small(image: ImageFile, progress: Progress) -> Image.Image:
    """Return the image upright, on white, at most `LONGEST_SIDE` pixels a side.

    It is worked on in bands: no second copy of the large image is ever made.
    """
    from PIL import Image

    turned = _turned(image)
    image.draft("RGB", (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))  # a JPEG is then read at a fraction of its size
    image.load()
    factor = max(1, max(image.size) // (2 * LONGEST_SIDE))
    band = factor * max(1, _BAND // (factor * image.width))
    width, height = (-(-side // factor) for side in image.size)
    made = Image.new("RGB", (width, height), "white")
    for top in range(0, image.height, band):
        bottom = min(top + band, image.height)
        part = _on_white(image.crop((0, top, image.width, bottom)), image.info.get("transparency"))
        made.paste(part.reduce(factor), (0, top // factor))
        progress(bottom, image.height)
    made.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return made.transpose(turned) if turned is not None else made


def _turned(image: ImageFile) -> Image.Transpose | None:
    """Return how a photograph says that it is to be turned (EXIF, tag 274), None when it is upright."""
    from PIL import Image

    turn = Image.Transpose
    turns = (turn.FLIP_LEFT_RIGHT, turn.ROTATE_180, turn.FLIP_TOP_BOTTOM, turn.TRANSPOSE, turn.ROTATE_270,
             turn.TRANSVERSE, turn.ROTATE_90)  # fmt: skip
    try:
        said = image.getexif().get(274)
    except _BROKEN:
        return None
    return turns[said - 2] if isinstance(said, int) and 2 <= said <= 8 else None


def _on_white(image: Image.Image, transparency: object) -> Image.Image:
    """Return the image without transparency, which prints as black in places."""
    from PIL import Image

    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("RGB")
    if transparency is not None and image.mode in ("P", "RGB", "L", "1"):
        image.info["transparency"] = transparency
    elif image.mode not in ("RGBA", "LA", "PA"):
        return image.convert("RGB")
    clear = image.convert("RGBA")
    ground = Image.new("RGBA", clear.size, "white")
    ground.alpha_composite(clear)
    return ground.convert("RGB")


def _written(image: Image.Image, *, is_png: bool) -> bytes:
    buffer = io.BytesIO()
    if is_png:
        image.save(buffer, "PNG", optimize=True)
    else:
        image.save(buffer, "JPEG", quality=90, optimize=True)
    return buffer.getvalue()


def _too_large() -> UserError:
    return UserError(
        "Cette image est trop grande pour un logo.",
        kept=_KEPT,
        todo="Réduisez-la à 2\u202f000\u00a0pixels de large, par exemple, puis choisissez-la à nouveau.",
    )
