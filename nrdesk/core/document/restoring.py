"""Putting a backup in place of a document, never without keeping what was there."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from nrdesk.core.document.backups import Backup, BackupKind, make_backup, new_backup
from nrdesk.core.document.connection import open_file
from nrdesk.core.document.faults import DamagedDocument, explain_os, explained
from nrdesk.core.document.lock import Lock
from nrdesk.core.document.opening import require_document
from nrdesk.core.document.place import copy


def restore(backup: Path, target: Path) -> Backup | None:
    """Put a backup in place of a document; return the backup of what was there, if anything was.

    Raises:
        DocumentLocked: the document is open.
        DamagedDocument: the backup is not a sound document.
        SurroundingsError: the folder or the disk refused; the document is as it was.
    """
    source = require_document(backup, "ro")
    try:
        lock = Lock.take(target)
        try:
            replaced = _set_aside(target) if target.exists() else None
            copy(source, target)
        finally:
            lock.release()
    except OSError as error:
        raise explain_os(error, target) from error
    finally:
        source.close()
    return replaced


def _set_aside(document: Path) -> Backup:
    """Back up a document that is about to be replaced, byte for byte when SQLite cannot read it."""
    try:
        with explained():
            current = open_file(document, "rw")
        try:
            return make_backup(current, document, BackupKind.BEFORE_RESTORING)
        finally:
            current.close()
    except DamagedDocument:
        backup = new_backup(document, BackupKind.BEFORE_RESTORING, dt.datetime.now())
        shutil.copy2(document, backup.path)
        return backup
