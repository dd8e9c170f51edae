"""A small commune to report on, and what a PDF says when it is read back."""

from collections.abc import Iterator
from pathlib import Path

import page
import pytest

from nrdesk.core.document import Document
from nrdesk.core.model import (
    Acquisition,
    Authority,
    Campaign,
    DeclaredSpend,
    Deliberation,
    Equipment,
    EquipmentStatus,
    Person,
    Workshop,
)

AUTHORITY = Authority(
    name="Évreuil-le-Petit",
    insee_code="00000",
    territory="France métropolitaine (continentale)",
    population_municipal=1_240,
    population_total=1_260,
    population_year=2023,
    agents=9,
    siret="21270001200014",
    is_demo=True,
)
LINES: tuple[dict[str, object], ...] = (
    {"number": "E1", "category": "portable", "site": "Mairie", "quantity": 3, "purchased": "2021-05-03"},
    {"number": "E2", "category": "pc_fixe_bureautique", "site": "Mairie", "quantity": 2, "purchased": "2014"},
    {"number": "E3", "category": "ecran", "site": "Mairie", "quantity": 4, "purchased": "2019-03",
     "purchased_uncertain": True},
    {"number": "E4", "category": "smartphone", "site": "Services techniques", "quantity": 2,
     "purchased": "2024-01-15", "acquisition": Acquisition.REFURBISHED, "brand": "Fairphone", "model": "4"},
    {"number": "E5", "category": "videoprojecteur", "site": "École", "purchased": "2017-09-01"},
    {"number": "E6", "category": "tablette", "site": "École", "quantity": 6},
    {"number": "E7", "category": "switch", "site": "École", "purchased": "2018"},
    {"number": "E8", "category": "onduleur", "site": "Mairie", "purchased": "2018"},
    {"number": "E9", "category": "portable", "site": "Mairie", "purchased": "2016",
     "status": EquipmentStatus.IN_STOCK},
    {"number": "E10", "model": "Boîte noire", "quantity": 2},
    {"number": "E11", "category": "ecran", "purchased": "2008", "status": EquipmentStatus.OUT},
)  # fmt: skip


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    """A commune of 1 240 inhabitants: inventory of 31 October 2026, who coordinates, a meeting, a vote."""
    with Document.create(tmp_path / "evreuil.nrdesk", AUTHORITY, year=2026) as doc:
        with doc.action("Remplir") as tx:
            tx.update(Campaign, doc.campaign.id, as_of="2026-10-31")
            tx.add(Person(name="Jeanne Ménard", function="secrétaire de mairie", is_coordinator=True))
            tx.add(
                DeclaredSpend(
                    year=2025,
                    product_type="Papier",
                    total=210.0,
                    reused=0.0,
                    donated=0.0,
                    recycled=190.5,
                )
            )
            tx.add(
                Deliberation(
                    meeting="2026-12-15T20:00", seats=11, present=8, proxies=1, votes_for=8, votes_against=1
                )
            )
            tx.add(Workshop(title="Cadrage", starts="2026-03-12T18:00", agenda="10 min Accueil", held=True))
            tx.add_all(Equipment(campaign_id=doc.campaign.id, **line) for line in LINES)
        yield doc


def failures(path: Path) -> list[tuple[str, str]]:
    """Rules that a PDF breaks, in both profiles."""
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
    return [
        (failure.rule_id, failure.message)
        for profile in profiles
        for failure in page.validate_pdf(str(path), profile=profile).failures
    ]
