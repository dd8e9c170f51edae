"""What can be imported through the dialog: how its files are read, understood and written, in what words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from nrdesk.core.document import Document
from nrdesk.core.exchange import (
    TARGETS,
    ColumnMapping,
    ImportPlan,
    Source,
    apply_plan,
    plan_import,
    read_source,
    recognise_columns,
    remembered,
)
from nrdesk.core.exchange.plans import PlanImport
from nrdesk.core.formatting import NBSP
from nrdesk.core.jobs import Progress
from nrdesk.core.model import Equipment
from nrdesk.ui.session import Session

Planned: TypeAlias = "ImportPlan | PlanImport"
"""What an import would do."""


@dataclass(frozen=True, slots=True)
class ImportKind:
    """A kind of import."""

    title: str
    formats: str
    """What files are understood, said where one is chosen."""
    files: str
    """What the files are called in the dialog of the system."""
    sheet_help: str
    fields: str
    """What the columns go to, as it follows "Colonnes du fichier et"."""
    targets: tuple[tuple[str, str], ...]
    """What a column can be: name, French label."""
    read: Callable[[Path, Progress, str | None], Source]
    """Reads a sheet of a file, the likeliest when None."""
    recognise: Callable[[Document, Source], tuple[ColumnMapping, bool]]
    """Returns what each column is, and whether it is so because the user decided it last time."""
    prepare: Callable[[Session, Source, ColumnMapping], Callable[[Progress], Planned]]
    """Takes what it needs from the document, and returns the job that says what becomes of each row."""
    apply: Callable[[Document, Any], None]
    """Writes what its own `prepare` planned, in one action."""
    settled: Callable[[Source], bool] = lambda _: False
    """Whether the columns of a file are known without asking, as those of our own workbook."""


def _recognise(document: Document, source: Source) -> tuple[ColumnMapping, bool]:
    known = remembered(document, source)
    return recognise_columns(source, known), known is not None


def _prepare(session: Session, source: Source, mapping: ColumnMapping) -> Callable[[Progress], Planned]:
    campaign = session.campaign.id
    existing = session.document.all(Equipment, campaign_id=campaign)
    return lambda progress: plan_import(source, mapping, existing, campaign, progress)


INVENTORY = ImportKind(
    title="Importer un inventaire",
    formats="Excel, LibreOffice, CSV, exports GLPI et OCS, inventaires de postes en JSON ou XML. "
    f"Votre fichier n’est jamais modifié{NBSP}; rien n’est enregistré avant l’aperçu.",
    files="Inventaires",
    sheet_help="La feuille du classeur qui porte l’inventaire.",
    fields="champs de l’inventaire",
    targets=TARGETS,
    read=lambda path, progress, sheet: read_source(path, progress, sheet=sheet),
    recognise=_recognise,
    prepare=_prepare,
    apply=apply_plan,
)
