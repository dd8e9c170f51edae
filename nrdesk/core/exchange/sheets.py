"""Tables that go out as CSV: what a French spreadsheet opens with a double click, and never executes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from nrdesk.core.errors import SurroundingsError
from nrdesk.core.exchange import text_files
from nrdesk.core.exchange.neutral import neutral
from nrdesk.core.formatting import NBSP
from nrdesk.core.written.words import quoted


def write_sheet(path: Path, rows: Iterable[Iterable[str]]) -> None:
    """Write rows as CSV: UTF-8 with its mark, `;`, no half file.

    A cell that a spreadsheet would take for a formula is preceded by an apostrophe.

    Raises:
        SurroundingsError: the file could not be written; it is left as it was.
    """
    draft = path.with_name(f".{path.name}.part")
    try:
        text_files.write(draft, (map(neutral, row) for row in rows))
        os.replace(draft, path)  # noqa: PTH105 -- the documented atomic replacement
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise SurroundingsError(
            f"Le fichier {quoted(path.name)} n’a pas pu être écrit{NBSP}: {error.strerror or error}.",
            todo="Fermez-le s’il est ouvert dans un tableur, ou choisissez un autre dossier.",
        ) from error
