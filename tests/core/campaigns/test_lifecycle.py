"""Opening, freezing and deleting campaigns."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core import campaigns
from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.model import (
    Authority,
    Campaign,
    Equipment,
    EquipmentStatus,
    FrozenMethod,
    MaturityAnswer,
    Origin,
    ServiceUse,
    SynthesisItem,
    WebSite,
)

OUT = EquipmentStatus.OUT


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "a.nrdesk", Authority(name="Ici"), year=2024) as document:
        id = document.campaign.id
        with document.action("Saisir") as tx:
            tx.add(
                Equipment(campaign_id=id, number="1", category="portable", origin=Origin.ESTIMATED),
                Equipment(campaign_id=id, number="2", status=OUT, retired="2024-03"),
                Equipment(campaign_id=id, number="3", status=OUT, retired="2025-03"),
                Equipment(campaign_id=id, number="4", status=OUT),
                ServiceUse(campaign_id=id, service="mail", quantity=30.0),
                WebSite(campaign_id=id, name="mairie.fr"),
                MaturityAnswer(campaign_id=id, question="G01", level=2),
                SynthesisItem(campaign_id=id, text="Une force."),
            )
            tx.update(Campaign, id, factor_family="ecodiag", electricity_year=2023, comment="Vu en conseil")
        yield document


def open_next(doc: Document, year: int = 2025) -> Campaign:
    return campaigns.copy_campaign(doc, doc.campaign, year, f"{year}-12-31")


def of(doc: Document, kind: type, campaign: Campaign) -> list:
    return doc.all(kind, campaign_id=campaign.id)


class TestCopy:
    """Opening the campaign of another year."""

    def test_what_is_still_true_is_copied_and_what_must_be_asked_again_is_not(self, doc):
        first = doc.campaign
        new = open_next(doc)
        assert [line.number for line in of(doc, Equipment, new)] == ["1", "3"], "its exit is still to come"
        assert of(doc, Equipment, new)[0].origin is Origin.ESTIMATED
        assert [use.quantity for use in of(doc, ServiceUse, new)] == [30.0]
        assert [site.name for site in of(doc, WebSite, new)] == ["mairie.fr"]
        assert of(doc, MaturityAnswer, new) == of(doc, SynthesisItem, new) == []
        assert len(of(doc, Equipment, first)) == 4
        assert doc.campaign == doc.get(Campaign, new.id)
        assert (new.factor_family, new.electricity_year, new.comment) == ("ecodiag", None, "")

    def test_lines_remember_the_first_one_they_come_from(self, doc):
        root = of(doc, Equipment, doc.campaign)[0]
        second, third = open_next(doc), None
        third = open_next(doc, 2026)
        assert of(doc, Equipment, second)[0].lineage == root.id
        assert of(doc, Equipment, third)[0].lineage == root.id

    def test_it_is_one_action(self, doc):
        open_next(doc)
        assert doc.undo_label == "Ouvrir la campagne 2025"
        doc.undo()
        assert len(doc.campaigns()) == 1
        assert doc.count(Equipment) == 4

    def test_a_frozen_campaign_can_be_copied_and_the_copy_is_open(self, doc):
        campaigns.freeze(doc, doc.campaign)
        assert not open_next(doc).frozen

    @pytest.mark.parametrize(
        ("year", "as_of", "words"),
        [
            (2024, "2024-12-31", "existe déjà"),
            (20255, "2025-12-31", "année possible"),
            (2025, "2025", "n’est pas la date"),
            (2025, "31/12/2025", "n’est pas la date"),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, doc, year, as_of, words):
        with pytest.raises(UserError, match=words):
            campaigns.copy_campaign(doc, doc.campaign, year, as_of)
        assert len(doc.campaigns()) == 1


class TestFreeze:
    """Freezing and unfreezing."""

    def test_a_frozen_campaign_refuses_its_lines_until_it_is_unfrozen(self, doc):
        campaigns.freeze(doc, doc.campaign)
        line = of(doc, Equipment, doc.campaign)[0]
        with pytest.raises(UserError, match="est figée"), doc.action("Changer") as tx:
            tx.update(Equipment, line.id, brand="Dell")
        campaigns.unfreeze(doc, doc.campaign)
        assert doc.count(FrozenMethod) == 0
        with doc.action("Changer") as tx:
            tx.update(Equipment, line.id, brand="Dell")

    def test_it_is_undone_and_redone(self, doc):
        campaigns.freeze(doc, doc.campaign)
        doc.undo()
        assert (doc.campaign.frozen, doc.count(FrozenMethod)) == (False, 0)
        doc.redo()
        assert (doc.campaign.frozen, doc.count(FrozenMethod)) == (True, 1)
        campaigns.unfreeze(doc, doc.campaign)
        doc.undo()
        assert (doc.campaign.frozen, doc.count(FrozenMethod)) == (True, 1)

    def test_freezing_again_keeps_one_method(self, doc):
        for _ in range(2):
            campaigns.freeze(doc, doc.campaign)
            campaigns.unfreeze(doc, doc.campaign)
        campaigns.freeze(doc, doc.campaign)
        assert doc.count(FrozenMethod) == 1

    def test_twice_the_same_is_refused(self, doc):
        with pytest.raises(UserError, match="n’est pas figée"):
            campaigns.unfreeze(doc, doc.campaign)
        campaigns.freeze(doc, doc.campaign)
        with pytest.raises(UserError, match="déjà figée"):
            campaigns.freeze(doc, doc.campaign)


class TestDelete:
    """Deleting a campaign with all that is in it."""

    def test_all_that_is_in_it_goes_and_comes_back(self, doc):
        first = doc.campaign
        open_next(doc)
        campaigns.delete_campaign(doc, first)
        assert [campaign.year for campaign in doc.campaigns()] == [2025]
        assert doc.count(MaturityAnswer) == doc.count(SynthesisItem) == 0
        assert doc.count(Equipment) == 2
        doc.undo()
        assert len(of(doc, Equipment, first)) == 4
        assert doc.count(MaturityAnswer) == 1

    def test_the_last_one_stays(self, doc):
        with pytest.raises(UserError, match="la seule"):
            campaigns.delete_campaign(doc, doc.campaign)

    def test_a_frozen_one_stays(self, doc):
        campaigns.freeze(doc, doc.campaign)
        open_next(doc)
        with pytest.raises(UserError, match="est figée"):
            campaigns.delete_campaign(doc, doc.campaigns()[0])


def test_a_campaign_is_found_by_its_year_or_those_there_are_are_listed(doc):
    open_next(doc)
    assert campaigns.campaign_of(doc, 2024).year == 2024
    with pytest.raises(UserError, match="pas de campagne 2031") as caught:
        campaigns.campaign_of(doc, 2031)
    assert "2024, 2025" in caught.value.todo
