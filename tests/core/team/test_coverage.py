import pytest

from nrdesk.core.model import Person, PersonRole, Trade, TradeCoverage
from nrdesk.core.team.coverage import can_sponsor, coordinators, covered_trades, sponsors

LUCIE = Person(name="Lucie Fontabel", is_coordinator=True)


def test_the_seven_trades_come_in_order_with_who_covers_them():
    coverages = [
        TradeCoverage(trade=Trade.SOLIDARITY, person_id=LUCIE.id),
        TradeCoverage(trade=Trade.ECONOMY, by_epci=True),
        TradeCoverage(trade=Trade.IT),
    ]
    trades = covered_trades([LUCIE], coverages)
    assert [each.trade for each in trades] == list(Trade)
    said = {each.trade: (each.covered, each.who) for each in trades}
    assert said[Trade.SOLIDARITY] == (True, "Lucie Fontabel")
    assert said[Trade.ECONOMY] == (True, "assuré par l’EPCI")
    assert said[Trade.IT] == said[Trade.PURCHASING] == (False, "personne pour l’instant")


@pytest.mark.parametrize(
    ("role", "function", "expected"),
    [
        (PersonRole.ELECTED, "", True),
        (PersonRole.AGENT, "Secrétaire générale de mairie", True),
        (PersonRole.AGENT, "DGS", True),
        (PersonRole.AGENT, "directrice générale adjointe", True),
        (PersonRole.AGENT, "secrétaire de direction", False),
        (PersonRole.AGENT, "", False),
        (PersonRole.OTHER, "directrice générale d’une entreprise", False),
    ],
)
def test_an_elu_or_the_direction_can_carry_the_approach(role, function, expected):
    person = Person(role=role, function=function, is_sponsor=True)
    assert can_sponsor(person) is expected
    assert sponsors([person]) == ([person] if expected else [])


def test_an_elu_who_was_not_asked_carries_nothing():
    assert sponsors([Person(role=PersonRole.ELECTED)]) == []


def test_coordinators_are_those_who_were_named():
    assert coordinators([LUCIE, Person()]) == [LUCIE]
