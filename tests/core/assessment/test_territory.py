"""From a document to its territory: commune, EPCI, facts, own share."""

from pathlib import Path

import pytest

from nrdesk.core.assessment import assess
from nrdesk.core.assessment.territory import explain_share, own_share, small_percent, territory_of
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Equipment, ServiceUse, TerritoryFact, TerritoryTopic
from nrdesk.core.reference import directory


@pytest.fixture
def make(tmp_path: Path):
    opened = []

    def made(authority: Authority) -> Document:
        opened.append(Document.create(tmp_path / f"{len(opened)}.nrdesk", authority, year=2026))
        return opened[-1]

    yield made
    for document in opened:
        document.close()


def epci(name: str) -> directory.Place:
    return next(place for place in directory.search(name) if place.kind.is_epci)


def test_a_commune_has_its_tiers_and_its_place_in_its_epci(make):
    place = next(place for place in directory.search("Trévoux") if place.name == "Trévoux")
    document = make(directory.authority(place))
    result = territory_of(document)
    assert result.main is not None
    assert result.main.total == pytest.approx(place.population_municipal * 434)
    assert [other.national.year for other in result.others] == [2020, 2020]
    assert result.group is not None
    rank, here = result.group.here
    assert (rank, here.name) == (1, "Trévoux")
    assert 0 < here.share < 1


def test_the_members_of_an_epci_add_up_to_it(make):
    place = epci("Faucigny Glières")
    result = territory_of(make(directory.authority(place)))
    assert result.group is not None
    assert result.group.here is None
    members = result.group.members
    assert sum(member.population for member in members) == place.population_municipal
    assert sum(member.share for member in members) == pytest.approx(1)
    assert sum(member.total for member in members) == pytest.approx(result.main.total)
    assert [m.population for m in members] == sorted((m.population for m in members), reverse=True)


def test_without_a_population_nothing_is_invented(make):
    document = make(Authority(name="Valbrenne", insee_code="00000", epci_name="CC du Pays d’Orlette"))
    result = territory_of(document)
    assert (result.main, result.others, result.group) == (None, (), None)
    assert own_share(document, assess(document), result) is None


def test_facts_tick_the_topics_that_they_tell(make):
    document = make(Authority(name="Valbrenne", population_municipal=2_812))
    assert territory_of(document).found == 0
    with document.action("Noter") as tx:
        tx.add(
            TerritoryFact(topic=TerritoryTopic.MEDIATION, text="Médiathèque", year=2026),
            TerritoryFact(topic=TerritoryTopic.ANTENNAS, text="Supports", value=3, year=2024),
            TerritoryFact(topic=TerritoryTopic.ANTENNAS, text="Supports", value=4, year=2026),
        )
    result = territory_of(document)
    assert [(fact.topic, fact.year) for fact in result.facts] == [
        (TerritoryTopic.ANTENNAS, 2026),
        (TerritoryTopic.ANTENNAS, 2024),
        (TerritoryTopic.MEDIATION, 2026),
    ]
    assert result.found == 2


def test_the_own_share_is_a_small_part_told_with_its_caution(make):
    document = make(Authority(name="Valbrenne", population_municipal=2_812))
    with document.action("Saisir") as tx:
        tx.add(Equipment(campaign_id=document.campaign.id, category="portable", quantity=20))
    share = own_share(document, assess(document), territory_of(document))
    assert share is not None
    assert 0 < share.share < 0.01
    assert small_percent(share.share) in share.sentence
    explanation = explain_share(share)
    assert explanation.value == share.share
    assert "périmètre" in explanation.hypotheses[0]


def test_services_are_part_of_the_own_share(make):
    document = make(Authority(name="Valbrenne", population_municipal=2_812))
    campaign = document.campaign.id
    with document.action("Saisir") as tx:
        tx.add(Equipment(campaign_id=campaign, category="portable", quantity=20))
    alone = own_share(document, assess(document), territory_of(document))
    with document.action("Compter les logiciels") as tx:
        tx.add(ServiceUse(campaign_id=campaign, service="depense_logiciels", quantity=3_000))
    both = own_share(document, assess(document), territory_of(document))
    assert alone is not None
    assert both is not None
    assert both.own == pytest.approx(alone.own + 360)
    assert alone.sentence.startswith("Les équipements de")
    assert both.sentence.startswith("Les équipements et les services de")


@pytest.mark.parametrize(("share", "text"), [(0.25, "25 %"), (0.0123, "1,2 %"), (0.0004, "0,04 %")])
def test_a_small_share_keeps_its_decimals(share, text):
    assert small_percent(share) == text.replace(" ", "\u00a0")
