"""From a document to its services: those of the campaign, with what a frozen one kept."""

import dataclasses
from pathlib import Path

import pytest

from nrdesk.core.assessment import assess
from nrdesk.core.assessment.services import combined, services_of
from nrdesk.core.campaigns import copy_campaign, freeze
from nrdesk.core.document import Document
from nrdesk.core.footprint.doubles import Rule
from nrdesk.core.model import Authority, Equipment, ServiceUse, WebSite
from nrdesk.core.reference import services

MAINLAND = "France métropolitaine (continentale)"


@pytest.fixture
def doc(tmp_path: Path):
    authority = Authority(name="Valbrenne", territory=MAINLAND)
    with Document.create(tmp_path / "valbrenne.nrdesk", authority, year=2025) as document:
        campaign = document.campaign.id
        with document.action("Saisir") as tx:
            tx.add(
                Equipment(campaign_id=campaign, category="portable", quantity=3),
                ServiceUse(campaign_id=campaign, service="ramettes", quantity=40),
                ServiceUse(campaign_id=campaign, service="vm_petite", quantity=1),
                ServiceUse(campaign_id=campaign, service="depense_materiel", quantity=4000),
                WebSite(campaign_id=campaign, name="Site", page_kb=1000, yearly_views=10_000),
            )
        yield document


def test_the_services_of_the_campaign_beside_its_inventory(doc):
    assessment = assess(doc)
    result = services_of(doc, assessment)
    web = 10 * 0.009269346959
    assert result.total.value == pytest.approx(40 * 2.29 + 3.78 + 35.04 * 0.0461 + web)
    assert set(result.acting) == {Rule.HARDWARE, Rule.WEB_HOSTING}
    whole = combined(assessment, result)
    assert whole.total.value == pytest.approx(assessment.headline.value + result.total.value)
    assert whole.equipment.value == assessment.headline.value


def test_each_year_has_its_own_services(doc):
    first = doc.campaign
    second = copy_campaign(doc, first, 2026, "2026-12-31")
    with doc.action("Saisir") as tx:
        (reams,) = [s for s in doc.all(ServiceUse, campaign_id=second.id) if s.service == "ramettes"]
        tx.update(ServiceUse, reams.id, quantity=10.0)
    before, after = (services_of(doc, assess(doc, campaign)) for campaign in (first, second))
    assert before.total.value - after.total.value == pytest.approx(30 * 2.29)


def test_a_frozen_campaign_keeps_the_values_of_its_services(doc, monkeypatch):
    before = services_of(doc, assess(doc))
    freeze(doc, doc.campaign)
    today = services.load()
    heavier = {name: dataclasses.replace(kind, value=kind.value * 2) for name, kind in today.kinds.items()}
    monkeypatch.setattr(services, "load", lambda: dataclasses.replace(today, kinds=heavier))
    frozen = services_of(doc, assess(doc, doc.campaign))
    assert frozen.total == before.total
    assert frozen.services == today
