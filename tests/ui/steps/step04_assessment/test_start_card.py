from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Equipment, Origin
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step04_assessment.start_card import StartCard
from nrdesk.ui.widgets import messages

NUMBERS = {"agents": "18", "elected": "23", "classrooms": "5", "sites": "4", "population": "2 812"}


@pytest.fixture
def empty(tmp_path: Path, qtbot) -> Iterator[Session]:
    authority = Authority(name="Valbrenne", agents=18, territory="France métropolitaine (continentale)")
    Document.create(tmp_path / "vide.nrdesk", authority, year=2026).close()
    session = Session(Document.open(tmp_path / "vide.nrdesk"))
    yield session
    session.close()


@pytest.fixture
def card(empty: Session, qtbot) -> StartCard:
    made = StartCard(empty)
    qtbot.addWidget(made)
    made.resize(800, 900)
    made.refresh()
    made.show()
    empty.changed.connect(made.refresh)
    return made


def type_numbers(card: StartCard, qtbot, **numbers: str) -> None:
    for name, text in numbers.items():
        card.editors[name].setText(text)
    qtbot.waitUntil(lambda: not card._soon.isActive())


def lines(session: Session) -> list[Equipment]:
    return session.document.all(Equipment)


def test_what_the_collectivite_knows_is_there_already(card):
    assert card.editors["agents"].text() == "18"
    assert card.editors["classrooms"].text() == ""
    assert "appareils" in card.preview.sentence.text()


def test_the_preview_follows_what_is_typed_and_writes_nothing(card, empty, qtbot):
    before = card.preview.sentence.text()
    type_numbers(card, qtbot, **NUMBERS)
    assert card.preview.sentence.text() != before
    assert "éq.\u00a0CO₂ par\u00a0an (entre" in card.preview.sentence.text()
    assert {bar.label for bar in card.preview.bars.bars} >= {"Ordinateurs", "Écrans", "Impression"}
    assert lines(empty) == []


def test_one_button_writes_the_park_that_was_shown(card, empty, qtbot):
    type_numbers(card, qtbot, **NUMBERS)
    shown = sum(int(bar.parts[0]) for bar in card.preview.bars.bars)
    card.estimate_button.click()
    assert sum(line.quantity for line in lines(empty)) == shown
    assert {line.origin for line in lines(empty)} == {Origin.ESTIMATED}
    assert not card.preview.isVisible()
    assert card.again_button.hasFocus()
    empty.undo()
    assert lines(empty) == []
    assert card.preview.isVisible()


def test_what_is_no_number_is_said_and_cannot_be_used(card, qtbot):
    type_numbers(card, qtbot, agents="beaucoup")
    assert "Écrivez un nombre entier" in card._rows["agents"].problem
    assert not card.estimate_button.isEnabled()
    type_numbers(card, qtbot, agents="18")
    assert card.estimate_button.isEnabled()


def test_nothing_typed_asks_for_a_number(card, qtbot):
    type_numbers(card, qtbot, agents="")
    assert "Donnez au moins un chiffre" in card.preview.sentence.text()
    assert not card.estimate_button.isEnabled()


def test_every_line_and_the_total_are_explained(card, qtbot):
    type_numbers(card, qtbot, **NUMBERS)
    card.preview.explain_button.click()
    (dialog,) = card.findChildren(QDialog)
    assert dialog.isVisible()
    dialog.close()
    card.preview.fold.header.setChecked(True)
    texts = [label.text() for label in card.preview.fold.findChildren(type(card.preview.sentence))]
    assert "18\u00a0agents × 0,45 · Hypothèse nrdesk" in texts


def test_real_lines_take_the_place_of_estimated_ones_when_one_says_so(card, empty, qtbot, monkeypatch):
    type_numbers(card, qtbot, **NUMBERS)
    card.estimate_button.click()
    assert not card.replace_button.isVisible()
    park = sum(line.quantity for line in lines(empty))
    with empty.act("Saisir") as tx:
        tx.add(Equipment(campaign_id=empty.campaign.id, category="portable", quantity=9))
    assert card.replace_button.isVisible()
    assert "ordinateurs\u00a0: 9" in card._state.text()
    asked = []
    monkeypatch.setattr(messages, "ask", lambda *args, **options: asked.append(args[1]) or True)
    monkeypatch.setattr("nrdesk.ui.steps.step04_assessment.start_card.say_undoable", lambda *args: None)
    card.replace_button.click()
    assert asked == ["Retirer 9\u00a0appareils estimés, que de vraies lignes décrivent maintenant\u00a0?"]
    assert sum(line.quantity for line in lines(empty)) == park
    assert not card.replace_button.isVisible()
    card.remove_button.click()
    assert [line.origin for line in lines(empty)] == [Origin.ENTERED]
    assert not card.remove_button.isVisible()


def test_an_inventory_folds_the_card_and_a_link_opens_it(session, qtbot):
    card = StartCard(session)
    qtbot.addWidget(card)
    card.refresh()
    card.show()
    assert not card.preview.isVisible()
    assert card.focus_field("start")
    assert card.preview.isVisible()
    assert not card.focus_field("autre")
    card.again_button.click()
    assert not card.preview.isVisible()
    card.again_button.click()
    assert card.preview.isVisible()


def test_a_document_that_can_only_be_read_is_not_written(path, qtbot):
    with Document.open(path, read_only=True) as document:
        session = Session(document)
        card = StartCard(session)
        qtbot.addWidget(card)
        card.focus_field("start")
        assert not card.estimate_button.isEnabled()
        session.close()
