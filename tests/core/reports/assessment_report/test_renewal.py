"""The chapter on the renewal of the park."""

from pathlib import Path

import pytest

from nrdesk.core.assessment import assess
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Equipment
from nrdesk.core.reports.assessment_report import renewal
from nrdesk.core.reports.content import BulletList, Heading, Paragraph, Table

MAINLAND = "France métropolitaine (continentale)"


@pytest.fixture
def doc(tmp_path: Path):
    with Document.create(tmp_path / "r.nrdesk", Authority(territory=MAINLAND), year=2025) as document:
        yield document


def blocks(doc, *lines):
    with doc.action("Saisir") as tx:
        tx.add(*(Equipment(campaign_id=doc.campaign.id, **line) for line in lines))
    return list(renewal.blocks(doc, assess(doc)))


def tables(found) -> dict[str, Table]:
    return {block.caption.split(",")[0]: block for block in found if isinstance(block, Table)}


def test_an_empty_park_has_no_chapter(doc):
    assert blocks(doc) == []


def test_the_chapter_says_ages_terms_systems_and_what_to_do(doc):
    found = blocks(
        doc,
        {"category": "portable", "quantity": 2, "purchased": "2015", "price": 800.0},
        {"category": "portable", "purchased": "2022", "operating_system": "Windows 10"},
        {"category": "ecran", "operating_system": "Android"},
    )
    assert isinstance(found[0], Heading)
    known = tables(found)
    ages = known["Nombre d’appareils selon leur âge"]
    assert ages.total is not None
    assert ages.total[-1] == "4"
    due = known["Fin de la durée de vie prévue"]
    assert due.rows[0] == ("déjà dépassé", "2", "1\u202f600\u00a0€ HT", "2\u00a0appareils")
    assert due.rows[1][0] == "2027"
    systems = known["Systèmes qui ne reçoivent plus de correctifs"]
    assert systems.rows[0][:2] == ("Windows 10", "1")
    assert systems.rows[0][2].startswith("14 octobre 2025")
    assert any(isinstance(block, BulletList) for block in found)
    texts = [run.text for block in found if isinstance(block, Paragraph) for run in block.runs]
    assert any("dont la version n’est pas écrite" in text for text in texts)


def test_the_sums_are_those_of_the_screen(doc):
    from nrdesk.core.inventory.renewal import renewal_of

    found = blocks(doc, {"category": "portable", "quantity": 3, "purchased": "2016"})
    assessment = assess(doc)
    shown = renewal_of(assessment.result.lines, assessment.campaign.as_of)
    assert shown.sentence in [run.text for run in found[1].runs]
    assert tables(found)["Fin de la durée de vie prévue"].rows[0][1] == str(shown.beyond)
