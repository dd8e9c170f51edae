"""Fields of a collectivité that contradict the directory, or one another, are said."""

from dataclasses import replace

import pytest

from nrdesk.core.model import Authority
from nrdesk.core.reference import directory
from nrdesk.core.reference.plausibility import doubts


def grenoble() -> Authority:
    place = directory.commune("38185")
    assert place is not None
    return directory.authority(place)


def test_what_comes_from_the_directory_is_plausible():
    assert doubts(grenoble()) == ()


@pytest.mark.parametrize("factor", [0.5, 2, 10])
def test_a_population_far_from_the_directory_is_said(factor):
    authority = grenoble()
    assert authority.population_municipal
    (said,) = doubts(
        replace(
            authority,
            population_municipal=int(authority.population_municipal * factor),
            population_total=None,
        )
    )
    assert "Grenoble" in said
    assert "annuaire" in said


def test_a_population_of_another_vintage_is_not():
    authority = grenoble()
    assert authority.population_municipal
    assert (
        doubts(
            replace(
                authority,
                population_municipal=int(authority.population_municipal * 1.05),
                population_total=None,
            )
        )
        == ()
    )


def test_an_epci_is_compared_too():
    place = directory.epci("200040715")
    assert place is not None
    authority = directory.authority(place)
    assert doubts(authority) == ()
    assert doubts(replace(authority, population_municipal=12, population_total=None))


def test_a_collectivite_outside_of_the_directory_is_only_compared_with_itself():
    fictive = Authority(name="Valbrenne", insee_code="00000", population_municipal=2_812)
    assert doubts(fictive) == ()
    (said,) = doubts(replace(fictive, population_total=2_000))
    assert "population totale" in said


def test_more_agents_than_inhabitants_and_more_fte_than_agents():
    village = Authority(name="Village", population_municipal=100, agents=120, agents_fte=130.0)
    assert len(doubts(village)) == 2
