"""Choosing a file to open or to write."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from nrdesk.ui.widgets.messages import ask

DOCUMENTS = "Documents nrdesk (*.nrdesk)"
SUFFIX = ".nrdesk"


def file_to_open(parent: QWidget, title: str, kinds: str = DOCUMENTS) -> Path | None:
    """Return the file chosen by the user, None when there is none."""
    # PySide makes a class when it is first named: the welcome page does without this one.
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(documents_folder()), kinds)
    return Path(chosen) if chosen else None


def files_to_open(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """Return the files chosen by the user, none when there is none."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(documents_folder()), kinds)
    return [Path(each) for each in chosen]


def file_to_write(
    parent: QWidget, title: str, name: str, suffix: str = SUFFIX, kinds: str = DOCUMENTS
) -> Path | None:
    """Return where the user wants a file, None when nowhere.

    Args:
        parent: the widget that asks.
        title: title of the dialog.
        name: name proposed, without suffix; what a file name cannot hold is replaced.
        suffix: added when the user typed none.
        kinds: kinds of files, as Qt's file dialog writes them.
    """
    from PySide6.QtWidgets import QFileDialog

    proposed = documents_folder() / f"{safe_name(name)}{suffix}"
    # Documents are never replaced, and exports ask by themselves: the dialog has no need to.
    option = QFileDialog.Option.DontConfirmOverwrite
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds, options=option)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_name(path.name + suffix)


def confirm_replacing(parent: QWidget, path: Path) -> bool:
    """Ask whether a file that is there may be replaced."""
    return ask(
        parent,
        f"Le fichier «\u00a0{path.name}\u00a0» existe déjà.",
        yes="Le remplacer",
        details="Son contenu actuel sera perdu.",
    )


def documents_folder() -> Path:
    """Return the user's folder of documents."""
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(where) if where else Path.home()


def safe_name(name: str) -> str:
    """Return a name without what the name of a file cannot hold."""
    return "".join("-" if letter in '<>:"/\\|?*' else letter for letter in name).strip(" .")
