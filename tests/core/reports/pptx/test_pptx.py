"""What a presentation says when it is opened again: titles, words for who cannot see, nothing lost or cut."""

import dataclasses
import io
import zipfile
from pathlib import Path

import openpyxl
import pptx
import pytest
from lxml import etree
from pptx.util import Emu

from nrdesk.core.jobs import Cancelled
from nrdesk.core.reports import pptx as renderer
from nrdesk.core.reports.content import ChartSpec, Column, KeyFigure, Logo, Quote, Series, Table, bold, link
from nrdesk.core.reports.pptx import template
from nrdesk.core.reports.slides import (
    BulletSlide,
    ChartSlide,
    ColumnsSlide,
    Deck,
    FiguresSlide,
    ListColumn,
    QuoteSlide,
    Slide,
    TableSlide,
    TitleSlide,
    items,
)
from tests.core.reports import samples

ITEMS = items("Garder.", ("Un ", bold("mot"), " et ", link("un lien", "https://a.fr/é")))
TABLE = Table(
    "Objectifs",
    (Column("Objectif", 3), Column("2030", 1, "right")),
    (("Garder sept ans", "7\u00a0ans"),),
    ("Total", "1"),
)


def deck(*slides: Slide, **changes: object) -> Deck:
    return Deck(dataclasses.replace(samples.META, **changes), slides)


def opened(made: Deck) -> pptx.presentation.Presentation:
    return pptx.Presentation(io.BytesIO(renderer.render(made)))


def everything() -> Deck:
    return deck(
        TitleSlide("Bonjour\nà tous"),
        FiguresSlide(
            "Chiffres", (KeyFigure("2,9\u00a0t", "par an", "entre 2 et 4"),) * 3, "Ordres de grandeur."
        ),
        ChartSlide("Barres", samples.BARS, "Les ordinateurs dominent.", ITEMS),
        ChartSlide("Colonnes", samples.COLUMNS, ""),
        BulletSlide("Liste", ITEMS, lead="Une phrase.", numbered=True, notes="À dire."),
        TableSlide("Tableau", TABLE),
        QuoteSlide("Paroles", (Quote("Nous y croyons.", "Le maire"),)),
        ColumnsSlide("Deux", ListColumn("Forces", ITEMS), ListColumn("Faiblesses", ITEMS)),
    )


def words(shape: object) -> str:
    return shape.text_frame.text if shape.has_text_frame else ""


def test_every_slide_has_a_title_of_its_own_read_first():
    slides = opened(everything()).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles[1:] == ["Chiffres", "Barres", "Colonnes", "Liste", "Tableau", "Paroles", "Deux"]
    assert all(slide.shapes[0] == slide.shapes.title for slide in slides)
    assert len(set(titles)) == len(titles)


def test_slides_are_numbered_and_say_whose_they_are():
    first, *others = opened(everything()).slides
    assert "21 novembre 2026" in " ".join(map(words, first.shapes))
    for slide in others:
        foot, number = slide.shapes[-2], slide.shapes[-1]
        assert foot.text_frame.text == f"{samples.META.authority} · 21 novembre 2026 · document de travail"
        assert number._element.find(".//{*}fld").get("type") == "slidenum"


def test_training_is_stamped_on_every_slide():
    for slide in opened(
        dataclasses.replace(everything(), meta=dataclasses.replace(samples.META, exercise=True))
    ).slides:
        assert any("EXERCICE" in words(shape) for shape in slide.shapes)


def test_what_is_drawn_has_words():
    for slide in opened(everything()).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element._nvXxPr.cNvPr.get("descr").strip()


def test_the_logo_is_described_and_keeps_its_shape():
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("RGB", (400, 100)).save(buffer, "PNG")
    (slide,) = opened(deck(TitleSlide(), logo=Logo(buffer.getvalue(), "Blason"), colour="#204020")).slides
    (picture,) = (shape for shape in slide.shapes if shape.shape_type == 13)
    assert picture._element._nvXxPr.cNvPr.get("descr") == "Blason"
    assert picture.width / picture.height == pytest.approx(4, rel=0.01)


