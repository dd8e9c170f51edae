"""The hand-over, from the page of the documents."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from nrdesk.core.handover import archive
from nrdesk.core.reports import REPORTS
from nrdesk.ui.documents import handover_card
from nrdesk.ui.documents.handover_card import HandOverCard
from nrdesk.ui.shell.workspace import Workspace


@pytest.fixture
def card(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> HandOverCard:
    kept = ("inventaire", "extrait-du-registre")
    monkeypatch.setattr(archive, "REPORTS", tuple(kind for kind in REPORTS if kind.key in kept))
    workspace.go("documents")
    return workspace.page.findChildren(HandOverCard)[0]


def test_the_archive_is_written_and_what_is_missing_is_said(
    card: HandOverCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "remise.zip"
    reported: list[str] = []
    monkeypatch.setattr(handover_card, "file_to_write", lambda *_: target)
    monkeypatch.setattr(handover_card, "report", lambda *told: reported.append(told[-1]))
    card.button.click()
    with ZipFile(target) as packed:
        assert "Valbrenne.nrdesk" in packed.namelist()
    assert len(reported) == 1
    assert "Extrait du registre" in reported[0]


def test_no_answer_writes_nothing(
    card: HandOverCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "remise.zip"
    target.write_bytes(b"autre")
    monkeypatch.setattr(handover_card, "file_to_write", lambda *_: target)
    monkeypatch.setattr(handover_card, "confirm_replacing", lambda *_: False)
    card.button.click()
    assert target.read_bytes() == b"autre"
    monkeypatch.setattr(handover_card, "file_to_write", lambda *_: None)
    card.button.click()
