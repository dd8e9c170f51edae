"""A small plan of action with everything that can hang from an action."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.model import (
    Action,
    ActionLever,
    ActionStatus,
    Authority,
    Axis,
    BudgetLine,
    Contribution,
    Dependency,
    Dimension,
    LeverSubject,
    Milestone,
    MoneyKind,
    Moscow,
    Objective,
    Operation,
    Participation,
    Person,
    Reach,
)

FILES = Path(__file__).parents[3] / "files" / "exchange"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Document]:
    """A document without an action."""
    with Document.create(tmp_path / "vide.nrdesk", Authority(name="Évreuil"), year=2026) as doc:
        yield doc


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    """Three actions, one of which has every attribute."""
    authority = Authority(name="Évreuil", siret="21690123400019")
    with Document.create(tmp_path / "plan.nrdesk", authority, year=2026) as doc:
        with doc.action("Écrire le plan") as tx:
            objective = Objective(title="Garder les ordinateurs sept ans")
            whole = _whole(objective.id)
            short = Action(title="=2+2 n’est pas une formule", starts="2026", ends="2027", rank=1)
            dropped = Action(title="Louer les écrans", status=ActionStatus.DROPPED, rank=2)
            tx.add(objective, whole, short, dropped, Person(name="Jeanne Ménard", function="Secrétaire"))
            tx.add(
                Contribution(
                    action_id=whole.id, who="École", days_per_month=0.125, role="Choisit\nles postes"
                ),
                Dependency(action_id=short.id, needs_id=whole.id),
                Milestone(action_id=whole.id, title="Marché signé, notifié", due="2026-09"),
                Milestone(title="Bilan au conseil", due="2027-03-01", reached="2027-03-02"),
                ActionLever(
                    action_id=whole.id,
                    subject=LeverSubject.REFURBISHED,
                    operation=Operation.SET,
                    amount=0.2,
                    targets="portable,ecran",
                    from_year=2027,
                    comment="devis",
                ),
            )
            tx.add(*_money(whole.id))
        yield doc


def _whole(objective_id: str) -> Action:
    return Action(
        title="Acheter reconditionné",
        description="Un lot\ndu groupement",
        objective_id=objective_id,
        axis=Axis.PURCHASING,
        dimension=Dimension.SOCIAL,
        reach=Reach.TERRITORY,
        status=ActionStatus.UNDER_WAY,
        blocked=True,
        blocked_reason="Le syndicat n’a pas répondu",
        progress=40,
        priority=1,
        ease=2,
        impact=3,
        moscow=Moscow.MUST,
        votes=7,
        starts="2026-01-15",
        months=11.5,
        owner="Jeanne Ménard",
        owner_days=0.25,
        elected_lead="Jean-Luc Orneval",
        service="Mairie - Achats",
        structure="Syndicat",
        partners="Atelier Rebond, CC du Pays d’Orlette",
        governance="Comité de suivi",
        means="Une demi-journée",
        expected="Deux ordinateurs achetés sur cinq",
        indicator="Part du réemploi (%)",
        funding_note="Demander avant mars",
        participation=Participation.DIALOGUE,
        continuous=True,
        comment="À revoir",
        catalogue="A1-02",
        origin="atelier",
        unread='{"ends": "quand on pourra"}',
        rank=0,
    )


def _money(action_id: str) -> tuple[BudgetLine, ...]:
    def line(kind: MoneyKind, amount: float | None, year: int = 2026, **said: object) -> BudgetLine:
        return BudgetLine(action_id=action_id, year=year, kind=kind, amount=amount, **said)

    return (
        line(MoneyKind.OPERATING, 1_234.567),
        line(MoneyKind.INVESTMENT, 500.0, 2027, comment="écrans"),
        line(MoneyKind.SAVING, 300.0, 2027),
        line(MoneyKind.FUNDING, 400.0, funder="Région", secured=True),
        line(MoneyKind.FUNDING, 90.0, funder="ADEME"),
        line(MoneyKind.FUNDING, 80.0, funder="Syndicat"),
        line(MoneyKind.FUNDING, 10.0, funder="Mécène"),
        line(MoneyKind.OPERATING, None, 2028),
    )
