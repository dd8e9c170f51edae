"""The maturity questionnaire, filled in by mouse and by keys, and what it comes to."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from nrdesk.core import campaigns
from nrdesk.core.maturity import answers_of
from nrdesk.core.model import Campaign, MaturityAnswer
from nrdesk.core.reference import questionnaire
from nrdesk.ui import theme
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.maturity.level_button import LevelButton
from nrdesk.ui.maturity.page import MaturityPage
from nrdesk.ui.maturity.question_card import QuestionCard
from nrdesk.ui.maturity.radar import Radar
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.figure_table import FigureTable
from nrdesk.ui.widgets.messages import MessageBar
from nrdesk.ui.widgets.rows import LinkRow

_K = Qt.Key


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[MaturityPage]:
    """Return the page by itself, lighter than the whole window, drawn again after every action."""
    made = MaturityPage(session)
    made.body.addWidget(MessageBar())
    made.resize(1080, 720)
    qtbot.addWidget(made)
    made.refresh()
    session.changed.connect(lambda _: QTimer.singleShot(0, made, made.refresh))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settle()
    yield made
    made.close()


def card(page: MaturityPage, id: str) -> QuestionCard:
    return next(each for each in page.filling.cards if each.question.id == id)


def answer(session: Session, campaign: Campaign, levels: dict[str, int]) -> None:
    with session.act("Répondre") as tx:
        tx.add_all(
            MaturityAnswer(campaign_id=campaign.id, question=id, level=level) for id, level in levels.items()
        )
    settle()


def last_year(session: Session) -> Campaign:
    campaign = Campaign(year=2025, as_of="2025-12-31")
    with session.act("Ouvrir") as tx:
        tx.add(campaign)
    return campaign


def kept(session: Session) -> dict[str, int | None]:
    return {id: each.level for id, each in answers_of(session.document, session.campaign).items()}


def texts(page: MaturityPage) -> str:
    settle()
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def press(qtbot: QtBot, key: Qt.Key) -> None:
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)
    settle()


def test_a_click_answers_and_undo_takes_it_back(page: MaturityPage, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(card(page, "G01").levels[3], Qt.MouseButton.LeftButton)
    assert kept(session) == {"G01": 3}
    assert "niveau 3" in (session.document.undo_label or "")
    assert card(page, "G01").levels[3].isChecked()
    session.undo()
    settle()
    assert kept(session) == {}
    assert not any(level.isChecked() for level in card(page, "G01").levels)


@pytest.mark.parametrize(
    "keys", [(_K.Key_0, _K.Key_3), (_K.Key_Agrave, _K.Key_QuoteDbl)], ids=["digits", "french"]
)
def test_digits_answer_and_enter_goes_on(
    page: MaturityPage, session: Session, qtbot: QtBot, keys: tuple[Qt.Key, Qt.Key]
) -> None:
    page.reveal("G01")
    press(qtbot, keys[0])
    press(qtbot, _K.Key_Return)
    press(qtbot, keys[1])
    assert kept(session) == {"G01": 0, "G02": 3}


def test_arrows_move_and_space_answers(page: MaturityPage, session: Session, qtbot: QtBot) -> None:
    page.reveal("G01")
    press(qtbot, _K.Key_Down)
    press(qtbot, _K.Key_Down)
    assert kept(session) == {}
    press(qtbot, _K.Key_Space)
    assert kept(session) == {"G01": 2}
    press(qtbot, _K.Key_Up)
    assert name_of(QApplication.focusWidget()).startswith("1\u00a0: ")  # type: ignore[arg-type]


def test_a_question_is_one_stop_of_tab(page: MaturityPage) -> None:
    first = card(page, "G01")
    stops = [each for each in first.findChildren(LevelButton) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [first.levels[0]]


def test_what_makes_no_sense_counts_as_settled(page: MaturityPage, session: Session, qtbot: QtBot) -> None:
    out = next(each for each in card(page, "G02").findChildren(LevelButton) if "objet" in name_of(each))
    qtbot.mouseClick(out, Qt.MouseButton.LeftButton)
    (found,) = answers_of(session.document, session.campaign).values()
    assert found.not_applicable
    assert found.level is None


def test_an_answer_can_be_erased(page: MaturityPage, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(card(page, "G01").levels[3], Qt.MouseButton.LeftButton)
    settle()
    erase = next(b for b in card(page, "G01").findChildren(QPushButton) if "Effacer" in b.text())
    qtbot.mouseClick(erase, Qt.MouseButton.LeftButton)
    assert kept(session) == {"G01": None}


def test_a_comment_is_one_click_away_and_kept(page: MaturityPage, session: Session, qtbot: QtBot) -> None:
    question = card(page, "G02")
    assert question.findChildren(QPlainTextEdit) == []
    qtbot.mouseClick(question.notes.header, Qt.MouseButton.LeftButton)
    settle()
    comment, evidence = question.findChildren(QPlainTextEdit)
    comment.setFocus()
    qtbot.keyClicks(comment, "vu en conseil")
    evidence.setFocus()
    qtbot.keyClicks(evidence, "4 mai")
    settle()
    qtbot.mouseClick(question.levels[1], Qt.MouseButton.LeftButton)
    question.levels[1].setFocus()
    settle()
    found = answers_of(session.document, session.campaign)["G02"]
    assert (found.comment, found.evidence, found.level) == ("vu en conseil", "4 mai", 1)


def test_last_year_is_shown_beside(page: MaturityPage, session: Session) -> None:
    answer(session, last_year(session), {"G01": 1})
    assert "2025\u00a0: niveau 1" in texts(page)


def test_next_leads_through_the_themes_to_the_results(
    session: Session, page: MaturityPage, qtbot: QtBot
) -> None:
    everything = dict.fromkeys(questionnaire.by_id(), 2)
    del everything["D03"], everything["C05"]
    answer(session, session.campaign, everything)
    settle()
    qtbot.mouseClick(page.next_button, Qt.MouseButton.LeftButton)
    press(qtbot, _K.Key_1)
    assert kept(session)["D03"] == 1
    settle()
    qtbot.mouseClick(page.next_button, Qt.MouseButton.LeftButton)
    press(qtbot, _K.Key_4)
    assert kept(session)["C05"] == 4
    settle()
    assert page.next_button.text() == "Voir les résultats"
    qtbot.mouseClick(page.next_button, Qt.MouseButton.LeftButton)
    settle()
    assert page.results.isVisible()
    assert "2,0 sur 4" in texts(page)


def test_the_filter_shows_what_is_left_and_keeps_what_is_just_answered(
    session: Session, page: MaturityPage, qtbot: QtBot
) -> None:
    answer(session, session.campaign, {"G01": 1, "G02": 2})
    settle()
    page.filling.unanswered.click()
    ids = [each.question.id for each in page.filling.cards]
    assert "G01" not in ids
    assert ids[0] == "G05"
    qtbot.mouseClick(card(page, "G05").levels[2], Qt.MouseButton.LeftButton)
    settle()
    assert "G05" in [each.question.id for each in page.filling.cards]
    page.filling.show_theme("Achats")
    page.filling.show_theme("Gouvernance et stratégie")
    assert "G05" not in [each.question.id for each in page.filling.cards]


def test_a_small_commune_sees_what_is_essential_until_it_asks_for_all(page: MaturityPage) -> None:
    assert "sur 39" in texts(page)
    assert "G03" not in [each.question.id for each in page.filling.cards]
    page.filling.everything.click()
    assert "G03" in [each.question.id for each in page.filling.cards]
    assert "sur 74" in texts(page)


def test_themes_tell_their_progress_and_lead_to_their_questions(
    session: Session, page: MaturityPage, qtbot: QtBot
) -> None:
    answer(session, session.campaign, {"X01": 1, "X05": 3, "X06": 2})
    settle()
    row = page.filling.themes.row("Territoire connecté et coopération")
    assert "complet · 2,0 sur 4" in texts(page)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    settle()
    assert {each.question.theme for each in page.filling.cards} == {"Territoire connecté et coopération"}
    row.setFocus()
    press(qtbot, _K.Key_Up)
    press(qtbot, _K.Key_Return)
    assert {each.question.theme for each in page.filling.cards} == {"Habitants et inclusion"}


def test_a_frozen_campaign_is_only_read(page: MaturityPage, session: Session) -> None:
    answer(session, session.campaign, {"G01": 2})
    campaigns.freeze(session.document, session.campaign)
    settle()
    question = card(page, "G01")
    assert question.levels[2].isChecked()
    assert not any(level.isEnabled() for level in question.levels)
    assert "figée" in texts(page)
    assert not page.take_back_button.isEnabled()


def test_results_show_both_years_and_explain_themselves(
    session: Session, page: MaturityPage, qtbot: QtBot
) -> None:
    everything = dict.fromkeys(questionnaire.by_id(), 1)
    answer(session, last_year(session), everything)
    answer(session, session.campaign, {**everything, "G01": 4, "G02": 0})
    settle()
    page.reveal("results")
    settle()
    (radar,) = page.findChildren(Radar)
    assert "Gouvernance et stratégie 1,0 en 2025, 1,2 en 2026" in radar.accessibleDescription()
    (table,) = page.findChildren(FigureTable)
    cells = [table.item(0, column).text() for column in range(4)]  # type: ignore[union-attr]
    assert cells == ["Gouvernance et stratégie", "1,0", "1,2", "+0,2"]
    told = texts(page)
    assert "1\u00a0question en progrès" in told
    assert "1\u00a0question en recul" in told
    explain = next(b for b in page.results.findChildren(QPushButton) if b.text() == "Expliquer ce chiffre")
    qtbot.mouseClick(explain, Qt.MouseButton.LeftButton)
    assert "÷ 74\u00a0réponses = 1,0 sur 4" in texts(page)
    gain = page.results.findChildren(LinkRow)[0]
    qtbot.mouseClick(gain, Qt.MouseButton.LeftButton)
    settle()
    assert page.filling.isVisible()
    assert isinstance(QApplication.focusWidget(), LevelButton)


def test_without_answers_the_results_say_so(page: MaturityPage) -> None:
    page.reveal("results")
    assert "Pas encore de réponse" in texts(page)


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file that the user chooses."""
    path = tmp_path / "rempli.csv"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    return path


