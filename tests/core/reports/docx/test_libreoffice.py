"""What another word processor reads in our documents: LibreOffice, where it is installed."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from nrdesk.core.reports import docx as renderer
from tests.core.reports import samples

SOFFICE = shutil.which("soffice")
NAMES = {
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed on this machine"),
]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> etree._Element:
    """The document with each kind of block, as LibreOffice understood it (flat OpenDocument)."""
    folder = tmp_path_factory.mktemp("libreoffice")
    (folder / "tout.docx").write_bytes(renderer.render(samples.everything()))
    assert SOFFICE
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "fodt", "--outdir", str(folder)]
    subprocess.run(
        [*command, str(folder / "tout.docx")],
        check=True,
        capture_output=True,
        timeout=180,
        env={**os.environ, "HOME": str(folder)},
    )
    return etree.parse(Path(folder / "tout.fodt")).getroot()


def found(read: etree._Element, path: str) -> list[etree._Element]:
    return read.findall(path, NAMES)


def words(node: etree._Element) -> str:
    return " ".join("".join(node.itertext()).split())


def test_headings_stay_headings(read: etree._Element) -> None:
    level = f"{{{NAMES['text']}}}outline-level"
    titles = [(node.get(level), words(node)) for node in found(read, ".//office:body//text:h")]
    assert titles == [("1", "L’essentiel"), ("2", "Par groupe"), ("1", "Âge")]


def test_the_contents_are_known_as_such_and_filled(read: etree._Element) -> None:
    (contents,) = found(read, ".//text:table-of-content")
    assert "L’essentiel" in words(contents)
    assert "Par groupe" in words(contents)


def test_headers_of_tables_are_repeated(read: etree._Element) -> None:
    headers = [words(node) for node in found(read, ".//table:table-header-rows")]
    assert headers == ["Groupe kg", "N° Appareil"]


def test_the_language_is_french(read: etree._Element) -> None:
    default = "./office:styles/style:default-style[@style:family='paragraph']/style:text-properties"
    (properties,) = found(read, default)
    assert properties.get(f"{{{NAMES['fo']}}}language") == "fr"
    assert properties.get(f"{{{NAMES['fo']}}}country") == "FR"


def test_figures_keep_their_words(read: etree._Element) -> None:
    assert [words(node) for node in found(read, ".//svg:desc")] == [
        "Les ordinateurs dominent.",
        "Trois appareils neufs, cinq de deux ans.",
    ]


def test_no_accent_is_lost(read: etree._Element) -> None:
    text = words(found(read, ".//office:body")[0])
    for said in ("Commune de Saint-Œuvre-les-Bœufs", "1ᵉʳ novembre 2026", "2,9\u00a0t éq.", "À savoir"):
        assert " ".join(said.split()) in text
