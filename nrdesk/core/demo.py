"""The demonstration commune: Valbrenne-sur-Orlette, every value of which is invented.

It is built as a user would build it: a collectivité is created, and the inventory of
`resources/demo/inventaire.csv` is imported.
"""

from __future__ import annotations

from pathlib import Path

from nrdesk.core import exchange, paths
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, AuthorityKind, Campaign

YEAR = 2026
AS_OF = "2026-11-21"
"""Date of the demonstration's inventory: fixed, so that its figures never move."""

AUTHORITY = Authority(
    kind=AuthorityKind.COMMUNE,
    name="Valbrenne-sur-Orlette",
    insee_code="00000",
    territory="France métropolitaine (continentale)",
    epci_name="CC du Pays d’Orlette",
    population_municipal=2_812,
    population_total=2_812,
    population_year=2023,
    agents=18,
    agents_fte=14.6,
    elected=23,
    annual_purchases=14_200.0,
    is_demo=True,
)
"""Name absent from the national directory, code that no commune bears."""


def messy_export() -> Path:
    """Return the same inventory as a mairie would export it, to try an import on."""
    return paths.resources() / "demo" / "export-mairie-brut.csv"


def create(path: Path) -> Document:
    """Create the demonstration at `path` and return it open.

    Raises:
        UserError: the file exists or cannot be written.
    """
    doc = Document.create(path, AUTHORITY, year=YEAR)
    with doc.action("Dater la campagne de démonstration") as tx:
        tx.update(Campaign, doc.campaign.id, as_of=AS_OF)
    exchange.apply_plan(doc, exchange.plan_file(doc, paths.resources() / "demo" / "inventaire.csv"))
    return doc
