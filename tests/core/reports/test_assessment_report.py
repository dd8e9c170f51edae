"""The état des lieux: what it says of a small commune, read back from the PDF itself."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from nrdesk.core import demo
from nrdesk.core.assessment import assess
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, AuthorityKind, Equipment, EquipmentStatus, Origin
from nrdesk.core.reports import assessment_report, pdf, wording
from nrdesk.core.reports.content import Heading, Report
from tests import golden
from tests.core.reports.conftest import AUTHORITY, failures
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


def of_authority(doc: Document, **changes: object) -> Report:
    return assessment_report.build(doc, replace(assess(doc), authority=replace(AUTHORITY, **changes)))


def test_it_says_what_was_read_and_agreed(doc: Document) -> None:
    golden.check("etat-des-lieux.txt", tree(assessment_report.build(doc)).outline())


def test_it_is_valid_even_when_the_inventory_is_empty(empty: Document, tmp_path: Path) -> None:
    report = assessment_report.build(empty)
    path = tmp_path / "vide.pdf"
    path.write_bytes(pdf.render(report))
    assert failures(path) == []
    assert "Aucun équipement n’a encore pu être compté" in said(report)
    assert "l’étape 4" in said(report)
    for contradiction in ("0 équipement", "Toutes les lignes", "Annexe", "Rien à afficher"):
        assert contradiction not in said(report)


def test_it_is_valid_when_every_text_is_hostile(empty: Document, tmp_path: Path) -> None:
    hostile = "<b>&amp;</b> 🎉 \u202e مرحبا =1+1 \x07 " + "mot" * 300
    with empty.action("Remplir") as tx:
        line = Equipment(campaign_id=empty.campaign.id, number=hostile, site=hostile, brand=hostile)
        tx.add(replace(line, model=hostile, category="portable", purchased="2020"))
        tx.add(Equipment(campaign_id=empty.campaign.id, model=hostile, category="inconnue", quantity=3))
    path = tmp_path / "hostile.pdf"
    path.write_bytes(pdf.render(assessment_report.build(empty)))
    assert failures(path) == []


def test_the_headline_is_the_assessment_s(doc: Document) -> None:
    assessment = assess(doc)
    text = said(assessment_report.build(doc, assessment))
    assert f"{assessment.result.counted} équipements sur {assessment.result.quantity}" in text
    assert "2 lignes ne sont pas comptées" in text
    assert "Boîte noire" in text
    assert "catégorie" in text


def test_under_the_threshold_it_is_voluntary_and_above_it_is_not(doc: Document) -> None:
    assert "Une démarche volontaire" in said(of_authority(doc))
    assert "Une démarche volontaire" not in said(
        of_authority(doc, population_municipal=60_000, population_total=61_000)
    )


def test_the_demonstration_says_that_it_is_fictional(doc: Document) -> None:
    assert "Commune fictive" in said(of_authority(doc))
    assert "fictive" not in said(of_authority(doc, is_demo=False))


def test_a_large_inventory_is_not_printed_line_by_line(empty: Document) -> None:
    with empty.action("Remplir") as tx:
        tx.add_all(
            Equipment(campaign_id=empty.campaign.id, category="onduleur", number=str(n)) for n in range(1_001)
        )
    text = said(assessment_report.build(empty))
    assert "L’inventaire compte 1 001 lignes : il est fourni à part" in text
    assert "Et 961 autres lignes." in text


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Lyon", "Commune de Lyon"),
        ("Annecy", "Commune d’Annecy"),
        ("Évreux", "Commune d’Évreux"),
        ("Yvetot", "Commune d’Yvetot"),
        ("Yutz", "Commune de Yutz"),
        ("Le Havre", "Commune du Havre"),
        ("Les Andelys", "Commune des Andelys"),
        ("La Rochelle", "Commune de La Rochelle"),
    ],
)
def test_names_follow_french_grammar(name: str, title: str) -> None:
    assert wording.full_name(Authority(name=name)) == title


def test_an_epci_keeps_its_name() -> None:
    assert (
        wording.full_name(Authority(kind=AuthorityKind.CC, name="CC du Pays d’Orlette"))
        == "CC du Pays d’Orlette"
    )


def test_a_park_that_mostly_uses_electricity_is_told_so(empty: Document) -> None:
    with empty.action("Remplir") as tx:
        line = Equipment(
            campaign_id=empty.campaign.id, category="portable", site="Mairie", purchased="2026-11-01"
        )
        tx.add(replace(line, annual_kwh=50_000.0, origin=Origin.ESTIMATED))
    text = said(assessment_report.build(empty))
    assert "L’électricité des appareils pèse plus que leur fabrication" in text
    assert "1 ligne est estimée à partir de ratios" in text
    assert "mesurée" in text
    assert "Par lieu" not in text, "one place is not a comparison"


def test_appliances_that_are_counted_out_of_use_and_without_date(empty: Document) -> None:
    with empty.action("Remplir") as tx:
        tx.add(Equipment(campaign_id=empty.campaign.id, category="portable", status=EquipmentStatus.BROKEN))
    text = said(assessment_report.build(empty))
    assert "1 équipement attend en réserve ou hors service" in text
    assert "L’âge des équipements" not in text


def test_a_territory_without_electricity_factor_counts_nothing(doc: Document) -> None:
    with doc.action("Partir loin") as tx:
        tx.update(Authority, doc.authority.id, territory="Lune")
    text = said(assessment_report.build(doc))
    assert "Aucune valeur n’est connue pour ce territoire" in text
    assert "facteur d’électricité du territoire" in text


@pytest.mark.slow
def test_the_demonstration_reads_as_a_story(tmp_path: Path) -> None:
    with demo.create(tmp_path / "demo.nrdesk") as doc:
        report = assessment_report.build(doc)
    path = tmp_path / "demo.pdf"
    path.write_bytes(pdf.render(report))
    assert failures(path) == []
    chapters = [block.text for block in report.blocks if isinstance(block, Heading) and block.level == 1]
    assert chapters == [
        "L’essentiel",
        "Le parc d’équipements",
        "D’où vient l’empreinte",
        "Le renouvellement du parc",
        "Les services numériques",
        "De 2025 à 2026",
        "D’autres lectures du même parc",
        "Le numérique sur le territoire",
        "Où en est la démarche",
        "Ce que nous faisons, ce que nous retenons",
        "Ce qu’il reste à compléter",
        "Comment l’empreinte est évaluée",
        "Sources",
        "Limites et précautions",
        "Annexe\u00a0: l’inventaire",
        "Annexe\u00a0: les services",
    ]
