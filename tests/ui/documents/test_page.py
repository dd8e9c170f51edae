"""Exporting: what exists can be exported from the window, the rest is said to come."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from nrdesk.core.reports import REPORTS
from nrdesk.core.steps import STEPS
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.widgets.messages import MessageBar


def _labels(workspace: Workspace) -> str:
    return "\n".join(label.text().replace("\u00a0", " ") for label in workspace.page.findChildren(QLabel))


def test_every_document_of_the_method_is_listed(workspace: Workspace) -> None:
    workspace.go("documents")
    shown = _labels(workspace)
    titles = {each.key: each.title for step in STEPS for each in step.deliverables}
    for title in titles.values():
        assert title.replace("\u00a0", " ") in shown


def test_what_can_be_exported_has_a_button_per_format(workspace: Workspace) -> None:
    workspace.go("documents")
    names = [each.accessibleName() for each in workspace.page.findChildren(QAbstractButton)]
    exports = [name for name in names if name.startswith("Exporter")]
    assert len(exports) == sum(len(report.formats) for report in REPORTS)


def _answer(path: Path) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(str(path))
        dialog.accept()

    QTimer.singleShot(200, answer)


@pytest.mark.slow
def test_the_inventory_is_exported_by_real_clicks(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    workspace.go("documents")
    buttons = workspace.page.findChildren(QAbstractButton)
    excel = next(each for each in buttons if each.accessibleName().endswith("en Excel"))
    _answer(tmp_path / "parc")
    qtbot.mouseClick(excel, Qt.MouseButton.LeftButton)
    bar = workspace.findChild(MessageBar)
    assert bar is not None
    qtbot.waitUntil(lambda: "parc.xlsx" in bar.text)
    assert zipfile.is_zipfile(tmp_path / "parc.xlsx")
