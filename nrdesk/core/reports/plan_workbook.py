"""The plan of action as a spreadsheet that nrdesk can import again without losing anything.

Sheets, titles and the way values are written are those of `core.exchange.plans.layout`, which the import
reads too: that is what guarantees the round trip.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.ambition import in_order
from nrdesk.core.errors import NotReadyError
from nrdesk.core.exchange.plans import layout
from nrdesk.core.exchange.plans.layout import SheetLayout
from nrdesk.core.fields import plan as fields
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.model import Action, Dependency, Objective, Record
from nrdesk.core.plan.states import left_unread
from nrdesk.core.reports import parts, wording, xlsx
from nrdesk.core.reports.xlsx import Cell, Column, Sheet

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_WIDTHS = {
    "title": 46,
    "objective_id": 34,
    "description": 60,
    "means": 44,
    "funding_note": 44,
    "comment": 50,
    "expected": 44,
    "indicator": 36,
    "owner": 24,
    "axis": 24,
    "who": 28,
    "role": 40,
    "targets": 30,
}
_FORMATS = {
    "amount": "#,##0.0###",
    "year": "0",
    "from_year": "0",
    "starts": "dd/mm/yyyy",
    "ends": "dd/mm/yyyy",
    "due": "dd/mm/yyyy",
    "reached": "dd/mm/yyyy",
    "progress": "0",
}
_NARROW, _ID_WIDTH = 14, 36
_CHOICES = {
    field.name: field.choices
    for declared in (fields.ACTION, fields.BUDGET_LINE, fields.lever({}))
    for field in declared
    if field.choices and field.name != "objective_id"
}


def write(document: Document, progress: Progress = silent) -> bytes:
    """Return the workbook of the plan.

    Raises:
        NotReadyError: there is no action.
    """
    actions = in_order(document.all(Action))
    if not actions:
        raise NotReadyError(
            "Le plan n’a pas encore d’action.", todo="À l’étape 8, ajoutez une action ou choisissez-en."
        )
    titles = {each.id: each.title for each in actions}
    objectives = {each.id: each.title for each in document.all(Objective)}
    kinds: tuple[type[Record], ...] = (Action, *(sheet.kind for sheet in layout.PARTS))
    sheets = [
        Sheet(
            layout.ACTIONS.title, _columns(layout.ACTIONS), tuple(_actions(actions, objectives)), wraps=True
        )
    ]
    for done, sheet in enumerate(layout.PARTS, start=1):
        sheets.append(_part(sheet, document.all(sheet.kind), titles))
        progress(done, len(layout.PARTS))
    date = parts.date_of(document, *kinds)
    sheets.append(_read_me(document, len(actions), dates.in_letters(date)))
    return xlsx.workbook(sheets, title=f"Plan d’action, {wording.full_name(document.authority)}", date=date)


def _columns(sheet: SheetLayout) -> tuple[Column, ...]:
    own = tuple(_column(name, title) for name, title in sheet.columns.items())
    if sheet is layout.ACTIONS:
        return (*own, Column(layout.ID, width=_ID_WIDTH))
    needed = (Column(layout.NEEDED_TITLE, width=46),) if sheet.kind is Dependency else ()
    return (
        Column(layout.ACTION_TITLE, width=46),
        *needed,
        *own,
        Column(layout.ACTION_ID, width=_ID_WIDTH),
    )


def _column(name: str, title: str) -> Column:
    return Column(
        title,
        width=_ID_WIDTH if name == "needs_id" else _WIDTHS.get(name, max(len(title) + 4, _NARROW)),
        choices=tuple(filter(None, _CHOICES.get(name, ()))),
        number_format=_FORMATS.get(name, ""),
    )


def _actions(actions: list[Action], objectives: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    for action in actions:
        yield (*(_cell(action, name, objectives) for name in layout.ACTIONS.columns), action.id)


def _cell(action: Action, name: str, objectives: Mapping[str, str]) -> Cell:
    """Return the value of an attribute; where it has none, the text that nobody could read."""
    if unread := left_unread(action, name):
        return unread
    if name == "objective_id":
        return objectives.get(action.objective_id or "", "")
    return layout.written(action, name)


def _part(sheet: SheetLayout, records: list[Record], titles: Mapping[str, str]) -> Sheet:
    rows = []
    for record in records:
        owner: str | None = getattr(record, "action_id", None)
        needed = (titles.get(record.needs_id, ""),) if isinstance(record, Dependency) else ()
        cells = (layout.written(record, name) for name in sheet.columns)
        rows.append((titles.get(owner or "", ""), *needed, *cells, owner or ""))
    # A sheet without a row still has its titles: what was taken out of the file is told from what is empty.
    return Sheet(sheet.title, _columns(sheet), tuple(rows), wraps=True)


def _read_me(document: Document, actions: int, date: str) -> Sheet:
    """Return what one needs to know to complete the plan and to import it again."""
    facts = [
        ("Collectivité", wording.full_name(document.authority)),
        ("Plan arrêté au", date),
        ("Nombre d’actions", str(actions)),
        ("Statut", "document de travail"),
    ]
    if document.authority.is_demo:
        facts.append(("Attention", "Commune fictive : toutes les données sont inventées."))
    advice = [
        (
            "Compléter",
            f"Une ligne par action dans la feuille « {layout.ACTIONS.title} ». Les autres feuilles disent "
            "qui contribue, ce que chaque action attend, ses jalons, son argent et ce qu’elle change.",
        ),
        ("Ajouter", "Écrivez une nouvelle ligne, sans identifiant : nrdesk lui en donnera un."),
        (
            "Garder les titres",
            "Ne changez ni la première ligne ni les identifiants : ils servent à reconnaître les actions.",
        ),
        (
            "Réimporter",
            "Dans nrdesk, page « Plan d’action », « Importer » puis ce fichier. Ce qui a changé est mis à "
            "jour, ce qui est pareil reste. Une action effacée ici n’est pas supprimée du plan.",
        ),
        ("Sommes", "En euros hors taxes."),
    ]
    helps = [(field.label, field.help) for field in fields.ACTION if field.help]
    rows = [*facts, ("", ""), *advice, ("", ""), ("Colonne", "Ce qu’on y écrit"), *helps]
    text = tuple((wording.french(name), wording.french(said)) for name, said in rows)
    return Sheet("Lisez-moi", (Column("À propos", width=28), Column("", width=100)), text, is_table=False)
