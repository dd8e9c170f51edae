"""The look of a collectivité on documents: colours that stay readable, charts that keep theirs."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from docx import Document as Word
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from nrdesk.core.branding import colour, contrast, darkened
from nrdesk.core.reports import docx, pdf, workbook
from nrdesk.core.reports.content import Logo, Meta, Quote, Report
from nrdesk.core.reports.pdf import theme
from tests.core.reports import samples
from tests.core.reports.conftest import failures
from tests.core.reports.reading import structure


def png(mode: str = "RGB", kind: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (400, 160), "#8A0B3C").save(buffer, kind)
    return buffer.getvalue()


def dressed(**options: object) -> Report:
    meta = Meta(
        title="Stratégie",
        authority="Commune",
        date=dt.date(2026, 11, 21),
        logo=Logo(png(), "Blason"),
        colour="#8A0B3C",
    )
    blocks = (*samples.everything().blocks, Quote("«\u00a0Garder.\u00a0»", "La maire"), Quote("Réparer."))
    return Report(meta, blocks, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("options", [{}, {"cover": False}, {"sheet": True}, {"large": True}], ids=str)
def test_every_layout_is_valid_and_bears_the_logo(tmp_path: Path, options: dict[str, bool]) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf.render(dressed(**options)))
    assert failures(path) == []
    with pikepdf.open(path) as opened:
        tree = structure(opened)
        assert tree.find("Figure")[0].alt == "Blason"
        assert [quote.all_text() for quote in tree.find("BlockQuote")] == [
            "« Garder. » La maire",
            "« Réparer. »",
        ]
        drawn = b"".join(page.Contents.read_bytes() for page in opened.pages)
    assert b".043137 .368627 .541176" not in drawn, "nothing is left of our own blue"
    assert b"0 .447059 .698039" in drawn, "charts keep their palette"
    word = Word(io.BytesIO(docx.render(dressed(**options))))
    assert word.inline_shapes[0]._inline.docPr.get("descr") == "Blason"


def test_a_jpeg_is_valid_too(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    report = dressed()
    meta = Meta(title="S", authority="C", date=report.meta.date, logo=Logo(png(kind="JPEG"), " "))
    path.write_bytes(pdf.render(Report(meta, ())))
    assert failures(path) == []


def test_the_colour_is_in_the_styles_of_word() -> None:
    with zipfile.ZipFile(io.BytesIO(docx.render(dressed()))) as archive:
        styles = archive.read("word/styles.xml").decode()
    assert "0B5E8A" not in styles
    assert "E3F0F7" not in styles
    assert styles.count("8A0B3C") > 5


def test_words_of_people_have_a_style_of_their_own_in_word() -> None:
    word = Word(io.BytesIO(docx.render(dressed())))
    quotes = [(each.style.name, each.text) for each in word.paragraphs if each.style.name == "Quote"]
    assert quotes == [("Quote", "«\u00a0Garder.\u00a0»"), ("Quote", "«\u00a0Réparer.\u00a0»")]


def test_words_of_people_are_in_the_workbook() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.render(dressed())))["Texte"]
    said = [row[2].value for row in sheet.iter_rows()]
    assert "«\u00a0Garder.\u00a0» La maire" in said


@given(st.integers(0, 0xFFFFFF).map(lambda code: darkened(f"#{code:06X}")))
def test_letters_stay_readable_on_every_ground(code: str) -> None:
    palette = theme.palette(code)

    def text(found: theme.Colour) -> str:
        return "#" + "".join(f"{round(channel * 255):02X}" for channel in found)

    assert contrast(text(palette.accent), "#FFFFFF") >= colour.CONTRAST
    assert contrast(text(palette.ink), "#F3F5F8") >= colour.CONTRAST
    assert contrast("#1B2733", text(palette.soft)) >= colour.CONTRAST
    assert contrast(text(palette.accent), text(palette.soft)) >= 3, "figures to remember are large"


def test_without_a_colour_documents_are_as_they_were() -> None:
    assert theme.palette("") == theme.Palette()
