from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.assessment import LIFETIME_RULES, REFURBISHED_SHARE, USAGE_PROFILES, assess
from nrdesk.core.document import Document
from nrdesk.core.footprint import Method, compute, explain
from nrdesk.core.model import Acquisition, Authority, Campaign, Equipment, EquipmentStatus
from nrdesk.core.reference import factors

MAINLAND = "France métropolitaine (continentale)"


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    authority = Authority(name="Valbrenne", territory=MAINLAND, agents=18, population_municipal=2812)
    with Document.create(tmp_path / "valbrenne.nrdesk", authority, year=2025) as document:
        yield document


def fill(doc: Document, *lines: dict[str, object]) -> None:
    with doc.action("Saisir") as tx:
        tx.add_all(Equipment(campaign_id=doc.campaign.id, **fields) for fields in lines)


def set_setting(doc: Document, key: str, value: object) -> None:
    with doc.action("Régler") as tx:
        tx.set_setting(key, value)


def sentences(doc: Document) -> str:
    return " ".join(assess(doc).sentences).replace("\u00a0", " ").replace("\u202f", " ")


def test_a_laptop_of_ademe_in_an_office(doc):
    fill(doc, {"category": "portable", "quantity": 3, "purchased": "2024"})
    assessment = assess(doc)
    manufacture, use = 3 * 185.09 / 5, 3 * 26.5 * 7 * 220 / 1000 * 0.0461
    assert assessment.headline.value == pytest.approx(manufacture + use)
    assert assessment.per_agent == pytest.approx((manufacture + use) / 18)
    assert assessment.per_inhabitant == pytest.approx((manufacture + use) / 2812)
    assert [line.id for line in assessment.equipment] == [line.id for line in assessment.result.lines]


def test_settings_of_the_document_change_the_method(doc):
    fill(doc, {"category": "portable", "acquisition": Acquisition.REFURBISHED})
    set_setting(doc, REFURBISHED_SHARE, {"portable": 0.25})
    set_setting(doc, LIFETIME_RULES, {"portable": 8})
    set_setting(doc, USAGE_PROFILES, {"portable": ""})
    line = assess(doc).result.lines[0]
    assert line.manufacture("gwp") == pytest.approx(0.25 * 185.09 / 8)
    assert line.use("electricity") == pytest.approx(29.0175)


def test_a_campaign_of_the_past_keeps_its_year_its_family_and_its_lines(doc):
    old = Campaign(year=2022, as_of="2022-12-31", factor_family="ecodiag")
    with doc.action("Reprendre 2022") as tx:
        tx.add(old)
        tx.add(Equipment(campaign_id=old.id, category="portable", purchased="2021"))
    past = assess(doc, old)
    assert past.method.electricity.year == 2022
    assert past.method.factors.family == "ecodiag"
    assert len(past.equipment) == 1
    assert assess(doc).equipment == ()


def test_electricity_year_of_the_campaign(doc):
    with doc.action("Choisir l’année") as tx:
        tx.update(Campaign, doc.campaign.id, electricity_year=2023)
    assert assess(doc).method.electricity.year == 2023


def test_nothing_is_said_per_head_of_unknown_heads(tmp_path):
    with Document.create(tmp_path / "vide.nrdesk", Authority(name="Ici"), year=2025) as doc:
        assessment = assess(doc)
        assert (assessment.per_agent, assessment.per_inhabitant) == (None, None)
        assert assessment.method.territory == MAINLAND
        assert assessment.next_most_useful == ""
        assert sentences(doc) == "L’inventaire est vide."


def test_the_headline_says_the_range_and_what_is_left_out(doc):
    fill(
        doc,
        {"category": "pc_fixe_bureautique", "quantity": 60, "purchased": "2022"},
        {"category": None, "quantity": 5},
    )
    said = sentences(doc)
    assert "Votre parc de 65 équipements pèse environ 2,4 t éq. CO₂ par an (entre " in said
    assert " t). La fabrication des équipements en fait 88 %" in said
    assert "kWh d’électricité par an" in said
    assert "kg éq. CO₂ par agent et par an" in said
    assert "5 équipements sur 65 ne sont pas encore comptés." in said
    assert assess(doc).next_most_useful.startswith("Compléter 5")


def test_a_small_park_without_electricity_or_agents(doc):
    with doc.action("Oublier les agents") as tx:
        tx.update(Authority, doc.authority.id, agents=None)
    fill(doc, {"category": "souris", "status": EquipmentStatus.IN_STOCK})
    said = sentences(doc)
    assert "pèse environ 1,2 kg éq. CO₂ par an (entre 0,69 et 2,3 kg)" in said
    assert "kWh" not in said
    assert "par agent" not in said


def test_a_park_that_cannot_be_evaluated_says_so(doc):
    fill(doc, {"category": None, "quantity": 3})
    assert sentences(doc) == "Votre parc compte 3 équipements, mais aucun ne peut encore être évalué."


@pytest.mark.parametrize("family", [family.id for family in factors.families()])
def test_every_category_of_every_family_is_computed_or_says_why_and_is_explained(family):
    """No category falls between: a figure with its range, or what it lacks, in every criterion."""
    known = factors.load(family)
    method = Method(known, MAINLAND, 2025, "2025-12-31")
    inventory = [Equipment(campaign_id="x", category=name) for name in known.categories]
    for result in compute(inventory, method).lines:
        for criterion in known.criteria:
            explanation = explain(result.equipment, criterion, method)
            assert explanation.value == result.total(criterion)
            assert (explanation.value is None) == bool(explanation.missing)
