"""What LibreOffice reads in the Word document of a strategy dressed in the look of its collectivité."""

import io
import os
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from nrdesk.core import branding, demo
from nrdesk.core.reports import docx, look, strategy
from tests.core.reports.docx.test_libreoffice import NAMES, SOFFICE, found, words

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed on this machine"),
]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> etree._Element:
    folder = tmp_path_factory.mktemp("strategie")
    logo = io.BytesIO()
    Image.new("RGB", (300, 120), "#1E6B3A").save(logo, "PNG")
    with demo.create(folder / "demo.nrdesk") as document:
        with document.action("Habiller") as tx:
            branding.write(tx, None, logo=logo.getvalue(), logo_alt="Blason", colour="#1E6B3A")
        report = look.dressed(document, strategy.build(document))
    (folder / "s.docx").write_bytes(docx.render(report))
    assert SOFFICE
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    subprocess.run(
        [SOFFICE, profile, "--headless", "--convert-to", "fodt", "--outdir", str(folder), folder / "s.docx"],
        check=True,
        capture_output=True,
        timeout=180,
        env={**os.environ, "HOME": str(folder)},
    )
    return etree.parse(Path(folder / "s.fodt")).getroot()


def test_chapters_are_headings_and_stand_in_the_contents(read: etree._Element) -> None:
    level = f"{{{NAMES['text']}}}outline-level"
    chapters = [words(node) for node in found(read, ".//office:body//text:h") if node.get(level) == "1"]
    assert "Notre ambition" in chapters
    assert "Le cadre légal" in chapters
    (contents,) = found(read, ".//text:table-of-content")
    assert all(chapter in words(contents) for chapter in chapters)


def test_headers_of_tables_are_repeated(read: etree._Element) -> None:
    headers = [words(node) for node in found(read, ".//table:table-header-rows")]
    assert len(headers) == len(found(read, ".//office:body//table:table"))
    assert headers[-1].startswith("Objectif Indicateur Départ Cible")


def test_every_picture_has_its_words(read: etree._Element) -> None:
    said = [words(node) for node in found(read, ".//svg:desc")]
    assert said[0] == "Blason"
    assert len(said) == 3
    assert all(said)


def test_words_of_people_have_their_style_and_the_language_is_french(read: etree._Element) -> None:
    text = words(found(read, ".//office:body")[0])
    assert "« Nous n’avons pas besoin de machines neuves" in text
    default = "./office:styles/style:default-style[@style:family='paragraph']/style:text-properties"
    assert found(read, default)[0].get(f"{{{NAMES['fo']}}}language") == "fr"
    names = {node.get(f"{{{NAMES['style']}}}name") for node in found(read, "./office:styles/style:style")}
    assert {"Quote", "Citation_2c__20_auteur"} <= names