def test_a_filled_table_is_shown_then_taken_back(
    page: MaturityPage, session: Session, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled.open("w", encoding="utf-8", newline="") as stream:
        rows = [("N°", "Niveau"), ("G01", "3"), ("G02", "bof"), ("G04", "1")]
        csv.writer(stream, delimiter=";").writerows(rows)
    asked: list[str] = []

    def agree(box: QMessageBox) -> int:
        asked.append(f"{box.text()} {box.informativeText()}")
        box.buttons()[0].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", agree)
    page.take_back_button.click()
    assert "2\u00a0reprises" in asked[0]
    assert "Ligne 3\u00a0: niveau illisible" in asked[0]
    assert kept(session) == {"G01": 3, "G04": 1}
    session.undo()
    assert kept(session) == {}


def test_the_checklist_leads_to_the_first_question_without_an_answer(
    page: MaturityPage, session: Session
) -> None:
    answer(session, session.campaign, {"G01": 1, "G02": 2})
    page.reveal("questions")
    settle()
    focused = QApplication.focusWidget()
    assert focused is card(page, "G05").levels[0]


def test_next_never_comes_back_to_the_question_that_one_leaves(page: MaturityPage, qtbot: QtBot) -> None:
    seen = []
    for _ in range(3):
        qtbot.mouseClick(page.next_button, Qt.MouseButton.LeftButton)
        settle()
        seen.append(QApplication.focusWidget())
    assert seen == [card(page, id).levels[0] for id in ("G01", "G02", "G05")]


def test_enter_opens_the_notes_when_they_have_the_focus(page: MaturityPage, qtbot: QtBot) -> None:
    header = card(page, "G01").notes.header
    header.setFocus()
    press(qtbot, _K.Key_Return)
    assert header.isChecked()
    assert QApplication.focusWidget() is header


def test_tab_follows_the_page(page: MaturityPage, qtbot: QtBot) -> None:
    page.filling.show_theme("Achats")
    page.filling.show_theme("Gouvernance et stratégie")
    page.filling.everything.setFocus()
    seen = []
    for _ in range(30):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        if focused is page.next_button:
            break
        press(qtbot, _K.Key_Tab)
    first = [question.levels[0] for question in page.filling.cards]
    assert [each for each in seen if each in first] == first
    assert seen[-1] is page.next_button


def test_the_words_of_the_answers_are_explained(page: MaturityPage) -> None:
    page.reveal("G04")
    assert "Les mots des réponses\u00a0: PCAET, CCAS." in texts(page)


@pytest.mark.slow
@pytest.mark.parametrize(("scale", "size"), [(1.0, (1080, 720)), (2.0, (1200, 680)), (1.25, (800, 600))])
def test_every_sentence_has_the_room_it_takes(
    qapp: QApplication, session: Session, qtbot: QtBot, scale: float, size: tuple[int, int]
) -> None:
    theme.apply(qapp, "light", scale)
    page = MaturityPage(session)
    qtbot.addWidget(page)
    page.resize(*size)
    page.refresh()
    page.show()
    settle()
    for name in questionnaire.themes():
        page.filling.show_theme(name)
        settle()
        for question in page.filling.cards:
            for level in question.findChildren(LevelButton):
                assert level.height() >= level.heightForWidth(level.width()), level.accessibleName()
    page.reveal("results")
    settle()
    assert all(name_of(widget) for widget in focusable(page))
