"""What comes to its term: ages, service lives that end, systems and warranties that end.

A term is a date to look at an appliance, not to replace it: checking, repairing, changing the system and
keeping come first. Pure functions on the lines of a footprint, whose expected lives they share.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nrdesk.core import dates
from nrdesk.core.footprint import LineResult
from nrdesk.core.footprint.lifetime import LifetimeBasis
from nrdesk.core.formatting import NBSP, count, number
from nrdesk.core.model import EquipmentStatus
from nrdesk.core.reference.systems import System, recognise

AHEAD = 3
"""Years within which a term is told."""
BANDS = (
    (3.0, "moins de 3 ans"),
    (5.0, "3 et 4 ans"),
    (8.0, "5 à 7 ans"),
    (math.inf, "8 ans et plus"),
)
"""Age under which an appliance belongs to a band, and the band in French."""
NO_GROUP = "Sans catégorie"
_USED = (EquipmentStatus.IN_USE, EquipmentStatus.IN_STOCK)
_SOON_YEARS = 1.0
"""A system or a warranty that ends within this is told."""
_CARE = {
    "Ordinateurs": "Vérifiez-les d’abord : batterie, mémoire ou disque changés les prolongent souvent.",
    "Écrans": "Un écran qui fonctionne se garde : réemployez-le sur un autre poste.",
    "Téléphones et tablettes": "Faites changer la batterie, vérifiez qu’ils reçoivent encore des correctifs.",
    "Impression": "Demandez-vous si chacune sert encore : l’une d’elles peut suffire pour deux bureaux.",
    "Serveurs et stockage": "Vérifiez les disques et les sauvegardes avec votre prestataire avant d’acheter.",
    "Réseau": "Tant que le fabricant publie des mises à jour de sécurité, ils se gardent.",
    "École et projection": "Une lampe ou un filtre changés suffisent souvent : faites-les vérifier.",
}
_CARE_OTHERWISE = "Tant qu’ils fonctionnent et restent sûrs, gardez-les."


class Ending(StrEnum):
    """Where something that ends stands, on the day of the inventory."""

    ENDED = "ended"
    SOON = "soon"
    LATER = "later"
    """Not before a year, or nobody knows."""


@dataclass(frozen=True, slots=True)
class AgeRow:
    """The ages of one group of appliances."""

    group: str
    counts: tuple[int, ...]
    """Appliances in each of the `BANDS`."""
    undated: int
    oldest_id: str
    """Identifier of the line of the oldest dated appliance, or else of the first undated one."""

    @property
    def total(self) -> int:
        """Appliances of the group."""
        return sum(self.counts) + self.undated


@dataclass(frozen=True, slots=True)
class Due:
    """A line whose service life ends, or has ended."""

    line: LineResult
    year: int | None
    """Year in which it ends; None when the appliance has already outlived it."""

    @property
    def quantity(self) -> int:
        """Appliances of the line."""
        return self.line.quantity

    @property
    def cost(self) -> float | None:
        """What they cost when they were bought, in euros excl. tax; None when no price is known."""
        price = self.line.equipment.price
        return price * self.quantity if price else None


@dataclass(frozen=True, slots=True)
class DueYear:
    """All that ends in one year."""

    year: int | None
    """None for what is already beyond its expected life."""
    dues: tuple[Due, ...]

    @property
    def quantity(self) -> int:
        """Appliances."""
        return sum(due.quantity for due in self.dues)

    @property
    def cost(self) -> float:
        """What the appliances with a known price cost when they were bought, in euros excl. tax."""
        return sum(due.cost or 0.0 for due in self.dues)

    @property
    def priced(self) -> int:
        """Appliances whose price is known."""
        return sum(due.quantity for due in self.dues if due.cost is not None)


@dataclass(frozen=True, slots=True)
class SystemRow:
    """The appliances that run one version of a system."""

    system: System
    ending: Ending
    lines: tuple[LineResult, ...]

    @property
    def quantity(self) -> int:
        """Appliances."""
        return sum(line.quantity for line in self.lines)


@dataclass(frozen=True, slots=True)
class Renewal:
    """All of it, for one inventory."""

    as_of: str
    ages: tuple[AgeRow, ...]
    due: tuple[DueYear, ...]
    systems: tuple[SystemRow, ...]
    """Those that ended or end within a year, the earliest first."""
    unknown_systems: int
    """Appliances whose system is written without a version that tells its end."""
    warranties: tuple[LineResult, ...]
    """Lines whose warranty ends within a year: the time to have repaired what is wrong."""
    quantity: int

    @property
    def beyond(self) -> int:
        """Appliances that have outlived their expected life."""
        return sum(each.quantity for each in self.due if each.year is None)

    @property
    def coming(self) -> int:
        """Appliances whose expected life ends within `AHEAD` years."""
        return sum(each.quantity for each in self.due if each.year is not None)

    @property
    def sentence(self) -> str:
        """What to remember of it, in French; "" for an empty park."""
        return " ".join(_sentences(self))


def renewal_of(lines: Iterable[LineResult], as_of: str) -> Renewal:
    """Return what comes to its term in an inventory.

    Args:
        lines: the lines of a footprint.
        as_of: ISO date of the inventory.
    """
    park = [line for line in lines if line.in_park and line.quantity > 0]
    used = [line for line in park if line.equipment.status in _USED]
    return Renewal(
        as_of,
        ages=age_pyramid(park, as_of),
        due=due_years(used, as_of),
        systems=tuple(row for row in systems_of(used, as_of) if row.ending is not Ending.LATER),
        unknown_systems=sum(
            line.quantity
            for line in used
            if line.equipment.operating_system and recognise(line.equipment.operating_system) is None
        ),
        warranties=ending_warranties(used, as_of),
        quantity=sum(line.quantity for line in park),
    )


def age_pyramid(lines: Iterable[LineResult], as_of: str) -> tuple[AgeRow, ...]:
    """Return the ages by group, the largest group first; what is not dated is counted apart."""
    counts: dict[str, list[int]] = {}
    undated: Counter[str] = Counter()
    oldest: dict[str, tuple[str, str]] = {}
    for line in lines:
        group, bought = group_of(line), line.equipment.purchased
        row = counts.setdefault(group, [0] * len(BANDS))
        if bought is None:
            undated[group] += line.quantity
        else:
            age = dates.years_between(bought, as_of)
            row[next(rank for rank, (under, _) in enumerate(BANDS) if age < under)] += line.quantity
        oldest[group] = min(oldest.get(group, ("~~", line.id)), (bought or "~", line.id))
    rows = (AgeRow(name, tuple(row), undated[name], oldest[name][1]) for name, row in counts.items())
    return tuple(sorted(rows, key=lambda row: (-row.total, row.group)))


def due_years(lines: Iterable[LineResult], as_of: str) -> tuple[DueYear, ...]:
    """Return the dated lines whose service life ends within `AHEAD` years, by year; the outlived first."""
    until = dates.decimal_year(as_of) + AHEAD
    found: dict[int | None, list[Due]] = {}
    for line in lines:
        bought, lifetime = line.equipment.purchased, line.lifetime
        if bought is None or not lifetime.known:
            continue
        if lifetime.basis is LifetimeBasis.REAL_AGE:
            found.setdefault(None, []).append(Due(line, None))
        elif lifetime.basis is not LifetimeBasis.OBSERVED:
            end = dates.decimal_year(bought) + lifetime.years
            if end < until:
                year = math.floor(end)
                found.setdefault(year, []).append(Due(line, year))
    return tuple(
        DueYear(year, tuple(sorted(found[year], key=lambda due: due.line.equipment.purchased or "")))
        for year in sorted(found, key=lambda year: year or 0)
    )


def systems_of(lines: Iterable[LineResult], as_of: str) -> tuple[SystemRow, ...]:
    """Return the systems recognised in the inventory, the end of whose support comes first, first."""
    found: dict[str, tuple[System, list[LineResult]]] = {}
    for line in lines:
        if system := recognise(line.equipment.operating_system):
            found.setdefault(system.id, (system, []))[1].append(line)
    rows = (SystemRow(system, _ending(system.support_end, as_of), tuple(on)) for system, on in found.values())
    return tuple(sorted(rows, key=lambda row: (row.system.support_end or "~", row.system.label)))


def ending_warranties(lines: Iterable[LineResult], as_of: str) -> tuple[LineResult, ...]:
    """Return the lines whose warranty ends within a year, the earliest first."""
    ending = [line for line in lines if _ending(line.equipment.warranty_until, as_of) is Ending.SOON]
    return tuple(sorted(ending, key=lambda line: line.equipment.warranty_until or ""))


def group_of(line: LineResult) -> str:
    """Return the group of a line ("Ordinateurs", "Écrans"…)."""
    return line.recipe.category.group if line.recipe.category else NO_GROUP


def care_of(group: str) -> str:
    """Return what to do first of appliances whose service life ends, in a French sentence."""
    return _CARE.get(group, _CARE_OTHERWISE).replace(" :", f"{NBSP}:")


def _ending(partial: str | None, as_of: str) -> Ending:
    """Return where a date that ends something stands; a month or a year runs to its last day."""
    if partial is None:
        return Ending.LATER
    if partial < as_of[: len(partial)]:
        return Ending.ENDED
    soon = dates.years_between(as_of, partial) <= _SOON_YEARS
    return Ending.SOON if soon else Ending.LATER


def _sentences(renewal: Renewal) -> Sequence[str]:
    if not renewal.quantity:
        return ()
    told = []
    if beyond := renewal.beyond:
        who = f"{count(beyond, 'appareil')} sur {number(renewal.quantity)} {'a' if beyond < 2 else 'ont'}"
        told.append(
            f"{who} déjà dépassé la durée prévue{NBSP}: tant qu’ils restent sûrs, chaque année de plus "
            "allège l’empreinte."
        )
    if coming := renewal.coming:
        last = int(renewal.as_of[:4]) + AHEAD
        verb = "arrivera" if coming < 2 else "arriveront"
        told.append(
            f"{count(coming, 'autre', 'autres')} y {verb} d’ici {last}{NBSP}: vérifiez avant d’acheter."
        )
    if ended := sum(row.quantity for row in renewal.systems if row.ending is Ending.ENDED):
        told.append(
            f"{count(ended, 'appareil a', 'appareils ont')} un système qui n’est plus corrigé{NBSP}: "
            "gardez la machine, changez le système."
        )
    return told or (f"Rien n’arrive à son terme dans les {AHEAD} ans parmi ce qui est daté.",)
