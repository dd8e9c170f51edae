"""A commune that prepares its vote."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.model import (
    Ambition,
    Authority,
    AuthorityKind,
    Deliberation,
    Equipment,
    Objective,
    Person,
    PersonRole,
    PriorityAxis,
    Workshop,
)

Make = Callable[..., Document]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Return what makes a document: `make(population=…, kind=…, **values of its deliberation)`."""
    opened: list[Document] = []

    def made(population: int | None = 2_812, kind: AuthorityKind = AuthorityKind.COMMUNE, **values: object):
        authority = Authority(
            name="Valbrenne" if kind is AuthorityKind.COMMUNE else "Communauté du Pays d’Orlette",
            kind=kind,
            population_municipal=population,
            population_total=population,
            elected=23,
        )
        document = Document.create(tmp_path / f"{len(opened)}.nrdesk", authority, year=2026)
        opened.append(document)
        with document.action("Préparer le vote") as tx:
            tx.add(Deliberation(**values))
        return document

    yield made
    for document in opened:
        document.close()


@pytest.fixture
def fill() -> Callable[[Document], None]:
    """Return what gives a document its inventory, its team, its ambition and its objectives."""

    def filled(document: Document) -> None:
        with document.action("Remplir") as tx:
            tx.add(Equipment(campaign_id=document.campaign.id, category="portable", quantity=4))
            tx.add(Person(name="Hélène Sorlinet", role=PersonRole.AGENT, days_per_month=1.5))
            tx.add(Person(name="Luc Ferrand", role=PersonRole.ELECTED))
            tx.add(Workshop(title="Atelier", held=True))
            tx.add(Ambition(text="D’ici 2030, garder nos appareils deux ans de plus."))
            tx.add(PriorityAxis(title="Garder nos appareils"))
            tx.add(
                Objective(
                    title="Acheter d’occasion.",
                    indicator="Part de la dépense en réemploi",
                    unit="%",
                    base_year=2025,
                    base_value=9,
                    target_value=40,
                    due="2030",
                    rank=2,
                ),
                Objective(title="Garder les ordinateurs", rank=1),
            )

    return filled
