"""The first page: one figure for all that is counted, and what changed since last year in one sentence."""

import pytest

from nrdesk.core import campaigns
from nrdesk.core.assessment import assess
from nrdesk.core.assessment.services import combined, services_of
from nrdesk.core.document import Document
from nrdesk.core.formatting import mass
from nrdesk.core.model import Equipment, Origin, ServiceUse
from nrdesk.core.reports.assessment_report import essentials
from nrdesk.core.reports.content import BulletList, KeyFigures, Paragraph


def lead(doc: Document) -> str:
    paragraph = next(
        b for b in essentials.blocks(doc, assess(doc)) if isinstance(b, Paragraph) and b.style == "lead"
    )
    return "".join(run.text for run in paragraph.runs)


def figures(doc: Document) -> list[str]:
    shown = [b for b in essentials.blocks(doc, assess(doc)) if isinstance(b, KeyFigures)]
    return [figure.label for block in shown for figure in block.figures]


def findings(doc: Document) -> list[str]:
    found = next(b for b in essentials.blocks(doc, assess(doc)) if isinstance(b, BulletList))
    return ["".join(run.text for run in item) for item in found.items]


@pytest.fixture
def served(doc: Document) -> Document:
    with doc.action("Des services") as tx:
        tx.add(ServiceUse(campaign_id=doc.campaign.id, service="vm_moyenne", quantity=2))
    assert services_of(doc, assess(doc)).counted
    return doc


def test_without_services_the_figure_is_that_of_the_appliances(doc: Document) -> None:
    assert lead(doc).startswith("Les équipements numériques")
    assert figures(doc) == ["éq.\u00a0CO₂ par an", "par agent", "par habitant", "du parc compté"]


def test_services_and_appliances_are_told_together_and_apart(served: Document) -> None:
    assessment = assess(served)
    whole = combined(assessment, services_of(served, assessment))
    told = lead(served)
    for amount in (whole.total, whole.equipment, whole.services):
        assert mass(amount.value, amount.low, amount.high) in told
    assert figures(served)[:4] == [
        "en tout, par an", "pour les équipements", "pour les services", "par agent, équipements",
    ]  # fmt: skip


def test_a_first_campaign_has_nothing_to_compare_with(doc: Document) -> None:
    assert not any("Depuis" in finding for finding in findings(doc))


def test_what_changed_since_last_year_is_one_sentence(doc: Document) -> None:
    campaigns.copy_campaign(doc, doc.campaign, 2027, "2027-10-31")
    with doc.action("Acheter") as tx:
        tx.add(Equipment(campaign_id=doc.campaign.id, number="E12", category="portable", quantity=10,
                         site="Mairie", purchased="2027-01"))  # fmt: skip
    first = findings(doc)[0]
    assert first.startswith("Depuis 2026, l’empreinte des équipements passe de ")
    assert "+\u00a0" in first
    assert "par ce qui a changé dans le parc" in first


def test_a_year_without_change_is_said_so(doc: Document) -> None:
    campaigns.copy_campaign(doc, doc.campaign, 2027, doc.campaign.as_of)
    first = findings(doc)[0]
    assert first == "Depuis 2026, l’empreinte des équipements n’a presque pas changé."


def test_what_is_only_estimated_is_said_on_the_first_page(doc: Document) -> None:
    assert not any("ratios" in finding for finding in findings(doc))
    with doc.action("Estimer") as tx:
        tx.add(
            Equipment(campaign_id=doc.campaign.id, category="portable", quantity=8, origin=Origin.ESTIMATED)
        )
    assert "8\u00a0équipements sont estimés à partir de ratios, en attendant le vrai inventaire." in findings(
        doc
    )
