"""The card of the file: a copy where nobody is recognised, in one click."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from nrdesk.core.document import Document
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.widgets.messages import MessageBar


def test_an_anonymised_copy_is_one_click_away(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "copie.nrdesk"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    workspace.go("authority")
    copy = next(b for b in workspace.page.findChildren(QPushButton) if b.text() == "Copie anonymisée…")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    bar = workspace.findChild(MessageBar)
    assert bar is not None
    assert "Commune anonyme (2\u202f500 à 3\u202f500\u00a0habitants)" in bar.text
    with Document.open(target) as document:
        assert document.authority.name.startswith("Commune anonyme")
    assert b"Valbrenne" not in target.read_bytes()
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    box = workspace.page.findChild(QMessageBox)
    assert box is not None
    assert "existe déjà" in box.text()
    box.close()
