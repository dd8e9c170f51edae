"""Choosing a folder: a USB key, most often."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from nrdesk.ui.dialogs import documents_folder


def folder_to_use(parent: QWidget, title: str) -> Path | None:
    """Return the folder chosen by the user, None when there is none."""
    # PySide makes a class when it is first named: the panel does without this one.
    from PySide6.QtWidgets import QFileDialog

    chosen = QFileDialog.getExistingDirectory(parent, title, str(documents_folder()))
    return Path(chosen) if chosen else None


def exercises_folder() -> Path:
    """Return where the communes of the exercises are kept on this computer."""
    return documents_folder() / "Exercices nrdesk"
