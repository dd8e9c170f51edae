"""Logos: what is taken, reduced, refused, within limits."""

import gzip
import io
import os
import tracemalloc
from pathlib import Path

import pytest
from PIL import Image

from nrdesk.core.branding import logo
from nrdesk.core.errors import SurroundingsError, UserError
from nrdesk.core.jobs import Cancelled

RED, WHITE = (200, 16, 46), (255, 255, 255)
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>'
)


def file(folder: Path, image: Image.Image, name: str, **options: object) -> Path:
    path = folder / name
    image.save(path, **options)  # type: ignore[arg-type]
    return path


def seen(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("mode", "colour", "name"),
    [
        ("RGB", RED, "x.png"),
        ("RGBA", (*RED, 255), "x.png"),
        ("L", 80, "x.png"),
        ("LA", (80, 255), "x.png"),
        ("1", 1, "x.png"),
        ("I;16", 20_000, "x.png"),
        ("RGB", RED, "x.jpg"),
        ("L", 80, "x.jpg"),
        ("CMYK", (0, 230, 200, 50), "x.jpg"),
    ],
)
@pytest.mark.parametrize("size", [(3000, 1000), (300, 100), (1, 1), (1000, 3)])
def test_every_kind_of_image_is_kept_small_and_opaque(
    tmp_path: Path, mode: str, colour: object, name: str, size: tuple[int, int]
) -> None:
    made = logo.read(file(tmp_path, Image.new(mode, size, colour), name))  # type: ignore[arg-type]
    image = seen(made)
    assert image.mode == "RGB"
    assert max(image.size) <= logo.LONGEST_SIDE
    assert (image.width / image.height) == pytest.approx(size[0] / size[1], rel=0.3)
    assert logo.is_sound(made)
    assert logo.read(tmp_path / name) == made, "the same file gives the same logo"


def test_colours_stay_and_what_is_clear_becomes_white(tmp_path: Path) -> None:
    image = Image.new("RGBA", (2000, 1000), (0, 0, 0, 0))
    image.paste((*RED, 255), (0, 0, 1000, 1000))
    made = seen(logo.read(file(tmp_path, image, "x.png")))
    assert made.getpixel((100, 100)) == RED
    assert made.getpixel((700, 100)) == WHITE


def test_a_palette_with_a_clear_colour(tmp_path: Path) -> None:
    image = Image.new("P", (1000, 400), 0)
    image.putpalette([*RED, 0, 0, 255])
    image.paste(1, (0, 0, 500, 400))
    made = seen(logo.read(file(tmp_path, image, "x.png", transparency=0)))
    assert made.getpixel((100, 100)) == (0, 0, 255)
    assert made.getpixel((700, 100)) == WHITE


def test_a_photograph_stands_upright_and_says_nothing_of_where_it_was_taken(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[274], exif[270] = 6, "12 rue des Lilas"
    made = logo.read(file(tmp_path, Image.new("RGB", (600, 300), RED), "x.jpg", exif=exif))
    assert seen(made).size == (300, 600)
    assert b"Lilas" not in made


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["RGBA", "P"])
def test_forty_megapixels_take_a_bounded_memory_and_can_be_cancelled(tmp_path: Path, mode: str) -> None:
    path = file(tmp_path, Image.new(mode, (8000, 5000)), "x.png", compress_level=1)
    told: list[tuple[int, int]] = []
    made = logo.read(path, lambda done, total: told.append((done, total)))
    assert max(seen(made).size) == logo.LONGEST_SIDE
    assert len(told) > 5
    assert told[-1] == (5000, 5000)

    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        logo.read(path, cancel)


def test_an_image_of_a_billion_pixels_is_refused_before_it_is_unfolded(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    small = io.BytesIO()
    Image.new("1", (8, 8)).save(small, "PNG")
    data = bytearray(small.getvalue())
    data[16:24] = (50_000).to_bytes(4, "big") * 2
    data[29:33] = __import__("zlib").crc32(data[12:29]).to_bytes(4, "big")
    path.write_bytes(data)
    tracemalloc.start()
    with pytest.raises(UserError, match="trop grande"):
        logo.read(path)
    assert tracemalloc.get_traced_memory()[1] < 10 * 2**20
    tracemalloc.stop()


def test_an_enormous_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    with path.open("wb") as sparse:
        sparse.truncate(logo.MOST_BYTES + 1)
    with pytest.raises(UserError, match="trop grande"):
        logo.read(path)


@pytest.mark.parametrize(
    "data",
    [
        BOMB,
        b"  \n<svg/>",
        b"\xef\xbb\xbf<!-- dessin --><svg/>",
        gzip.compress(BOMB, mtime=0),
        "<svg/>".encode("utf-16"),
    ],
)
def test_a_drawing_is_refused_without_being_read(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(data)
    with pytest.raises(UserError, match="SVG") as refused:
        logo.read(path)
    assert "PNG" in refused.value.todo


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.7", b"MZ", bytes(range(200, 255))])
def test_what_is_no_image_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(data)
    with pytest.raises(UserError, match="PNG ou JPEG"):
        logo.read(path)


@pytest.mark.parametrize("name", ["x.png", "x.jpg"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_a_broken_image_is_refused(tmp_path: Path, name: str, share: float) -> None:
    noise = Image.frombytes("RGB", (200, 100), os.urandom(60_000))
    path = file(tmp_path, noise, name)
    data = path.read_bytes()
    path.write_bytes(data[: max(12, int(share * len(data)))])
    with pytest.raises(UserError, match="abîmée"):
        logo.read(path)
    assert not logo.is_sound(path.read_bytes())


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(SurroundingsError, match="n’est plus là"):
        logo.read(tmp_path / "x.png")
    with pytest.raises(SurroundingsError, match="ne peut pas être lu"):
        logo.read(tmp_path)


def test_a_logo_found_in_a_document_is_looked_at_before_it_is_drawn(tmp_path: Path) -> None:
    large = file(tmp_path, Image.new("RGB", (1000, 1000)), "x.png").read_bytes()
    clear = file(tmp_path, Image.new("RGBA", (10, 10)), "y.png").read_bytes()
    for found in (None, b"", BOMB, large, clear, b"\x89PNG\r\n\x1a\n" + bytes(5 * 2**20)):
        assert not logo.is_sound(found)
