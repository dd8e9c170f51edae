"""The rows that were rejected, in a file that can be corrected and imported again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.core.errors import UserError
from nrdesk.core.exchange.counted import Outcome
from nrdesk.core.exchange.neutral import LINE, REASON
from nrdesk.core.exchange.sheets import write_sheet
from nrdesk.core.paths import same_file

if TYPE_CHECKING:
    from nrdesk.core.exchange.plan import ImportPlan
    from nrdesk.core.exchange.plans import PlanImport


def write_rejects(plan: ImportPlan | PlanImport, path: Path) -> None:
    """Write the rejected rows as they were, with their line number and the reason.

    Raises:
        UserError: this is the file that is being imported.
        SurroundingsError: the file could not be written; it is left as it was.
    """
    if same_file(path, plan.source.path):
        raise UserError(
            "Les rejets ne peuvent pas remplacer le fichier importé.",
            kept="Rien n’a été modifié.",
            todo="Choisissez un autre nom pour les rejets.",
        )
    rows = [[*row.cells, str(row.number), row.reason] for row in plan.rows if row.outcome is Outcome.REJECTED]
    write_sheet(path, [[*plan.source.headers, LINE, REASON], *rows])
