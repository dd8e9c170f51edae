"""`nrdesk --selftest DIR`: proves on the spot that this copy of nrdesk is whole.

A build that was pruned too far still starts, and fails months later on the one document that needed what is
gone. So the self-test does for real what a user does, with every library that is shipped: it creates,
imports, computes, draws, writes every document of the demonstration and shows every page. All it makes stays
in the folder, with `rapport.txt` and `rapport.json`.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk import __version__
from nrdesk.core.formatting import NBSP

if TYPE_CHECKING:
    import pikepdf

OPTION = "--selftest"
# fmt: off
LIBRARIES = (
    "PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtPrintSupport", "PySide6.QtSvg",
    "shiboken6", "sqlalchemy", "sqlite3", "openpyxl", "et_xmlfile", "python_calamine", "pikepdf",
    "lxml.etree", "reportlab.pdfgen.canvas", "docx", "pptx", "xlsxwriter", "PIL.Image", "PIL.ImageCms",
    "matplotlib.figure", "matplotlib.backends.backend_agg", "mpl_toolkits", "numpy", "kiwisolver",
    "contourpy", "cycler", "dateutil", "packaging", "pyparsing", "fontTools.agl",
    "defusedxml.ElementTree", "typing_extensions",
)
# fmt: on
"""What is shipped, each by a module of it."""
FORBIDDEN = ("ssl", "_ssl", "_hashlib", "PySide6.QtNetwork")
"""What a packaged nrdesk must not hold: without it, no code could reach the network by mistake."""
_DOSSIER = "Élève à côté — n° 1"
"""Folder of what is made: spaces, accents and a dash, as real folders have."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one check came to."""

    name: str
    passed: bool
    detail: str
    """What was counted, or what went wrong with its trace."""
    seconds: float


class MissingError(Exception):
    """Something is not as it must be; the message says what, in French."""


Check = Callable[[Path], str]


def asked(arguments: Sequence[str]) -> Path | None:
    """Return the folder of the self-test that a command line asks for; None when it asks for something else.

    Raises:
        SystemExit: the folder is missing.
    """
    if not arguments or arguments[0].partition("=")[0] != OPTION:
        return None
    folder = arguments[0].partition("=")[2] or (arguments[1] if len(arguments) > 1 else "")
    if not folder:
        raise SystemExit(f"nrdesk : {OPTION} demande un dossier, où le rapport est écrit.")
    return Path(folder)


def run(folder: Path) -> int:
    """Run every check in the folder, write the report there, return 0 when all passed and 1 otherwise."""
    work = folder / _DOSSIER
    work.mkdir(parents=True, exist_ok=True)
    # Neither the settings nor the recent files of whoever asks.
    os.environ["NRDESK_HOME"] = str(folder / "réglages")
    for old in (*work.iterdir(), *folder.glob("réglages/*.nrdesk")):
        if old.is_file():
            old.unlink()
    outcomes = [_outcome(name, check, work) for name, check in CHECKS.items()]
    text = report(outcomes)
    (folder / "rapport.txt").write_text(text, encoding="utf-8")
    content = {"version": __version__, "python": sys.version, "controles": [asdict(o) for o in outcomes]}
    (folder / "rapport.json").write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    if sys.stdout is not None:
        sys.stdout.write(text)
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def report(outcomes: list[Outcome]) -> str:
    """Return the report that a person reads."""
    failed = [outcome for outcome in outcomes if not outcome.passed]
    verdict = f"{len(failed)} contrôle(s) en échec" if failed else "tout est là"
    lines = [f"nrdesk {__version__}{NBSP}: {verdict} ({len(outcomes)} contrôles)."]
    for outcome in outcomes:
        sign = "ok   " if outcome.passed else "ÉCHEC"
        lines.append(f"{sign} {outcome.name} ({outcome.seconds:.1f} s){NBSP}: {outcome.detail}")
    return "\n".join(lines) + "\n"


def _outcome(name: str, check: Check, folder: Path) -> Outcome:
    start = time.perf_counter()
    try:
        detail, passed = check(folder), True
    except Exception as error:  # a failed check is an answer: it must not hide the others
        said = str(error) if isinstance(error, MissingError) else traceback.format_exc()
        detail, passed = said, False
    return Outcome(name, passed, detail, time.perf_counter() - start)


