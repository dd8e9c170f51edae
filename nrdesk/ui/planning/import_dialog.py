"""The import of a plan of action: a table of one's own, the template of others, our own workbook back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nrdesk.core.exchange import ColumnMapping, Source
from nrdesk.core.exchange.plans import TARGETS, is_ours, read_plan
from nrdesk.core.formatting import NBSP
from nrdesk.core.jobs import Progress
from nrdesk.core.plan import importing
from nrdesk.ui.inventory.import_dialog import ImportDialog
from nrdesk.ui.inventory.import_kind import ImportKind, Planned
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable


def _prepare(session: Session, source: Source, mapping: ColumnMapping) -> Callable[[Progress], Planned]:
    return importing.prepared(session.document, source, mapping)


PLAN = ImportKind(
    title="Importer un plan d’action",
    formats="Tout tableau Excel, LibreOffice ou CSV, le modèle de Territoires en Transitions, le schéma "
    f"national des projets, ou un plan exporté par nrdesk. Votre fichier n’est jamais modifié{NBSP}; rien "
    "n’est enregistré avant l’aperçu.",
    files="Plans d’action",
    sheet_help="La feuille du classeur qui porte les actions.",
    fields="champs d’une action",
    targets=TARGETS,
    read=lambda path, progress, sheet: read_plan(path, progress, sheet=sheet),
    recognise=importing.columns,
    prepare=_prepare,
    apply=importing.apply,
    settled=is_ours,
)


class PlanImportDialog(ImportDialog):
    """Leads from a file to the actions of the plan, without writing anything before the last step."""

    def __init__(self, session: Session, path: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(session, path, parent, kind=PLAN)


def open_import(
    session: Session, parent: QWidget, done: Callable[[], object], path: Path | None = None
) -> None:
    """Open the import of a plan; once it is written, call `done` and say how to undo it."""

    def tell(sentence: str) -> None:
        done()
        say_undoable(parent, session, sentence)

    dialog = PlanImportDialog(session, path, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.imported.connect(tell)
    dialog.start()
