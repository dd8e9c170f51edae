"""The common plan: what several lead together first, then what each leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.consolidation import leaders
from nrdesk.core.formatting import count
from nrdesk.core.reports import plan_parts
from nrdesk.core.reports.content import Block, Column, Heading, Table
from nrdesk.core.reports.wording import capital, french, listed, prose, when

if TYPE_CHECKING:
    from nrdesk.core.model import Action


def blocks(actions: Sequence[Action]) -> Iterator[Block]:
    """Yield the chapter of the common plan, nothing without an action."""
    if not actions:
        return
    common = [action for action in actions if len(leaders(action)) > 1]
    yield Heading(1, "Le plan commun")
    together = f", dont {count(len(common), 'menée ensemble', 'menées ensemble')}" if common else ""
    yield prose(f"{count(len(actions), 'action')}{together}.")
    if common:
        yield table(common, "Actions menées ensemble")
    others = [action for action in actions if action not in common]
    if others:
        yield table(others, "Actions menées par une collectivité")


def table(actions: Sequence[Action], caption: str) -> Table:
    """Return actions as a table."""
    return Table(
        french(caption),
        (
            Column("Action", 3),
            Column("Menée par", 2.4),
            Column("État", 1),
            Column("Début", 1.2),
            Column("Fin", 1.2),
        ),
        tuple(
            (
                action.title or "sans titre",
                listed(list(leaders(action))) or "–",
                capital("bloquée" if action.blocked else plan_parts.status(action)),
                when(action.starts),
                when(action.ends),
            )
            for action in actions
        ),
    )
