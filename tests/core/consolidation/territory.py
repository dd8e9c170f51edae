"""An EPCI and two communes, small enough to be counted by hand."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from nrdesk.core.document import Document
from nrdesk.core.model import Authority, AuthorityKind, Equipment, Record

YEAR = 2026
EPCI = "Communauté de communes du Val"
NORTH, SOUTH = "Aubière-le-Haut", "Brunoy-sur-Val"


def epci() -> Authority:
    return Authority(
        kind=AuthorityKind.CC, name=EPCI, siren="200000001", agents=40, population_municipal=9000
    )


def commune(name: str, *, agents: int | None = 10, code: str = "") -> Authority:
    return Authority(
        name=name,
        insee_code=code,
        epci_name=EPCI,
        epci_siren="200000001",
        agents=agents,
        population_municipal=1000,
    )


def write(folder: Path, authority: Authority, records: Iterable[Record] = (), *, year: int = YEAR) -> Path:
    """Write a document; lines and services without a campaign get that of the document."""
    path = folder / f"{authority.name}.nrdesk"
    with Document.create(path, authority, year=year) as document, document.action("Remplir") as tx:
        for record in records:
            if getattr(record, "campaign_id", None) == "":
                given: Any = {"campaign_id": document.campaign.id}
                record = replace(record, **given)
            tx.add(record)
    return path


def line(category: str | None = "portable", quantity: int = 1, **more: object) -> Equipment:
    values = {"campaign_id": "", "purchased": "2022", "category": category, "quantity": quantity, **more}
    return Equipment(**values)  # type: ignore[arg-type]
