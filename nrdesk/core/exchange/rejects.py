"""The rows that were rejected, in a file that can be corrected and imported again."""

from __future__ import annotations

import os
from pathlib import Path

from nrdesk.core.errors import SurroundingsError
from nrdesk.core.exchange import text_files
from nrdesk.core.exchange.neutral import LINE, REASON, neutral
from nrdesk.core.exchange.plan import ImportPlan, Outcome
from nrdesk.core.formatting import NBSP
from nrdesk.core.written.words import quoted


def write_rejects(plan: ImportPlan, path: Path) -> None:
    """Write the rejected rows as they were, with their line number and the reason.

    A cell that a spreadsheet would take for a formula is preceded by an apostrophe.

    Raises:
        SurroundingsError: the file could not be written; it is left as it was.
    """
    rows = [
        [*map(neutral, row.cells), str(row.number), row.reason]
        for row in plan.rows
        if row.outcome is Outcome.REJECTED
    ]
    draft = path.with_name(f".{path.name}.part")
    try:
        text_files.write(draft, [[*map(neutral, plan.source.headers), LINE, REASON], *rows])
        os.replace(draft, path)  # noqa: PTH105 -- the documented atomic replacement
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise SurroundingsError(
            f"Le fichier {quoted(path.name)} n’a pas pu être écrit{NBSP}: {error.strerror or error}.",
            todo="Fermez-le s’il est ouvert dans un tableur, ou choisissez un autre dossier.",
        ) from error
