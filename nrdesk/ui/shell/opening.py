"""Opening a document, and what to offer when it cannot be opened as it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from nrdesk.core.errors import UserError
from nrdesk.ui import errors
from nrdesk.ui.dialogs import file_to_write

if TYPE_CHECKING:
    from nrdesk.core.document import Document

Opened = Callable[["Document"], object]
Offer = tuple[str, Callable[[], object]]
"""A verb, and what it does."""


def open_document(parent: QWidget, path: Path, opened: Opened, *, read_only: bool = False) -> None:
    """Open a document, or say why not and offer what can be done.

    Args:
        parent: the widget that asks.
        path: the file.
        opened: called with the open document.
        read_only: open it without the right to write.
    """
    # SQLAlchemy is imported here, when a first document is opened.
    from nrdesk.core.document import DamagedDocument, DocumentLocked, DocumentTooNew

    try:
        document = _open(path, read_only)
    except (DocumentLocked, DocumentTooNew) as error:
        again = partial(open_document, parent, path, opened, read_only=True)
        _offer(parent, error, [("Ouvrir en lecture seule", again)])
    except DamagedDocument as error:
        _offer(parent, error, _ways_out(parent, path, opened))
    except UserError as error:
        errors.show_error(parent, error)
    else:
        opened(document)


def _open(path: Path, read_only: bool) -> Document:
    """Open a document of which every page can at least say whose it is, and of what year."""
    from nrdesk.core.document import Document

    document = Document.open(path, read_only=read_only)
    try:
        document.authority, document.campaigns()
    except UserError:
        document.close()
        raise
    return document


def _ways_out(parent: QWidget, path: Path, opened: Opened) -> list[Offer]:
    from nrdesk.core.document.backups import list_backups

    offers: list[Offer] = []
    if backups := list_backups(path):
        latest = backups[0]
        words = f"Restaurer la sauvegarde du {latest.made_at:%d/%m/%Y à %Hh%M}"
        offers.append((words, partial(restore_backup, parent, latest.path, path, opened)))
    offers.append(("Récupérer ce qui est lisible…", partial(_recover, parent, path, opened)))
    return offers


def restore_backup(parent: QWidget, backup: Path, path: Path, opened: Opened) -> None:
    """Put a backup in place of a document that is closed, and open it."""
    from nrdesk.core.document import restore

    try:
        restore(backup, path)
    except UserError as error:
        errors.show_error(parent, error)
    else:
        open_document(parent, path, opened)


def _recover(parent: QWidget, path: Path, opened: Opened) -> None:
    from nrdesk.core.document import recover

    target = file_to_write(parent, "Enregistrer ce qui a pu être lu", f"{path.stem} récupéré")
    if target is None:
        return
    try:
        recover(path, target)
    except UserError as error:
        errors.show_error(parent, error)
    else:
        open_document(parent, target, opened)


def _offer(parent: QWidget, error: UserError, offers: list[Offer]) -> None:
    """Show an error with buttons that lead out of it; returns at once."""
    box = QMessageBox(
        QMessageBox.Icon.Warning, "nrdesk", error.what, QMessageBox.StandardButton.NoButton, parent
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText("\n\n".join(part for part in (error.kept, error.todo) if part))
    for verb, act in offers:
        box.addButton(verb, QMessageBox.ButtonRole.ActionRole).clicked.connect(act)
    close = box.addButton("Fermer", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
