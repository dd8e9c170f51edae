"""The reviews in the window: prepared, held, and decisions that become actions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Action, ActionStatus, GovernanceBody, Review, ReviewDecision, ReviewLevel
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step09_improvement.levels_card import LevelsCard
from nrdesk.ui.steps.step09_improvement.reviews_card import ReviewDecisionsSection, ReviewsSection, sections
from nrdesk.ui.widgets.messages import MessageBar
from nrdesk.ui.widgets.page import Page

Cards = tuple[LevelsCard, ReviewsSection, ReviewDecisionsSection]


@pytest.fixture
def cards(session: Session, qtbot: QtBot) -> Iterator[Cards]:
    with session.act("Planifier") as tx:
        tx.add(GovernanceBody(name="Comité"))
        tx.add(Action(title="Publier", status=ActionStatus.UNDER_WAY, blocked=True, blocked_reason="Attente"))
    levels, reviews, decisions = sections(session)
    assert isinstance(levels, LevelsCard)
    assert isinstance(reviews, ReviewsSection)
    assert isinstance(decisions, ReviewDecisionsSection)
    page = Page("Étape 9")
    page.resize(1000, 900)
    for widget in (levels, reviews, decisions, MessageBar()):
        page.body.addWidget(widget)
    for section in (levels, reviews, decisions):
        section.refresh()
        session.changed.connect(lambda _, section=section: section.refresh())
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QApplication.processEvents()
    yield levels, reviews, decisions
    page.close()


def _prepare(levels: LevelsCard, level: ReviewLevel) -> None:
    name = f"Préparer une revue\u00a0: {level.label}"
    found = [each for each in levels.findChildren(QPushButton) if each.accessibleName() == name]
    found[-1].click()
    QApplication.processEvents()


def test_a_review_is_prepared_in_one_click(cards, session):
    levels, reviews, _decisions = cards
    _prepare(levels, ReviewLevel.AMBITION)
    (review,) = session.document.all(Review)
    assert "Publier\u00a0– attente" in review.agenda
    assert reviews.current_id == review.id
    assert session.document.undo_label == "Préparer une revue (ambition et grands résultats)"
    session.undo()
    assert session.document.all(Review) == []


def test_noting_that_it_was_held_keeps_the_plan_for_the_next_one(cards, session):
    levels, reviews, _decisions = cards
    _prepare(levels, ReviewLevel.PLAN)
    reviews.hold_button.click()
    review = session.document.all(Review)[0]
    assert review.held
    assert review.state
    assert reviews.hold_button.text() == "Elle n’a pas eu lieu"
    assert reviews.agenda_button.isHidden()
    with session.act("Finir") as tx:
        tx.update(Action, session.document.ids(Action)[0], status=ActionStatus.DONE, blocked=False)
    _prepare(levels, ReviewLevel.PLAN)
    assert "Ce qui est terminé\u00a0: Publier" in reviews.meeting.agenda
    reviews.list.select(review.id)
    reviews.hold_button.click()
    assert not session.document.get(Review, review.id).held


def test_a_copy_is_still_to_be_held(cards, session):
    levels, reviews, _decisions = cards
    _prepare(levels, ReviewLevel.PLAN)
    reviews.hold_button.click()
    reviews.duplicate()
    (copy,) = [each for each in session.document.all(Review) if not each.held]
    assert (copy.state, copy.starts, copy.report) == ("", None, "")
    assert copy.title == "Revue du plan d’action (copie)"
    assert reviews.current_id == copy.id


def test_those_to_come_are_first_then_the_latest(cards, session):
    _levels, reviews, _decisions = cards
    with session.act("Ajouter") as tx:
        tx.add(
            Review(title="Ancienne", starts="2025-01-01", held=True),
            Review(title="Récente", starts="2026-01-01", held=True),
            Review(title="À venir", starts="2099-01-01"),
        )
    assert [line.title for line in reviews.list.lines] == ["À venir", "Récente", "Ancienne"]


def test_a_decision_becomes_an_action_then_leads_to_it(cards, session, qtbot):
    levels, _reviews, decisions = cards
    _prepare(levels, ReviewLevel.PLAN)
    decision = ReviewDecision(review_id=session.document.all(Review)[0].id, text="Signer.", owner="Mairie")
    with session.act("Décider") as tx:
        tx.add(decision)
    decisions.select(decision.id)
    decisions.action_button.click()
    action = session.document.get(ReviewDecision, decision.id).action_id
    assert session.document.get(Action, action).title == "Signer"
    assert decisions.action_button.text() == "Voir l’action du plan"
    page = decisions.window()
    with qtbot.waitSignal(page.navigate) as asked:
        decisions.action_button.click()
    assert asked.args == ["plan", action]


def test_its_papers_are_written(cards, session, tmp_path: Path, monkeypatch):
    levels, reviews, _decisions = cards
    _prepare(levels, ReviewLevel.PLAN)
    for export, suffix, start in (
        (reviews.export_agenda, "pdf", b"%PDF"),
        (reviews.export_minutes, "docx", b"PK"),
    ):
        target = tmp_path / f"revue.{suffix}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, t=target, **k: (str(t), ""))
        export()
        assert target.read_bytes().startswith(start)


def test_places_of_the_checklist_lead_here(cards):
    levels, reviews, decisions = cards
    assert reviews.focus_field("reviews")
    assert decisions.focus_field("decisions")
    assert not levels.focus_field("reviews")
