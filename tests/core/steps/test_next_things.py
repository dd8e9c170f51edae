"""The three next things are the most useful ones, each with its reason, on real documents."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core import demo, steps
from nrdesk.core.assessment import assess
from nrdesk.core.document import Document, remove
from nrdesk.core.model import (
    Ambition,
    Authority,
    AuthorityKind,
    Equipment,
    EquipmentStatus,
    Objective,
    PastAction,
    Person,
    PriorityAxis,
    SynthesisItem,
)
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


def test_an_empty_file_starts_with_its_inventory_then_each_step_in_turn(doc):
    things = next_things(doc, on=FAR)
    assert [thing.text for thing in things] == [
        "Importer votre inventaire",
        "Choisir la personne qui coordonne",
        "Tenir une première séance",
    ]
    assert [thing.where for thing in things] == [
        Place("inventory"),
        Place("step1", "coordinator"),
        Place("step2", "sessions"),
    ]
    assert "cochez" in things[1].reason


def test_the_reasons_of_one_action_go_together(tmp_path):
    path = tmp_path / "valbrenne.nrdesk"
    with demo.create(path) as doc:
        with doc.action("Oublier") as tx:
            tx.update(Authority, doc.authority.id, agents=None, population_municipal=None)
            tx.set_setting(steps.FLASH_PATH, True)
        thing = next_things(doc, on=FAR)[0]
    assert thing.text == "Compléter la fiche de la collectivité"
    assert thing.where == Place("authority", "agents")
    assert "agents" in thing.reason
    assert "population" in thing.reason


def test_a_filled_inventory_is_no_longer_asked_for(doc):
    fill(doc)
    things = next_things(doc, on=FAR)
    assert len(things) == 3
    assert all(thing.reason for thing in things)
    # The first steps come before what is still to be written and heard for the état des lieux.
    assert [thing.step.number for thing in things] == [1, 2, 3]
    assert not any(thing.where.page == "inventory" for thing in things)


def test_once_the_first_steps_are_done_the_report_is_next_then_the_ambition(tmp_path):
    with demo.create(tmp_path / "valbrenne.nrdesk") as doc:
        with doc.action("Oublier") as tx:
            for kind in (Ambition, Objective, PriorityAxis):
                remove(doc, tx, kind, doc.ids(kind))
        things = next_things(doc, on=FAR)
    assert [thing.text for thing in things][:2] == [
        "Présenter l’état des lieux aux élus",
        "Écrire votre ambition",
    ]


def test_a_good_inventory_goes_on_to_the_datum_that_matters_most(doc):
    fill(doc)
    campaign = doc.campaign.id
    with doc.action("Ajouter un gros lot sans date") as tx:
        tx.add(Equipment(campaign_id=campaign, category="ecran", quantity=40))
        tx.add(Equipment(campaign_id=campaign, category="portable", purchased="2022"))
    first = next_things(doc, on=FAR)[0]
    assert first.text == assess(doc).next_most_useful != ""
    assert first.where == Place("footprint")


def test_what_is_to_be_written_and_heard_follows_the_first_steps(tmp_path):
    with demo.create(tmp_path / "valbrenne.nrdesk") as doc:
        with doc.action("Oublier") as tx:
            remove(doc, tx, PastAction, doc.ids(PastAction))
            remove(doc, tx, SynthesisItem, doc.ids(SynthesisItem, campaign_id=doc.campaign.id))
        things = next_things(doc, on=FAR)
    assert "Présenter l’état des lieux aux élus" not in [thing.text for thing in things]
    assert [thing.text for thing in things if thing.where.page == "step4"][:2] == [
        "Écrire ce qui se fait déjà",
        "Conclure par une synthèse",
    ]


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
    # Step 9 takes up the inventory of step 4 year after year.
    assert [item.share for item in after if item.step.number not in (4, 9)] == [0] * 8


def test_a_first_person_moves_the_first_step_on(doc):
    with doc.action("Nommer") as tx:
        tx.add(Person(name="Hélène Sorlinet", is_coordinator=True, mission_written=True))
    first = progress(doc)[0]
    assert first.share > 0
    assert not any("coordonne" in text for text in first.missing)
    assert next_things(doc, on=FAR)[1].text == "Trouver un élu qui porte le sujet"


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
