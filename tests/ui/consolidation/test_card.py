"""The footprint page of a consolidation tells the share of each; that of another document does not."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from nrdesk.core import consolidation
from nrdesk.core.document import Document
from nrdesk.ui.inventory.footprint_page import FootprintPage
from nrdesk.ui.session import Session
from tests.core.consolidation.territory import EPCI, NORTH, commune, epci, line, write


def page(document: Document, qtbot: QtBot) -> FootprintPage:
    made = FootprintPage(Session(document))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.refresh()
    made.show()
    return made


def test_each_share_is_shown_and_explained(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NRDESK_INLINE", "1")
    output = tmp_path / "ensemble.nrdesk"
    north = [line(quantity=3, provided_by=EPCI), line("ecran")]
    consolidation.consolidate(
        [write(tmp_path, epci(), [line(quantity=10)]), write(tmp_path, commune(NORTH), north)], output
    )
    with Document.open(output) as document:
        shown = page(document, qtbot)
        card = shown.members
        assert card.isVisible()
        cells = [card.table.item(row, column) for row in range(2) for column in (0, 1)]
        assert [cell.text() for cell in cells if cell] == [EPCI, "10", NORTH, "1"]
        for why, title in (
            (card.why_button, "L’ensemble des collectivités"),
            (card.table.cellWidget(1, card.table.columnCount() - 1), NORTH),
        ):
            assert isinstance(why, QAbstractButton)
            why.click()
            assert shown.explain_panel.isVisible()
            assert title in " ".join(each.text() for each in shown.explain_panel.findChildren(QLabel))
        card.write_sheets(tmp_path)
    assert len(list(tmp_path.glob("retour-*.pdf"))) == 2


def test_another_document_has_no_such_card(tmp_path: Path, qtbot: QtBot) -> None:
    with Document.open(write(tmp_path, commune(NORTH), [line()])) as document:
        assert not page(document, qtbot).members.isVisible()
