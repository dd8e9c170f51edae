"""The half of the self-test that needs Qt: translation, drawings, image formats, printing, every page."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMarginsF, QSize
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from nrdesk.core.document import Document
from nrdesk.ui import theme
from nrdesk.ui.session import Session
from nrdesk.ui.shell.routes import ROUTES
from nrdesk.ui.shell.workspace import Workspace

_FORMATS = ("png", "jpg", "svg", "ico")
_SIZE = QSize(1366, 768)
_SHOTS = ("dashboard", "inventory", "plan")
"""Pages whose picture is kept, to be looked at."""


def show_everything(path: Path, folder: Path) -> str:
    """Build every page on a document, and tell what was seen.

    Args:
        path: the document.
        folder: where pictures and the printed page are written.

    Raises:
        RuntimeError: something of Qt is missing; the message says what.
    """
    if QCoreApplication.translate("QPlatformTheme", "Cancel") != "Annuler":
        raise RuntimeError("la traduction française de Qt manque")
    known = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    if lacking := [name for name in _FORMATS if name not in known]:
        raise RuntimeError(f"formats d’image manquants : {', '.join(lacking)}")
    if QImage(str(folder / "graphique.jpg")).isNull():
        raise RuntimeError("une image JPEG ne s’ouvre pas")
    _draw_icon()
    _print(folder / "impression.pdf")
    return f"{_show_pages(path, folder)} pages, écran « {QGuiApplication.platformName()} »"


def _draw_icon() -> None:
    image = theme.icon("leaf").pixmap(32, 32).toImage()
    if not any(image.pixelColor(x, y).alpha() for x in range(32) for y in range(32)):
        raise RuntimeError("une icône SVG ne se dessine pas")


def _print(path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(20, 20, 20, 20))
    printer.setOutputFileName(str(path))
    text = QTextDocument()
    text.setHtml("<p>L’empreinte, en CO₂</p>")
    text.print_(printer)
    if not path.is_file():
        raise RuntimeError("l’impression ne fonctionne pas")


def _show_pages(path: Path, folder: Path) -> int:
    """Build every page, then show some as they are seen.

    Each is built on its own, since the window would show what fails instead of raising it; before the look is
    applied, which Qt would do again for each widget that joins another.
    """
    os.environ["NRDESK_INLINE"] = "1"
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    session = Session(Document.open(path), None)
    for route in ROUTES:
        page = route.make(session)
        page.refresh()
        page.deleteLater()
        QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    theme.dress(app)
    workspace = Workspace(session)
    workspace.resize(_SIZE)
    workspace.show()
    for key in _SHOTS:
        workspace.go(key)
        # Twice: the first pass works out the figures, the second one lays them out.
        for _ in range(2):
            QApplication.processEvents()
        if not workspace.grab().save(str(folder / f"écran-{key}.png")):
            raise RuntimeError("une image PNG ne s’écrit pas")
    workspace.close_document()
    workspace.deleteLater()
    return len(ROUTES)
