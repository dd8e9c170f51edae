"""A small commune whose strategy is to be written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.model import (
    Ambition,
    Authority,
    BodyLevel,
    Dimension,
    Equipment,
    Finding,
    GovernanceBody,
    Objective,
    PastAction,
    Person,
    PolicyDocument,
    PriorityAxis,
    Quote,
    Reach,
    Rhythm,
    Stakeholder,
    StepAnswer,
    SynthesisItem,
)

AUTHORITY = Authority(name="Valbrenne", population_municipal=2812, population_total=2860, agents=18)


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    """Return a document where nothing was told yet."""
    with Document.create(tmp_path / "valbrenne.nrdesk", AUTHORITY, year=2026) as made:
        yield made


@pytest.fixture
def told(doc: Document) -> Document:
    """Return a document whose steps 1 to 5 are told."""
    with doc.action("Raconter") as tx:
        campaign = doc.campaign.id
        axis = PriorityAxis(title="Garder le matériel", reason="Il pèse le plus.")
        tx.add(
            Equipment(campaign_id=campaign, category="portable", quantity=10, purchased="2021"),
            Person(name="Hélène Sorlinet", function="secrétaire générale", is_coordinator=True,
                   is_sponsor=True, days_per_month=1.5),
            GovernanceBody(name="Bureau", level=BodyLevel.STRATEGIC, rhythm=Rhythm.QUARTERLY),
            GovernanceBody(name="Réunion des agents", level=BodyLevel.OPERATIONAL),
            Stakeholder(name="École", interest=5, influence=4, contribution="Dire les besoins"),
            PolicyDocument(title="Projet de mandat", starts="2026"),
            PastAction(title="Imprimante partagée", since="2024"),
            SynthesisItem(campaign_id=campaign, finding=Finding.STRENGTH, text="L’équipe est là"),
            Ambition(text="D’ici 2030, garder nos appareils sept ans.", horizon=2030, scope="La mairie",
                     publics="Les agents", environment=60, social=40),
            axis,
            Objective(title="Garder les ordinateurs sept ans", axis_id=axis.id, indicator="âge de sortie",
                      unit="ans", base_year=2025, base_value=5.1, target_value=7, due="2030",
                      expected="Moins d’achats", means="Des batteries neuves"),
            Objective(title="Former les habitants", dimension=Dimension.SOCIAL, reach=Reach.TERRITORY),
            Quote(speaker="Jean Ormeval", role="maire", text="Chaque euro doit servir deux fois."),
            StepAnswer(step=6, question="Pourquoi nous, pourquoi maintenant ?", text="Le parc vieillit."),
        )  # fmt: skip
    return doc
