"""Writing the files that the tests import."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import openpyxl

from nrdesk.core.exchange import ImportPlan, plan_import, read_source, recognise_columns
from nrdesk.core.model import Equipment

FILES = Path(__file__).parents[2] / "files" / "exchange"
MESSY = FILES / "demo" / "demo_inventory_brut_cp1252.csv"
CLEAN = FILES / "demo" / "demo_inventory.csv"


def planned(path: Path, existing: Sequence[Equipment] = ()) -> ImportPlan:
    """Return the plan of a file as it is recognised."""
    source = read_source(path)
    plan = plan_import(source, recognise_columns(source), existing, "campaign")
    assert plan.read == plan.imported + plan.duplicates + plan.rejected + plan.ignored
    return plan


def csv_file(folder: Path, text: str, *, encoding: str = "utf-8", name: str = "parc.csv") -> Path:
    """Write a text table."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def xlsx_file(folder: Path, *sheets: tuple[str, Iterable[Sequence[object]]], name: str = "parc.xlsx") -> Path:
    """Write a workbook."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    path = folder / name
    book.save(path)
    return path


def reasons(plan: ImportPlan) -> dict[int, tuple[str, str]]:
    """Return line number -> (outcome, reason) of the rows that are not imported."""
    return {row.number: (row.outcome.value, row.reason) for row in plan.rows if row.outcome != "imported"}
