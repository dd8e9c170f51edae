"""Step 7 by its keys and clicks: the session, the text, the vote, what follows, the charters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from nrdesk.core import richtext, roadmap
from nrdesk.core.model import Ambition, Authority, Charter, Deliberation, Objective, StrategyVersion
from nrdesk.core.reference import charters
from nrdesk.core.richtext import Paragraph, RichText, Run
from nrdesk.ui.session import Session
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.steps.page import StepPage
from nrdesk.ui.steps.step07_vote.after_card import AfterCard
from nrdesk.ui.steps.step07_vote.charters import ChartersSection
from nrdesk.ui.steps.step07_vote.draft_card import DraftCard
from nrdesk.ui.steps.step07_vote.session_card import SessionCard
from nrdesk.ui.steps.step07_vote.vote_card import VoteCard
from nrdesk.ui.widgets import messages

VOTE = {"present": 15, "proxies": 3, "votes_for": 14, "votes_against": 3, "abstentions": 1}


@pytest.fixture
def session(workspace: Workspace) -> Session:
    with workspace.session.act("Préparer") as tx:
        tx.update(Authority, workspace.session.document.authority.id, elected=23)
        tx.set_setting("flash_path", False)
    return workspace.session


@pytest.fixture
def page(workspace: Workspace, session: Session) -> StepPage:
    workspace.go("step7")
    assert isinstance(workspace.page, StepPage)
    return workspace.page


def card(page: StepPage, kind: type):
    made = page.findChild(kind)
    assert made is not None
    return made


def typed(qtbot: QtBot, form, name: str, words: str) -> None:
    edit = form._edits[name]
    edit.focus()
    edit.editor.clear()
    qtbot.keyClicks(edit.editor, words)


def leave(form, name: str) -> None:
    form._edits[name].editor.left.emit()


def kept(session: Session) -> Deliberation:
    return session.document.all(Deliberation)[0]


def plain(lines: list[str]) -> str:
    return " ".join(lines).replace("\u00a0", " ")


def save(session: Session, **values: object) -> None:
    with session.act("Noter") as tx:
        tx.add(Deliberation(**values))


def test_nothing_is_written_before_the_first_answer(page, session):
    assert session.document.all(Deliberation) == []
    assert "jours francs avant" in plain(card(page, SessionCard).lines.sentences)


def test_the_rules_follow_what_is_typed(page, session, qtbot):
    meeting = card(page, SessionCard)
    typed(qtbot, meeting.form, "meeting", "15/12/2026 20h30")
    said = plain(meeting.lines.sentences)
    assert "au plus tard le vendredi 11 décembre 2026 (CGCT L. 2121-11)" in said
    assert "12 présents au moins sur 23 membres" in said
    # Told while one types, written when the field is left.
    assert session.document.all(Deliberation) == []
    leave(meeting.form, "meeting")
    assert kept(session).meeting == "2026-12-15T20:30"
    assert "n’est pas tenu" not in said
    typed(qtbot, meeting.form, "convened", "13/12/2026")
    assert "n’est pas tenu" in plain(meeting.lines.sentences)


def test_a_date_that_cannot_be_read_stays_with_its_reason(page, session, qtbot):
    meeting = card(page, SessionCard)
    typed(qtbot, meeting.form, "convened", "12/2026")
    leave(meeting.form, "convened")
    edit = meeting.form._edits["convened"]
    assert edit.editor.typed() == "12/2026"
    assert edit.row.problem
    assert session.document.all(Deliberation) == []


def test_the_arithmetic_of_the_vote_is_live(page, session, qtbot):
    vote = card(page, VoteCard)
    for name, words in (("present", "15"), ("proxies", "3"), ("votes_for", "14"), ("votes_against", "5")):
        typed(qtbot, vote.form, name, words)
        leave(vote.form, name)
    assert "14 pour + 5 contre = 19, pour 18 membres" in plain(vote.lines.sentences)
    typed(qtbot, vote.form, "votes_against", "4")
    assert "Adoptée par 14 voix pour et 4 contre" in plain(vote.lines.sentences)
    assert "10 sur 18 suffrages exprimés" in plain(vote.lines.sentences)


def test_a_tie_asks_how_the_chair_voted_even_on_the_flash_path(page, session, workspace):
    with session.act("Suivre le parcours flash") as tx:
        tx.set_setting("flash_path", True)
    save(session, present=10, proxies=4, votes_for=7, votes_against=7, seats=15)
    page.refresh()
    vote = card(page, VoteCard)
    assert "voix est prépondérante" in plain(vote.lines.sentences)
    assert not vote.form._edits["chair_in_favour"].row.isHidden()


def test_a_text_is_edited_then_taken_back(page, session, qtbot):
    part = card(page, DraftCard).parts["grounds"]
    part.fold.header.setChecked(True)
    proposed = part.editor.text()
    assert "Considérant" in richtext.plain(proposed)
    assert not part.again.isEnabled()
    mine = RichText((Paragraph((Run("Considérant notre envie,"),)),))
    part.editor.area.show_text(mine)
    part.editor.left.emit()
    assert richtext.loads(kept(session).grounds) == mine
    assert part.again.isEnabled()
    qtbot.mouseClick(part.again, Qt.MouseButton.LeftButton)
    assert kept(session).grounds == ""
    assert part.editor.text() == proposed


def test_a_text_put_back_by_hand_follows_the_data_again(page, session):
    part = card(page, DraftCard).parts["articles"]
    proposed = part.editor.text()
    part.editor.area.show_text(RichText((Paragraph((Run("Autre chose."),)),)))
    part.editor.left.emit()
    part.editor.area.show_text(proposed)
    part.editor.left.emit()
    assert kept(session).articles == ""


def test_what_is_missing_leads_where_it_is_given(page, workspace):
    draft = card(page, DraftCard)
    assert draft.focus_field("draft")
    go = draft._links[0]
    go.click()
    assert workspace.page is not page
    assert isinstance(workspace.page, StepPage)
    assert workspace.page.step_number == 5


def test_the_checklist_leads_to_every_field(page):
    for section in page._sections:
        section.refresh()
    for name in ("session_date", "draft", "convocation", "vote", "publication", "seal", "charters"):
        assert any(section.focus_field(name) for section in page._sections), name


def test_the_voted_version_is_kept_once_asked(page, session, monkeypatch, qtbot):
    after = card(page, AfterCard)
    assert not after.seal_button.isEnabled()
    with session.act("Écrire") as tx:
        tx.add(Ambition(text="Moins et mieux."), Objective(title="Garder les ordinateurs"))
    save(session, meeting="2026-12-15", **VOTE)
    page.refresh()
    assert after.seal_button.isEnabled()
    monkeypatch.setattr(messages, "ask", lambda *args, **kwargs: False)
    qtbot.mouseClick(after.seal_button, Qt.MouseButton.LeftButton)
    assert session.document.all(StrategyVersion) == []
    monkeypatch.setattr(messages, "ask", lambda *args, **kwargs: True)
    qtbot.mouseClick(after.seal_button, Qt.MouseButton.LeftButton)
    adopted = roadmap.adopted(session.document)
    assert adopted is not None
    assert kept(session).version_id == adopted.id
    assert not after.seal_button.isEnabled()


def test_the_dates_after_the_vote(page, session):
    save(session, meeting="2026-12-15", transmitted="2026-12-17", published="2026-12-18")
    page.refresh()
    said = plain(card(page, AfterCard).lines.sentences)
    assert "22 décembre 2026" in said
    assert "18 février 2027 (CJA R. 421-1 ; à confirmer)" in said
    assert "exécutoire" in said


def test_a_charter_is_taken_from_the_suggestions(page, session, qtbot):
    section = card(page, ChartersSection)
    first = charters.load()[0]
    add = next(
        each
        for each in section.findChildren(QPushButton)
        if each.accessibleName() == f"Ajouter\u00a0: {first.name}"
    )
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    found = session.document.all(Charter)
    assert [(each.name, each.link) for each in found] == [(first.name, first.url)]
    shown = [each.accessibleName() for each in section.findChildren(QPushButton) if each.isVisibleTo(section)]
    assert f"Ajouter\u00a0: {first.name}" not in shown
