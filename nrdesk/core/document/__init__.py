"""The `.nrdesk` file: create, open, read, act, undo, back up, restore, recover.

Storage only: it knows SQL and gives records. Nothing else in nrdesk knows SQL.
"""

from nrdesk.core.document.backups import Backup, BackupKind, list_backups
from nrdesk.core.document.document import Changed, Document
from nrdesk.core.document.faults import (
    DamagedDocument,
    DocumentTooNew,
    ForeignDocument,
    GoneError,
    OvertakenError,
)
from nrdesk.core.document.lock import DocumentLocked, Holder, holder_of
from nrdesk.core.document.opening import build
from nrdesk.core.document.recovery import RecoveryReport, TableReport, recover
from nrdesk.core.document.removal import remove
from nrdesk.core.document.restoring import restore
from nrdesk.core.document.transaction import Transaction

__all__ = [
    "Backup",
    "BackupKind",
    "Changed",
    "DamagedDocument",
    "Document",
    "DocumentLocked",
    "DocumentTooNew",
    "ForeignDocument",
    "GoneError",
    "Holder",
    "OvertakenError",
    "RecoveryReport",
    "TableReport",
    "Transaction",
    "build",
    "holder_of",
    "list_backups",
    "recover",
    "remove",
    "restore",
]
