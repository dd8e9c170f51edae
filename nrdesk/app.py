"""The composition root: reads the command line, makes the application, its look and its window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from nrdesk import __version__
from nrdesk.ui import errors, preferences, theme
from nrdesk.ui.shell.window import MainWindow


def run(arguments: Sequence[str]) -> int:
    """Open the window and return the exit code once it is closed.

    Args:
        arguments: what follows the name of the program: a file to open, `--demo`.
    """
    document, demo = _read(arguments)
    app, window = open_window()
    errors.install(lambda: window)
    if demo:
        window.open_demo()
    elif document:
        window.open_path(document)
    window.show()
    return app.exec()


def open_window() -> tuple[QApplication, MainWindow]:
    """Return the application and its window on the welcome page, not shown yet."""
    app = make_application()
    window = MainWindow()
    # Last: with a sheet in force, Qt would style every widget again each time it joins another.
    theme.dress(app)
    return app, window


def make_application() -> QApplication:
    """Return the application, in French and with the look that was chosen on this computer, undressed."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["nrdesk", *theme.STYLE_ARGUMENTS])
    app.setApplicationName("nrdesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("nrdesk")
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    french = QTranslator(app)
    if french.load("qtbase_fr", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(french)
    # A caret that does not blink: nothing moves on its own, and an idle window wakes nothing up.
    app.setCursorFlashTime(0)
    chosen = preferences.load()
    theme.choose(app, chosen.theme, chosen.text_scale)
    return app


def _read(arguments: Sequence[str]) -> tuple[Path | None, bool]:
    """Return the file to open, and whether the demonstration is asked for."""
    if not arguments:
        return None, False
    # Imported here: a window opened by its icon has no argument to read.
    import argparse

    parser = argparse.ArgumentParser(prog="nrdesk", description="Ouvre la fenêtre de nrdesk.")
    parser.add_argument("document", nargs="?", type=Path, help="fichier .nrdesk à ouvrir")
    parser.add_argument("--demo", action="store_true", help="ouvre la commune de démonstration")
    asked = parser.parse_args(arguments)
    return asked.document, asked.demo
