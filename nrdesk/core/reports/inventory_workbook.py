"""The inventory as a spreadsheet that nrdesk can import again without losing anything.

Column titles and the way values are written are those of `core.inventory.fields`, which the import reads
too: that is what guarantees the round trip.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.inventory.fields import FIELDS, InventoryField
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.model import Authority, Campaign, Equipment
from nrdesk.core.reference.factors import Family
from nrdesk.core.reports import parts, wording, xlsx
from nrdesk.core.reports.xlsx import Cell, Column, Sheet

if TYPE_CHECKING:
    from nrdesk.core.document import Document

SHEET = "Inventaire"
_WIDTHS = {"category": 38, "model": 28, "site": 22, "service": 22, "purchased": 14, "comment": 44}
_FORMATS = {
    "quantity": "0",
    "price": '#,##0.00\\ "€"',
    "lifetime_years": "0.0##",
    "annual_kwh": "#,##0.0##",
    "purchased": "dd/mm/yyyy",
    "warranty_until": "dd/mm/yyyy",
    "retired": "dd/mm/yyyy",
}
_DATES = ("purchased", "warranty_until", "retired")
_FULL_DATE = len("2018-03-05")


def write(document: Document, progress: Progress = silent, campaign: Campaign | None = None) -> bytes:
    """Return the workbook of a campaign, the latest one by default."""
    campaign = campaign or document.campaign
    lines = document.all(Equipment, campaign_id=campaign.id)
    sheets = (
        Sheet(SHEET, tuple(_column(field) for field in FIELDS), tuple(_rows(lines, progress))),
        _read_me(document.authority, campaign, parts.factor_family(document, campaign), len(lines)),
    )
    title = f"Inventaire, {wording.full_name(document.authority)}"
    return xlsx.workbook(sheets, title=title, date=dt.date.fromisoformat(campaign.as_of))


def _column(field: InventoryField) -> Column:
    return Column(
        field.label,
        width=_WIDTHS.get(field.name, max(len(field.label) + 4, 14)),
        choices=field.choices,
        help=field.help,
        number_format=_FORMATS.get(field.name, ""),
    )


def _rows(lines: Sequence[Equipment], progress: Progress) -> Iterator[tuple[Cell, ...]]:
    for rank, line in enumerate(lines, start=1):
        unread = line.unread_texts()
        yield tuple(unread.get(field.name) or _cell(field, line) for field in FIELDS)
        progress(rank, len(lines))


def _cell(field: InventoryField, line: Equipment) -> Cell:
    """Return a number or a full date as such, anything else as the grid shows it."""
    value = getattr(line, field.name)
    if field.numeric and isinstance(value, int | float):
        return value
    text = field.show(line)
    if field.name in _DATES and value and text == dates.short(value) and len(value) == _FULL_DATE:
        return dt.date.fromisoformat(value)
    return text


def _read_me(authority: Authority, campaign: Campaign, family: Family, lines: int) -> Sheet:
    """Return what one needs to know to read the inventory, to complete it and to import it again."""
    licence = f" (licence : {family.licence})" if family.licence else ""
    date = dates.in_letters(dt.date.fromisoformat(campaign.as_of))
    facts = [
        ("Collectivité", wording.full_name(authority)),
        ("Campagne", str(campaign.year)),
        ("Inventaire arrêté au", date),
        ("Nombre de lignes", str(lines)),
        ("Facteurs d’empreinte", f"{family.label}, {family.version}{licence}"),
        ("Statut", "document de travail"),
    ]
    if authority.is_demo:
        facts.append(("Attention", "Commune fictive : toutes les données sont inventées."))
    advice = [
        (
            "Compléter",
            f"Travaillez dans la feuille « {SHEET} » : une ligne par équipement ou par lot identique.",
        ),
        ("Garder les titres", "Ne changez pas la première ligne : elle sert à reconnaître les colonnes."),
        (
            "Réimporter",
            "Dans nrdesk, « Importer » puis ce fichier. Les équipements déjà connus sont reconnus.",
        ),
        ("En cas de doute", "Écrivez « 2018 ? » pour une date incertaine, laissez vide ce que vous ignorez."),
    ]
    columns = [(field.label, field.help) for field in FIELDS]
    rows = [*facts, ("", ""), *advice, ("", ""), ("Colonne", "Ce qu’on y écrit"), *columns]
    text = tuple((wording.french(name), wording.french(said)) for name, said in rows)
    return Sheet("Lisez-moi", (Column("À propos", width=28), Column("", width=100)), text, is_table=False)
