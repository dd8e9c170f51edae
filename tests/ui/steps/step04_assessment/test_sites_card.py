import pytest

from nrdesk.core.assessment import assess
from nrdesk.core.model import Equipment, Site, SiteKind
from nrdesk.core.steps import FLASH_PATH
from nrdesk.ui.steps.step04_assessment.sites_card import SitesCard, folded_sites


@pytest.fixture
def card(session, qtbot) -> SitesCard:
    with session.act("Préparer") as tx:
        tx.set_setting(FLASH_PATH, False)
        tx.add(Equipment(campaign_id=session.campaign.id, category="ecran", site="ecole", quantity=2))
    made = SitesCard(session)
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    return made


def test_the_places_of_the_inventory_are_taken_in_one_action(card, session):
    assert card.summary() == "1\u00a0lieu de l’inventaire à décrire."
    card.take()
    (site,) = session.document.all(Site)
    assert (site.kind, site.usage_profile) == (SiteKind.SCHOOL, "ecole")
    assert not card.take_button.isVisible()
    assert card._here.text() == "3\u00a0appareils de l’inventaire sont ici."
    assert card.summary() == "1\u00a0lieu décrit."
    session.undo()
    assert session.document.all(Site) == []


def test_the_use_of_a_place_is_that_of_its_appliances(card, session):
    before = assess(session.document).result.totals["electricity"].value
    card.take()
    after = assess(session.document).result.totals["electricity"].value
    assert after < before


def test_appliances_per_person_are_told(card, session):
    card.take()
    with session.act("Compter") as tx:
        tx.update(Site, session.document.all(Site)[0].id, users=6)
    card.refresh()
    assert card._here.text() == "3\u00a0appareils de l’inventaire sont ici, soit 0,5 par personne."


def test_a_link_opens_the_folded_card(session, qtbot, card):
    folded = folded_sites(session)
    qtbot.addWidget(folded)
    folded.refresh()
    folded.show()
    assert not folded.section.isVisible()
    assert folded.focus_field("sites")
    assert folded.section.isVisible()
