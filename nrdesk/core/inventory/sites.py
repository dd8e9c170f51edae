"""The places: those that the inventory names, joined with what the collectivité says of each.

A line names its place in free text; a `Site` is joined to it by its name without case, accents nor
punctuation ("École Jules-Verne", "ecole jules verne"), so that neither has to be written twice the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core.model import Equipment, EquipmentStatus, Site, SiteKind
from nrdesk.core.written.words import line, listed, normal

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_WORDS = {
    SiteKind.SCHOOL: "école, écoles, groupe scolaire, maternelle, élémentaire, primaire, collège",
    SiteKind.LIBRARY: "médiathèque, bibliothèque, ludothèque, point lecture",
    SiteKind.SOCIAL: "crèche, halte-garderie, petite enfance, CCAS, CIAS, Ehpad, France services, social, "
    "relais petite enfance, périscolaire, centre de loisirs",
    SiteKind.WORKSHOP: "services techniques, service technique, ateliers, atelier, CTM, centre technique, "
    "déchèterie, déchetterie, station d’épuration",
    SiteKind.SPORT_CULTURE: "gymnase, stade, piscine, salle des fêtes, salle polyvalente, musée, théâtre, "
    "cinéma, conservatoire, école de musique, office de tourisme, camping",
    SiteKind.TOWN_HALL: "mairie, hôtel de ville, siège, mairie annexe, bureau du maire",
}
_PROFILES = {SiteKind.SCHOOL: "ecole", SiteKind.LIBRARY: "mediatheque"}
"""Kind of place -> usage profile that its appliances usually follow."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place, as the inventory and the collectivité know it."""

    name: str
    site: Site | None
    """What the collectivité says of it; None when only the inventory names it."""
    quantity: int
    """Appliances of the park there; 0 when no line names it."""

    @property
    def per_user(self) -> float | None:
        """Appliances per person who works or studies there; None while their number is unknown."""
        users = self.site.users if self.site else None
        return self.quantity / users if users else None


def places(sites: Iterable[Site], lines: Iterable[Equipment]) -> tuple[Place, ...]:
    """Return the places: those described first, in their order, then those that only lines name.

    A place that lines write in several ways is one, under its most frequent name.
    """
    written_as: dict[str, list[int]] = {}
    for each in lines:
        if each.status is not EquipmentStatus.OUT:
            written_as.setdefault(each.site, []).append(max(each.quantity, 0))
    quantities: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = {}
    for name, found in written_as.items():
        if key := normal(name):
            quantities[key] += sum(found)
            spellings.setdefault(key, Counter())[line(name)] += len(found)
    described = [Place(site.name, site, quantities[normal(site.name)]) for site in sites]
    known = {normal(place.name) for place in described}
    named = (
        Place(written.most_common(1)[0][0], None, quantities[key])
        for key, written in spellings.items()
        if key not in known
    )
    return (*described, *sorted(named, key=lambda place: (-place.quantity, place.name)))


def proposed(found: Iterable[Place]) -> tuple[Site, ...]:
    """Return a description to begin with for each place that only the inventory names."""
    return tuple(
        Site(name=place.name, kind=(kind := kind_of(place.name)), usage_profile=_PROFILES.get(kind))
        for place in found
        if place.site is None
    )


def kind_of(name: str) -> SiteKind:
    """Return the kind of place that a name tells, `OTHER` when it tells none; the longest words win."""
    written = f" {normal(name)} "
    found = [
        (len(words), kind)
        for kind, phrases in _WORDS.items()
        for words in map(normal, listed(phrases))
        if f" {words} " in written
    ]
    return max(found, key=lambda each: each[0], default=(0, SiteKind.OTHER))[1]


def site_profiles(document: Document) -> Mapping[str, str]:
    """Return the usage profile of each place that has one, by name as `written.words.normal` gives it."""
    found = ((normal(site.name), site.usage_profile) for site in document.all(Site))
    return {name: profile for name, profile in found if name and profile}
