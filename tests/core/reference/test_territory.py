"""The national figures: their year, their perimeter, their flags."""

import pytest

from nrdesk.core.model import TerritoryTopic
from nrdesk.core.reference import territory


def test_the_latest_year_comes_first_and_says_what_it_counts():
    latest, *others = territory.load().footprints
    assert (latest.year, latest.per_inhabitant) == (2022, 434)
    assert latest.total == pytest.approx(29.5e9)
    assert "avec les centres de données à l’étranger" in latest.name
    assert [(each.year, round(each.per_inhabitant)) for each in others] == [(2020, 368), (2020, 253)]
    assert len({each.perimeter for each in (latest, *others)}) == 3


@pytest.mark.parametrize("national", territory.load().footprints, ids=lambda national: national.name)
def test_the_tiers_add_up_to_the_whole(national):
    assert sum(tier.share for tier in national.tiers) == pytest.approx(1)
    assert sum(tier.per_inhabitant for tier in national.tiers) == pytest.approx(national.per_inhabitant)
    assert national.per_inhabitant == pytest.approx(national.total / national.population, rel=0.005)
    assert {tier.tier for tier in national.tiers} == {"terminaux", "centres de données", "réseaux"}


def test_a_value_that_nobody_read_in_the_study_is_flagged():
    latest, revised, first = territory.load().footprints
    assert not latest.verified
    assert [each.computed for each in (latest, revised, first)] == [True, True, False]


def test_what_no_source_gives_is_said():
    assert "Eau par habitant" in territory.load().missing
    assert all(figure.year >= 2020 and figure.source for figure in territory.load().others)


def test_each_topic_is_expected_once_and_says_where_to_look():
    facts = territory.expected_facts()
    assert {fact.topic for fact in facts} == set(TerritoryTopic) - {TerritoryTopic.OTHER}
    assert len(facts) == len({fact.topic for fact in facts})
    assert not any("http" in fact.where for fact in facts)
