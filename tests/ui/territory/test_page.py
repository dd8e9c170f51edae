"""The territory page: figures with their perimeter, facts, what is left to look for."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.document import Document
from nrdesk.core.model import Authority, TerritoryFact, TerritoryTopic
from nrdesk.core.reference import directory
from nrdesk.ui import theme
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.session import Session
from nrdesk.ui.territory.page import TerritoryPage
from nrdesk.ui.widgets.figure_table import FigureTable
from nrdesk.ui.widgets.plain_delegate import MARGIN

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def shown(qtbot: QtBot, session: Session) -> TerritoryPage:
    page = TerritoryPage(session)
    page.refresh()
    page.resize(1080, 900)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def press(page: TerritoryPage, name: str) -> None:
    next(b for b in page.findChildren(QPushButton) if name_of(b) == name).click()
    QApplication.processEvents()


def table(page: TerritoryPage, name: str) -> list[list[str]]:
    found = next(t for t in page.findChildren(FigureTable) if name_of(t).startswith(name))
    columns = range(found.columnCount() - 1)
    return [[found.item(row, column).text() for column in columns] for row in range(found.rowCount())]


def test_the_figure_says_its_year_and_its_perimeter(qtbot: QtBot, session: Session) -> None:
    said = words(shown(qtbot, session))
    assert "1\u202f200\u00a0t éq.\u00a0CO₂" in said
    assert "Année 2022. Avec les centres de données à l’étranger." in said
    assert "à confirmer" in said


def test_other_perimeters_stay_apart_and_are_never_a_trend(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    assert "710\u00a0t" not in words(page)
    press(page, "Autre année, autre périmètre")
    said = words(page)
    assert "710\u00a0t" in said
    assert said.count("Ne se compare pas au chiffre du haut") == 2


def test_every_figure_is_explained(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    press(page, "Expliquer ce chiffre\u00a0: le territoire")
    assert "2\u202f812\u00a0habitants × 434" in words(page.explain_panel)
    press(page, "Expliquer\u00a0: Réseaux")
    assert "17,4" in words(page.explain_panel)
    press(page, "Expliquer ce chiffre\u00a0: la part de la collectivité")
    assert "÷" in words(page.explain_panel)


def test_tiers_are_a_table(qtbot: QtBot, session: Session) -> None:
    lines = table(shown(qtbot, session), "Empreinte du territoire par famille")
    assert [line[0] for line in lines] == ["Terminaux", "Centres de données", "Réseaux"]
    assert lines[1] == ["Centres de données", "200\u00a0kg", "560\u00a0t", "46\u00a0%"]


def test_an_epci_lists_its_communes(qtbot: QtBot, tmp_path) -> None:
    place = next(each for each in directory.search("Faucigny Glières") if each.kind.is_epci)
    session = Session(Document.create(tmp_path / "epci.nrdesk", directory.authority(place), year=2026))
    page = shown(qtbot, session)
    lines = table(page, "Communes")
    assert len(lines) == len(directory.members(place.siren))
    assert lines[0][0] == "Bonneville"
    session.close()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_figure_of_a_table_is_cut(qtbot: QtBot, tmp_path, qapp: QApplication, scale: float) -> None:
    theme.apply(qapp, "light", scale)
    place = directory.commune("74042")
    assert place is not None
    session = Session(Document.create(tmp_path / "commune.nrdesk", directory.authority(place), year=2026))
    for table in shown(qtbot, session).findChildren(FigureTable):
        for column in range(1, table.columnCount() - 1):
            for row in range(table.rowCount()):
                words = table.fontMetrics().horizontalAdvance(table.item(row, column).text())
                assert table.columnWidth(column) >= words + 2 * theme.px(MARGIN)
    session.close()


def test_a_commune_sees_its_place_in_its_epci(qtbot: QtBot, tmp_path) -> None:
    place = directory.commune("74042")
    assert place is not None
    session = Session(Document.create(tmp_path / "commune.nrdesk", directory.authority(place), year=2026))
    page = shown(qtbot, session)
    assert "Première commune par la population" in words(page)
    assert table(page, "Communes")[0][0] == "Bonneville (votre commune)"
    press(page, "Expliquer\u00a0: Marignier")
    assert "6\u202f432\u00a0habitants × 434" in words(page.explain_panel)
    assert "annuaire national" in words(page.explain_panel)
    session.close()


def test_without_a_population_it_leads_to_the_settings(qtbot: QtBot, tmp_path) -> None:
    session = Session(Document.create(tmp_path / "vide.nrdesk", Authority(name="Vide"), year=2026))
    page = shown(qtbot, session)
    with qtbot.waitSignal(page.navigate) as asked:
        press_link(page, "Compléter la fiche")
    assert asked.args == ["authority", "population_municipal"]
    session.close()


def press_link(page: TerritoryPage, name: str) -> None:
    next(widget for widget in focusable(page) if name_of(widget) == name).click()


def test_noting_a_fact_begins_it_and_ticks_its_topic(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    press(page, "Noter ce fait\u00a0: Antennes de téléphonie mobile sur le territoire")
    fact = session.document.all(TerritoryFact)[0]
    assert (fact.topic, fact.unit) == (TerritoryTopic.ANTENNAS, "supports")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName().startswith("Valeur")
    assert "1 sur 7" in words(page.expected)
    session.undo()
    page.refresh()
    assert session.document.count(TerritoryFact) == 0
    assert "0 sur 7" in words(page.expected)


def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    assert [widget for widget in focusable(page) if not name_of(widget).strip()] == []