def _expect(true: bool, what: str) -> None:
    if not true:
        raise MissingError(what)


def _libraries(_: Path) -> str:
    missing = []
    for name in LIBRARIES:
        try:
            import_module(name)
        except ImportError as error:
            missing.append(f"{name} ({error})")
    _expect(not missing, f"introuvables{NBSP}: {', '.join(missing)}")
    return f"{len(LIBRARIES)} bibliothèques"


def _no_network(_: Path) -> str:
    if not is_packaged():
        return "copie de développement, sans objet"
    for name in FORBIDDEN:
        try:
            import_module(name)
        except ImportError:
            continue
        raise MissingError(f"{name} est livré, alors que nrdesk n’ouvre aucune connexion")
    return "aucune bibliothèque de connexion chiffrée"


def is_packaged() -> bool:
    """Tell whether this is the copy of an installer: it holds compiled code only."""
    return Path(__file__).suffix == ".pyc"


def _steps(_: Path) -> str:
    from nrdesk.core.reference import directory, obligations
    from nrdesk.core.steps import STEPS

    _expect([step.number for step in STEPS] == list(range(1, 11)), "les dix étapes ne sont pas là")
    _expect(all(step.guide.why for step in STEPS), "le guide d’une étape est vide")
    _expect(directory.commune("38185") is not None, "l’annuaire des communes est incomplet")
    _expect(bool(obligations.load()), "la table des obligations est vide")
    return "10 étapes et leur guide, annuaire, obligations"


def _migrations(folder: Path) -> str:
    from nrdesk.core.document.migrations import LATEST, MIGRATIONS, migrate, version

    connection = sqlite3.connect(folder / "ancien.sqlite", isolation_level=None)
    try:
        migrate(connection, MIGRATIONS[:1])
        _expect(version(connection) == 1, "un document de version 1 ne se crée pas")
        migrate(connection)
        _expect(version(connection) == LATEST, "un document de version 1 ne monte pas")
    finally:
        connection.close()
    return f"de la version 1 à la version {LATEST}"


def _demonstration(folder: Path) -> str:
    from nrdesk.core import demo
    from nrdesk.core.document import Document
    from nrdesk.core.model import Action, Equipment

    path = _document(folder)
    demo.create(path).close()
    with Document.open(path) as document:
        lines, actions = document.count(Equipment, campaign_id=document.campaign.id), document.count(Action)
        _expect(lines > 0 and actions > 0, "la commune de démonstration est vide")
        _expect(not document.verify(), "le document créé n’est pas sain")
        document.back_up()
    return f"{lines} lignes d’inventaire, {actions} actions, une sauvegarde"


def _import(folder: Path) -> str:
    from nrdesk.core import demo, exchange, reports
    from nrdesk.core.document import Document

    path = folder / "import.nrdesk"
    Document.create(path, demo.AUTHORITY, year=demo.YEAR).close()
    workbook = folder / "inventaire-aller.xlsx"
    with Document.open(_document(folder), read_only=True) as document:
        reports.export(document, "inventaire", workbook)
    told = []
    with Document.open(path) as document:
        for source in (demo.messy_export(), workbook):
            plan = exchange.plan_file(document, source)
            exchange.apply_plan(document, plan)
            parts = plan.imported + plan.duplicates + plan.rejected + plan.ignored
            _expect(plan.read == parts, f"{source.name}{NBSP}: le compte des lignes ne tombe pas juste")
            _expect(plan.read > plan.rejected, f"{source.name}{NBSP}: rien n’a été lu")
            told.append(f"{source.name}{NBSP}: {plan.read} lues, {plan.imported} importées")
        _expect(document.undo() is not None, "un import ne s’annule pas")
    return " ; ".join(told)


