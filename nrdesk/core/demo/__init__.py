"""The demonstration commune: Valbrenne-sur-Orlette, every value of which is invented.

It is built as a user would build it, from the tables of `resources/demo`: a collectivité is created, an
inventory is imported, the forms of the steps are filled in; a year later the next campaign is opened, the
first one is frozen and the inventory is brought up to date. The strategy is written, its vote is to come;
the plan is under way, and the bilan of the year is begun.
"""

from __future__ import annotations

from pathlib import Path

from nrdesk.core import paths
from nrdesk.core.demo import assessment, communication, monitoring, plan, strategy, tables, years
from nrdesk.core.demo.years import AS_OF, YEAR
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, AuthorityKind

__all__ = ["AS_OF", "AUTHORITY", "YEAR", "create", "messy_export"]

AUTHORITY = Authority(
    kind=AuthorityKind.COMMUNE,
    name="Valbrenne-sur-Orlette",
    insee_code="00000",
    siret="00000000000000",
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
    with Document.create(path, AUTHORITY, year=years.FIRST_YEAR) as doc:
        with doc.action("Remplir les formulaires des étapes") as tx:
            tx.add_all(record for form in _FORMS for record in form())
        years.fill(doc)
        strategy.link_axes(doc)
        plan.fill(doc)
        monitoring.fill(doc)
        strategy.keep_version(doc)
    # Opened again: nothing of the above is for the user to undo.
    return Document.open(path)


_FORMS = (
    tables.team,
    tables.knowledge,
    tables.policies,
    tables.answers,
    tables.compliance,
    assessment.findings,
    strategy.direction,
    strategy.roadmap,
    strategy.council,
    communication.told,
)
"""What is filled in besides the campaigns."""
