"""A copy of an action asks and changes the same, and has done nothing yet."""

from pathlib import Path

from nrdesk.core.document import Document
from nrdesk.core.model import (
    Action,
    ActionLever,
    ActionStatus,
    Authority,
    BudgetLine,
    Contribution,
    Milestone,
)
from nrdesk.core.plan.copying import duplicate


def test_a_copy_keeps_what_is_asked_and_leaves_what_happened(tmp_path: Path) -> None:
    first = Action(
        title="Garder les écrans",
        status=ActionStatus.DONE,
        progress=100,
        votes=4,
        owner="accueil",
        catalogue="A1-01",
        rank=3,
    )
    with Document.create(tmp_path / "plan.nrdesk", Authority(name="Valbrenne"), year=2026) as document:
        with document.action("Saisir") as tx:
            tx.add(first)
            tx.add(Contribution(action_id=first.id, who="maire", days_per_month=1))
            tx.add(BudgetLine(action_id=first.id, year=2027, amount=100))
            tx.add(ActionLever(action_id=first.id, amount=2, targets="Écrans"))
            tx.add(Milestone(action_id=first.id, title="Devis"))
        copy = duplicate(document, first.id)
        kept = document.get(Action, copy.id)
        assert (kept.title, kept.owner, kept.rank) == ("Garder les écrans (copie)", "accueil", 4)
        assert (kept.status, kept.progress, kept.votes, kept.catalogue) == (
            ActionStatus.TO_START,
            None,
            0,
            "",
        )
        for kind in (Contribution, BudgetLine, ActionLever):
            (made,) = document.all(kind, action_id=copy.id)
            (old,) = document.all(kind, action_id=first.id)
            assert made.id != old.id
        assert document.count(Milestone, action_id=copy.id) == 0
        document.undo()
        assert document.ids(Action) == [first.id]
        assert document.count(BudgetLine) == 1
