"""Step 10 on the screen: stories become messages, dates become moments, points are ticked."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.model import (
    Action,
    ActionStatus,
    ChosenMoment,
    Indicator,
    KitCheck,
    Message,
    MessageAudience,
    Pioneer,
    Reading,
)
from nrdesk.core.reference.communication import checks
from nrdesk.core.steps import FLASH_PATH, STEPS
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.steps.page import StepPage
from nrdesk.ui.steps.step10_communication.checklist_card import ChecklistCard
from nrdesk.ui.steps.step10_communication.community_section import CommunitySection
from nrdesk.ui.steps.step10_communication.messages_section import MessagesSection
from nrdesk.ui.steps.step10_communication.moments_section import MomentsSection
from nrdesk.ui.steps.step10_communication.stories_card import StoriesCard

W = TypeVar("W", bound=QWidget)
Show = Callable[[type[Any]], Any]
DONE = Action(title="Éteindre la nuit", status=ActionStatus.DONE, ends="2026-03")


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Callable[[type[W]], W]:
    """Return what shows one card of the page, which follows the document."""
    with session.act("Tout afficher") as tx:
        tx.set_setting(FLASH_PATH, False)

    def made(kind: type[W]) -> W:
        card: Any = kind(session)
        qtbot.addWidget(card)
        card.resize(800, 700)
        card.show()
        card.refresh()
        session.changed.connect(lambda _: card.refresh())
        return card

    return made


def texts(widget: QWidget) -> str:
    # A layout shows what it was given at its next event.
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def press(widget: QWidget, name: str) -> None:
    pressed = [each for each in widget.findChildren(QPushButton) if each.accessibleName().startswith(name)]
    pressed = [each for each in pressed if each.isVisibleTo(widget)] or pressed
    pressed[0].click()


def test_a_story_says_what_did_not_work_and_becomes_a_message(session: Session, show: Show) -> None:
    stories = show(StoriesCard)
    assert "Rien pour l’instant" in texts(stories) or "inventaire" in texts(stories)
    with session.act("Saisir") as tx:
        tx.add(DONE, Action(title="Donner", blocked=True, blocked_reason="Pas de convention."))
    shown = texts(stories)
    assert "C’est fait" in shown
    assert "pas de convention" in shown
    press(stories, "Préparer un message\u00a0: C’est fait")
    (message,) = session.document.all(Message)
    assert "Éteindre" in message.title or "éteindre" in message.title


def test_a_figure_is_explained(session: Session, show: Show, qtbot: QtBot) -> None:
    with session.act("Saisir") as tx:
        tx.add(DONE)
        shown = Indicator(title="Postes éteints", unit="%", action_id=DONE.id)
        tx.add(shown, Reading(indicator_id=shown.id, read_on="2026-03", value=82))
    stories = show(StoriesCard)
    press(stories, "Expliquer ce chiffre\u00a0: C’est fait")
    box = stories.findChild(QDialog)
    assert box is not None
    assert "82\u00a0%" in texts(box)
    box.close()


def test_filling_in_the_page_draws_no_story_again(session: Session, show: Show) -> None:
    with session.act("Saisir") as tx:
        tx.add(DONE)
    stories = show(StoriesCard)
    before = stories.findChild(QPushButton, "tell")
    with session.act("Écrire") as tx:
        tx.add(Message(title="Annoncer"))
    assert stories.findChild(QPushButton, "tell") is before


def test_stories_beyond_the_first_ones_are_shown_on_demand(session: Session, show: Show) -> None:
    with session.act("Saisir") as tx:
        tx.add_all(Action(title=f"Action {n}", status=ActionStatus.DONE, ends="2026-03") for n in range(6))
    stories = show(StoriesCard)
    assert stories.more.isVisibleTo(stories)
    stories.more.click()
    assert not stories.more.isVisibleTo(stories)
    assert all(f"action {n}" in texts(stories) for n in range(6))


def test_an_idea_becomes_a_message_and_its_owner_is_asked(session: Session, show: Show) -> None:
    messages = show(MessagesSection)
    press(messages, "Ajouter\u00a0: Annoncer le vote aux agents")
    (message,) = session.document.all(Message)
    assert message.audience is MessageAudience.AGENTS
    assert "manque une date et un responsable" in texts(messages)
    session.undo()
    assert session.document.all(Message) == []


def test_the_checklist_leads_to_the_message_to_complete(session: Session, show: Show) -> None:
    messages = show(MessagesSection)
    assert messages.focus_field("internal")
    assert messages.ideas.header.isChecked()
    with session.act("Écrire") as tx:
        public = Message(title="Bulletin", audience=MessageAudience.INHABITANTS, planned="2027-01")
        tx.add(Message(title="Agents", planned="2026-12", owner="x", text="x"), public)
    assert messages.focus_field("public")
    assert messages.current_id == public.id
    messages.select(session.document.ids(Message)[0])
    messages.focus_field("messages")
    assert messages.current_id == public.id
    assert not messages.focus_field("nothing")


def test_a_date_becomes_a_moment_to_check_or_to_give(session: Session, show: Show) -> None:
    moments = show(MomentsSection)
    press(moments, "Choisir\u00a0: Vœux")
    (chosen,) = session.document.all(ChosenMoment)
    assert chosen.moment == "M01"
    assert not chosen.confirmed
    assert "Vœux et bilan" not in texts(moments.offers)
    assert "Débat budgétaire" in texts(moments.offers)
    moments.focus_field("calendar")
    assert moments.offers.header.isChecked()


def test_the_community_says_when_it_meets(session: Session, show: Show) -> None:
    section = show(CommunitySection)
    assert "Personne pour l’instant" in texts(section)
    ahead = dt.date.today() + dt.timedelta(days=40)
    with session.act("Saisir") as tx:
        tx.add(Pioneer(name="Lucie", agreed=True), Pioneer(name="Mireille", internal=False))
        tx.add(ChosenMoment(title="Café", starts=ahead.isoformat(), community=True))
    assert "Prochaine rencontre" in texts(section)
    assert "n’a pas encore donné son accord" in texts(section)


def test_points_are_ticked_with_a_remark_and_undone(session: Session, show: Show) -> None:
    checklist = show(ChecklistCard)
    id = next(iter(checks()))
    assert not checklist.rows, "nothing is drawn while the themes are folded"
    checklist.folds[checks()[id].theme].header.click()
    line = checklist.rows[id]
    line.box.click()
    assert session.document.all(KitCheck)[0].done
    assert "1 sur" in checklist.sentence.text()
    line.remark.click()
    assert line.comment is not None
    line.comment.editor.setText("Vu à l’accueil")
    line.comment.save()
    assert session.document.all(KitCheck)[0].comment == "Vu à l’accueil"
    session.undo()
    session.undo()
    assert not line.box.isChecked()
    assert checklist.focus_field("responsible")
    assert checklist.focus_field("other") is False


def test_the_page_leads_from_a_story_to_its_message(session: Session, qtbot: QtBot) -> None:
    with session.act("Saisir") as tx:
        tx.add(DONE)
        tx.set_setting(FLASH_PATH, True)
    page = StepPage(session, STEPS[9])
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    found = {type(each).__name__: each for each in page.findChildren(RecordSection)}
    press(page, "Préparer un message\u00a0: C’est fait")
    (message,) = session.document.all(Message)
    assert found["MessagesSection"].current_id == message.id
    # The flash path keeps what is essential.
    page.refresh()
    hidden = [card for card in (page.findChild(ChecklistCard), page.findChild(CommunitySection)) if card]
    assert [card.isHidden() for card in hidden] == [True, True]
    assert not found["MomentsSection"].isHidden()
