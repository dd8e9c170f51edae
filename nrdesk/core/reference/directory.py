"""The national directory: communes, EPCI and établissements publics territoriaux, found by name or code.

Read from one file built by `resources/data/build_directory.py`; about 60 ms the first time, then a few
milliseconds per search.
"""

from __future__ import annotations

import gzip
import heapq
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

from nrdesk.core import paths
from nrdesk.core.model.authority import Authority, AuthorityKind
from nrdesk.core.reference import electricity
from nrdesk.core.reference.names import normalise

_CODE = re.compile(r"\d{5}|2[ab]\d{3}|\d{9}")
_OPENING = re.compile(r"^((le|la|les|l)|(cc|ca|cu)( (de la|de l|des|du|de|d))?) ")
"""Article of a commune, or nature of a group: what people leave out."""


@dataclass(frozen=True, slots=True)
class Place:
    """A commune or a group of communes, as the directory knows it."""

    kind: AuthorityKind
    name: str
    code: str
    """INSEE code of a commune, SIREN of a group."""
    siren: str
    postcodes: tuple[str, ...]
    department: str
    """Code of the département; for a group, that of its most populated commune."""
    department_name: str
    population_municipal: int | None
    population_total: int | None
    population_year: int | None
    """Reference year of the populations above, None where the source does not tell (overseas territories)."""
    seat: str = ""
    """INSEE code of the most populated commune of a group."""
    group: str = ""
    """SIREN of the EPCI of a commune."""
    found_as: str = ""
    """Former commune that was searched, today part of this one."""

    @property
    def label(self) -> str:
        """Name that tells apart places of the same name: "Saint-Denis (93, Seine-Saint-Denis)"."""
        former = f", ancienne commune : {self.found_as}" if self.found_as else ""
        return f"{self.name} ({self.department}, {self.department_name}){former}"


def search(text: str, limit: int = 20) -> list[Place]:
    """Return the places that `text` designates, the likeliest first.

    Args:
        text: beginnings of words of a name, in any case and without accents, a postcode or its beginning,
            an INSEE code, a SIREN; a postcode and a name may be combined.
        limit: most places returned.
    """
    directory = _directory()
    if not (words := normalise(text).split()):
        return []
    ranked = heapq.nsmallest(limit, directory.matches(words))
    return [directory.place(rank) for *_, rank in ranked]


def commune(insee: str) -> Place | None:
    """Return the commune that has an INSEE code today, or that has absorbed the one that had it."""
    directory = _directory()
    rank = directory.by_code.get(insee.strip().upper())
    return None if rank is None or directory.is_group(rank) else directory.place(rank)


def epci(siren: str) -> Place | None:
    """Return the EPCI, or the établissement public territorial, that has a SIREN."""
    directory = _directory()
    rank = directory.by_code.get(siren.replace(" ", ""))
    return directory.place(rank) if rank is not None and directory.is_group(rank) else None


def members(siren: str) -> list[Place]:
    """Return the communes of the EPCI that has a SIREN, the most populated first; [] when it is unknown.

    An établissement public territorial has none here: its communes are listed under their métropole.
    """
    directory = _directory()
    rank = directory.by_code.get(siren.replace(" ", ""))
    if rank is None or not directory.is_group(rank):
        return []
    found = [directory.place(each) for each in directory.members(rank)]
    return sorted(found, key=lambda place: (-(place.population_municipal or 0), place.name))


def authority(place: Place) -> Authority:
    """Return the collectivité to work for, filled with what the directory knows of it."""
    is_commune = place.kind is AuthorityKind.COMMUNE
    group = epci(place.group) if place.group else None
    return Authority(
        kind=place.kind,
        name=place.name,
        insee_code=place.code if is_commune else "",
        siren=place.siren,
        postcode=place.postcodes[0] if place.postcodes else "",
        department=place.department,
        territory=electricity.territory_of(place.code if is_commune else place.seat),
        epci_name=group.name if group else "",
        epci_siren=place.group,
        population_municipal=place.population_municipal,
        population_total=place.population_total,
        population_year=place.population_year,
    )


