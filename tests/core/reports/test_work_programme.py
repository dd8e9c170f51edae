"""The programme de travail: what the decree asks for is written, or said to be missing and where."""

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from nrdesk.core.document import Document
from nrdesk.core.model import (
    Authority,
    AuthorityKind,
    Axis,
    Finding,
    GovernanceBody,
    Interview,
    InterviewStatus,
    PastAction,
    PastActionStatus,
    Rhythm,
    Stakeholder,
    SynthesisItem,
)
from nrdesk.core.reports import pdf, work_programme, workbook
from nrdesk.core.reports.content import Heading, Report
from tests import golden
from tests.core.reports.conftest import failures
from tests.core.reports.reading import Node, structure


def tree(report: Report) -> Node:
    with pikepdf.open(io.BytesIO(pdf.render(report))) as opened:
        return structure(opened)


def said(report: Report) -> str:
    return tree(report).all_text().replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "vide.nrdesk", Authority(name="Vide"), year=2026) as doc:
        yield doc


@pytest.fixture
def told(doc: Document) -> Document:
    """The commune of the other reports, with what the programme asks for besides its park."""
    with doc.action("Compléter") as tx:
        tx.add(
            Stakeholder(name="École Jules-Verne", interest=5, influence=4, contribution="dire ses besoins")
        )
        tx.add(GovernanceBody(name="Bureau", rhythm=Rhythm.QUARTERLY, members="maire et adjoints"))
        tx.add(Interview(title="Accueil", status=InterviewStatus.HELD, held_on="2026-10-05",
                         findings="Deux écrans ne servent plus."))  # fmt: skip
        tx.add(Interview(title="Groupe école", held_on="2026-12-01", participants="directrice, parents"))
        tx.add(PastAction(title="Réparer avant de racheter", axis=Axis.LIFE_CYCLE, since="2019",
                          status=PastActionStatus.ONGOING, result="six appareils gardés"))  # fmt: skip
        tx.add(SynthesisItem(campaign_id=doc.campaign.id, finding=Finding.AXIS, text="Garder plus longtemps"))
        tx.add(SynthesisItem(campaign_id=doc.campaign.id, finding=Finding.STRENGTH, text="Peu d’appareils"))
    return doc


def test_it_says_what_was_read_and_agreed(told: Document) -> None:
    golden.check("programme-de-travail.txt", tree(work_programme.build(told)).outline())


def test_nothing_known_is_said_part_by_part_with_where(empty: Document, tmp_path: Path) -> None:
    report = work_programme.build(empty)
    path = tmp_path / "vide.pdf"
    path.write_bytes(pdf.render(report))
    assert failures(path) == []
    text = said(report)
    for part in ("Les acteurs concernés", "Le numérique sur le territoire", "Les actions déjà engagées"):
        assert f"{part} à compléter" in text, part
    assert text.count("À compléter") == 6
    assert "à l’étape 1" in text
    assert "à l’étape 4" in text


def test_each_part_is_written_once_something_is_known(told: Document) -> None:
    text = said(work_programme.build(told))
    assert "à compléter" not in text.partition("Les acteurs concernés rédigé")[2].partition("Tableau 2")[0]
    for words in (
        "1 acteur est concerné", "Deux écrans ne servent plus.", "six appareils gardés", "1 240 habitants",
        "Entretien : Groupe école", "Chaque trimestre Bureau",
        "20 équipements sur 23", "Garder plus longtemps.",
    ):  # fmt: skip
        assert words in text, words
    assert "Le numérique sur le territoire chiffré, usages à relever" in text
    assert text.index("Peu d’appareils") < text.index("Garder plus longtemps."), "strengths before axes"


def test_it_is_voluntary_under_the_threshold_of_the_law_table(told: Document) -> None:
    text = said(work_programme.build(told))
    assert "Une démarche volontaire" in text
    assert "plus de 50 000 habitants" in text
    assert "Échéance" not in text


def test_it_is_due_above_the_threshold_and_the_date_is_said(told: Document) -> None:
    with told.action("Grandir") as tx:
        tx.update(Authority, told.authority.id, population_municipal=60_000, population_total=61_000)
    text = said(work_programme.build(told))
    assert "Une obligation légale" in text
    assert "au 1ᵉʳ janvier 2023" in text
    assert "c’est notre cas" in text
    assert "1ᵉʳ janvier 2025 : cette date est passée" in text


def test_an_unknown_population_is_to_be_checked(empty: Document) -> None:
    assert "Une obligation à vérifier" in said(work_programme.build(empty))


def test_whom_the_law_does_not_name_is_told_so(tmp_path: Path) -> None:
    authority = Authority(name="Est Ensemble", kind=AuthorityKind.EPT)
    with Document.create(tmp_path / "ept.nrdesk", authority, year=2026) as doc:
        assert "d’autres que nous" in said(work_programme.build(doc))


def test_the_chapters_come_in_the_order_of_the_law(told: Document) -> None:
    blocks = work_programme.build(told).blocks
    assert [block.text for block in blocks if isinstance(block, Heading) and block.level == 1] == [
        "Pourquoi ce programme",
        "Les acteurs concernés",
        "Ce que pèse le numérique de la collectivité",
        "Le numérique sur le territoire",
        "Les actions déjà engagées",
        "Ce que nous en concluons",
        "Le calendrier",
    ]


def test_what_a_chapter_brings_stands_right_under_the_title_of_its_part(told: Document) -> None:
    headings = [block for block in work_programme.build(told).blocks if isinstance(block, Heading)]
    assert Heading(2, "Nos forces") in headings
    assert Heading(2, "Nos axes de travail") in headings
    assert len({heading.text for heading in headings}) == len(headings), "no title is said twice"


def test_its_workbook_has_its_tables(told: Document) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook.render(work_programme.build(told))))
    assert {"Lisez-moi", "Les prochains rendez-vous", "Texte"} <= set(book.sheetnames)
