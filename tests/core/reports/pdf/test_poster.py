"""A poster is one page, large, valid, whose ink is letters and rules."""

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from nrdesk.core.reports.content import Heading, Logo, Meta, Report, Run, bullets, paragraph
from nrdesk.core.reports.pdf import poster
from tests.core.reports.conftest import failures
from tests.core.reports.reading import everything, structure

META = Meta(
    title="C’est fait\u00a0: éteindre la nuit", authority="Commune de Valbrenne", date=dt.date(2026, 11, 22)
)
BLOCKS = (
    Heading(1, "82\u00a0%"),
    paragraph("Postes éteints la nuit."),
    Heading(2, "Ce qui n’a pas encore marché"),
    bullets("Deux postes restent allumés.", "Le relevé est manuel."),
    paragraph(Run("Source\u00a0: relevé du soir.", italic=True)),
)
REPORT = Report(META, BLOCKS, cover=False)


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


@pytest.mark.parametrize(("enlarged", "size"), [(1.0, (595, 842)), (poster.A3, (842, 1191))])
def test_a_poster_is_one_page_of_its_paper(enlarged: float, size: tuple[int, int]) -> None:
    with opened(poster.render(REPORT, enlarged=enlarged)) as pdf:
        (page,) = pdf.pages
        assert tuple(round(float(side)) for side in page.MediaBox[2:]) == size


@pytest.mark.parametrize("enlarged", [1.0, poster.A3])
def test_a_poster_is_accessible_and_archivable(tmp_path: Path, enlarged: float) -> None:
    path = tmp_path / "affiche.pdf"
    path.write_bytes(poster.render(REPORT, enlarged=enlarged))
    assert failures(path) == []


def test_a_poster_is_read_from_top_to_bottom() -> None:
    with opened(poster.render(REPORT)) as pdf:
        root = structure(pdf)
    told = root.all_text()
    order = [
        "Commune de Valbrenne",
        "éteindre la nuit",
        "82",
        "Postes",
        "Ce qui",
        "Deux postes",
        "Source",
        "2026",
    ]
    places = [told.index(words) for words in order]
    assert places == sorted(places)
    assert [node.role for node in root.find("H1", "H2")] == ["H1", "H2"]
    assert len(root.find("LI")) == 2


def test_the_same_poster_is_the_same_file() -> None:
    assert poster.render(REPORT) == poster.render(REPORT)


def test_its_letters_are_huge_and_as_large_on_both_papers_in_proportion() -> None:
    sizes = {part.role: part.style.size for part in poster.laid_out(REPORT)}
    assert sizes["H1"] >= 46
    assert min(part.style.size for part in poster.laid_out(REPORT)) >= 13
    with opened(poster.render(REPORT)) as small, opened(poster.render(REPORT, enlarged=poster.A3)) as large:
        assert structure(small).all_text() == structure(large).all_text()


def test_nothing_is_filled_but_letters() -> None:
    with opened(poster.render(REPORT)) as pdf:
        operators = {str(operator) for _, operator in pikepdf.parse_content_stream(pdf.pages[0])}
    assert not operators & {"f", "f*", "F", "B", "b", "sh", "Do"}


def test_a_poster_that_says_too_much_is_cut_and_stays_one_page() -> None:
    long = Report(META, (paragraph("Un mot de plus. " * 400), paragraph("La fin.")), cover=False)
    with opened(poster.render(long)) as pdf:
        assert len(pdf.pages) == 1
        told = structure(pdf).all_text()
    assert "…" in told
    assert "La fin." not in told


def test_links_are_words_on_a_wall() -> None:
    linked = Report(META, (paragraph(Run("la mairie", href="https://exemple.fr")),), cover=False)
    with opened(poster.render(linked)) as pdf:
        assert "/Annots" not in pdf.pages[0]


def test_an_exercise_says_so() -> None:
    def drawn(report: Report) -> list[str]:
        with opened(poster.render(report)) as pdf:
            return everything(pdf.pages[0]).split()

    stamped = drawn(replace(REPORT, meta=replace(META, exercise=True)))
    assert "EXERCICE" in stamped
    assert [word for word in stamped if word != "EXERCICE"] == drawn(REPORT)


def test_a_logo_has_its_words(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (400, 100), "navy").save(buffer, "PNG")
    worn = replace(REPORT, meta=replace(META, logo=Logo(buffer.getvalue(), "Blason de Valbrenne")))
    for enlarged in (1.0, poster.A3):
        path = tmp_path / "affiche.pdf"
        path.write_bytes(poster.render(worn, enlarged=enlarged))
        assert failures(path) == []
        with pikepdf.open(path) as pdf:
            assert [node.alt for node in structure(pdf).find("Figure")] == ["Blason de Valbrenne"]


@settings(max_examples=30)
@given(title=st.text(max_size=300), words=st.text(max_size=600), figure=st.text(max_size=60))
def test_whatever_is_written_stands_on_the_page(title: str, words: str, figure: str) -> None:
    blocks = (Heading(1, figure), paragraph(words), bullets(words))
    report = Report(replace(META, title=title), blocks, cover=False)
    parts = poster.laid_out(report)
    assert poster._height(parts) <= poster._room(report.meta) + 0.01
    assert all(part.lines for part in parts)
