"""Two campaigns side by side, on a real document."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core import campaigns
from nrdesk.core.assessment import HEADLINE, assess
from nrdesk.core.assessment.years import YearComparison, compare_years, previous
from nrdesk.core.document import Document
from nrdesk.core.footprint.decomposition import Effect
from nrdesk.core.model import Authority, Campaign, Equipment, EquipmentStatus

MAINLAND = "France métropolitaine (continentale)"


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    """Return a document of 2024 with a small park."""
    authority = Authority(name="Valbrenne", territory=MAINLAND, agents=18)
    with Document.create(tmp_path / "a.nrdesk", authority, year=2024) as document:
        with document.action("Saisir") as tx:
            tx.add_all(
                Equipment(campaign_id=document.campaign.id, **fields)
                for fields in (
                    {"number": "A", "category": "portable", "quantity": 10, "purchased": "2022"},
                    {"number": "B", "category": "ecran_24", "quantity": 20, "purchased": "2016"},
                    {"number": "C", "category": None, "quantity": 3},
                )
            )
        yield document


def next_year(doc: Document) -> Campaign:
    return campaigns.copy_campaign(doc, doc.campaign, 2025, "2025-12-31")


def compared(doc: Document) -> YearComparison:
    return compare_years(doc, *doc.campaigns())


def change(doc: Document, number: str, **changes: object) -> None:
    (id,) = doc.ids(Equipment, campaign_id=doc.campaign.id, number=number)
    with doc.action("Changer") as tx:
        tx.update(Equipment, id, **changes)


def text(found: YearComparison) -> str:
    return " ".join(found.sentences).replace("\u00a0", " ").replace("\u202f", " ")


def test_a_copied_year_is_told_apart_from_its_method(doc):
    next_year(doc)
    found = compared(doc)
    effects = found.headline.effects
    assert (len(found.added), len(found.removed), len(found.kept)) == (0, 0, 3)
    assert effects[Effect.FACTORS] < 0, "the French mix of 2025 is lower"
    assert effects[Effect.LIFETIME] < 0, "the screens are a year older"
    assert effects[Effect.NUMBER] == effects[Effect.MIX] == effects[Effect.PERIMETER] == 0
    assert found.at_constant == pytest.approx(found.headline.difference - found.headline.of_method)
    assert "ce n’est pas" not in text(found)
    assert "la façon de compter qui a changé" in text(found)
    assert "Un kWh d’électricité est compté 0,0519 puis 0,0461 kg éq. CO₂" in text(found)
    assert "À méthode constante, le changement est de − " in text(found)
    assert "0 ligne ajoutée, 0 partie, 3 conservées" in text(found)


def test_the_earlier_inventory_at_constant_method_keeps_its_date(doc):
    next_year(doc)
    constant = compared(doc).at_constant_method
    assert constant.method.as_of == "2024-12-31"
    assert constant.method.electricity.year == 2025
    assert constant.campaign.year == 2024


def test_lines_are_followed_by_what_became_of_them(doc):
    next_year(doc)
    change(doc, "A", status=EquipmentStatus.OUT, retired="2025-06")
    change(doc, "C", category="portable")
    with doc.action("Acheter") as tx:
        tx.add(Equipment(campaign_id=doc.campaign.id, number="D", category="tablette", purchased="2025"))
    found = compared(doc)
    assert [line.number for line in found.added] == ["D"]
    assert [line.number for line in found.removed] == ["A"]
    assert {first.number for first, last in found.kept if first.number == last.number} == {"B", "C"}
    assert found.headline.effects[Effect.NUMBER] < 0
    assert found.headline.effects[Effect.PERIMETER] > 0
    assert "ce n’est ni une hausse ni une baisse réelle" in text(found)
    assert "nombre d’équipements (− " in text(found)


def test_a_frozen_year_is_compared_with_what_it_kept(doc):
    campaigns.freeze(doc, doc.campaign)
    next_year(doc)
    before = assess(doc, doc.campaigns()[0])
    with doc.action("Régler") as tx:
        tx.set_setting(campaigns.LIFETIME_RULES, {"portable": 9})
    found = compared(doc)
    assert found.before.result.totals[HEADLINE] == before.result.totals[HEADLINE]
    assert found.headline.effects[Effect.LIFETIME] < 0


def test_two_families_are_named(doc):
    after = next_year(doc)
    with doc.action("Choisir") as tx:
        tx.update(Campaign, after.id, factor_family="ecodiag")
    assert "La famille de facteurs n’est pas la même : ADEME, puis EcoDiag" in text(compared(doc))


def test_every_criterion_is_split_and_explained(doc):
    next_year(doc)
    found = compared(doc)
    assert set(found.decompositions) == {"gwp", "electricity", "adpe"}
    told = found.explain()
    assert told.value == found.headline.difference
    assert told.title.startswith("De 2024 à 2025")
    assert [term.label for term in told.terms] == ["Durée de vie", "Facteurs d’émission"]
    assert told.hypotheses


def test_nothing_counted_is_said(doc):
    next_year(doc)
    for campaign in doc.campaigns():
        with doc.action("Vider") as tx:
            tx.delete(Equipment, doc.ids(Equipment, campaign_id=campaign.id))
    assert compared(doc).sentences == ("Rien n’est encore compté en 2024 ni en 2025.",)


def test_a_park_that_did_not_change_says_so(doc):
    change(doc, "B", lifetime_years=15.0)
    next_year(doc)
    assert "Le parc lui-même a peu changé." in text(compared(doc))


def test_the_campaign_before(doc):
    later = next_year(doc)
    assert previous(doc, later) == doc.campaigns()[0]
    assert previous(doc, doc.campaigns()[0]) is None
