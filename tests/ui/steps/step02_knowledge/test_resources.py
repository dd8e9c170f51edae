"""The library: found by words and filters, read, recommended, opened only on a click."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from nrdesk.core.model import ReadingStatus, ResourceReading
from nrdesk.core.reference import resources
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step02_knowledge.resources import LibraryCard
from nrdesk.ui.widgets.card import Card


@pytest.fixture
def card(session: Session, host: Callable[[Card], None]) -> LibraryCard:
    made = LibraryCard(session)
    made.refresh()
    session.changed.connect(made.refresh)
    host(made)
    return made


def _titles(card: LibraryCard) -> list[str]:
    return [line.title for line in card.list.lines]


def _shown(card: LibraryCard) -> str:
    return " ".join(each.text() for each in card.findChildren(QLabel) if each.isVisible())


def _choose(box: QComboBox, words: str) -> None:
    box.setCurrentIndex(box.findText(words))


def test_everything_is_there_and_nothing_is_opened(card: LibraryCard, opened: list[str]) -> None:
    assert len(_titles(card)) == len(resources.load())
    assert f"{len(resources.load())}\u00a0ressources" in _shown(card)
    assert opened == []


def test_words_and_filters_narrow_the_list(card: LibraryCard, qtbot: QtBot) -> None:
    qtbot.keyClicks(card.search, "accessibilite")
    assert "MOOC Accessibilité numérique" in _titles(card)
    _choose(card.type, "MOOC")
    _choose(card.audience, "agents")
    _choose(card.cost, "gratuit")
    assert _titles(card) == ["MOOC Accessibilité numérique"]
    _choose(card.status, "lu")
    assert _titles(card) == []
    assert "Aucune ressource ne correspond" in _shown(card)
    reset = next(each for each in card.findChildren(QPushButton) if each.text() == "Tout revoir")
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert len(_titles(card)) == len(resources.load())
    assert not reset.isVisible()
    assert QApplication.focusWidget() is card.search


def test_what_was_read_is_kept_and_can_be_undone(card: LibraryCard, session: Session, qtbot: QtBot) -> None:
    card.list.setFocus()
    qtbot.keyClick(card.list, Qt.Key.Key_Down)
    qtbot.keyClick(card.list, Qt.Key.Key_Return)
    status = QApplication.focusWidget()
    assert isinstance(status, QComboBox)
    qtbot.keyClicks(status, "lu")
    qtbot.keyClick(status, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "Court et clair")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    document = session.document
    reading = document.all(ResourceReading)[0]
    assert (reading.resource, reading.status, reading.comment) == (
        "R02",
        ReadingStatus.READ,
        "Court et clair",
    )
    assert document.undo_label == "Modifier «\u00a0Remarque\u00a0» (MOOC de sensibilisation (30 min))"
    QApplication.processEvents()
    assert card.list.lines[1].details.startswith("lu · MOOC")
    session.undo()
    session.undo()
    QApplication.processEvents()
    assert document.all(ResourceReading) == []
    assert card.list.lines[1].details.startswith("MOOC")


def test_a_link_opens_only_on_a_click_and_says_what_is_known_of_it(
    card: LibraryCard, qtbot: QtBot, opened: list[str]
) -> None:
    open_button = next(each for each in card.findChildren(QPushButton) if each.text().startswith("Ouvrir"))
    assert "Lien vérifié par l’INR le 15/08/2026." in _shown(card)
    qtbot.mouseClick(open_button, Qt.MouseButton.LeftButton)
    assert opened == [resources.load()[0].url]
    card.list.select("R03")
    assert "Lien non vérifié\u00a0: cité par le guide (2023), non vérifié." in _shown(card)
    card.list.select("R10")
    assert "Pas d’adresse connue" in _shown(card)
    assert not open_button.isVisible()


def test_a_resource_stays_while_one_fills_it_in(card: LibraryCard, session: Session, qtbot: QtBot) -> None:
    _choose(card.status, "sans avis")
    card.list.setFocus()
    qtbot.keyClick(card.list, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "lu")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert card.list.current_id == "R01"
    _choose(card.audience, "agents")
    assert card.list.current_id != "R01"
