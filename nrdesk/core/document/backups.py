"""Dated backups in a folder beside the document: 7 days, 4 weeks, 12 months, and those made on purpose."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from nrdesk.core.document.faults import explain_os
from nrdesk.core.document.place import copy

_STAMP = "%Y-%m-%d_%H-%M-%S"
_SUFFIX = ".nrdesk"

_Period = Callable[[dt.datetime], object]
_KEPT: tuple[tuple[int, _Period], ...] = (
    (7, lambda moment: moment.date()),
    (4, lambda moment: moment.isocalendar()[:2]),
    (12, lambda moment: (moment.year, moment.month)),
)
"""How many days, weeks and months keep their latest backup."""


class BackupKind(StrEnum):
    """Why a backup was made; the value is in the name of its file."""

    DAILY = "quotidienne"
    MANUAL = "manuelle"
    BEFORE_UPGRADE = "avant-mise-a-niveau"
    BEFORE_RESTORING = "avant-restauration"

    @property
    def label(self) -> str:
        """French words shown in the list of backups."""
        return self.value.replace("mise-a-niveau", "mise à niveau").replace("-", " ")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: a whole document that opens as it is."""

    path: Path
    made_at: dt.datetime
    """Local time."""
    kind: BackupKind


def folder_of(document: Path) -> Path:
    """Return the folder of the backups of a document."""
    return document.with_name(f"{document.stem}.sauvegardes")


def list_backups(document: Path) -> list[Backup]:
    """Return the backups of a document, the latest first."""
    found = [backup for path in folder_of(document).glob(f"*{_SUFFIX}") if (backup := _parse(path))]
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def make_backup(
    source: sqlite3.Connection, document: Path, kind: BackupKind, now: dt.datetime | None = None
) -> Backup:
    """Back up an open document.

    Raises:
        SurroundingsError: the folder or the disk refused.
    """
    backup = new_backup(document, kind, now or dt.datetime.now())
    copy(source, backup.path)
    return backup


def rotate(source: sqlite3.Connection, document: Path, now: dt.datetime | None = None) -> None:
    """Back up the work of an earlier day, unless it already is; drop the daily backups that are too many.

    Raises:
        OSError: the folder cannot be read.
        SurroundingsError: the folder or the disk refused the backup.
    """
    now = now or dt.datetime.now()
    existing = list_backups(document)
    changed = dt.datetime.fromtimestamp(document.stat().st_mtime)
    if changed.date() >= now.date() or any(backup.made_at > changed for backup in existing):
        return
    daily = [backup for backup in existing if backup.kind is BackupKind.DAILY]
    daily.append(make_backup(source, document, BackupKind.DAILY, now))
    kept = _kept(daily)
    for backup in daily:
        if backup not in kept:
            backup.path.unlink(missing_ok=True)


def new_backup(document: Path, kind: BackupKind, now: dt.datetime) -> Backup:
    """Return the backup to make, its folder ready and its path free.

    Raises:
        SurroundingsError: the folder cannot be made.
    """
    folder = folder_of(document)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise explain_os(error, folder) from error
    now = now.replace(microsecond=0)
    while (path := folder / f"{now.strftime(_STAMP)}_{kind}{_SUFFIX}").exists():
        now += dt.timedelta(seconds=1)
    return Backup(path, now, kind)


def _parse(path: Path) -> Backup | None:
    """Return the backup of a path; None for a file that is not named as one."""
    stamp, kind = path.stem[:19], path.stem[20:]
    try:
        return Backup(path, dt.datetime.strptime(stamp, _STAMP), BackupKind(kind))
    except ValueError:
        return None


def _kept(daily: Sequence[Backup]) -> set[Backup]:
    """Return those to keep: the latest of each of the last days, weeks and months that have one."""
    kept: set[Backup] = set()
    for number, period in _KEPT:
        latest: dict[object, Backup] = {}
        for backup in sorted(daily, key=lambda backup: backup.made_at, reverse=True):
            latest.setdefault(period(backup.made_at), backup)
        kept.update(list(latest.values())[:number])
    return kept
