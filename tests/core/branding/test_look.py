"""The look kept in a document, checked when it is read."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from nrdesk.core import branding
from nrdesk.core.branding import Branding
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Look


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "x.nrdesk", Authority(name="Évreuil"), year=2026) as doc:
        yield doc


def keep(document: Document, **changes: object) -> None:
    with document.action("Changer l’apparence") as tx:
        branding.write(tx, branding.record(document), **changes)


def png() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (80, 40)).save(buffer, "PNG")
    return buffer.getvalue()


def test_nothing_chosen_is_our_own_look(document: Document) -> None:
    assert branding.look(document) == Branding()


def test_there_is_one_look(document: Document) -> None:
    keep(document, logo=png())
    keep(document, logo_alt="Blason d’Évreuil")
    keep(document, colour="#8A0B3C")
    assert len(document.all(Look)) == 1
    assert branding.look(document) == Branding(png(), "Blason d’Évreuil", "#8A0B3C")
    document.undo()
    assert branding.look(document).colour == ""


def test_a_logo_without_words_is_named_after_the_collectivite(document: Document) -> None:
    keep(document, logo=png(), logo_alt=" \n ")
    assert branding.look(document).alt == "Logo\u00a0: Évreuil"


@pytest.mark.parametrize("logo", [b"<svg/>", b"", b"\x89PNG\r\n\x1a\nabc"])
def test_a_logo_that_cannot_be_drawn_is_left_out(document: Document, logo: bytes) -> None:
    keep(document, logo=logo, logo_alt="Blason")
    assert branding.look(document) == Branding()


@pytest.mark.parametrize(("kept", "shown"), [("#FFFF00", ""), ("rouge", ""), ("#8A0B3C", "#8A0B3C")])
def test_a_colour_that_cannot_be_read_is_darkened_or_left_out(
    document: Document, kept: str, shown: str
) -> None:
    keep(document, colour=kept)
    found = branding.look(document).colour
    assert found == (shown or branding.darkened(kept) if kept.startswith("#") else "")
    assert not found or branding.contrast(found) >= branding.CONTRAST
