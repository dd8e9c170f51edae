"""Build the national directory from the package @etalab/decoupage-administratif, version 6.0.0 (2026).

    npm pack @etalab/decoupage-administratif@6.0.0 && tar xzf etalab-decoupage-administratif-6.0.0.tgz
    python resources/data/build_directory.py package

Data under Licence Ouverte 2.0: INSEE (official geographic code, legal populations), DGCL (EPCI), La Poste
(postcodes). The result is one JSON object of columns, compressed: each column is one text, a line per place,
which is read much faster than 35 000 objects. Names come twice, as written and as they are searched, since
normalising them takes longer than reading them. gzip rather than xz: 0.3 MB more, read in half the time.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nrdesk.core.reference.names import normalise

VERSION = "6.0.0"
OUTPUT = Path(__file__).parent / "directory" / "places.json.gz"
SOURCE = "@etalab/decoupage-administratif 6.0.0 (INSEE, DGCL, La Poste), Licence Ouverte 2.0"

# The package gives two vintages: municipal populations of 2023 for every commune, and municipal and total
# populations of 2022 (those of the DGCL's list) for the members of an EPCI and the EPCI themselves.
COMMUNES_YEAR = 2023
MEMBERS_YEAR = 2022
OTHER_YEARS = {"976": 2017}
"""Département -> year of the last census, where it differs from the two above."""
KINDS = {"CC": "cc", "CA": "ca", "CU": "cu", "METRO": "metropole", "MET69": "metropole_lyon", "EPT": "ept"}

Entry = dict[str, Any]


def main() -> None:
    """Read the package whose folder is given and write the directory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="folder of the unpacked npm package")
    package: Path = parser.parse_args().package
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    if version != VERSION:
        parser.error(f"version {version} found, {VERSION} expected: check the years of the populations first")
    directory = build(package / "data")
    text = json.dumps(directory, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_bytes(gzip.compress(text.encode(), mtime=0))


def build(data: Path) -> Entry:
    """Return the directory as columns."""
    places, epcis, epts, departments = (
        json.loads((data / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("communes", "epci", "ept", "departements")
    )
    communes = [place for place in places if place["type"] == "commune-actuelle"]
    return {
        "source": SOURCE,
        "communes_year": COMMUNES_YEAR,
        "members_year": MEMBERS_YEAR,
        "other_years": OTHER_YEARS,
        "departments": {place["code"]: place["nom"] for place in departments},
        "communes": _communes(communes, epcis),
        "former": _former(places, communes),
        "groups": _groups(epcis + epts),
    }


def _communes(communes: list[Entry], epcis: list[Entry]) -> Entry:
    """Return the communes; `group` is the rank of their EPCI, -1 without one."""
    members = {
        member["code"]: (rank, member) for rank, epci in enumerate(epcis) for member in epci["membres"]
    }
    joined = [members.get(commune["code"], (-1, {})) for commune in communes]
    return {
        "code": _lines(commune["code"] for commune in communes),
        **_names(communes),
        "siren": _lines(commune.get("siren", "") for commune in communes),
        "department": _lines(commune["departement"] for commune in communes),
        "postcodes": _lines(" ".join(commune.get("codesPostaux", ())) for commune in communes),
        "population": _lines(commune.get("population") for commune in communes),
        "group": _lines(rank for rank, _ in joined),
        "member_municipal": _lines(member.get("populationMunicipale") for _, member in joined),
        "member_total": _lines(member.get("populationTotale") for _, member in joined),
    }


def _former(places: list[Entry], communes: list[Entry]) -> Entry:
    """Return the communes that have become part of another, with the rank of the commune of today."""
    ranks = {commune["code"]: rank for rank, commune in enumerate(communes)}
    names = {commune["code"]: commune["nom"] for commune in communes}
    former = [
        place
        for place in places
        if place["type"] in ("commune-deleguee", "commune-associee")
        and place["nom"] != names[place["chefLieu"]]
    ]
    return {
        "code": _lines(place["code"] for place in former),
        **_names(former),
        "commune": _lines(ranks[place["chefLieu"]] for place in former),
    }


def _groups(groups: list[Entry]) -> Entry:
    """Return the EPCI and the établissements publics territoriaux, in the order given.

    `seat` is the most populated member: the département and the territory of the group are its own.
    """
    return {
        "code": _lines(group["code"] for group in groups),
        **_names(groups),
        "kind": _lines(KINDS[group["type"]] for group in groups),
        "population_municipal": _lines(group["populationMunicipale"] for group in groups),
        "population_total": _lines(group["populationTotale"] for group in groups),
        "seat": _lines(
            max(group["membres"], key=lambda member: member["populationMunicipale"])["code"]
            for group in groups
        ),
    }


def _names(places: list[Entry]) -> Entry:
    """Return the names as written, and as they are searched."""
    names = [place["nom"] for place in places]
    return {"name": _lines(names), "search": _lines(map(normalise, names))}


def _lines(values: Iterable[str | int | None]) -> str:
    """Join values by line ends, nothing for None; no text holds a line end."""
    lines = ["" if value is None else str(value) for value in values]
    if broken := [text for text in lines if "\n" in text]:
        raise ValueError(broken)
    return "\n".join(lines)


if __name__ == "__main__":
    main()
