"""The page « Achats et réemploi », as someone uses it."""

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from nrdesk.core.document import Document
from nrdesk.core.duties import purchases, reuse
from nrdesk.core.model import (
    Acquisition,
    Authority,
    DeclaredSpend,
    Equipment,
    EquipmentStatus,
    ExitRoute,
)
from nrdesk.core.reference.purchases import IT
from nrdesk.ui.documents import exporting
from nrdesk.ui.purchases.page import PurchasesPage
from nrdesk.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PRINTING = "Matériel de reprographie et d'impression"


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> PurchasesPage:
    made = PurchasesPage(session)
    made.resize(1100, 900)
    qtbot.addWidget(made)
    session.changed.connect(lambda _: made.refresh())
    made.refresh()
    made.show()
    return made


def add(session: Session, *records: object) -> None:
    with session.act("Saisir") as tx:
        tx.add(*records)


def words(widget: object) -> str:
    return "\n".join(
        label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)
    ).replace("\u00a0", " ")


def press(widget: object, name: str) -> None:
    (found,) = (each for each in widget.findChildren(QAbstractButton) if each.accessibleName() == name)
    found.click()


def cells(page: PurchasesPage, row: int = 0) -> list[str]:
    table = page.shares.table
    return [table.item(row, column).text().replace("\u00a0", " ") for column in range(5)]


def test_amounts_typed_are_judged_at_once(page, session, qtbot):
    page.spends.add_record()
    assert session.document.all(DeclaredSpend)[0].product_type == IT
    for name, typed in (("total", "1 000"), ("reused", "150")):
        page.spends.focus_field(name)
        editor = page.spends.form._edits[name].editor
        editor.setText(typed)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert cells(page) == [IT, "1\u202f000 €", "15 %", "20 %", "Pas atteint"]
    assert "il manquait 50 € de réemploi" in words(page.shares)


def test_the_next_line_is_the_next_product_type(page, session):
    page.spends.add_record()
    page.spends.add_record()
    assert {each.product_type for each in session.document.all(DeclaredSpend)} == {IT, PRINTING}


def test_a_figure_is_explained_beside(page, session):
    add(session, DeclaredSpend(year=2026, product_type=IT, total=3900.0, reused=700.0))
    press(page.shares, f"Expliquer\u00a0: {IT}")
    assert page.explain_panel.isVisible()
    assert "17,9 %" in words(page.explain_panel)


def test_a_rate_read_in_the_decree_replaces_what_is_to_be_confirmed(page, session, qtbot):
    add(session, DeclaredSpend(year=2026, product_type=PRINTING, total=100.0, reused=15.0))
    assert cells(page)[-2:] == ["à confirmer", "Taux à confirmer"]
    assert set(page.shares.rates) == {PRINTING}
    editor = page.shares.rates[PRINTING].editor
    editor.setText("10")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert purchases.targets(session.document)[-1].reuse_percent == 10
    assert cells(page)[-2:] == ["10 %", "Atteint"]
    # Read once, it can be corrected or taken back.
    assert page.shares.rates[PRINTING].editor.text() == "10"
    session.undo()
    assert cells(page)[-1] == "Taux à confirmer"


def test_what_the_inventory_tells_is_taken_in_one_click_where_nothing_is_typed(page, session):
    campaign = session.campaign.id
    bought = {"campaign_id": campaign, "category": "portable", "purchased": "2026-02", "price": 400.0}
    add(
        session,
        Equipment(**bought),
        Equipment(**{**bought, "price": None}),
        Equipment(**bought, acquisition=Acquisition.REFURBISHED),
    )
    told = words(page.proposal)
    assert "3 appareils achetés, 800 € dont 400 € de réemploi" in told
    assert "1 appareil sans prix" in told
    page.proposal.take.click()
    (kept,) = session.document.all(DeclaredSpend)
    assert (kept.total, kept.reused) == (800.0, 400.0)
    assert not page.proposal.take.isVisible()
    assert "la comptabilité fait foi" in words(page.proposal)


def test_exits_are_counted_and_the_stock_can_be_typed(page, session, qtbot):
    out = {
        "campaign_id": session.campaign.id,
        "category": "portable",
        "purchased": "2019",
        "status": EquipmentStatus.OUT,
        "retired": "2026-05",
    }
    assert "Sans objet" in words(page.reuse)
    add(session, Equipment(**out, exit_route=ExitRoute.DONATED), Equipment(**out, quantity=3))
    assert "25 %" in words(page.reuse)
    assert "Le taux n’est pas atteint." in words(page.reuse)
    assert "3 appareils sortis sans destination" in words(page.reuse)
    page.reveal("stock")
    page.reuse.stock.editor.setText("2")
    qtbot.keyClick(page.reuse.stock.editor, Qt.Key.Key_Return)
    assert reuse.stock(session.document, 2026) == 2
    assert "50 %" in words(page.reuse)


def test_the_declaration_says_what_it_lacks_then_is_written(page, session, monkeypatch, tmp_path):
    told = words(page.declaration)
    assert "Le SIRET de la collectivité manque." in told
    assert "Aucun montant n’est saisi." in told
    assert not page.declaration.write.isEnabled()
    with session.act("Compléter") as tx:
        tx.update(Authority, session.document.authority.id, siret="21380001200014")
        tx.add(
            DeclaredSpend(
                year=2026,
                product_type=IT,
                total=3900.0,
                reused=700.0,
                donated=0.0,
                recycled=0.0,
            )
        )
    target = tmp_path / "declaration.csv"
    monkeypatch.setattr(exporting, "file_to_write", lambda *_: target)
    page.declaration.write.click()
    (row,) = csv.DictReader(io.StringIO(target.read_text("utf-8")))
    assert (row["annee"], row["siret"], row["montant_total"]) == ("2026", "21380001200014", "3900")


def test_another_year_has_its_own_amounts(page, session):
    add(session, DeclaredSpend(year=2025, product_type=IT, total=1.0, reused=1.0))
    assert page.year == 2026
    assert not page.shares.table.isVisible()
    page.year_box.setCurrentIndex(page.year_box.findData(2025))
    page.year_box.activated.emit(page.year_box.currentIndex())
    assert cells(page)[-1] == "Atteint"
    page.spends.add_record()
    assert len(session.document.all(DeclaredSpend, year=2025)) == 2


def test_the_other_duties_lead_to_the_obligations(page):
    gone = []
    page.navigate.connect(lambda *where: gone.append(where))
    press(page.others, "Logiciels sobres")
    assert gone == [("obligations", "AGEC55-LOGICIEL")]


def test_a_document_that_is_read_only_cannot_be_written(path: Path, qtbot: QtBot):
    with Document.open(path) as document, document.action("Saisir") as tx:
        campaign = document.campaign.id
        tx.add(Equipment(campaign_id=campaign, category="portable", purchased="2026", price=4.0))
    session = Session(Document.open(path, read_only=True))
    page = PurchasesPage(session)
    qtbot.addWidget(page)
    page.refresh()
    assert not page.proposal.take.isEnabled()
    session.close()
