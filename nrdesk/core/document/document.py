"""The document: one `.nrdesk` file, open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from nrdesk.core.document.backups import Backup, BackupKind, list_backups, make_backup
from nrdesk.core.document.checks import verify
from nrdesk.core.document.connection import close, driver, pragma, wrap, writing
from nrdesk.core.document.faults import OvertakenError, explained
from nrdesk.core.document.history import History, Step
from nrdesk.core.document.images import Images
from nrdesk.core.document.lock import DocumentLocked, holder_of, lock_path
from nrdesk.core.document.opening import Opened, build, open_sound
from nrdesk.core.document.place import Place, copy
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
    rows: Mapping[str, frozenset[str]] = field(default_factory=dict, compare=False)
    """Identifiers of the rows added, changed or deleted, by table: what was read of the others holds."""


class Document(Reader):
    """One open file. Reading is free; writing goes through `action`, and is on the disk when it returns."""

    def __init__(self, path: Path, opened: Opened) -> None:
        super().__init__(wrap(opened.connection))
        self.path = path
        self.warnings: tuple[str, ...] = tuple(opened.warnings)
        """What could not be done on opening, in French; none of it prevents from working."""
        self._lock = opened.lock
        self._place = Place(path)
        self._version = pragma(opened.connection, "data_version")
        self._images = Images(self._connection, kept=opened.lock is not None)
        self._history = History()
        self._acting = False
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
    def open(cls, path: Path, *, read_only: bool = False, take_over: bool = False) -> Document:
        """Open a file; one of an earlier version is backed up, then brought to this version.

        A file or a folder that is write-protected is opened for reading only, with the reason in `warnings`.

        Args:
            path: the file.
            read_only: only read: no lock is taken, nothing is written, not even by a migration.
            take_over: open it even if another machine seems to have it open.

        Raises:
            DocumentLocked: the document is open elsewhere.
            UserError: the file is missing, is not a sound document, or is too new.
        """
        path = path.absolute()
        return cls(path, open_sound(path, read_only=read_only, take_over=take_over))

    @property
    def read_only(self) -> bool:
        """Whether the document can only be read."""
        return self._lock is None

    def close(self) -> None:
        """Close the file; the history of undo goes with it. Closing twice is the same as once."""
        if not self._connection.closed:
            close(self._connection)
            if self._lock:
                self._lock.release()

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
                step = Step(number, label, tuple(transaction.changed))
                touched = self._touched(step)
                write_journal(self._connection, label, "action", rows, touched)
        if rows:
            self._history.push(step)
            self._done(step, "action", touched)

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

    def save_copy(self, target: Path) -> None:
        """Write the document as it is to another file, which is replaced if it exists.

        Raises:
            UserError: the target is this document, is open, or the folder or the disk refuses it.
        """
        target = target.absolute()
        itself = lock_path(target) == lock_path(self.path)
        if itself and self._place.is_kept():
            raise UserError(
                "C’est le document lui-même.", todo="Choisissez un autre nom ou un autre dossier."
            )
        if not itself and (holder := holder_of(target)):
            raise DocumentLocked(holder)
        copy(driver(self._connection), target)

    def back_up(self) -> Backup:
        """Make a dated backup beside the document, kept until the user removes it.

        Raises:
            SurroundingsError: the folder or the disk refuses it.
        """
        return make_backup(driver(self._connection), self.path, BackupKind.MANUAL)

    def backups(self) -> list[Backup]:
        """Return the backups of the document, the latest first."""
        return list_backups(self.path)

    def verify(self) -> list[str]:
        """Return what is wrong with the file, a French sentence each; nothing when it is sound."""
        return verify(driver(self._connection))

    def _swap(self, step: Step | None, kind: Kind) -> Changed | None:
        if step is None:
            return None
        with self._transaction():
            # Rows come back table by table: the links are checked at the end.
            self._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            rows = sum(self._images.swap(step.number, table) for table in step.tables)
            touched = self._touched(step)
            write_journal(self._connection, step.label, kind, rows, touched)
        self._history.swapped(step)
        return self._done(step, kind, touched)

    def _touched(self, step: Step) -> Mapping[str, frozenset[str]]:
        """Return the rows of a step, as its images say."""
        return {table.name: self._images.touched(step.number, table) for table in step.tables}

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self.read_only:
            raise UserError(
                "Ce document est ouvert en lecture seule.",
                todo="Enregistrez une copie : c’est elle que vous modifierez.",
            )
        if self._acting:
            raise RuntimeError("An action is under way: actions do not nest.")
        self._place.check()
        self._acting = True
        try:
            with explained(), writing(driver(self._connection)):
                # What was read and the history of undo are only true of the file that we alone write.
                if pragma(driver(self._connection), "data_version") != self._version:
                    raise OvertakenError
                yield
        finally:
            self._acting = False

    def _done(self, step: Step, kind: Kind, rows: Mapping[str, frozenset[str]]) -> Changed:
        """Tell every subscriber, then raise the first error that one of them raised."""
        changed = Changed(frozenset(rows), kind, step.label, rows)
        errors = []
        for subscriber in list(self._subscribers):
            try:
                subscriber(changed)
            except Exception as error:
                errors.append(error)
        if errors:
            raise errors[0]
        # Deleted while SQLite was writing: what is acknowledged must be in the file at its path.
        self._place.check()
        return changed
