from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.assessment import assess
from nrdesk.core.document import Document
from nrdesk.core.footprint import Quality
from nrdesk.core.inventory import start
from nrdesk.core.inventory.estimation import FiveNumbers
from nrdesk.core.model import Authority, Equipment, Origin, Site

NUMBERS = FiveNumbers(agents=18, elected=23, classrooms=5, sites=4, population=2812)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    authority = Authority(name="Valbrenne", agents=18, territory="France métropolitaine (continentale)")
    with Document.create(tmp_path / "a.nrdesk", authority, year=2026) as made:
        yield made


def park(document: Document) -> int:
    return sum(line.quantity for line in document.all(Equipment))


def test_five_numbers_give_a_footprint(document):
    start.start(document, document.campaign, NUMBERS)
    result = assess(document).result
    assert result.quality[Quality.ESTIMATED] > 0
    assert result.quality[Quality.GOOD] == 0
    assert 1_000 < result.totals["gwp"].value < 6_000


def test_it_is_one_action_that_can_be_undone(document):
    start.start(document, document.campaign, NUMBERS)
    document.undo()
    assert document.count(Equipment) == 0
    assert document.authority.elected is None


def test_numbers_are_learnt_only_where_nothing_was_said(document):
    start.start(document, document.campaign, FiveNumbers(agents=30, elected=23, population=2812))
    authority = document.authority
    assert (authority.agents, authority.elected, authority.population_municipal) == (18, 23, 2812)


def test_the_numbers_of_the_last_estimate_come_back(document):
    assert start.proposed_numbers(document) == FiveNumbers(agents=18)
    start.start(document, document.campaign, NUMBERS)
    assert start.proposed_numbers(document) == NUMBERS


def test_known_places_are_counted(document):
    with document.action("Lieux") as tx:
        tx.add(Site(name="Mairie"), Site(name="École"))
    assert start.proposed_numbers(document).sites == 2


def test_another_estimate_takes_the_place_of_the_first(document):
    start.start(document, document.campaign, NUMBERS)
    first = park(document)
    start.start(document, document.campaign, NUMBERS)
    assert park(document) == first


def test_what_is_already_real_is_not_estimated_again(document):
    with document.action("Saisir") as tx:
        tx.add(Equipment(campaign_id=document.campaign.id, category="portable", quantity=5))
    start.start(document, document.campaign, NUMBERS)
    assert not start.covers(document, document.all(Equipment))


def test_real_lines_take_the_place_of_estimated_ones(document):
    start.start(document, document.campaign, NUMBERS)
    before = park(document)
    with document.action("Saisir") as tx:
        tx.add(Equipment(campaign_id=document.campaign.id, category="portable", quantity=20))
    start.take_off(document, start.covers(document, document.all(Equipment)))
    assert park(document) == before
    assert not start.covers(document, document.all(Equipment))
    with document.action("Saisir") as tx:
        tx.add(Equipment(campaign_id=document.campaign.id, category="pc_fixe_bureautique", quantity=4))
    # Only the four that have just come.
    assert sum(cover.covered for cover in start.covers(document, document.all(Equipment))) == 4
    document.undo()
    document.undo()
    assert park(document) == before + 20


def test_all_that_is_estimated_can_go(document):
    start.start(document, document.campaign, NUMBERS)
    with document.action("Saisir") as tx:
        tx.add(Equipment(campaign_id=document.campaign.id, category="portable", quantity=20))
    start.take_off_all(document, document.campaign)
    assert [line.origin for line in document.all(Equipment)] == [Origin.ENTERED]
