"""« Préparer le bilan » in the window: six screens, taken up where they stopped, then closed."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nrdesk.core.model import (
    Action,
    ActionStatus,
    ActionYear,
    AnnualReview,
    Equipment,
    Indicator,
    Reading,
)
from nrdesk.core.monitoring import cycle
from nrdesk.ui.annual import compare_screen
from nrdesk.ui.annual.actions_screen import ActionsScreen
from nrdesk.ui.annual.comments_screen import CommentsScreen
from nrdesk.ui.annual.compare_screen import CompareScreen
from nrdesk.ui.annual.page import AnnualPage
from nrdesk.ui.annual.readings_screen import ReadingsScreen
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.messages import MessageBar
from nrdesk.ui.widgets.remark import RemarkLine

YEAR = 2026


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[AnnualPage]:
    """Return the page on a small plan, followed as the window does."""
    with session.act("Remplir") as tx:
        tx.add(
            Action(title="Garder", status=ActionStatus.UNDER_WAY, starts="2026-01", ends="2099"),
            Action(title="Trier", rank=1, status=ActionStatus.DONE, ends="2026-03"),
            Action(title="Former", rank=2, starts="2098", ends="2099"),
            Indicator(title="Postes éteints", unit="%", source="Comptage"),
            Indicator(title="Nombre", measured_by="park.quantity"),
        )
    made = AnnualPage(session)
    made.resize(1000, 700)
    made.body.addWidget(MessageBar())
    made.refresh()
    session.changed.connect(lambda _: made.refresh())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def _remarks(page: AnnualPage) -> str:
    QApplication.processEvents()
    lines = page.screen_shown.findChildren(RemarkLine)
    return " ".join(each.accessibleName() for each in lines if each.isVisible())


def test_the_first_screen_is_the_one_where_the_work_stopped(page, session, qtbot):
    assert page.screen_shown.key == "inventory"
    assert page.list.lines[0].title == "1. L’inventaire"
    assert "ligne sans date d’achat" in _remarks(page)
    qtbot.mouseClick(page.verify, Qt.MouseButton.LeftButton)
    assert page.screen_shown.key == "readings"
    assert page.list.lines[0].details.startswith("vérifié")
    again = AnnualPage(session)
    qtbot.addWidget(again)
    again.refresh()
    assert again.screen_shown.key == "readings"


def test_a_screen_can_be_looked_at_again(page, session):
    page.verify.click()
    page.back.click()
    assert page.verify.text() == "À revoir"
    page.verify.click()
    assert page.screen_shown.key == "inventory"
    assert not session.document.all(AnnualReview)[0].inventory_checked


def test_the_keyboard_walks_the_screens(page, qtbot):
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.screen_shown.key == "readings"
    qtbot.keyClick(page.list, Qt.Key.Key_End)
    assert page.screen_shown.key == "compare"
    page.reveal("comments")
    assert page.screen_shown.key == "comments"
    page.reveal("nothing of the kind")
    assert page.screen_shown.key == "comments"


def test_a_reading_that_is_due_is_typed_there(page, session):
    page.reveal("readings")
    screen = page.screen_shown
    assert isinstance(screen, ReadingsScreen)
    edit = screen._edits[0]
    edit.editor.show_text("82")
    edit.save()
    (reading,) = session.document.all(Reading)
    assert (reading.value, reading.read_on) == (82, dt.date.today().isoformat())
    assert "Postes éteints" not in " ".join(each.row.field.accessibleName() for each in screen._edits)
    assert session.document.undo_label == "Relever «\u00a0Postes éteints\u00a0»"


def test_what_is_typed_in_a_reading_survives_a_change_elsewhere(page, session):
    page.reveal("readings")
    screen = page.screen_shown
    assert isinstance(screen, ReadingsScreen)
    screen._edits[0].editor.show_text("8")
    with session.act("Ailleurs") as tx:
        tx.update(Action, session.document.ids(Action)[0], owner="Mairie")
    assert screen._edits[0].editor.typed() == "8"
    page.show_next()
    assert [each.value for each in session.document.all(Reading)] == [8]


def test_an_action_is_told_in_a_sentence_and_the_next_silent_one_follows(page, session):
    page.reveal("actions")
    screen = page.screen_shown
    assert isinstance(screen, ActionsScreen)
    assert [line.details for line in screen.list.lines] == [
        "en cours · rien n’est dit",
        "terminée · rien n’est dit",
        "à venir",
    ]
    screen.edits["done"].editor.show_text("Trois écrans gardés.")
    screen.next.click()
    (said,) = session.document.all(ActionYear)
    assert said.done == "Trois écrans gardés."
    assert screen.list.lines[0].details == "en cours · dit"
    assert screen.title.text() == "Trier"
    assert screen.edits["done"].editor.typed() == ""
    session.undo()
    assert session.document.all(ActionYear) == []


def test_the_words_are_kept_and_a_draft_only_fills_what_is_empty(page, session):
    cycle.say_of_action(
        session.document,
        session.campaign,
        session.document.all(Action)[1].id,
        "Dire",
        done="Deux cents kilos triés.",
    )
    page.reveal("comments")
    screen = page.screen_shown
    assert isinstance(screen, CommentsScreen)
    screen.edits["next_year"].editor.show_text("Continuer.")
    screen.draft_button.click()
    (review,) = session.document.all(AnnualReview)
    assert review.highlights == "Trier\u00a0: deux cents kilos triés."
    assert review.next_year == "Continuer."
    assert review.foreword == ""
    assert screen.edits["highlights"].editor.typed() == review.highlights


def test_closing_is_asked_then_everything_is_locked_and_can_be_reopened(page, session, monkeypatch):
    asked = []
    monkeypatch.setattr(compare_screen, "ask", lambda *a, **k: asked.append(a[1]) or True)
    page.reveal("compare")
    assert not page.verify.isEnabled()
    assert "À vérifier avant de clore" in _remarks(page)
    for key in tuple(cycle.SCREENS)[:-1]:
        cycle.check(session.document, session.campaign, key)
    assert page.verify.isEnabled()
    page.verify.click()
    assert session.campaign.frozen
    assert "clos" in page.subtitle_label.text()
    assert page.verify.isHidden()
    screen = page.screen_shown
    assert isinstance(screen, CompareScreen)
    assert screen.reopen_button.isVisible()
    page.reveal("comments")
    comments = page.screen_shown
    assert isinstance(comments, CommentsScreen)
    assert not comments.edits["foreword"].editor.isEnabled()
    page.reveal("compare")
    screen.reopen_button.click()
    assert not session.campaign.frozen
    assert [each.partition("\u00a0")[0] for each in asked] == ["Clore le bilan 2026", "Rouvrir le bilan 2026"]


def test_a_campaign_frozen_elsewhere_says_why_nothing_can_be_written(page, session):
    from nrdesk.core import campaigns

    campaigns.freeze(session.document, session.campaign)
    assert "figée sans bilan" in page.subtitle_label.text()
    assert page.verify.isHidden()
    for key in cycle.SCREENS:
        page.reveal(key)


def test_the_difference_with_the_year_before_is_shown_and_explained(page, session, qtbot):
    from nrdesk.core import campaigns

    opened = campaigns.copy_campaign(session.document, session.campaign, YEAR + 1, "2027-06-30")
    with session.act("Retirer") as tx:
        tx.delete(Equipment, session.document.ids(Equipment, campaign_id=opened.id, number="A2"))
    session.show_campaign(opened)
    page.refresh()
    page.reveal("compare")
    screen = page.screen_shown
    assert isinstance(screen, CompareScreen)
    assert screen.bars.bars[-1].label == "Écart"
    assert screen.bars.bars[-1].value < 0
    screen.why.click()
    assert page.explain_panel.isVisible()
    assert screen.table.item(0, 0).text() == "Empreinte du parc, par an"
