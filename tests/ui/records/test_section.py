"""Lists of records: added, filled in, copied, deleted and brought back, by real keys and clicks."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from nrdesk.core.document import Document
from nrdesk.core.fields.team import BODY
from nrdesk.core.model import BodyLevel, GovernanceBody, Person, Trade, TradeCoverage
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.messages import MessageBar
from tests.ui.records.conftest import MakeSection, shown, type_in


def _press(section: RecordSection, qtbot: QtBot, words: str) -> None:
    found = (each for each in section.window().findChildren(QAbstractButton) if words in each.text())
    qtbot.mouseClick(next(found), Qt.MouseButton.LeftButton)


def _names(session: Session) -> list[str]:
    return [person.name for person in session.document.all(Person)]


def test_an_empty_section_says_how_to_begin(section: RecordSection) -> None:
    words = [label.text() for label in section.findChildren(QLabel) if label.isVisible()]
    assert "Personne pour l’instant." in words
    assert not section.list.isVisible()
    assert not section.form.isVisible()


def test_a_record_is_added_and_filled_in(section: RecordSection, session: Session, qtbot: QtBot) -> None:
    _press(section, qtbot, "Ajouter une personne")
    assert QApplication.focusWidget() is shown(section, "name")
    type_in(qtbot, shown(section, "name"), "Claire Martin")
    type_in(qtbot, shown(section, "function"), "dgs")
    line = section.list.lines[0]
    assert (line.title, line.details) == ("Claire Martin", "dgs")
    assert session.document.undo_label == "Modifier «\u00a0Fonction\u00a0» (Claire Martin)"
    assert [person.function for person in session.document.all(Person)] == ["dgs"]


def test_a_line_says_what_is_ticked_and_the_units(team: RecordSection) -> None:
    assert [line.details for line in team.list.lines] == [
        "secrétaire générale · Coordonne la démarche",
        "",
        "0,5\u00a0jours par mois",
    ]


def test_arrows_go_through_the_list_and_enter_opens_the_form(team: RecordSection, qtbot: QtBot) -> None:
    seen: list[object] = []
    team.selected.connect(seen.append)
    team.list.setFocus()
    qtbot.keyClick(team.list, Qt.Key.Key_Down)
    assert shown(team, "name").typed() == "Paul Petit"
    assert seen == [team.current_id]
    qtbot.keyClick(team.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is shown(team, "name")


def test_insert_adds_and_delete_deletes(team: RecordSection, session: Session, qtbot: QtBot) -> None:
    team.list.setFocus()
    qtbot.keyClick(team.list, Qt.Key.Key_Insert)
    assert session.document.undo_label == "Ajouter une personne"
    assert _names(session)[-1] == ""
    assert team.list.lines[-1].title == "(sans nom)"
    team.list.setFocus()
    qtbot.keyClick(team.list, Qt.Key.Key_Delete)
    assert _names(session) == ["Claire Martin", "Paul Petit", "Anne Roy"]


def test_what_is_deleted_is_brought_back_by_the_message(
    team: RecordSection, session: Session, qtbot: QtBot
) -> None:
    team.list.setFocus()
    qtbot.keyClick(team.list, Qt.Key.Key_Delete)
    assert _names(session) == ["Paul Petit", "Anne Roy"]
    assert team.list.hasFocus()
    assert shown(team, "name").typed() == "Paul Petit"
    bar = team.window().findChild(MessageBar)
    assert bar is not None
    assert bar.text == "Supprimé\u00a0: Claire Martin."
    _press(team, qtbot, "Annuler")
    assert _names(session) == ["Claire Martin", "Paul Petit", "Anne Roy"]


def test_the_message_undoes_nothing_else(team: RecordSection, session: Session, qtbot: QtBot) -> None:
    _press(team, qtbot, "Supprimer")
    type_in(qtbot, shown(team, "function"), "maire")
    _press(team, qtbot, "Annuler")
    assert session.document.all(Person)[0].function == "maire"
    bar = team.window().findChild(MessageBar)
    assert bar is not None
    assert "D’autres modifications" in bar.text


def test_what_only_exists_through_a_record_goes_with_it(
    team: RecordSection, session: Session, qtbot: QtBot
) -> None:
    with session.act("Confier") as tx:
        tx.add(TradeCoverage(trade=Trade.IT, person_id=team.current_id))
    _press(team, qtbot, "Supprimer")
    assert [each.person_id for each in session.document.all(TradeCoverage)] == [None]
    session.undo()
    assert [each.person_id for each in session.document.all(TradeCoverage)] == [
        session.document.all(Person)[0].id
    ]


def test_a_copy_keeps_everything_but_its_name(team: RecordSection, session: Session, qtbot: QtBot) -> None:
    _press(team, qtbot, "Dupliquer")
    copy = session.document.all(Person)[-1]
    assert (copy.name, copy.function) == ("Claire Martin (copie)", "secrétaire générale")
    assert session.document.undo_label == "Dupliquer une personne (Claire Martin)"
    assert shown(team, "name").typed() == "Claire Martin (copie)"


def test_undo_and_redo_show_again_what_the_document_holds(
    team: RecordSection, session: Session, qtbot: QtBot
) -> None:
    type_in(qtbot, shown(team, "name"), "Claire Durand")
    assert team.list.lines[0].title == "Claire Durand"
    session.undo()
    assert team.list.lines[0].title == "Claire Martin"
    assert shown(team, "name").typed() == "Claire Martin"
    session.redo()
    assert shown(team, "name").typed() == "Claire Durand"


def test_undoing_the_first_record_empties_the_section(
    section: RecordSection, session: Session, qtbot: QtBot
) -> None:
    _press(section, qtbot, "Ajouter une personne")
    session.undo()
    assert not section.form.isVisible()
    assert section.current_id is None


def test_undoing_a_record_whose_name_is_being_typed_writes_nothing(
    section: RecordSection, session: Session, qtbot: QtBot
) -> None:
    _press(section, qtbot, "Ajouter une personne")
    editor = shown(section, "name")
    qtbot.keyClicks(editor, "Cla")
    session.undo()
    editor.clearFocus()
    assert session.document.all(Person) == []
    assert section.current_id is None


def test_the_checklist_leads_to_a_field_or_to_the_list(team: RecordSection) -> None:
    assert team.focus_field("coordinator")
    assert QApplication.focusWidget() is shown(team, "is_coordinator")
    assert team.focus_field("people")
    assert QApplication.focusWidget() is team.list
    assert team.focus_field("email")
    assert QApplication.focusWidget() is shown(team, "email")
    assert not team.focus_field("unknown")


def test_the_checklist_leads_to_the_button_that_adds_while_there_is_nobody(section: RecordSection) -> None:
    for place in ("people", "coordinator"):
        assert section.focus_field(place)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert name_of(focused) == "Ajouter une personne"


def test_a_section_of_some_records_gives_them_what_they_share(session: Session, qtbot: QtBot) -> None:
    with session.act("Saisir") as tx:
        tx.add(GovernanceBody(name="Comité de pilotage"))
    section = RecordSection(
        session,
        GovernanceBody,
        BODY,
        title="Avancer",
        columns=("name",),
        add_label="Ajouter",
        noun="une instance",
        empty="Aucune.",
        where={"level": BodyLevel.OPERATIONAL},
        defaults=lambda: {"name": "Point numérique"},
    )
    qtbot.addWidget(section)
    section.refresh()
    assert section.list.lines == []
    section.add_record()
    assert [line.title for line in section.list.lines] == ["Point numérique"]
    assert session.document.all(GovernanceBody)[-1].level is BodyLevel.OPERATIONAL


def test_two_hundred_records_are_one_list(section: RecordSection, session: Session) -> None:
    with session.act("Saisir") as tx:
        tx.add_all(Person(name=f"Personne {n}") for n in range(200))
    assert section.list.count() == 200
    assert section.list.height() < 900


def test_the_flash_path_leaves_out_what_is_not_essential(
    section: RecordSection, session: Session, qtbot: QtBot
) -> None:
    _press(section, qtbot, "Ajouter une personne")
    assert not shown(section, "email").isVisible()
    _press(section, qtbot, "Afficher tout (3\u00a0champs de plus)")
    assert shown(section, "email").isVisible()


def test_a_card_that_is_not_essential_waits_until_it_holds_something(
    session: Session, make_section: MakeSection
) -> None:
    section = make_section(session, essential=False)
    assert not section.isVisible()
    with session.act("Saisir") as tx:
        tx.add(Person(name="Claire Martin"))
    assert section.isVisible()


def test_a_document_that_is_only_read_shows_everything_and_changes_nothing(
    path: Path, make_section: MakeSection, qtbot: QtBot
) -> None:
    with Document.open(path) as document, document.action("Saisir") as tx:
        tx.add(Person(name="Claire Martin"))
    session = Session(Document.open(path, read_only=True))
    section = make_section(session)
    for words in ("Ajouter", "Dupliquer", "Supprimer"):
        button = next(each for each in section.findChildren(QAbstractButton) if words in each.text())
        assert not button.isEnabled()
    section.list.setFocus()
    qtbot.keyClick(section.list, Qt.Key.Key_Delete)
    qtbot.keyClicks(shown(section, "name"), "X")
    assert section.list.lines[0].title == "Claire Martin"
    assert shown(section, "name").typed() == "Claire Martin"
    session.close()


def test_every_widget_says_its_name(team: RecordSection) -> None:
    names = [name_of(widget) for widget in focusable(team)]
    assert all(name.strip() for name in names)
    item = team.list.item(0)
    spoken = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Claire Martin. secrétaire générale · Coordonne la démarche"


@pytest.mark.parametrize("width", [500, 1000])
def test_the_form_goes_under_the_list_where_there_is_no_room(
    team: RecordSection, qtbot: QtBot, width: int
) -> None:
    team.window().resize(width, 900)
    under = team.form.mapTo(team, team.form.rect().topLeft()).y() >= team.list.geometry().bottom()
    assert under is (width == 500)


def test_a_locked_section_shows_everything_and_changes_nothing(
    session: Session, make_section: MakeSection, qtbot: QtBot
) -> None:
    with session.act("Saisir") as tx:
        tx.set_setting("flash_path", False)
        tx.add(Person(name="Claire Martin"))
    section = make_section(session, locked=True)
    assert shown(section, "name").isReadOnly()
    assert not shown(section, "role").isEnabled()
    section.list.setFocus()
    qtbot.keyClick(section.list, Qt.Key.Key_Delete)
    qtbot.keyClick(section.list, Qt.Key.Key_Insert)
    assert session.document.count(Person) == 1
