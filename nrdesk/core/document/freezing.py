"""The door is shut on what a frozen campaign is made of: its rows, and itself but for unfreezing it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from nrdesk.core.document.columns import layout
from nrdesk.core.document.images import chosen, listed
from nrdesk.core.errors import UserError
from nrdesk.core.model import Campaign, Record

_OWNER = "campaign_id"
_FROZEN = f"SELECT id, year FROM {Campaign.TABLE} WHERE frozen = 1"


class FrozenCampaignError(UserError):
    """Something was about to change in a campaign whose figures never move again."""

    def __init__(self, year: int) -> None:
        super().__init__(
            f"La campagne {year} est figée : ses chiffres ne bougent plus.",
            kept="Rien n’a été modifié.",
            todo="Ouvrez la campagne d’une autre année, ou défigez celle-ci.",
        )


class Frost:
    """The campaigns that are frozen at this very moment, asked once for each write."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def check_added(self, records: Sequence[Record]) -> None:
        """Refuse records of a frozen campaign, all of one kind.

        Raises:
            FrozenCampaignError: one of them is.
        """
        if _OWNER in layout(type(records[0])).by_name and (frozen := self._frozen()):
            _refuse_any({getattr(record, _OWNER) for record in records}, frozen)

    def check_changed(self, table: Table, ids: Iterable[str], changes: Mapping[str, Any]) -> None:
        """Refuse to change rows of a frozen campaign, or to give rows to one.

        Args:
            table: the table of the rows.
            ids: the rows that would change.
            changes: their new values, as SQLite holds them; none for rows about to be deleted.

        Raises:
            FrozenCampaignError: one of them is of a frozen campaign.
        """
        of_campaign = _OWNER in table.c
        if not of_campaign and table.name != Campaign.TABLE:
            return
        if not (frozen := self._frozen()):
            return
        if of_campaign:
            owners = select(table.c[_OWNER]).where(chosen(table)).distinct()
            touched = {owner for (owner,) in self._connection.execute(owners, listed(ids))}
            _refuse_any(touched | {changes.get(_OWNER)}, frozen)
        elif dict(changes) != {"frozen": 0}:
            _refuse_any(set(ids), frozen)

    def _frozen(self) -> Mapping[str, int]:
        """Return the year of each frozen campaign, by identifier."""
        rows = self._connection.exec_driver_sql(_FROZEN)
        return {row[0]: row[1] for row in rows}


def _refuse_any(campaigns: Iterable[str | None], frozen: Mapping[str, int]) -> None:
    for campaign in campaigns:
        if (year := frozen.get(campaign or "")) is not None:
            raise FrozenCampaignError(year)
