"""Reading: records, columns and counts, straight from rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, func, select
from sqlalchemy.dialects.sqlite import dialect

from nrdesk.core.document.columns import R, layout
from nrdesk.core.document.connection import driver
from nrdesk.core.document.faults import explained
from nrdesk.core.document.images import chosen, listed
from nrdesk.core.document.schema import TABLES
from nrdesk.core.model import Activity, Authority, Campaign, Record, Setting


class Reader:
    """What can be read of an open document.

    Conditions are equalities on fields (`campaign_id=...`); a field that does not exist, or a value that is
    not of its type, is a mistake of the program (`TypeError`). Everything comes in the order of the
    identifiers, which is the order of creation.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, kind: type[R], **equals: object) -> list[R]:
        """Return the records that match."""
        return layout(kind).decode(self._matching(kind, None, equals))

    def get(self, kind: type[R], id: str) -> R:
        """Return one record.

        Raises:
            KeyError: there is none with this identifier.
        """
        return self.many(kind, [id])[0]

    def many(self, kind: type[R], ids: Iterable[str]) -> list[R]:
        """Return records in the order of `ids`.

        Raises:
            KeyError: one of them does not exist.
        """
        ids = list(ids)
        by_id = {record.id: record for record in self.existing(kind, ids)}
        return [by_id[id] for id in ids]

    def existing(self, kind: type[R], ids: Iterable[str]) -> list[R]:
        """Return those of the records that exist, in no order."""
        return layout(kind).decode(self._rows(_CHOSEN[kind], listed(ids)))

    def ids(self, kind: type[Record], **equals: object) -> list[str]:
        """Return the identifiers of the records that match."""
        return [row[0] for row in self._matching(kind, ("id",), equals)]

    def column(self, kind: type[Record], name: str, **equals: object) -> dict[str, Any]:
        """Return one field of the records that match, by identifier."""
        shape = layout(kind)
        decode = shape.column(name).decoder()
        rows = self._matching(kind, ("id", name), equals)
        return {id: decode(value) if decode else value for id, value in rows}

    def count(self, kind: type[Record], **equals: object) -> int:
        """Return how many records match."""
        statement = _where(kind, select(func.count()).select_from(TABLES[kind]), equals)
        number: int = self._rows(statement)[0][0]
        return number

    @property
    def authority(self) -> Authority:
        """The collectivité of the document."""
        return self.all(Authority)[0]

    @property
    def campaign(self) -> Campaign:
        """The latest campaign."""
        return self.campaigns()[-1]

    def campaigns(self) -> list[Campaign]:
        """Return the campaigns, the latest year last."""
        return sorted(self.all(Campaign), key=lambda campaign: campaign.year)

    def setting(self, key: str) -> Any:  # noqa: ANN401 -- any JSON value
        """Return a value kept with the document, None when there is none."""
        found = self.all(Setting, key=key)
        return json.loads(found[0].value) if found else None

    def activity(self, limit: int = 200) -> list[Activity]:
        """Return the last entries of the journal, the latest first."""
        table = TABLES[Activity]
        return layout(Activity).decode(self._rows(select(table).order_by(table.c.id.desc()).limit(limit)))

    def _matching(
        self, kind: type[Record], columns: tuple[str, ...] | None, equals: Mapping[str, object]
    ) -> Sequence[Sequence[Any]]:
        """Return columns, all of them by default, of the rows that match, in the order of identifiers."""
        shape = layout(kind)
        values = {name: shape.column(name).encode(value) for name, value in equals.items()}
        sql = _sql(TABLES[kind], columns, tuple((name, value is None) for name, value in values.items()))
        given = [value for value in values.values() if value is not None]
        with explained():
            return driver(self._connection).execute(sql, given).fetchall()

    def _rows(
        self, statement: Select[Any], parameters: Mapping[str, object] | None = None
    ) -> Sequence[Sequence[Any]]:
        with explained():
            return self._connection.execute(statement, parameters).fetchall()


_CHOSEN = {kind: select(table).where(chosen(table)) for kind, table in TABLES.items()}


@cache
def _sql(table: Table, columns: tuple[str, ...] | None, conditions: tuple[tuple[str, bool], ...]) -> str:
    """Return the SQL that reads rows: writing it takes longer than reading a small table, as most are.

    Args:
        table: the table.
        columns: those that are read; None for all of them.
        conditions: columns that are compared, in order, and whether with NULL rather than with a parameter.
    """
    wanted = [table] if columns is None else [table.c[name] for name in columns]
    met = (
        table.c[name].is_(None) if is_null else table.c[name] == bindparam(name)
        for name, is_null in conditions
    )
    statement = select(*wanted).where(*met).order_by(table.c.id)
    return str(statement.compile(dialect=dialect()))


def _where(kind: type[Record], statement: Select[Any], equals: dict[str, object]) -> Select[Any]:
    table, shape = TABLES[kind], layout(kind)
    values = {name: shape.column(name).encode(value) for name, value in equals.items()}
    return statement.where(*(table.c[name] == value for name, value in values.items()))
