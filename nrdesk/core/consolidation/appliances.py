"""Which lines of the inventories tell the same appliances, and where each is counted: once.

In this order:

1. a line that says who owns it (`Equipment.provided_by`) belongs to the inventory of that collectivité:
   it is set aside when that inventory has the appliance (same serial number, same inventory number) or
   appliances of its category; when it has none, the line is counted there, once, and told;
2. two lines of two collectivités with the same serial number are one appliance, counted at the EPCI's, else
   at the first's;
3. what belongs to somebody who is not of the consolidation is counted where it serves.

Only appliances in the park are compared: what left weighs nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from nrdesk.core.consolidation.journal import Reason
from nrdesk.core.exchange.duplicates import serial_key
from nrdesk.core.reference import factors
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.consolidation.members import Member
    from nrdesk.core.consolidation.names import Names
    from nrdesk.core.model import Equipment


@dataclass(frozen=True, slots=True)
class Told:
    """A line that somebody else's line tells too."""

    member: str
    owner: str
    line: Equipment
    reason: Reason

    @property
    def counted(self) -> bool:
        """Whether it is counted all the same, at its owner's."""
        return self.reason is Reason.LENT_UNKNOWN


@dataclass
class Appliances:
    """Every line of the members, once."""

    lines: list[tuple[str, Equipment]] = field(default_factory=list)
    """Where it is counted, and the line."""
    told: list[Told] = field(default_factory=list)
    outside: Counter[str] = field(default_factory=Counter)
    """Owner that is not of the consolidation -> appliances that it lends."""


def settle(members: Sequence[Member], names: Names) -> Appliances:
    """Return where each line is counted."""
    found = Appliances()
    claims: list[tuple[str, str, Equipment]] = []
    parks: dict[str, _Park] = {}
    for member in members:
        own = []
        for result in member.assessment.result.lines:
            line = result.equipment
            owner = names.of(line.provided_by) if line.provided_by.strip() else member.name
            if not result.in_park:
                found.lines.append((member.name, line))
            elif owner is None or owner == member.name:
                own.append(line)
                if owner is None:
                    found.outside[line.provided_by.strip()] += max(line.quantity, 0)
            else:
                claims.append((member.name, owner, line))
        parks[member.name] = _Park(member.name, own)
    _set_twins_aside(parks, found)
    for park in parks.values():
        found.lines += [(park.name, line) for line in park.lines]
    found.told += _lent(claims, parks)
    profiles = {member.name: member.method.site_profiles for member in members}
    found.lines += [(each.owner, _moved(each, profiles[each.member])) for each in found.told if each.counted]
    return found


def _moved(told: Told, profiles: Mapping[str, str]) -> Equipment:
    """Return a line as its owner has it: used where it serves, as it is used there."""
    line = told.line
    return replace(
        line,
        site=f"chez {told.member}",
        provided_by="",
        usage_profile=line.usage_profile or profiles.get(normal(line.site)),
    )


class _Park:
    """The appliances that a collectivité owns, as far as its own document tells."""

    def __init__(self, name: str, lines: Sequence[Equipment]) -> None:
        self.name = name
        self.lines = list(lines)

    def index(self) -> None:
        """Prepare to be searched, once the lines are settled."""
        self._serials: dict[str, list[Equipment]] = defaultdict(list)
        self._numbers: dict[str, list[Equipment]] = defaultdict(list)
        self.quantities: Counter[tuple[str, ...]] = Counter()
        for line in self.lines:
            self.take(line)

    def take(self, line: Equipment) -> None:
        """Know one more line."""
        if serial := serial_key(line.serial_number):
            self._serials[serial].append(line)
        if number := normal(line.number):
            self._numbers[number].append(line)
        self.quantities[_sort(line)] += max(line.quantity, 0)

    def has(self, line: Equipment) -> bool:
        """Return whether this very appliance is here, by its serial number or its inventory number."""
        numbered = self._numbers[normal(line.number)]
        return self.has_serial(line) or any(
            _alike(each, line) and not _other_serial(each, line) for each in numbered
        )

    def has_serial(self, line: Equipment) -> bool:
        """Return whether this very appliance is here, by its serial number."""
        return any(_alike(each, line) for each in self._serials[serial_key(line.serial_number)])


def _lent(claims: Sequence[tuple[str, str, Equipment]], parks: dict[str, _Park]) -> Iterator[Told]:
    """Say what becomes of the lines that belong to another member."""
    for park in parks.values():
        park.index()
    unnamed: list[tuple[str, str, Equipment]] = []
    for member, owner, line in claims:
        if parks[owner].has(line):
            yield Told(member, owner, line, Reason.LENT)
        else:
            unnamed.append((member, owner, line))
    wanted: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for _, owner, line in claims:
        wanted[owner, _sort(line)] += max(line.quantity, 0)
    known = {name: Counter(park.quantities) for name, park in parks.items()}
    for member, owner, line in unnamed:
        there = known[owner][_sort(line)]
        if there:
            enough = there >= wanted[owner, _sort(line)]
            yield Told(member, owner, line, Reason.LENT if enough else Reason.LENT_MAYBE)
        elif parks[owner].has_serial(line):
            # Another member told it first; two communes may well write the same inventory number.
            yield Told(member, owner, line, Reason.LENT)
        elif twin := next((park.name for park in parks.values() if park.has_serial(line)), None):
            yield Told(member, twin, line, Reason.SERIAL)
        else:
            parks[owner].take(line)
            yield Told(member, owner, line, Reason.LENT_UNKNOWN)


def _set_twins_aside(parks: dict[str, _Park], found: Appliances) -> None:
    """Keep one of the lines of several members that have the same serial number."""
    first: dict[str, list[tuple[str, Equipment]]] = defaultdict(list)
    for park in parks.values():
        kept = []
        for line in park.lines:
            serial = serial_key(line.serial_number)
            twin = next((name for name, other in first[serial] if _twins(park.name, line, name, other)), None)
            if twin is None:
                kept.append(line)
                if serial:
                    first[serial].append((park.name, line))
            else:
                found.told.append(Told(park.name, twin, line, Reason.SERIAL))
        park.lines = kept


def _twins(name: str, line: Equipment, other_name: str, other: Equipment) -> bool:
    return name != other_name and line.quantity == other.quantity and _alike(line, other)


def _sort(line: Equipment) -> tuple[str, ...]:
    """Return what makes two appliances of one sort: their category, else their make."""
    return (_kind(line),) if line.category else ("", normal(line.brand), normal(line.model))


def _kind(line: Equipment) -> str:
    """Return the category of a line, whatever its size: two documents may not be as precise."""
    return _generic().get(line.category or "", line.category or "")


@cache
def _generic() -> Mapping[str, str]:
    """Return category -> the generic one that it is a size of."""
    return {
        name: generic for generic, names in factors.variants().items() for name in names if name != generic
    }


def _alike(one: Equipment, other: Equipment) -> bool:
    """Return whether nothing tells that two lines are two appliances: makers share serial numbers."""
    pairs = (
        (_kind(one), _kind(other)),
        (normal(one.brand), normal(other.brand)),
    )
    return all(not left or not right or left == right for left, right in pairs)


def _other_serial(one: Equipment, other: Equipment) -> bool:
    left, right = serial_key(one.serial_number), serial_key(other.serial_number)
    return bool(left and right and left != right)
