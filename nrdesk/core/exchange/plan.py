"""What an import would do, row by row, before it does anything."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nrdesk.core.errors import UserError
from nrdesk.core.exchange.columns import AGE, BRAND_MODEL, ColumnMapping
from nrdesk.core.exchange.counted import Counted, Outcome
from nrdesk.core.exchange.duplicates import Known
from nrdesk.core.exchange.files import refusal
from nrdesk.core.exchange.lines import Line, LineBuilder, is_our_export
from nrdesk.core.exchange.source import Source, SourceRow
from nrdesk.core.formatting import NBSP
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.model import Equipment
from nrdesk.core.reference import interchange
from nrdesk.core.written.words import normal, quoted

_NAMING = frozenset(("category", "brand", "model", BRAND_MODEL))
"""Columns that tell what an appliance is; a file without any is no inventory."""
_TELLING = frozenset(
    (
        "brand",
        "model",
        BRAND_MODEL,
        "quantity",
        "purchased",
        AGE,
        "serial_number",
        "operating_system",
        "price",
    )
)
"""Columns that only an inventory has; without any, its lines have to be recognised."""
_LEAST_RECOGNISED = 0.3
_TOTAL = re.compile(r"(?:sous |grand |nombre )?(?:total|totaux)(?: [a-z ]{1,30})?|somme")
_WORDS_OF_A_TOTAL = 2
"""Cells with letters that a row of totals has, at most."""
_STEP = 1_000
"""Rows between two calls to the progress."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row of the file and what becomes of it."""

    number: int
    """Number of its line in the file."""
    outcome: Outcome
    reason: str
    """Why it is not imported; for an imported row, what will have to be completed, if anything."""
    record: Equipment | None
    """The inventory line, when it is imported."""
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan(Counted):
    """What an import would do."""

    source: Source
    mapping: ColumnMapping
    campaign_id: str
    rows: tuple[PlannedRow, ...]
    """Every row of the file but the titles: `read` = imported + duplicates + rejected + ignored."""
    counts: Counter[Outcome]

    @property
    def limits(self) -> str:
        """What a file of this format never says, in a French sentence; "" when any column may be there."""
        formats = interchange.recognised(self.source.headers)
        if not formats:
            return ""
        return f"Le format {formats[0].label} ne dit pas tout{NBSP}: il perd {formats[0].loses}."

    @property
    def records(self) -> list[Equipment]:
        """The inventory lines to add, in the order of the file."""
        return [row.record for row in self.rows if row.record is not None]


def plan_import(
    source: Source,
    mapping: ColumnMapping,
    existing: Sequence[Equipment],
    campaign_id: str,
    progress: Progress = silent,
) -> ImportPlan:
    """Return what importing a file would do; nothing is written.

    Args:
        source: the file read.
        mapping: what each of its columns is.
        existing: the lines that the campaign already has, against which duplicates are told.
        campaign_id: the campaign that the lines will belong to.
        progress: told every thousand rows.

    Raises:
        UserError: the file is not an inventory, or no column says what the appliances are.
    """
    _check_columns(source, mapping)
    builder = LineBuilder(
        mapping,
        campaign_id,
        exact=is_our_export(source.headers),
        interchanged=bool(interchange.recognised(source.headers)),
    )
    known = Known(existing)
    rows = [PlannedRow(row.number, Outcome.IGNORED, _above(row), None, row.cells) for row in source.above]
    for done, row in enumerate(source.rows):
        if done % _STEP == 0:
            progress(done, len(source.rows))
        rows.append(_planned(source, builder, known, row))
    progress(len(source.rows), len(source.rows))
    plan = ImportPlan(source, mapping, campaign_id, tuple(rows), Counter(row.outcome for row in rows))
    _check_content(plan)
    return plan


def _planned(source: Source, builder: LineBuilder, known: Known, row: SourceRow) -> PlannedRow:
    """Return what becomes of a row under the titles."""
    if reason := _not_a_line(source, row):
        return PlannedRow(row.number, Outcome.IGNORED, reason, None, row.cells)
    line = builder.build(row.cells)
    if not builder.exact:
        if _is_total(row, line):
            return PlannedRow(row.number, Outcome.IGNORED, "ligne de total", None, row.cells)
        if reason := _impossible(line):
            return PlannedRow(row.number, Outcome.REJECTED, reason, None, row.cells)
    if reason := known.reason(row.number, line.attributes):
        return PlannedRow(row.number, Outcome.DUPLICATE, reason, None, row.cells)
    return PlannedRow(row.number, Outcome.IMPORTED, _to_complete(line), line.record(), row.cells)


def _not_a_line(source: Source, row: SourceRow) -> str:
    """Return why a row is no line of the table, or ""."""
    if row.skip:
        return row.skip
    if row.blank:
        return "ligne vide"
    if row.cells == source.headers:
        return "titres de colonnes répétés"
    return ""


def _above(row: SourceRow) -> str:
    """Return why a row above the titles is ignored."""
    return "ligne vide" if row.blank else "au-dessus des titres de colonnes"


def _is_total(row: SourceRow, line: Line) -> bool:
    """Return whether a row says that it is a total, and hardly anything else but figures."""
    if line.attributes["category"]:
        return False
    words = [normal(cell) for cell in row.cells if any(map(str.isalpha, cell))]
    return len(words) <= _WORDS_OF_A_TOTAL and any(map(_TOTAL.fullmatch, words))


def _impossible(line: Line) -> str:
    """Return why a row cannot become a line, or ""."""
    if not line.named:
        return f"rien ne dit de quel appareil il s’agit{NBSP}: ni catégorie, ni marque, ni modèle"
    return line.problems.get("quantity", "")


def _to_complete(line: Line) -> str:
    """Return what an imported line still lacks to be understood, or ""."""
    problems = list(line.problems.values())
    if not line.attributes.get("category"):
        problems.insert(0, f"catégorie non reconnue{NBSP}: à choisir dans la liste")
    return f"{NBSP}; ".join(problems)


def _check_columns(source: Source, mapping: ColumnMapping) -> None:
    """Raise when no column tells what the appliances are."""
    if _NAMING.isdisjoint(mapping.by_field):
        raise _not_an_inventory(
            source, "aucune colonne ne dit de quel appareil il s’agit (catégorie, marque ou modèle)."
        )


def _check_content(plan: ImportPlan) -> None:
    """Raise when the columns are too few to tell an inventory and the lines name no appliance either."""
    if not _TELLING.isdisjoint(plan.mapping.by_field):
        return
    recognised = sum(1 for record in plan.records if record.category)
    if recognised < _LEAST_RECOGNISED * (plan.imported + plan.rejected) or not recognised:
        raise _not_an_inventory(plan.source, "presque aucune de ses lignes ne désigne un appareil numérique.")


def _not_an_inventory(source: Source, why: str) -> UserError:
    """Return the error of a table that is about something else."""
    return refusal(
        f"{quoted(source.path.name)} n’est pas un inventaire{NBSP}: {why}",
        "Choisissez un autre fichier, ou indiquez ce que contient chaque colonne.",
    )
