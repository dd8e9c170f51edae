"""Writing: what can be done to rows between the beginning and the end of one action."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    bindparam,
    delete,
    false,
    insert,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects import sqlite

from nrdesk.core.document.columns import SqlValue, layout
from nrdesk.core.document.freezing import Frost
from nrdesk.core.document.images import Images, chosen, listed
from nrdesk.core.document.reading import Reader
from nrdesk.core.document.schema import TABLES
from nrdesk.core.document.stamps import user_name, utc_now
from nrdesk.core.model import RECORDS, Activity, Record, Setting


class Transaction:
    """The writes of one action; every row is kept as it was before it changes.

    What belongs to a frozen campaign is refused (`FrozenCampaignError`, a sentence for the user). A wrong
    field, a value of the wrong type (`TypeError`) or a row that does not exist (`KeyError`) is a mistake of
    the program. Either takes the whole action back.
    """

    def __init__(self, connection: Connection, images: Images, step: int) -> None:
        self._connection = connection
        self._images = images
        self._frost = Frost(connection)
        self._step = step
        self._now = utc_now()
        self._open = True
        self.changed: Counter[Table] = Counter()
        """Rows changed, by table."""

    def add(self, *records: Record) -> None:
        """Add records."""
        self.add_all(records)

    def add_all(self, records: Iterable[Record]) -> None:
        """Add any number of records, of any kinds."""
        for kind, alike in by_kind(records):
            table = self._table(kind)
            self._frost.check_added(alike)
            self._images.keep_absent(self._step, table, [record.id for record in alike])
            self._connection.exec_driver_sql(_INSERT[table], [self._row(record) for record in alike])
            self.changed[table] += len(alike)

    def update(self, kind: type[Record], id: str, /, **changes: object) -> None:
        """Change fields of one record."""
        self.update_all(kind, [id], **changes)

    def update_all(self, kind: type[Record], ids: Iterable[str], /, **changes: object) -> None:
        """Give the same values to fields of many records; rows that already have them do not change."""
        table = self._table(kind)
        values = layout(kind).encode_changes(changes)
        differ = or_(false(), *(table.c[name].is_distinct_from(value) for name, value in values.items()))
        if changing := self._existing(table, ids, differ):
            self._frost.check_changed(table, changing, values)
            self._images.keep(self._step, table, changing)
            statement = update(table).where(chosen(table)).values(**values, updated_at=self._now)
            self._connection.execute(statement, listed(changing))
            self.changed[table] += len(changing)

    def replace(self, records: Iterable[Record]) -> None:
        """Give each record's values to the row that has its identifier; equal rows do not change."""
        for kind, alike in by_kind(records):
            table = self._table(kind)
            kept = Reader(self._connection).many(kind, [record.id for record in alike])
            changed = [
                new
                for new, old in zip(alike, kept, strict=True)
                if dataclasses.replace(new, updated_at=old.updated_at) != old
            ]
            if changed:
                self._frost.check_changed(table, [record.id for record in changed], {})
                self._frost.check_added(changed)
                self._images.keep(self._step, table, [record.id for record in changed])
                values: dict[str, object] = {name: bindparam(f"new_{name}") for name in layout(kind).by_name}
                statement = update(table).where(table.c.id == bindparam("new_id")).values(values)
                rows = [zip(values, self._row(record), strict=True) for record in changed]
                self._connection.execute(statement, [{f"new_{n}": v for n, v in row} for row in rows])
                self.changed[table] += len(changed)

    def delete(self, kind: type[Record], ids: Iterable[str]) -> None:
        """Delete records; those that point to them must go first."""
        table = self._table(kind)
        if going := self._existing(table, ids):
            self._frost.check_changed(table, going, {})
            self._images.keep(self._step, table, going)
            self._connection.execute(delete(table).where(chosen(table)), listed(going))
            self.changed[table] += len(going)

    def set_setting(self, key: str, value: Any) -> None:  # noqa: ANN401 -- any JSON value
        """Keep a JSON value with the document; None removes it."""
        kept = Reader(self._connection).ids(Setting, key=key)
        text = json.dumps(value, ensure_ascii=False)
        if value is None:
            self.delete(Setting, kept)
        elif kept:
            self.update_all(Setting, kept, value=text)
        else:
            self.add(Setting(key=key, value=text))

    def close(self) -> None:
        """Refuse any further write: the action is over."""
        self._open = False

    def _table(self, kind: type[Record]) -> Table:
        if not self._open:
            raise RuntimeError("This action is over: begin another one to write.")
        if kind is Activity:
            raise TypeError("The journal is written by the document itself.")
        return TABLES[kind]

    def _existing(
        self, table: Table, ids: Iterable[str], condition: ColumnElement[bool] | None = None
    ) -> list[str]:
        """Return those of `ids` whose rows meet a condition; every one must exist."""
        if isinstance(ids, str):
            raise TypeError("Identifiers are expected, not one text")
        wanted = set(ids)
        meets = true() if condition is None else condition
        statement = select(table.c.id, meets).where(chosen(table))
        rows = self._connection.execute(statement, listed(wanted)).fetchall() if wanted else []
        if len(rows) != len(wanted):
            raise KeyError(f"{table.name}: {len(wanted) - len(rows)} of the rows do not exist")
        return [id for id, met in rows if met]

    def _row(self, record: Record) -> tuple[SqlValue, ...]:
        shape = layout(type(record))
        row = shape.encode(record)
        row[shape.dated_at] = self._now
        return tuple(row)


def by_kind(records: Iterable[Record]) -> Iterator[tuple[type[Record], list[Record]]]:
    """Group records by kind, parents before children."""
    alike: dict[type[Record], list[Record]] = {}
    for record in records:
        alike.setdefault(type(record), []).append(record)
    return iter(sorted(alike.items(), key=lambda item: RECORDS.index(item[0])))


_INSERT = {table: str(insert(table).compile(dialect=sqlite.dialect())) for table in TABLES.values()}
"""SQL that takes rows as they are: an import has 100 000 of them, too many for dictionaries."""
_JOURNAL = insert(TABLES[Activity])


_MOST_TOUCHED = 50
"""Rows that an entry of the journal names: an import of thousands is told by its label."""


def write_journal(
    connection: Connection, label: str, kind: str, rows: int, touched: Mapping[str, frozenset[str]]
) -> None:
    """Add an entry to the journal, in the transaction under way.

    Args:
        connection: of the document.
        label: what was done.
        kind: "action", "undo" or "redo".
        rows: number of rows changed.
        touched: identifiers of these rows, by table.
    """
    now = utc_now()
    named = sorted(id for ids in touched.values() for id in ids)
    entry = Activity(
        at=now,
        updated_at=now,
        label=label,
        kind=kind,
        user=user_name(),
        rows=rows,
        touched=" ".join(named) if len(named) <= _MOST_TOUCHED else "",
    )
    values = dict(zip(layout(Activity).by_name, layout(Activity).encode(entry), strict=True))
    connection.execute(_JOURNAL, values)