def test_the_colour_of_the_collectivite_is_that_of_the_theme():
    content = renderer.render(deck(TitleSlide(), colour="#204020"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b'<a:accent1><a:srgbClr val="204020"/></a:accent1>' in archive.read("ppt/theme/theme1.xml")


def test_charts_can_be_edited_with_their_figures_inside():
    slide = opened(
        deck(
            ChartSlide(
                "=1+1", ChartSpec("bars", ("=cmd|'x'!A1", "b"), (Series("=2", (1.0, 2.5)),), "kg"), "Deux."
            )
        )
    ).slides[0]
    (chart,) = (shape.chart for shape in slide.shapes if shape.has_chart)
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    sheet = book.worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()][1:] == [["=cmd|'x'!A1", 1], ["b", 2.5]]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    named = {formula.text.partition("!")[0].strip("'") for formula in chart._chartSpace.iter("{*}f")}
    assert named == {sheet.title}


def test_every_text_is_french():
    with zipfile.ZipFile(io.BytesIO(renderer.render(everything()))) as archive:
        for name in archive.namelist():
            if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notes")):
                for run in etree.fromstring(archive.read(name)).iter("{*}r"):
                    assert run.find("{*}rPr").get("lang") == "fr-FR"


def test_notes_are_for_the_speaker():
    slides = opened(everything()).slides
    assert slides[0].notes_slide.notes_text_frame.text == "Bonjour\nà tous"
    assert slides[4].notes_slide.notes_text_frame.text == "À dire."


def test_a_long_list_goes_on_over_slides_with_nothing_lost():
    texts = [
        f"{rank} Une phrase un peu longue, qui dit bien des choses aux élus, jusqu’au bout."
        for rank in range(40)
    ]
    slides = opened(deck(BulletSlide("Longue", items(*texts), notes="À dire."))).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles == [f"Longue ({rank}/{len(titles)})" for rank in range(1, len(titles) + 1)]
    told = [line.text for slide in slides for line in slide.placeholders[1].text_frame.paragraphs]
    assert told == texts
    assert [slide.has_notes_slide for slide in slides] == [True] + [False] * (len(titles) - 1)


def test_a_long_table_repeats_its_titles():
    rows = tuple((f"Objectif {rank}, qui prend de la place dans sa colonne", "1") for rank in range(30))
    slides = opened(
        deck(TableSlide("Table", Table("T", (Column("Objectif", 2), Column("n")), rows, ("Total", "30"))))
    ).slides
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    assert len(tables) > 1
    assert all(table.cell(0, 0).text == "Objectif" and table.first_row for table in tables)
    assert sum(len(table.rows) - 1 for table in tables) == 31
    assert tables[-1].cell(len(tables[-1].rows) - 1, 0).text == "Total"


def test_a_title_too_long_is_cut_and_whole_in_the_notes():
    title = "Une très longue phrase qui ne tient pas sur deux lignes. " * 8
    (slide,) = opened(deck(BulletSlide(title, ITEMS))).slides
    assert slide.shapes.title.text_frame.text.endswith("…")
    assert slide.notes_slide.notes_text_frame.text.startswith(title.strip())


def test_nothing_leaves_the_slide():
    for slide in opened(everything()).slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= Emu(round(template.WIDTH * template.EMU))
            assert shape.top + shape.height <= Emu(round(template.HEIGHT * template.EMU))


def test_the_same_deck_gives_the_same_bytes():
    assert renderer.render(everything()) == renderer.render(everything())


def test_it_can_be_given_up():
    def give_up(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        renderer.render(everything(), give_up)


@pytest.mark.slow
@pytest.mark.parametrize("rank", range(len(samples.HOSTILE)))
def test_hostile_texts(rank: int, tmp_path: Path):
    text = samples.HOSTILE[rank]
    told = items(text, (bold(text), link(text, "javascript:alert(1)")))
    slides = opened(
        deck(
            TitleSlide(text),
            FiguresSlide(text, (KeyFigure(text, text, text),) * 7, text, text),
            ChartSlide(
                text,
                ChartSpec("bars", (text, "b"), (Series(text, (1, 0)), Series("", (0, 2))), text),
                text,
                told,
            ),
            BulletSlide(text, told, text, notes=text),
            TableSlide(
                text, Table(text, (Column(text), Column("b")), ((text, text), ("", text)), (text, ""))
            ),
            QuoteSlide(text, (Quote(text, text),) * 2),
            ColumnsSlide(text, ListColumn(text, told), ListColumn(text, ())),
            title=text,
            authority=text,
            notice=text,
        )
    ).slides
    assert len(slides) >= 7
