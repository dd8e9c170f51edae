"""A small park and ways to write a plan for it in a line."""

import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from nrdesk.core.document import Document
from nrdesk.core.model import (
    Acquisition,
    Action,
    ActionLever,
    Authority,
    Campaign,
    Equipment,
    LeverSubject,
    Operation,
    ServiceUse,
)

MAINLAND = "France métropolitaine (continentale)"


def create(folder: Path) -> Document:
    """Return a document of 2026: laptops of 2022 kept five years, screens kept nine, paper, mailboxes."""
    path = folder / "a.nrdesk"
    path.write_bytes(_park())
    return Document.open(path)


@cache
def _park() -> bytes:
    """Return the file of the park, made once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.nrdesk"
        with Document.create(path, Authority(name="Ici", territory=MAINLAND), year=2026) as doc:
            _fill(doc)
        return path.read_bytes()


def _fill(doc: Document) -> None:
    campaign = doc.campaign.id
    with doc.action("Saisir") as tx:
        tx.update(Campaign, campaign, as_of="2026-06-30")
        tx.add(
            Equipment(
                campaign_id=campaign,
                category="portable_14",
                quantity=8,
                purchased="2022",
                lifetime_years=5,
                price=900.0,
            ),
            Equipment(
                campaign_id=campaign,
                category="portable",
                quantity=2,
                purchased="2022",
                lifetime_years=5,
                acquisition=Acquisition.REFURBISHED,
                price=400.0,
            ),
            Equipment(
                campaign_id=campaign, category="ecran_24", quantity=6, purchased="2018", lifetime_years=9
            ),
            ServiceUse(campaign_id=campaign, service="ramettes", quantity=40.0),
            ServiceUse(campaign_id=campaign, service="boite_mail", quantity=20.0),
        )


def act(doc: Document, title: str, *levers: ActionLever, **fields: Any) -> Action:
    """Add an action that ends in 2026 unless told otherwise, with its levers."""
    made = Action(**{"title": title, "ends": "2026-12", "rank": doc.count(Action) + 1, **fields})
    with doc.action("Ajouter") as tx:
        tx.add(made)
        tx.add_all(replace(each, action_id=made.id) for each in levers)
    return made


def lever(
    subject: str, operation: str, amount: float | None, targets: str = "", **fields: Any
) -> ActionLever:
    """Return a lever of no action yet."""
    return ActionLever(
        action_id="",
        subject=LeverSubject(subject),
        operation=Operation(operation),
        amount=amount,
        targets=targets,
        **fields,
    )
