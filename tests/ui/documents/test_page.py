"""Exporting: what exists can be exported from the window, the rest is said to come."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from nrdesk.core.campaigns import copy_campaign
from nrdesk.core.reports import REPORTS
from nrdesk.core.steps import STEPS
from nrdesk.ui.shell.window import MainWindow
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


class _Viewer(QObject):
    """Stands for the viewer of the computer."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Path] = []

    @Slot(QUrl)
    def look(self, url: QUrl) -> None:
        self.seen.append(Path(url.toLocalFile()))


@pytest.mark.slow
def test_a_document_is_looked_at_without_being_kept(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.go("documents")
    buttons = workspace.page.findChildren(QAbstractButton)
    look = next(each for each in buttons if each.accessibleName().startswith("Aperçu de"))
    viewer = _Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "look")
    try:
        qtbot.mouseClick(look, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(look, Qt.MouseButton.LeftButton)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert len(set(viewer.seen)) == 2
    assert all(path.read_bytes().startswith(b"%PDF-") for path in viewer.seen)
    window.show_welcome()
    assert not any(path.exists() for path in viewer.seen)


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


@pytest.mark.slow
def test_a_document_of_a_year_follows_the_year_on_screen(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    session = workspace.session
    earlier = session.campaign
    copy_campaign(session.document, earlier, 2027, "2027-06-30")
    workspace.go("documents")
    for shown, said in ((session.document.campaign, False), (earlier, True)):
        session.show_campaign(shown)
        workspace.go("documents")
        (note,) = (each for each in workspace.page.findChildren(QLabel) if "Vous regardez" in each.text())
        assert note.isVisibleTo(workspace.page) is said
    assert "seront ceux de 2026. Les autres documents suivent la campagne 2027." in note.text()
    buttons = workspace.page.findChildren(QAbstractButton)
    excel = next(
        each for each in buttons if each.accessibleName() == "Exporter «\u00a0Inventaire\u00a0» en Excel"
    )
    _answer(tmp_path / "parc")
    qtbot.mouseClick(excel, Qt.MouseButton.LeftButton)
    bar = workspace.findChild(MessageBar)
    assert bar is not None
    qtbot.waitUntil(lambda: "parc.xlsx" in bar.text)
    rows = (row for sheet in load_workbook(tmp_path / "parc.xlsx").worksheets for row in sheet.values)
    assert [str(row[1]) for row in rows if row[0] == "Campagne"] == ["2026"]
