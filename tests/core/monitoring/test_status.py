"""The board in figures: what is blocked is not told late as well."""

import datetime as dt
from pathlib import Path

from nrdesk.core.document import Document
from nrdesk.core.model import Action, ActionStatus, Authority, Milestone
from nrdesk.core.monitoring.status import board

TODAY = dt.date(2026, 11, 22)


def test_the_board(tmp_path: Path) -> None:
    late = Action(title="en retard", status=ActionStatus.UNDER_WAY, ends="2026-06", rank=2)
    stuck = Action(title="bloquée", ends="2026-06", blocked=True, blocked_reason="devis", rank=1)
    over = Action(title="faite", status=ActionStatus.DONE, ends="2025", blocked=True, rank=3)
    fine = Action(title="à l’heure", starts="2027", rank=4)
    with Document.create(tmp_path / "c.nrdesk", Authority(name="Valbrenne"), year=2026) as document:
        with document.action("Planifier") as tx:
            tx.add(late, stuck, over, fine)
            tx.add(Milestone(action_id=fine.id, title="Accord", due="2026-10"))
        found = board(document, TODAY)
    assert [each.title for each in found.actions] == ["bloquée", "en retard", "faite", "à l’heure"]
    assert [each.title for each in found.blocked] == ["bloquée"]
    assert [each.title for each, _ in found.late] == ["en retard", "à l’heure"]
    assert "Accord" in found.late[1][1]
    assert [each.title for each in found.launched] == ["en retard", "faite"]
    assert [each.title for each in found.of(ActionStatus.TO_START)] == ["bloquée", "à l’heure"]