def _documents(folder: Path) -> str:
    from nrdesk.core import reports
    from nrdesk.core.document import Document
    from nrdesk.core.errors import NotReadyError

    written, waiting = 0, []
    with Document.open(_document(folder), read_only=True) as document:
        for kind in reports.REPORTS:
            try:
                for extension in kind.formats:
                    reports.export(document, kind.key, folder / f"{kind.key}.{extension}")
                    written += 1
            except NotReadyError:
                waiting.append(kind.key)
    later = f" ; pas encore faisables{NBSP}: {', '.join(waiting)}" if waiting else ""
    return f"{written} documents{later}"


def _pdf(folder: Path) -> str:
    import pikepdf

    with pikepdf.open(folder / "etat-des-lieux.pdf") as pdf:
        _expect(not pdf.check_pdf_syntax(), "l’état des lieux en PDF est mal formé")
        _expect("/StructTreeRoot" in pdf.Root and pdf.Root.Lang == "fr-FR", "le PDF n’est pas balisé")
        text = "".join(_text(page) for page in pdf.pages)
        pages = len(pdf.pages)
    _expect("CO₂" in text, "« CO₂ » ne se lit pas dans le PDF")
    return f"{pages} pages balisées, « CO₂ » lisible"


def _text(page: pikepdf.Page) -> str:
    """Return what a page says, read as a screen reader does, through the map of each font."""
    import re

    import pikepdf

    maps: dict[str, dict[int, str]] = {}
    for name, font in page.Resources.get("/Font", {}).items():
        pairs = re.findall(r"^<(..)> <(....+)>$", font.ToUnicode.read_bytes().decode(), re.MULTILINE)
        maps[name] = {int(code, 16): bytes.fromhex(value).decode("utf-16-be") for code, value in pairs}
    shown, font_map = "", dict[int, str]()
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "Tf":
            font_map = maps[str(operands[0])]
        elif operator in ("Tj", "'"):
            shown += "".join(font_map.get(byte, "") for byte in bytes(operands[-1]))
    return shown


def _office(folder: Path) -> str:
    import docx
    import openpyxl
    import pptx

    words = docx.Document(str(folder / "strategie.docx"))
    sheets = openpyxl.load_workbook(folder / "inventaire.xlsx", read_only=True)
    slides = pptx.Presentation(str(folder / "bilan-annuel.pptx"))
    try:
        counts = len(words.paragraphs), len(sheets.sheetnames), len(slides.slides)
    finally:
        sheets.close()
    _expect(all(counts), "un document Word, Excel ou PowerPoint est vide")
    return f"{counts[0]} paragraphes, {counts[1]} feuilles, {counts[2]} diapositives"


def _chart(folder: Path) -> str:
    from matplotlib.font_manager import findfont
    from PIL import Image

    from nrdesk.core.reports import charts
    from nrdesk.core.reports.chart_specs import ChartSpec, Series

    spec = ChartSpec("bars", ("Écrans", "Serveurs"), (Series("2026", (12.0, 7.0)),), "kg CO₂e")
    charts.figure(spec, 400).savefig(folder / "graphique.png", dpi=144)
    _expect("SourceSans3" in findfont("Source Sans 3"), "la police des graphiques est introuvable")
    with Image.open(folder / "graphique.png") as image:
        _expect(len(image.convert("RGB").getcolors(1 << 24) or ()) > 2, "le graphique est vide")
        image.convert("RGB").save(folder / "graphique.jpg")
        return f"{image.width} × {image.height} pixels, police Source Sans 3"


def _window(folder: Path) -> str:
    # Qt comes last: the checks above say more than a window that does not start.
    if sys.platform == "linux" and not os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from nrdesk import app
    from nrdesk.ui import selftest

    application = app.make_application()  # kept: Qt stops with it
    shown = selftest.show_everything(_document(folder), folder)
    del application
    return shown


def _document(folder: Path) -> Path:
    return folder / "Mairie de l’Été.nrdesk"


CHECKS: dict[str, Check] = {
    "Bibliothèques": _libraries,
    "Aucune connexion": _no_network,
    "Étapes et données": _steps,
    "Migrations": _migrations,
    "Démonstration": _demonstration,
    "Import": _import,
    "Documents": _documents,
    "PDF": _pdf,
    "Word, Excel, PowerPoint": _office,
    "Graphique": _chart,
    "Fenêtre": _window,
}
"""In order: the later ones read what the earlier ones wrote."""
