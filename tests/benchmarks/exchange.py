"""Import of a whole XLSX inventory, against openpyxl merely reading its cells.

Ours reads the file, finds its titles, matches its columns, reads every date, price and category, tells the
duplicates, writes the lines in the document and makes it one undoable step. The floor does none of that.
"""

import datetime as dt
import random
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import openpyxl

from nrdesk.core.document import Document
from nrdesk.core.exchange import apply_plan, plan_import, read_source, recognise_columns
from nrdesk.core.model import Authority
from tests.benchmarks.harness import Measure, compare

SIZES = (1_000, 10_000, 100_000)
GOAL = 0.7
"""Times the floor (design, quality bar 5)."""
TITLES = (
    "N° d’inventaire", "Type", "Marque", "Modèle", "Lieu", "Service", "Quantité", "Date d’achat",
    "Acquisition", "Prix HT", "État", "Système", "N° de série", "Utilisateur", "Commentaire",
)  # fmt: skip
MODELS = (
    ("Ordinateur portable", "Dell", "Latitude 5490"),
    ("Ordinateur fixe", "HP", "ProDesk 400 G6"),
    ("Écran", "Iiyama", "ProLite XUB2493HS"),
    ("Imprimante", "Brother", "HL-L2310D"),
    ("Smartphone", "Samsung", "Galaxy A52s"),
)


def workbook(path: Path, lines: int) -> None:
    """Write a plausible inventory of 15 columns."""
    draw = random.Random(lines)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Parc")
    sheet.append(TITLES)
    for i in range(lines):
        day = dt.date(2012, 1, 1) + dt.timedelta(days=draw.randrange(5_000))
        date = draw.choice((day, day, day, day.year, None))
        place = (f"Site {draw.randrange(40)}", f"Bureau {draw.randrange(200)}")
        bought = (draw.randint(1, 4), date, draw.choice(("neuf", "occasion", "")), draw.randrange(80, 1500))
        state = (
            "en service",
            "Windows 11",
            f"SN{i:08}",
            "Une personne",
            draw.choice(("", "batterie faible")),
        )
        sheet.append((f"NR{i:06}", *draw.choice(MODELS), *place, *bought, *state))
    book.save(path)


def ours(doc: Document, path: Path) -> None:
    """Import a file, all the way to the disk."""
    source = read_source(path)
    plan = plan_import(source, recognise_columns(source), (), doc.campaign.id)
    assert plan.imported == plan.read
    apply_plan(doc, plan)


def reading(path: Path) -> int:
    """Read every cell with openpyxl, in its fastest mode, and do nothing with them."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    cells = sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True))
    book.close()
    return cells


def measures() -> Iterable[Measure]:
    """Yield one measure per size."""
    with tempfile.TemporaryDirectory() as folder:
        for lines in SIZES:
            path = Path(folder) / f"parc-{lines}.xlsx"
            workbook(path, lines)
            with Document.create(Path(folder) / f"{lines}.nrdesk", Authority(), year=2025) as doc:
                yield compare(
                    f"import XLSX, {lines} lignes × {len(TITLES)} colonnes, annulable",
                    partial(ours, doc, path),
                    partial(reading, path),
                    goal=GOAL,
                    floor_name="openpyxl lit seulement",
                    rounds=7 if lines < 100_000 else 1,
                )
