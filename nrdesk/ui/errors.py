"""Errors as the user sees them: sentences for what can be understood, a report to copy for a bug."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPlainTextEdit, QVBoxLayout, QWidget

from nrdesk import __version__
from nrdesk.core.errors import UserError
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.layout import row

BUG_TITLE = "nrdesk a rencontré un problème qu’il n’avait pas prévu"
BUG_REASSURANCE = (
    "Vos données sont enregistrées à chaque action\u00a0: rien de ce qui était affiché comme fait "
    "n’est perdu. Vous pouvez continuer, ou fermer nrdesk et le rouvrir."
)


def show_error(parent: QWidget | None, error: BaseException) -> None:
    """Show an error; returns at once.

    Args:
        parent: the widget where it happened.
        error: a `UserError` is shown in its own sentences, anything else as a bug report.
    """
    box = _sentences(parent, error) if isinstance(error, UserError) else BugDialog(parent, error)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def bug_report(error: BaseException) -> str:
    """Return what a developer needs to know about a bug: versions and traceback, no data of the document."""
    # Rarely needed, never at start-up.
    import platform
    import traceback

    lines = [
        f"nrdesk {__version__}",
        f"Python {platform.python_version()}, PySide6 {pyside_version}, {platform.platform()}",
        "",
        *traceback.format_exception(error),
    ]
    return "\n".join(line.rstrip("\n") for line in lines)


def install(window: Callable[[], QWidget | None]) -> None:
    """Show every exception that reaches the event loop instead of letting it go unseen.

    Args:
        window: returns the widget over which to show it.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception) and QApplication.instance():
            show_error(window(), error)

    sys.excepthook = hook


def _sentences(parent: QWidget | None, error: UserError) -> QMessageBox:
    box = QMessageBox(
        QMessageBox.Icon.Warning, "nrdesk", error.what, QMessageBox.StandardButton.NoButton, parent
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText("\n\n".join(part for part in (error.kept, error.todo) if part))
    box.addButton("Fermer", QMessageBox.ButtonRole.AcceptRole)
    return box


class BugDialog(QDialog):
    """A bug: what it means for the user's data, and the report to copy."""

    def __init__(self, parent: QWidget | None, error: BaseException) -> None:
        super().__init__(parent)
        self.setWindowTitle("nrdesk")
        self.report = bug_report(error)
        details = QPlainTextEdit(self.report)
        details.setReadOnly(True)
        details.setTabChangesFocus(True)
        details.setAccessibleName("Rapport technique")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(text.heading(BUG_TITLE))
        column.addWidget(text.body(BUG_REASSURANCE))
        column.addWidget(text.muted("Pour nous aider à corriger, copiez ce rapport et envoyez-le."))
        column.addWidget(details, 1)
        copy = button("Copier le rapport", "copy", on_click=self._copy)
        close = button("Fermer", kind="primary", on_click=self.accept)
        column.addWidget(row(1, copy, close))
        self.resize(640, 460)
        close.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
