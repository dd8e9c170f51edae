"""The meetings in the window: planned, written out, held."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from nrdesk.core.document import Document
from nrdesk.core.model import Decision, Workshop, WorkshopKind
from nrdesk.core.workshops import agenda_for
from nrdesk.ui.accessibility import name_of
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step05_ambition.workshops import DecisionsSection, WorkshopsSection, sections
from nrdesk.ui.widgets.messages import MessageBar
from nrdesk.ui.widgets.page import Page
from nrdesk.ui.widgets.remark import RemarkLine

Cards = tuple[WorkshopsSection, DecisionsSection]


@pytest.fixture
def cards(session: Session, qtbot: QtBot) -> Iterator[Cards]:
    meetings, decisions = cast(Cards, sections(session))
    page = Page("Étape 5")
    page.resize(1000, 900)
    for widget in (meetings, decisions, MessageBar()):
        page.body.addWidget(widget)
    for section in (meetings, decisions):
        section.refresh()
        session.changed.connect(lambda _, section=section: section.refresh())
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QApplication.processEvents()
    yield meetings, decisions
    page.close()


@pytest.fixture
def held(cards: Cards, session: Session) -> Workshop:
    """Return a meeting with a date, shown."""
    meeting = Workshop(title="Cadrage", starts="2026-03-12T14:00", agenda="10 min Accueil", held=True)
    with session.act("Saisir") as tx:
        tx.add(meeting)
    QApplication.processEvents()
    return meeting


def _meetings(session: Session) -> list[Workshop]:
    return session.document.all(Workshop)


def _remarks(card: WorkshopsSection) -> str:
    return "\n".join(each.accessibleName() for each in card.findChildren(RemarkLine) if not each.isHidden())


def test_the_three_usual_meetings_come_in_one_click_and_go_in_one_undo(
    cards: Cards, session: Session, qtbot: QtBot
) -> None:
    meetings, decisions = cards
    assert decisions.isHidden()
    qtbot.mouseClick(meetings._usual, Qt.MouseButton.LeftButton)
    assert [each.kind for each in _meetings(session)] == list(WorkshopKind)[:3]
    # A village of 2 000 inhabitants: one hour each.
    assert {each.minutes_long for each in _meetings(session)} == {60}
    assert meetings._usual.isHidden()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert name_of(focused) == "Date et heure"
    assert not decisions.isHidden()
    session.document.undo()
    assert _meetings(session) == []


def test_a_date_and_an_hour_are_typed_as_one_writes_them(
    cards: Cards, session: Session, qtbot: QtBot
) -> None:
    meetings, _ = cards
    meetings.add_usual()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "14:00")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert _meetings(session)[0].starts is None
    assert field.text() == "14:00"
    field.clear()
    qtbot.keyClicks(field, "12/03/2027 14h")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert _meetings(session)[0].starts == "2027-03-12T14:00"
    assert field.text() == "12/03/2027, 14\u00a0h\u00a000"


def test_a_new_meeting_is_the_first_usual_one_missing(cards: Cards, session: Session) -> None:
    meetings, _ = cards
    for _ in range(4):
        meetings.add_record()
    found = [each.kind for each in _meetings(session)]
    assert found == [*list(WorkshopKind)[:3], WorkshopKind.COCREATION]
    assert all(each.agenda for each in _meetings(session))


def test_the_list_follows_the_dates(cards: Cards, session: Session) -> None:
    meetings, _ = cards
    meetings.add_usual()
    last = _meetings(session)[2]
    with session.act("Dater") as tx:
        tx.update(Workshop, last.id, starts="2026-03-12")
    assert meetings.list.lines[0].id == last.id


def test_the_usual_agenda_replaces_another_and_can_be_undone(cards: Cards, session: Session) -> None:
    meetings, _ = cards
    meetings.add_record()
    meeting = _meetings(session)[0]
    assert meetings._agenda.isHidden()
    with session.act("Changer") as tx:
        tx.update(Workshop, meeting.id, kind=WorkshopKind.SHARING, agenda="Rien")
    assert not meetings._agenda.isHidden()
    meetings.propose_agenda()
    assert _meetings(session)[0].agenda == agenda_for(WorkshopKind.SHARING, small=True)
    session.document.undo()
    assert _meetings(session)[0].agenda == "Rien"


def test_what_is_missing_is_said_and_follows_the_decisions(
    cards: Cards, held: Workshop, session: Session
) -> None:
    meetings, decisions = cards
    QApplication.processEvents()
    assert "Aucune décision n’est notée" in _remarks(meetings)
    decisions.add_record()
    with session.act("Écrire") as tx:
        tx.update(Decision, session.document.all(Decision)[0].id, text="Garder les écrans.", owner="Mairie")
        tx.update(Workshop, held.id, report="Dit.")
    QApplication.processEvents()
    assert "Tout est noté" in _remarks(meetings)


def test_decisions_are_those_of_the_meeting_that_is_shown(
    cards: Cards, held: Workshop, session: Session
) -> None:
    meetings, decisions = cards
    decisions.add_record()
    (decision,) = session.document.all(Decision)
    assert decision.workshop_id == held.id
    other = Workshop(title="Mise en commun")
    with session.act("Ajouter") as tx:
        tx.add(other)
    meetings.select(other.id)
    assert decisions.list.count() == 0
    assert decisions.heading is not None
    assert "Mise en commun" in decisions.heading.text()
    meetings.select(held.id)
    assert decisions.list.count() == 1


def test_places_of_the_checklist_lead_here(cards: Cards, session: Session) -> None:
    meetings, decisions = cards
    assert meetings.focus_field("workshops")
    # Without a meeting, decisions begin with one.
    assert decisions.focus_field("decisions")
    assert not decisions.focus_field("workshops")
    assert not meetings.focus_field("text")


def test_deleting_a_meeting_takes_its_decisions_and_undo_brings_them_back(
    cards: Cards, held: Workshop, session: Session
) -> None:
    meetings, decisions = cards
    decisions.add_record()
    meetings.delete()
    assert session.document.count(Decision) == 0
    session.document.undo()
    assert (session.document.count(Workshop), session.document.count(Decision)) == (1, 1)


def test_without_a_date_nobody_can_be_invited(cards: Cards, session: Session) -> None:
    meetings, _ = cards
    meetings.add_record()
    assert not meetings.invitation.isEnabled()
    assert "date" in meetings.invitation.toolTip()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("button", "name", "start"),
    [
        ("invitation", "invitation.ics", b"BEGIN:VCALENDAR"),
        ("paper", "ordre.pdf", b"%PDF"),
        ("minutes", "compte-rendu.docx", b"PK"),
    ],
)
def test_a_meeting_has_its_papers(
    cards: Cards,
    held: Workshop,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    button: str,
    name: str,
    start: bytes,
) -> None:
    path = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    qtbot.mouseClick(getattr(cards[0], button), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(path.exists)
    assert path.read_bytes().startswith(start)


def test_a_document_opened_to_be_read_offers_no_change(path: Path, qtbot: QtBot) -> None:
    with Document.open(path) as document, document.action("Saisir") as tx:
        tx.add(Workshop(title="Cadrage", starts="2026-03-12", agenda="Rien"))
    session = Session(Document.open(path, read_only=True))
    for section in sections(session):
        section.refresh()
        qtbot.addWidget(section)
        for each in (getattr(section, name, None) for name in ("_usual", "_agenda", "_add", "_delete")):
            assert each is None or not each.isEnabled()
    session.close()
