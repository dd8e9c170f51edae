"""Files put in their place whole, and a file watched at its place."""

from __future__ import annotations

import contextlib
import sqlite3
import uuid
from collections.abc import Iterator
from pathlib import Path

from nrdesk.core.document.connection import open_file
from nrdesk.core.document.faults import GoneError, explain_os, explained


class Place:
    """The file that was opened, at its path: it must stay the same one, or what is written is lost."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._identity = self._read()

    def is_kept(self) -> bool:
        """Whether the file opened is still the one at the path."""
        return self._read() == self._identity

    def check(self) -> None:
        """Check that the file opened is still the one at the path.

        Raises:
            GoneError: it was deleted, moved or replaced.
        """
        if not self.is_kept():
            raise GoneError

    def _read(self) -> tuple[int, int] | None:
        try:
            stat = self._path.stat()
        except OSError:
            return None
        return stat.st_dev, stat.st_ino


@contextlib.contextmanager
def draft(target: Path) -> Iterator[Path]:
    """Give a path to write beside `target`, then put what was written there in its place, whole.

    Raises:
        SurroundingsError: the folder or the disk refused; `target` is as it was.
    """
    path = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}")
    try:
        path.touch(exist_ok=False)  # SQLite would not say why a folder refuses
        with explained(kept=""):
            yield path
        # A journal left by a killed process would be played into the new file.
        journal(target).unlink(missing_ok=True)
        path.replace(target)
    except OSError as error:
        raise explain_os(error, target) from error
    finally:
        for left in (path, journal(path)):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


def journal(path: Path) -> Path:
    """Return the path of the rollback journal of a SQLite file."""
    return path.with_name(f"{path.name}-journal")


def copy(source: sqlite3.Connection, target: Path) -> None:
    """Copy an open file by SQLite's backup API: copying a live file by its bytes can lose rows.

    Raises:
        SurroundingsError: the folder or the disk refused; `target` is as it was.
    """
    with draft(target) as path:
        copied = open_file(path, "rwc")
        try:
            source.backup(copied)
        finally:
            copied.close()
