"""A plan of three actions, written in a document: one well filled in, one blocked, one barely begun."""

from nrdesk.core.model import (
    Action,
    ActionStatus,
    BudgetLine,
    Contribution,
    Dependency,
    MoneyKind,
    Objective,
    Person,
)
from nrdesk.ui.session import Session

OBJECTIVE = Objective(title="Garder les appareils plus longtemps", rank=1)
KEEP = Action(
    title="Garder les écrans dix ans",
    objective_id=OBJECTIVE.id,
    status=ActionStatus.UNDER_WAY,
    owner="Accueil",
    owner_days=2,
    starts="2027-01",
    ends="2027-03",
    expected="Moins d’achats.",
    indicator="Âge moyen",
    progress=30,
    priority=1,
    rank=1,
)
REPAIR = Action(
    title="Réparer avant de jeter",
    status=ActionStatus.UNDER_WAY,
    blocked=True,
    blocked_reason="Le devis tarde",
    owner="Services techniques",
    owner_days=1,
    starts="2027-02",
    months=2,
    rank=2,
)
PRINT = Action(title="Imprimer moins", rank=3)


def write(session: Session) -> None:
    """Write the plan as one action of the document."""
    with session.act("Préparer le plan") as tx:
        tx.set_setting("flash_path", False)
        tx.add(Person(name="Jeanne", function="accueil", days_per_month=1))
        tx.add(OBJECTIVE)
        tx.add_all((KEEP, REPAIR, PRINT))
        tx.add(Dependency(action_id=REPAIR.id, needs_id=KEEP.id))
        tx.add(Contribution(action_id=KEEP.id, who="Accueil", days_per_month=0.5))
        tx.add(BudgetLine(action_id=KEEP.id, year=2027, kind=MoneyKind.INVESTMENT, amount=900))
        tx.add(BudgetLine(action_id=KEEP.id, year=2028, kind=MoneyKind.SAVING, amount=400))
