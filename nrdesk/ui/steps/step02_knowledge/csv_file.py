"""Writing a table where the user wants it, and offering to open it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from nrdesk.core.errors import UserError
from nrdesk.ui.dialogs import confirm_replacing, file_to_write
from nrdesk.ui.errors import show_error
from nrdesk.ui.widgets.messages import say


def save_table(parent: QWidget, title: str, name: str, rows: list[list[str]]) -> Path | None:
    """Ask where to write a table as CSV, write it, and say so.

    Args:
        parent: the widget that asks.
        title: title of the dialog.
        name: name proposed for the file, without suffix.
        rows: the table, headers first.

    Returns:
        The file, None when it was not written.
    """
    # Reading other people's files comes with it: not before somebody exports.
    from nrdesk.core.exchange.sheets import write_sheet

    path = file_to_write(parent, title, name, ".csv", "Tableau CSV (*.csv)")
    if path is None or (path.exists() and not confirm_replacing(parent, path)):
        return None
    try:
        write_sheet(path, rows)
    except UserError as error:
        show_error(parent, error)
        return None
    opening = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))
    say(parent, f"Le tableau est enregistré\u00a0: {path}", "ok", ("Ouvrir", opening))
    return path
