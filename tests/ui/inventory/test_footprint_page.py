"""The footprint page: every figure explained, what is missing leads to its cell."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.inventory.footprint_page import FootprintPage
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.rows import LinkRow
from tests.ui.inventory.conftest import stored

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def shown(qtbot: QtBot, session: Session) -> FootprintPage:
    page = FootprintPage(session)
    page.refresh()
    page.resize(1080, 900)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def press(page: FootprintPage, name: str) -> None:
    next(b for b in page.findChildren(QPushButton) if name_of(b) == name).click()


def test_totals_show_their_range_and_what_they_cover(qtbot: QtBot, session: Session) -> None:
    said = words(shown(qtbot, session))
    for expected in (
        "Gaz à effet de serre",
        "entre",
        "80\u00a0% des appareils comptés",
        "par agent",
        "par habitant",
    ):
        assert expected in said


def test_every_figure_is_explained(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    press(page, "Expliquer ce chiffre\u00a0: Gaz à effet de serre")
    assert page.explain_panel.isVisible()
    assert "Le parc\u00a0: gaz à effet de serre" in words(page.explain_panel)
    page.by_group.fold.header.click()
    press(page, "Expliquer\u00a0: Ordinateurs")
    qtbot.waitUntil(lambda: "Ordinateurs\u00a0: gaz à effet de serre" in words(page.explain_panel))
    page.by_site.fold.header.click()
    press(page, "Expliquer\u00a0: (sans lieu)")
    qtbot.waitUntil(lambda: "Sans lieu" in words(page.explain_panel))
    qtbot.keyClick(page.explain_panel.close_button, Qt.Key.Key_Escape)
    assert not page.explain_panel.isVisible()


def test_the_charts_have_a_text_and_a_table(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    assert page.by_site.bars.accessibleName().startswith("Par lieu")
    assert "Mairie" in page.by_site.bars.accessibleDescription()
    rows = page.by_site.table.rowCount()
    assert {page.by_site.table.item(row, 0).text() for row in range(rows)} == {
        "Mairie",
        "École",
        "(sans lieu)",
    }


def test_another_criterion_changes_the_charts(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    qtbot.keyClick(page.criterion_box, Qt.Key.Key_Down)
    assert "kWh" in page.by_group.bars.accessibleName()


def test_what_is_missing_leads_to_its_cell(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    asked: list[tuple[str, str]] = []
    page.navigate.connect(lambda *place: asked.append(place))
    press(page, "NR3 · Epson")
    assert asked == [("inventory", f"{stored(session, 'NR3').id} category")]


def test_an_empty_inventory_leads_to_the_inventory(qtbot: QtBot, empty_session: Session) -> None:
    page = shown(qtbot, empty_session)
    assert "Pas encore d’empreinte" in words(page)


def test_every_stop_of_the_keyboard_has_a_name(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    page.by_group.fold.header.click()
    assert not [widget for widget in focusable(page) if not name_of(widget)]


def test_the_purchases_of_the_year_are_another_reading(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    assert "elles ne s’ajoutent pas" in words(page.flow)
    press(page, "Expliquer ce chiffre\u00a0: les achats et l’usage de l’année")
    assert "Les achats et l’usage de 2026" in words(page.explain_panel)


def test_what_stands_around_leads_to_its_page(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    asked: list[tuple[str, str]] = []
    page.navigate.connect(lambda *place: asked.append(place))
    for title in ("Services numériques", "Territoire", "Campagnes et comparaisons", "Renouvellement du parc"):
        next(row for row in page.findChildren(LinkRow) if name_of(row) == title).click()
    assert [key for key, _ in asked] == ["services", "territory", "years", "renewal"]


def test_the_same_inventory_is_weighed_by_each_family_and_one_can_be_chosen(
    qtbot: QtBot, session: Session
) -> None:
    page = shown(qtbot, session)
    page.families.fold.header.click()
    QApplication.processEvents()
    said = words(page.families)
    assert "ADEME" in said
    assert "celle de cette campagne" in said
    press(page, "Expliquer ce chiffre\u00a0: EcoDiag (EcoInfo, CNRS)")
    assert "Famille de facteurs ecodiag" in words(page.explain_panel)
    press(page, "Utiliser pour cette campagne\u00a0: EcoDiag (EcoInfo, CNRS)")
    assert session.document.campaign.factor_family == "ecodiag"
    session.undo()
    assert session.document.campaign.factor_family == "ademe"


def test_a_hypothesis_changes_the_figures_and_comes_back(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    card = page.hypotheses
    card.fold.header.click()
    QApplication.processEvents()
    before = session.assessment().headline.value
    card.category.setCurrentIndex(card.category.findData("portable"))
    card.category.activated.emit(card.category.currentIndex())
    field = next(f for f in card.findChildren(QLineEdit) if name_of(f) == "Durée de vie (ans)")
    field.setFocus()
    field.setText("10")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    page.refresh()
    assert session.assessment().headline.value < before
    assert "1\u00a0catégorie modifiée" in words(card)
    press(page, "Revenir aux valeurs d’origine")
    assert session.assessment().headline.value == before
