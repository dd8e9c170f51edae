"""What a team covers: who coordinates, who carries the approach, which trades have somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nrdesk.core.model import Person, PersonRole, Trade, TradeCoverage
from nrdesk.core.written.words import normal

_DIRECTION = (
    "dgs",
    "direction generale",
    "directeur general",
    "directrice generale",
    "secretaire general",
    "secretaire de mairie",
)
"""Words of the function of those who direct the services, as `normal` leaves them."""


@dataclass(frozen=True, slots=True)
class CoveredTrade:
    """One of the seven trades, and who covers it."""

    trade: Trade
    person: Person | None
    by_epci: bool

    @property
    def covered(self) -> bool:
        """Whether somebody covers it."""
        return self.person is not None or self.by_epci

    @property
    def who(self) -> str:
        """French words: a name, the EPCI, or nobody yet."""
        if self.person:
            return self.person.name
        return "assuré par l’EPCI" if self.by_epci else "personne pour l’instant"


def covered_trades(people: Sequence[Person], coverages: Sequence[TradeCoverage]) -> tuple[CoveredTrade, ...]:
    """Return the seven trades in the order of the method, each with who covers it."""
    by_id = {person.id: person for person in people}
    said = {coverage.trade: coverage for coverage in coverages}
    return tuple(
        CoveredTrade(trade, by_id.get(said[trade].person_id or ""), said[trade].by_epci)
        if trade in said
        else CoveredTrade(trade, None, by_epci=False)
        for trade in Trade
    )


def coordinators(people: Sequence[Person]) -> list[Person]:
    """Return those who coordinate; one, in general."""
    return [person for person in people if person.is_coordinator]


def sponsors(people: Sequence[Person]) -> list[Person]:
    """Return those who carry the approach and can: élus, or members of the direction."""
    return [person for person in people if person.is_sponsor and can_sponsor(person)]


def can_sponsor(person: Person) -> bool:
    """Return whether somebody can decide and speak to the council: an élu, or the direction (DGS).

    In a small commune, the direction is the secrétaire générale (secrétaire de mairie).
    """
    if person.role is PersonRole.ELECTED:
        return True
    function = normal(person.function)
    return person.role is PersonRole.AGENT and any(word in function for word in _DIRECTION)
