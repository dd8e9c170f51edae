"""A small plan to follow: four actions in four states, an indicator, a body that meets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nrdesk.core.document import Document
from nrdesk.core.model import (
    Action,
    ActionStatus,
    Authority,
    Campaign,
    Equipment,
    GovernanceBody,
    Indicator,
    Milestone,
    Reading,
)
from nrdesk.core.model.team import BodyLevel, Rhythm

TODAY = dt.date(2026, 10, 1)


@contextmanager
def followed(path: Path) -> Iterator[Document]:
    """Open a new document whose plan is under way."""
    with Document.create(path, Authority(name="Essai", agents=9), year=2026) as document:
        with document.action("Remplir") as tx:
            tx.update(Campaign, document.campaign.id, as_of="2026-09-30")
            tx.add(
                Equipment(
                    campaign_id=document.campaign.id, category="portable", quantity=3, purchased="2021-05"
                )
            )
            tx.add(GovernanceBody(name="Comité", level=BodyLevel.OPERATIONAL, rhythm=Rhythm.MONTHLY))
            running = Action(title="Garder", status=ActionStatus.UNDER_WAY, starts="2026-02", ends="2026-12")
            tx.add(
                running,
                Action(
                    title="Former", rank=1, status=ActionStatus.TO_START, starts="2027-01", ends="2027-06"
                ),
                Action(
                    title="Publier",
                    rank=2,
                    status=ActionStatus.UNDER_WAY,
                    starts="2026-03",
                    ends="2027-03",
                    blocked=True,
                    blocked_reason="Pas de réponse.",
                ),
                Action(
                    title="Trier", rank=3, status=ActionStatus.UNDER_WAY, starts="2026-01", ends="2026-06"
                ),
            )
            tx.add(Milestone(action_id=running.id, title="Marché signé", due="2026-11"))
            shared = Indicator(
                title="Postes éteints", unit="%", base_value=20, base_date="2026", target_value=90,
                target_date="2028",
            )  # fmt: skip
            tx.add(shared, Reading(indicator_id=shared.id, read_on="2026-06-01", value=30))
        yield document


def named(document: Document, title: str) -> Action:
    """Return an action by its title."""
    return next(each for each in document.all(Action) if each.title == title)
