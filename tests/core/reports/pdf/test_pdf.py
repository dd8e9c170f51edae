"""The PDF: valid for both standards whatever it says, structured, linked, always the same."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from nrdesk.core.reports import pdf
from nrdesk.core.reports.content import Column, Heading, PageBreak, Table, bold, link, paragraph
from nrdesk.core.reports.pdf import theme
from nrdesk.core.reports.pdf.layout import Layout
from nrdesk.core.reports.pdf.structure import Element
from tests.core.reports import samples
from tests.core.reports.conftest import failures
from tests.core.reports.reading import structure


@pytest.fixture
def everything() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pdf.render(samples.everything()))) as opened:
        yield opened


def written(path: Path, *blocks: object) -> Path:
    path.write_bytes(pdf.render(samples.document(*blocks)))
    return path


def test_it_is_accessible_and_archivable(tmp_path: Path) -> None:
    path = tmp_path / "tout.pdf"
    path.write_bytes(pdf.render(samples.everything()))
    assert failures(path) == []


@pytest.mark.slow
def test_hostile_texts_break_neither_the_export_nor_the_standards(tmp_path: Path) -> None:
    path = tmp_path / "hostile.pdf"
    path.write_bytes(pdf.render(samples.hostile()))
    assert failures(path) == []
    with pikepdf.open(path) as opened:
        targets = {str(a.A.URI) for p in opened.pages for a in p.get("/Annots", []) if "/A" in a}
        assert targets == {"https://exemple.fr/%3C%C3%A9%3E"}
        text = structure(opened).all_text()
    assert "<img src='/etc/passwd'/>" in text


@pytest.mark.parametrize("size", range(24))
def test_streams_of_any_content_have_the_length_that_they_announce(tmp_path: Path, size: int) -> None:
    assert failures(written(tmp_path / "x.pdf", paragraph("a" * size))) == []


def test_the_same_report_gives_the_same_bytes() -> None:
    assert pdf.render(samples.everything()) == pdf.render(samples.everything())


def test_its_properties_are_those_of_the_report(everything: pikepdf.Pdf) -> None:
    assert str(everything.Root.Lang) == "fr-FR"
    assert str(everything.docinfo.Title) == "État des lieux du numérique"
    assert str(everything.docinfo.Author) == "Commune de Saint-Œuvre-les-Bœufs"
    assert str(everything.docinfo.CreationDate) == "D:20261121000000Z"
    with everything.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        assert xmp["pdfuaid:part"] == "1"
        assert xmp.pdfa_status == "2A"
        assert xmp["dc:title"] == "État des lieux du numérique"


def test_headings_are_the_outline_and_the_contents(everything: pikepdf.Pdf) -> None:
    tree = structure(everything)
    headings = [(node.role, node.all_text()) for node in tree.find("H1", "H2", "H3")]
    assert headings == [("H1", "Sommaire"), ("H1", "L’essentiel"), ("H2", "Par groupe"), ("H1", "Âge")]
    with everything.open_outline() as outline:
        titles = [(item.title, [kid.title for kid in item.children]) for item in outline.root]
    assert titles == [("L’essentiel", ["Par groupe"]), ("Âge", [])]


def test_contents_lead_to_the_page_that_they_announce(everything: pikepdf.Pdf) -> None:
    numbers = {page.objgen: str(page.index + 1) for page in everything.pages}
    links = everything.pages[1].Annots
    entries = [node.all_text().rsplit(" ", 1) for node in structure(everything).find("TOCI")]
    assert [title for title, _ in entries] == ["L’essentiel", "Par groupe", "Âge"]
    for (title, number), annotation in zip(entries, links, strict=True):
        assert numbers[annotation.Dest[0].objgen] == number
        page = everything.pages[int(number) - 1]
        assert 0 < float(annotation.Dest[3]) <= float(page.MediaBox[3])
        assert str(annotation.Contents) == f"{title}, page {number}"


def test_links_are_tagged_and_lead_out(everything: pikepdf.Pdf) -> None:
    targets = {
        str(annotation.A.URI)
        for page in everything.pages
        for annotation in page.get("/Annots", [])
        if "/A" in annotation
    }
    assert targets == {"https://a.fr/%C3%A9?b=cd", "mailto:mairie@exemple.fr"}
    links = [node.all_text() for node in structure(everything).find("P") for node in node.find("Link")]
    assert "la mairie" in links


def test_tables_have_headers_and_figures_have_words(everything: pikepdf.Pdf) -> None:
    tree = structure(everything)
    for table in tree.find("Table"):
        assert table.kids[0].role == "Caption"
        (head,) = table.find("THead")
        assert {node.scope for node in head.find("TH")} == {"Column"}
        (body,) = table.find("TBody")
        assert all(row.kids[0].scope == "Row" for row in body.find("TR"))
    assert len(tree.find("Table")[1].find("TR")) == 121, "the header repeated on other pages is not a row"
    assert [figure.alt for figure in tree.find("Figure")] == [
        "Les ordinateurs dominent.",
        "Trois appareils neufs, cinq de deux ans.",
    ]


def test_words_of_neighbouring_lines_stay_apart(tmp_path: Path) -> None:
    text = "commune " * 60
    with pikepdf.open(
        written(tmp_path / "x.pdf", paragraph(text), paragraph(text, link("ici", "https://a.fr")))
    ) as opened:
        assert "communecommune" not in structure(opened).all_text()


def test_words_cut_at_a_hyphen_are_read_in_one_piece(tmp_path: Path) -> None:
    text = "Valbrenne-sur-Orlette " * 40
    with pikepdf.open(written(tmp_path / "x.pdf", paragraph(text), paragraph(text, bold("x")))) as opened:
        assert "- " not in structure(opened).all_text()


def test_a_document_without_a_cover_opens_with_its_title(tmp_path: Path) -> None:
    report = replace(samples.document(Heading(2, "Pourquoi"), paragraph("Parce que.")), cover=False)
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf.render(report))
    assert failures(path) == []
    with pikepdf.open(path) as opened:
        assert len(opened.pages) == 1
        tree = structure(opened)
        with opened.open_outline() as outline:
            titles = [(item.title, [kid.title for kid in item.children]) for item in outline.root]
    assert [node.all_text() for node in tree.find("H1")] == ["État des lieux du numérique"]
    assert "21 novembre 2026 · document de travail" in tree.all_text()
    assert titles == [("État des lieux du numérique", ["Pourquoi"])]


def test_a_signature_is_never_cut() -> None:
    lines = "Le maire" + "\n" * 9 + "Jean Dupont"
    report = replace(samples.document(paragraph(lines), paragraph(lines, style="aside")), cover=False)
    *_, text, signature = Layout(Element("Document"), theme.NORMAL).body(report)
    room = text.height / 2
    assert text.split(room)
    assert signature.split(room) is None
    assert signature.least() == signature.height


def test_levels_of_headings_have_no_gap(tmp_path: Path) -> None:
    blocks = [Heading(3, "a"), Heading(6, "b"), Heading(6, "c"), Heading(1, "d"), Heading(2, "e")]
    path = written(tmp_path / "x.pdf", *blocks)
    assert failures(path) == []
    with pikepdf.open(path) as opened:
        roles = [node.role for node in structure(opened).find("H1", "H2", "H3", "H4", "H5", "H6")]
    assert roles == ["H1", "H1", "H2", "H3", "H1", "H2"]


def test_a_table_without_rows_says_so(tmp_path: Path) -> None:
    path = written(tmp_path / "x.pdf", Table("Rien", (Column("a"), Column("b")), ()))
    assert failures(path) == []
    with pikepdf.open(path) as opened:
        tree = structure(opened)
    assert tree.find("Table") == []
    assert "Tableau 1 – Rien Rien à afficher" in tree.all_text()


def test_a_cell_longer_than_a_page_goes_on_in_the_same_cell(tmp_path: Path) -> None:
    text = "mot " * 2500
    path = written(
        tmp_path / "x.pdf", Table("Long", (Column("a"), Column("b", 3)), (("nom", text), ("x", "y")))
    )
    assert failures(path) == []
    with pikepdf.open(path) as opened:
        assert len(opened.pages) > 3
        cell, short = structure(opened).find("TD")
    assert cell.all_text().split() == text.split()
    assert short.all_text() == "y"


def test_a_document_of_only_page_breaks_is_still_one(tmp_path: Path) -> None:
    assert failures(written(tmp_path / "x.pdf", PageBreak(), PageBreak())) == []


def test_training_stamps_every_page_outside_of_the_text() -> None:
    plain = samples.document(Heading(1, "a"))
    stamped = replace(plain, meta=replace(samples.META, exercise=True))
    with (
        pikepdf.open(io.BytesIO(pdf.render(plain))) as without,
        pikepdf.open(io.BytesIO(pdf.render(stamped))) as with_stamp,
    ):
        for page, stamped_page in zip(without.pages, with_stamp.pages, strict=True):
            artifacts = stamped_page.Contents.read_bytes().count(b"/Pagination")
            assert artifacts == page.Contents.read_bytes().count(b"/Pagination") + 1
        assert "EXERCICE" not in structure(with_stamp).all_text()


def test_contents_that_would_overflow_show_the_chapters_only() -> None:
    def entries(parts: int) -> int:
        chapters = [
            block
            for n in range(8)
            for block in (Heading(1, f"C{n}"), *(Heading(2, f"P{n}.{m}") for m in range(parts)))
        ]
        with pikepdf.open(io.BytesIO(pdf.render(samples.document(*chapters)))) as opened:
            return structure(opened).outline().count("TOCI")

    assert entries(2) == 24
    assert entries(6) == 8