class _Directory:
    """The file in memory. Places are ranked: communes first, then former communes, then groups."""

    def __init__(self, content: dict[str, Any]) -> None:
        self._communes: dict[str, list[str]] = _columns(content["communes"])
        self._former: dict[str, list[str]] = _columns(content["former"])
        self._groups: dict[str, list[str]] = _columns(content["groups"])
        self._departments: dict[str, str] = content["departments"]
        self._communes_year: int = content["communes_year"]
        self._members_year: int = content["members_year"]
        self._other_years: dict[str, int] = content["other_years"]
        self._n_communes = len(self._communes["code"])
        self._first_group = self._n_communes + len(self._former["code"])
        tables = (self._communes, self._former, self._groups)
        # A leading space makes "begins a word" a plain search for " word".
        self._keys = [" " + key for table in tables for key in table["search"]]
        populations = [int(text or 0) for text in self._communes["population"]]
        self._populations = [
            *populations,
            *(populations[int(rank)] for rank in self._former["commune"]),
            *map(int, self._groups["population_municipal"]),
        ]

    @cached_property
    def by_code(self) -> dict[str, int]:
        """Rank of each INSEE code and SIREN; the commune of today wins over a former one."""
        codes = [*self._communes["code"], *self._former["code"], *self._groups["code"]]
        ranks = {code: rank for rank, code in reversed(list(enumerate(codes)))}
        return ranks | {siren: rank for rank, siren in enumerate(self._communes["siren"]) if siren}

    def is_group(self, rank: int) -> bool:
        return rank >= self._first_group

    def members(self, rank: int) -> Iterator[int]:
        """Yield the ranks of the communes of a group."""
        group = str(rank - self._first_group)
        return (commune for commune, of in enumerate(self._communes["group"]) if of == group)

    def matches(self, words: list[str]) -> Iterator[tuple[int, bool, int, int]]:
        """Yield (grade, is former, - population, rank) of what matches every word; the least is best."""
        joined = "".join(words)
        if joined.isdigit() or _CODE.fullmatch(joined):
            yield from ((0, False, -self._populations[rank], rank) for rank in self._with_code(joined))
            return
        ranks: list[int] | range = range(len(self._keys))
        for word in words:
            if word.isdigit() and len(word) == 5:
                within = set(self._with_code(word))
                ranks = [rank for rank in ranks if rank in within]
            else:
                begins = " " + word
                ranks = [rank for rank in ranks if begins in self._keys[rank]]
        name = " ".join(word for word in words if not word.isdigit())
        for rank in ranks:
            is_former = self._n_communes <= rank < self._first_group
            yield _grade(self._keys[rank][1:], name), is_former, -self._populations[rank], rank

    def _with_code(self, code: str) -> Iterator[int]:
        """Yield the ranks that an INSEE code, a SIREN or the beginning of a postcode designates."""
        exact = self.by_code.get(code.upper())
        if exact is not None:
            yield exact
        if code.isdigit() and 2 <= len(code) <= 5:
            begins = " " + code
            for rank, postcodes in enumerate(self._communes["postcodes"]):
                if begins in f" {postcodes}" and rank != exact:
                    yield rank

    def place(self, rank: int) -> Place:
        if self.is_group(rank):
            return self._group(rank - self._first_group)
        if rank >= self._n_communes:
            former = rank - self._n_communes
            today = self._commune(int(self._former["commune"][former]))
            return replace(today, found_as=_written(self._former["name"][former]))
        return self._commune(rank)

    def _commune(self, rank: int) -> Place:
        row = {name: values[rank] for name, values in self._communes.items()}
        group = int(row["group"])
        # Member of an EPCI: both populations come from one vintage, that of its EPCI too. Otherwise only
        # the municipal one is known.
        is_member = bool(row["member_total"])
        municipal = row["member_municipal"] if is_member else row["population"]
        return Place(
            kind=AuthorityKind.COMMUNE,
            name=_written(row["name"]),
            code=row["code"],
            siren=row["siren"],
            postcodes=tuple(row["postcodes"].split()),
            department=row["department"],
            department_name=self._departments[row["department"]],
            population_municipal=int(municipal) if municipal else None,
            population_total=int(row["member_total"]) if is_member else None,
            population_year=self._year(row["department"], is_member),
            group=self._groups["code"][group] if group >= 0 else "",
        )

    def _group(self, rank: int) -> Place:
        row = {name: values[rank] for name, values in self._groups.items()}
        department = self._communes["department"][self.by_code[row["seat"]]]
        return Place(
            kind=AuthorityKind(row["kind"]),
            name=_written(row["name"]),
            code=row["code"],
            siren=row["code"],
            postcodes=(),
            department=department,
            department_name=self._departments[department],
            population_municipal=int(row["population_municipal"]),
            population_total=int(row["population_total"]),
            population_year=self._year(department, is_member=True),
            seat=row["seat"],
        )

    def _year(self, department: str, is_member: bool) -> int | None:
        if department in self._other_years:
            return self._other_years[department]
        if department.startswith("98"):
            return None
        return self._members_year if is_member else self._communes_year


def _columns(table: dict[str, str]) -> dict[str, list[str]]:
    return {name: text.split("\n") for name, text in table.items()}


def _written(name: str) -> str:
    """Return a name as it is printed: the official list has the straight apostrophe of typewriters."""
    return name.replace("'", "’")


def _grade(name: str, searched: str) -> int:
    """Return 0 for the exact name (its opening apart), 1 when it begins so, 2 otherwise."""
    bare = _OPENING.sub("", name)
    if searched in (name, bare):
        return 0
    return 1 if name.startswith(searched) or bare.startswith(searched) else 2


@cache
def _directory() -> _Directory:
    file = paths.data() / "directory" / "places.json.gz"
    return _Directory(json.loads(gzip.decompress(file.read_bytes())))
