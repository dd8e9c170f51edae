"""The three next things are the most useful ones, each with its reason, on real documents."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.assessment import assess
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, AuthorityKind, Equipment, EquipmentStatus
from nrdesk.core.steps import STEPS, Place, next_things, progress

FAR = dt.date(2026, 1, 10)
"""A day without a legal date in the three months that follow."""


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    authority = Authority(
        kind=AuthorityKind.COMMUNE,
        name="Valbrenne-sur-Orlette",
        territory="France métropolitaine (continentale)",
        population_municipal=2_812,
        population_total=2_812,
    )
    with Document.create(tmp_path / "commune.nrdesk", authority, year=2026) as document:
        yield document


def fill(doc: Document) -> None:
    """Give the commune its staff and a small, complete inventory."""
    campaign = doc.campaign.id
    with doc.action("Remplir") as tx:
        tx.update(Authority, doc.authority.id, agents=18)
        tx.add_all(
            Equipment(campaign_id=campaign, category=category, quantity=3, purchased="2021")
            for category in ("portable", "ecran", "imprimante_laser")
        )


def test_an_empty_file_starts_with_its_inventory_its_staff_and_the_first_step(doc):
    things = next_things(doc, on=FAR)
    assert [thing.text for thing in things] == [
        "Importer votre inventaire",
        "Compléter la fiche de la collectivité",
        "Lire le guide de l’étape 1",
    ]
    assert things[0].where == Place("inventory")
    assert things[1].where == Place("authority", "agents")
    assert "agents" in things[1].reason
    assert things[2].where == Place("step1")


def test_the_reasons_of_one_action_go_together(tmp_path):
    with Document.create(tmp_path / "inconnue.nrdesk", Authority(name="Ici"), year=2026) as doc:
        thing = next_things(doc, on=FAR)[1]
    assert thing.text == "Compléter la fiche de la collectivité"
    assert "agents" in thing.reason
    assert "population" in thing.reason


def test_a_filled_file_goes_on_to_the_report_then_the_steps(doc):
    fill(doc)
    things = next_things(doc, on=FAR)
    assert "Présenter l’état des lieux aux élus" in [thing.text for thing in things]
    assert len(things) == 3
    assert all(thing.reason for thing in things)


def test_a_good_inventory_goes_on_to_the_datum_that_matters_most(doc):
    fill(doc)
    campaign = doc.campaign.id
    with doc.action("Ajouter un gros lot sans date") as tx:
        tx.add(Equipment(campaign_id=campaign, category="ecran", quantity=40))
        tx.add(Equipment(campaign_id=campaign, category="portable", purchased="2022"))
    first = next_things(doc, on=FAR)[0]
    assert first.text == assess(doc).next_most_useful != ""
    assert first.where == Place("footprint")


def test_undated_purchases_are_asked_for_once(doc):
    fill(doc)
    campaign = doc.campaign.id
    with doc.action("Ajouter des ordinateurs sans date") as tx:
        tx.add_all(Equipment(campaign_id=campaign, category="portable") for _ in range(5))
    things = next_things(doc, on=FAR)
    assert things[0].text == "Dater les achats"
    assert things[0].where == Place("inventory", "purchased")
    assert sum("dat" in thing.text.lower() for thing in things) == 1


def test_a_near_legal_date_takes_the_last_place(doc):
    # AGEC art. 58: purchases of the year before are declared before 30 June.
    things = next_things(doc, on=dt.date(2026, 5, 15))
    assert len(things) == 3
    assert things[0].text == "Importer votre inventaire"
    assert things[2].where == Place("obligations")
    assert "30 juin 2026" in things[2].reason


def test_progress_of_a_new_file_then_of_a_filled_one(doc):
    before = progress(doc)
    assert [item.step for item in before] == list(STEPS)
    assert all(0 <= item.share < 1 for item in before)
    fill(doc)
    after = progress(doc)
    assert after[3].share > before[3].share
    assert [item.share for item in after if item.step.number != 4] == [0] * 9


def test_an_assessment_at_hand_gives_the_same_answer(doc):
    fill(doc)
    assessment = assess(doc)
    assert progress(doc, assessment) == progress(doc)
    assert next_things(doc, assessment, on=FAR) == next_things(doc, on=FAR)


def test_appliances_out_of_the_park_are_not_asked_about(doc):
    fill(doc)
    campaign = doc.campaign.id
    with doc.action("Sortir un appareil") as tx:
        tx.add(Equipment(campaign_id=campaign, category=None, status=EquipmentStatus.OUT))
    assert not any("catégorie" in text for text in progress(doc)[3].missing)
