"""From documents to one: chosen, looked at, written; by keyboard, and nothing before the last button."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core import consolidation
from nrdesk.core.document import Document
from nrdesk.ui.consolidation import dialog as module
from nrdesk.ui.consolidation.dialog import ConsolidationDialog
from nrdesk.ui.portfolio.page import PortfolioPage
from tests.core.consolidation.territory import EPCI, NORTH, SOUTH, commune, epci, line, write


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    return [
        write(tmp_path, epci(), [line(quantity=10)]),
        write(tmp_path, commune(NORTH), [line(quantity=3, provided_by=EPCI)]),
        write(tmp_path, commune(SOUTH), [line("videoprojecteur", provided_by=EPCI)]),
    ]


def opened(paths: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ConsolidationDialog:
    monkeypatch.setenv("NRDESK_INLINE", "1")
    made = ConsolidationDialog(paths)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(widget: QWidget) -> str:
    labels = (each.text() for each in widget.findChildren(QLabel) if not each.isHidden())
    return "\n".join(labels).replace("\u00a0", " ")


def test_documents_are_looked_at_then_written_with_their_sheets(
    paths: list[Path], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(paths, qtbot, monkeypatch)
    qtbot.keyClick(dialog.next_button, Qt.Key.Key_Space)
    said = shown(dialog.preview)
    assert "3 collectivités, campagne 2026" in said
    assert f"Appartient à {EPCI}" in said
    target = tmp_path / "ensemble.nrdesk"
    assert not target.exists()
    monkeypatch.setattr(module, "file_to_write", lambda *_: target)
    with qtbot.waitSignal(dialog.written) as written:
        qtbot.keyClick(dialog.write_button, Qt.Key.Key_Space)
    assert written.args == [target]
    with Document.open(target, read_only=True) as document:
        assert consolidation.journal_of(document) is not None
    assert len(list((tmp_path / "ensemble - retours").iterdir())) == 6


def test_documents_are_added_and_taken_out_by_keyboard(
    paths: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nrdesk.ui.consolidation import files_stage

    dialog = opened(paths[:1], qtbot, monkeypatch)
    assert not dialog.next_button.isEnabled()
    monkeypatch.setattr(files_stage, "files_to_open", lambda *_: paths)
    dialog.activateWindow()
    dialog.files.list.setFocus()
    qtbot.waitUntil(dialog.files.list.hasFocus)
    qtbot.keyClick(dialog.files.list, Qt.Key.Key_Insert)
    assert dialog.files.paths == tuple(paths)
    assert dialog.next_button.isEnabled()
    dialog.files.list.setCurrentRow(0)
    qtbot.keyClick(dialog.files.list, Qt.Key.Key_Delete)
    assert dialog.files.paths == tuple(paths[1:])


def test_without_an_epci_it_is_said_and_one_can_go_back(
    paths: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(paths[1:], qtbot, monkeypatch)
    dialog.next_button.click()
    assert "Aucun de ces documents n’est celui d’un EPCI." in shown(dialog.preview)
    dialog.back_button.click()
    assert dialog.next_button.isVisible()
    assert not dialog.write_button.isVisible()


def test_the_portfolio_hands_over_what_it_shows(
    paths: list[Path], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NRDESK_INLINE", "1")
    page = PortfolioPage()
    qtbot.addWidget(page)
    page.show()
    page.read(tmp_path)
    page.gather_button.click()
    dialog = page.findChild(ConsolidationDialog)
    assert dialog is not None
    assert sorted(dialog.files.paths) == sorted(paths)
    dialog.reject()
