"""The document: one `.nrdesk` file, open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from sqlalchemy import Connection

from nrdesk.core.document.connection import close, driver, writing
from nrdesk.core.document.faults import explained
from nrdesk.core.document.history import History, Step
from nrdesk.core.document.images import Images
from nrdesk.core.document.opening import build, open_sound
from nrdesk.core.document.reading import Reader
from nrdesk.core.document.transaction import Transaction, write_journal
from nrdesk.core.errors import UserError
from nrdesk.core.model import Authority, Campaign

Kind = Literal["action", "undo", "redo"]


@dataclass(frozen=True, slots=True)
class Changed:
    """What an action, an undo or a redo changed."""

    tables: frozenset[str]
    origin: Kind
    label: str


class Document(Reader):
    """One open file. Reading is free; writing goes through `action`, and is on the disk when it returns."""

    def __init__(self, path: Path, connection: Connection, *, read_only: bool) -> None:
        super().__init__(connection)
        self.path = path
        self.read_only = read_only
        self._images = Images(connection)
        self._history = History()
        self._writing = False
        self._subscribers: list[Callable[[Changed], None]] = []

    @classmethod
    def create(cls, path: Path, authority: Authority, *, year: int) -> Document:
        """Create a file for a collectivité and the campaign of a year, and open it.

        Raises:
            UserError: a file is already there, or the folder refuses it.
        """
        today = dt.date.today()
        as_of = today if today.year == year else dt.date(year, 12, 31)
        build(path, [authority, Campaign(year=year, as_of=as_of.isoformat())])
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Document:
        """Open a file; one of an earlier version is backed up, then brought to this version.

        Raises:
            UserError: the file is not a sound document, is too new, or is open elsewhere.
        """
        path = Path(path)
        return cls(path, open_sound(path, read_only=read_only), read_only=read_only)

    def close(self) -> None:
        """Close the file. The history of undo goes with it."""
        close(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def action(self, label: str) -> Iterator[Transaction]:
        """Write: one transaction, one undo step, one `Changed` event.

        Whatever is raised inside takes everything back. An action that changes nothing leaves no trace.

        Raises:
            SurroundingsError: the disk, the folder or another program refused; nothing was written.
            RuntimeError: another action is under way.
        """
        number = self._history.next_number()
        with self._transaction():
            transaction = Transaction(self._connection, self._images, number)
            try:
                yield transaction
            finally:
                transaction.close()
            rows = transaction.changed.total()
            if rows:
                self._images.forget(self._history.leaving())
                write_journal(self._connection, label, "action", rows)
        if rows:
            step = Step(number, label, tuple(transaction.changed))
            self._history.push(step)
            self._publish(step, "action")

    def undo(self) -> Changed | None:
        """Undo the last step; return what changed, None when there is nothing to undo."""
        return self._swap(self._history.undoable(), "undo")

    def redo(self) -> Changed | None:
        """Redo the last step undone; return what changed, None when there is nothing to redo."""
        return self._swap(self._history.redoable(), "redo")

    @property
    def undo_label(self) -> str | None:
        """What undoing would undo."""
        step = self._history.undoable()
        return step.label if step else None

    @property
    def redo_label(self) -> str | None:
        """What redoing would redo."""
        step = self._history.redoable()
        return step.label if step else None

    def subscribe(self, subscriber: Callable[[Changed], None]) -> Callable[[], None]:
        """Call `subscriber` after every change; return the function that stops it."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def _swap(self, step: Step | None, kind: Kind) -> Changed | None:
        if step is None:
            return None
        with self._transaction():
            # Rows come back table by table: the links are checked at the end.
            self._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            rows = sum(self._images.swap(step.number, table) for table in step.tables)
            write_journal(self._connection, step.label, kind, rows)
        self._history.swapped(step)
        return self._publish(step, kind)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self.read_only:
            raise UserError(
                "Ce document est ouvert en lecture seule.",
                todo="Enregistrez une copie pour la modifier.",
            )
        if self._writing:
            raise RuntimeError("An action is under way: actions do not nest.")
        self._writing = True
        try:
            with explained(), writing(driver(self._connection)):
                yield
        finally:
            self._writing = False

    def _publish(self, step: Step, kind: Kind) -> Changed:
        """Tell every subscriber; the first error is raised once all were told."""
        changed = Changed(frozenset(table.name for table in step.tables), kind, step.label)
        errors: list[Exception] = []
        for subscriber in list(self._subscribers):
            try:
                subscriber(changed)
            except Exception as error:
                errors.append(error)
        if errors:
            raise errors[0]
        return changed
