"""Fields: saved when they are left, kept in red when they cannot be read, never lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nrdesk.core.document import Document
from nrdesk.core.fields.training import SESSION
from nrdesk.core.model import AwarenessSession, Person, PersonRole
from nrdesk.ui.records import RecordForm, RecordSection
from nrdesk.ui.records.editors import ChoiceEditor, LineEditor, TextEditor
from nrdesk.ui.session import Session
from tests.ui.records.conftest import MakeSection, shown, type_in


def _problem(section: RecordSection, name: str) -> str:
    editor = shown(section, name)
    return editor.accessibleDescription() if editor.property("invalid") else ""


def test_what_cannot_be_read_stays_in_red_with_its_reason(
    team: RecordSection, session: Session, qtbot: QtBot
) -> None:
    type_in(qtbot, shown(team, "email"), "claire chez mairie")
    assert shown(team, "email").typed() == "claire chez mairie"
    assert "n’est pas une adresse électronique" in _problem(team, "email")
    assert session.document.all(Person)[0].email == ""
    type_in(qtbot, shown(team, "email"), "claire@valbrenne.fr")
    assert _problem(team, "email") == ""
    assert session.document.all(Person)[0].email == "claire@valbrenne.fr"


def test_it_is_found_again_after_another_record_and_another_page(
    team: RecordSection, session: Session, make_section: MakeSection, qtbot: QtBot
) -> None:
    type_in(qtbot, shown(team, "days_per_month"), "un matin")
    first = team.current_id
    team.list.setCurrentRow(1)
    assert shown(team, "days_per_month").typed() == ""
    assert _problem(team, "days_per_month") == ""
    team.list.setCurrentRow(0)
    assert shown(team, "days_per_month").typed() == "un matin"
    assert "Écrivez un nombre" in _problem(team, "days_per_month")
    again = make_section(session)
    assert again.current_id == first
    assert shown(again, "days_per_month").typed() == "un matin"
    assert "Écrivez un nombre" in _problem(again, "days_per_month")


def test_ten_thousand_signs_pasted_in_a_name_are_refused_and_kept(
    team: RecordSection, session: Session, qtbot: QtBot
) -> None:
    editor = shown(team, "name")
    assert isinstance(editor, LineEditor)
    QApplication.clipboard().setText("a" * 10_000)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert len(editor.typed()) == 10_000
    assert "300 au plus" in _problem(team, "name")
    assert session.document.all(Person)[0].name == "Claire Martin"


def test_a_name_that_is_emptied_is_asked_for(team: RecordSection, session: Session, qtbot: QtBot) -> None:
    type_in(qtbot, shown(team, "name"), "")
    assert _problem(team, "name") == "Ce champ est nécessaire."
    assert session.document.all(Person)[0].name == "Claire Martin"
    team.list.setCurrentRow(1)
    team.list.setCurrentRow(0)
    assert shown(team, "name").typed() == ""


def test_what_is_typed_is_saved_before_another_record_is_shown(team: RecordSection, session: Session) -> None:
    editor = shown(team, "name")
    assert isinstance(editor, LineEditor)
    editor.setText("Claire Durand")
    team.list.setCurrentRow(1)
    assert session.document.all(Person)[0].name == "Claire Durand"


def test_what_is_being_typed_survives_a_change_made_elsewhere(
    team: RecordSection, session: Session, qtbot: QtBot
) -> None:
    editor = shown(team, "function")
    editor.setFocus()
    qtbot.keyClicks(editor, " de mairie")
    typed = editor.typed()
    with session.act("Ailleurs") as tx:
        tx.add(Person(name="Un autre"))
    assert editor.typed() == typed


def test_leaving_a_field_as_it_was_is_not_an_action(
    team: RecordSection, session: Session, qtbot: QtBot
) -> None:
    before = session.document.undo_label
    type_in(qtbot, shown(team, "name"), "  Claire   Martin ")
    assert session.document.undo_label == before
    assert shown(team, "name").typed() == "Claire Martin"


def test_arrows_choose_an_answer_and_leaving_saves_it_once(
    team: RecordSection, session: Session, qtbot: QtBot
) -> None:
    editor = shown(team, "role")
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    assert session.document.all(Person)[0].role is PersonRole.AGENT
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert session.document.all(Person)[0].role is PersonRole.OTHER
    session.undo()
    assert session.document.all(Person)[0].role is PersonRole.AGENT
    assert editor.typed() == "agent"


def test_the_space_bar_ticks(team: RecordSection, session: Session, qtbot: QtBot) -> None:
    editor = shown(team, "is_sponsor")
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Space)
    assert session.document.all(Person)[0].is_sponsor
    assert session.document.undo_label == "Modifier «\u00a0Porte la démarche\u00a0» (Claire Martin)"


def test_the_wheel_changes_no_answer(team: RecordSection) -> None:
    editor = shown(team, "role")
    assert isinstance(editor, ChoiceEditor)
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor, turn)
    assert editor.typed() == "agent"


@pytest.fixture
def workshop(session: Session, qtbot: QtBot) -> RecordForm:
    with session.act("Saisir") as tx:
        tx.add(AwarenessSession(title="Atelier"))
    record = session.document.all(AwarenessSession)[0]
    form = RecordForm(session, AwarenessSession, SESSION, record.id, named_by="title", flash=False)
    qtbot.addWidget(form)
    form.resize(800, 900)
    form.show()
    return form


def test_paragraphs_grow_and_tab_leaves_them(workshop: RecordForm, session: Session, qtbot: QtBot) -> None:
    editor = workshop.findChildren(TextEditor)[0]
    before = editor.height()
    editor.setFocus()
    for _ in range(6):
        qtbot.keyClicks(editor, "ligne")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.height() > before
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert session.document.all(AwarenessSession)[0].comment == "\n".join(["ligne"] * 6)
    assert editor.width() > 600


def test_a_disk_that_refuses_loses_nothing(team: RecordSection, session: Session, qtbot: QtBot) -> None:
    moved = session.document.path.with_suffix(".away")
    session.document.path.rename(moved)
    type_in(qtbot, shown(team, "function"), "maire")
    box = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert box is not None
    box.close()
    assert shown(team, "function").typed() == "maire"
    assert _problem(team, "function")
    moved.rename(session.document.path)


def test_the_form_shows_nothing_once_its_record_is_gone(workshop: RecordForm, session: Session) -> None:
    session.undo()
    workshop.refresh()
    assert workshop.record_id is None
    assert not any(editor.isVisible() for editor in workshop.findChildren(TextEditor))
    assert not workshop.focus_field("title")


def test_what_was_saved_is_on_the_disk(
    team: RecordSection, session: Session, path: Path, qtbot: QtBot
) -> None:
    type_in(qtbot, shown(team, "name"), "Claire Durand")
    session.document.close()
    with Document.open(path) as again:
        assert again.all(Person)[0].name == "Claire Durand"
