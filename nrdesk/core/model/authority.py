"""The collectivité that the document belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from nrdesk.core.model.record import Record
from nrdesk.core.model.values import within

MOST_PEOPLE = 10**9
"""More than any collectivité counts."""


class AuthorityKind(StrEnum):
    """Legal kind of a collectivité; the values are those that the law tables use."""

    COMMUNE = "commune"
    CC = "cc"
    CA = "ca"
    CU = "cu"
    METROPOLE = "metropole"
    EPT = "ept"
    METROPOLE_LYON = "metropole_lyon"

    @property
    def label(self) -> str:
        """French name, as written in the middle of a sentence."""
        return _LABELS[self]

    @property
    def is_epci(self) -> bool:
        """Whether it groups communes (EPCI, or the Métropole de Lyon which has their duties)."""
        return self is not AuthorityKind.COMMUNE


_LABELS = {
    AuthorityKind.COMMUNE: "commune",
    AuthorityKind.CC: "communauté de communes",
    AuthorityKind.CA: "communauté d’agglomération",
    AuthorityKind.CU: "communauté urbaine",
    AuthorityKind.METROPOLE: "métropole",
    AuthorityKind.EPT: "établissement public territorial",
    AuthorityKind.METROPOLE_LYON: "métropole de Lyon",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority(Record):
    """The collectivité: identity, populations, staff. One row per document."""

    TABLE: ClassVar[str] = "authority"

    kind: AuthorityKind = AuthorityKind.COMMUNE
    name: str = ""
    insee_code: str = ""
    """INSEE code of a commune, empty for an EPCI."""
    siren: str = ""
    postcode: str = ""
    department: str = ""
    """Code of the département: "38", "2A", "974"."""
    territory: str = ""
    """Name of the electricity territory, as in `resources/data/factors/electricity.csv`."""
    epci_name: str = ""
    epci_siren: str = ""
    population_municipal: int | None = field(default=None, metadata=within(0, MOST_PEOPLE))
    population_total: int | None = field(default=None, metadata=within(0, MOST_PEOPLE))
    population_year: int | None = None
    """Year of the legal populations above (reference year of the INSEE vintage)."""
    agents: int | None = None
    agents_fte: float | None = None
    """Staff in full-time equivalents (ETP)."""
    elected: int | None = None
    annual_purchases: float | None = None
    """Annual purchases in euros excl. tax, for the SPASER threshold."""
    is_demo: bool = False
    siret: str = ""
    """Fourteen digits of the establishment that declares, usually the mairie or the head office."""
