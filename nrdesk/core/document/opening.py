"""From a path to a sound, up-to-date connection; nothing is written to a file that is refused."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Connection, insert

from nrdesk.core.document.columns import layout
from nrdesk.core.document.connection import APPLICATION_ID, close, open_file, wrap, writing
from nrdesk.core.document.faults import explain_os, explained
from nrdesk.core.document.migrations import LATEST, migrate, version
from nrdesk.core.document.schema import TABLES
from nrdesk.core.document.transaction import utc_now
from nrdesk.core.errors import UserError
from nrdesk.core.model import Record


def build(path: Path, records: Iterable[Record]) -> None:
    """Write a new file with its first records; it appears at its path once whole.

    Raises:
        UserError: a file is already there, or the folder refuses it.
    """
    if path.exists():
        raise UserError(f"Le fichier « {path.name} » existe déjà.", todo="Choisissez un autre nom.")
    draft = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    try:
        with explained(""):
            connection = wrap(open_file(draft, "rwc"))
            raw = connection.connection.driver_connection
            raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(raw)
            with writing(raw):
                for record in records:
                    shape = layout(type(record))
                    values = dict(zip(shape.by_name, shape.encode(record), strict=True))
                    values["updated_at"] = utc_now()
                    connection.execute(insert(TABLES[type(record)]), values)
            close(connection)
        os.replace(draft, path)
    except OSError as error:
        raise explain_os(error, path) from error
    finally:
        draft.unlink(missing_ok=True)


def open_sound(path: Path, *, read_only: bool) -> Connection:
    with explained():
        raw = open_file(path, "ro" if read_only else "rw")
        if version(raw) < LATEST:
            migrate(raw)
        return wrap(raw)
