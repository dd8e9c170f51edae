"""The dialog that makes one document of two copies."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.document import Document
from nrdesk.core.merging import Side
from nrdesk.core.model import Equipment, Person, StepAnswer
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.merging import dialog as dialogs
from nrdesk.ui.merging import open_merge
from nrdesk.ui.merging.dialog import MergeDialog
from nrdesk.ui.session import Session
from nrdesk.ui.shell.workspace import Workspace

QUESTION = "Pourquoi se lancer ?"


@dataclass
class Open:
    session: Session
    workspace: Workspace
    away: Path

    def dialog(self) -> MergeDialog:
        open_merge(self.session, self.workspace, self.away)
        found = self.workspace.findChildren(MergeDialog)
        return found[-1]


@pytest.fixture
def pair(workspace: Workspace, tmp_path: Path) -> Open:
    """Return the small document open, and a copy of it on which the consultant worked too."""
    session, away = workspace.session, tmp_path / "consultant.nrdesk"
    with session.act("Répondre") as tx:
        tx.add(StepAnswer(step=1, question=QUESTION, text="À écrire"))
    session.document.back_up()
    session.document.save_copy(away)
    (answer,) = session.document.all(StepAnswer)
    with Document.open(away) as theirs, theirs.action("Modifier") as tx:
        tx.update(StepAnswer, answer.id, text="Pour économiser")
        tx.add(Person(name="Camille Roux"))
        tx.delete(Equipment, [theirs.all(Equipment)[1].id])
    with session.act("Modifier") as tx:
        tx.update(StepAnswer, answer.id, text="Pour durer")
    return Open(session, workspace, away)


def texts(pair: Open) -> list[str]:
    return [each.text for each in pair.session.document.all(StepAnswer)]


def test_what_is_to_choose_comes_first_and_both_values_are_read(pair: Open) -> None:
    dialog = pair.dialog()
    assert [line.title[:9] for line in dialog.list.lines] == ["À choisir"]
    (choice,) = dialog.detail.choices
    names = [button.accessibleName() for button in choice.findChildren(QRadioButton)]
    assert any("Pour durer" in name for name in names)
    assert any("Pour économiser" in name for name in names)
    dialog.shown.setCurrentIndex(1)
    assert dialog.list.count() == 3


@pytest.mark.parametrize(
    ("side", "text"),
    [
        (Side.MINE, "Pour durer"),
        (Side.THEIRS, "Pour économiser"),
        (Side.BOTH, "Pour durer\n\nPour économiser"),
    ],
)
def test_what_is_chosen_is_written_in_one_action(pair: Open, side: Side, text: str) -> None:
    dialog = pair.dialog()
    dialog.detail.choices[0].buttons[side].click()
    dialog.merge_button.click()
    document = pair.session.document
    assert texts(pair) == [text]
    assert [each.name for each in document.all(Person)] == ["Camille Roux"]
    assert [each.number for each in document.all(Equipment)] == ["A1"]
    pair.session.undo()
    assert texts(pair) == ["Pour durer"]
    assert document.count(Equipment) == 2


def test_one_rule_for_all_that_is_to_choose(pair: Open) -> None:
    dialog = pair.dialog()
    for rule, text in (("celle de ce document", "Pour durer"), ("celle de l’autre copie", "Pour économiser")):
        dialog.rule.setCurrentText(rule)
        kept = [side for side, button in dialog.detail.choices[0].buttons.items() if button.isChecked()]
        assert kept == [Side.MINE if text == "Pour durer" else Side.THEIRS]
    dialog.merge()
    assert texts(pair) == ["Pour économiser"]


def test_leaving_writes_nothing(pair: Open) -> None:
    pair.dialog().reject()
    assert texts(pair) == ["Pour durer"]
    assert pair.session.document.undo_label == "Modifier"


def test_a_row_may_be_kept_that_the_other_deleted(pair: Open) -> None:
    dialog = pair.dialog()
    dialog.shown.setCurrentIndex(1)
    key = next(line.id for line in dialog.list.lines if line.id.startswith("equipment"))
    dialog.list.select(key)
    dialog.detail.choices[0].buttons[Side.MINE].click()
    dialog.merge()
    assert pair.session.document.count(Equipment) == 2


def test_the_report_is_saved_as_it_is_chosen(
    pair: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "rapport.docx"
    monkeypatch.setattr(dialogs, "file_to_write", lambda *_: target)
    dialog = pair.dialog()
    dialog.save_report()
    assert target.stat().st_size > 1000
    assert texts(pair) == ["Pour durer"]


def test_two_equal_copies_have_nothing_to_merge(pair: Open, tmp_path: Path) -> None:
    same = tmp_path / "pareille.nrdesk"
    pair.session.document.save_copy(same)
    open_merge(pair.session, pair.workspace, same)
    assert not pair.workspace.findChildren(MergeDialog)
    assert "rien à réunir" in pair.workspace.messages.accessibleName() + _words(pair.workspace.messages)


def test_a_document_for_reading_only_is_compared_and_not_written(
    pair: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    with Document.open(pair.session.document.path, read_only=True) as document:
        session = Session(document)
        widget = QWidget()
        qtbot.addWidget(widget)
        open_merge(session, widget, pair.away)
        (dialog,) = widget.findChildren(MergeDialog)
        dialog.detail.choices[0].buttons[Side.MINE].click()
        assert not dialog.merge_button.isEnabled()
        dialog.reject()


def test_everything_has_a_name(pair: Open) -> None:
    dialog = pair.dialog()
    assert all(name_of(widget) for widget in focusable(dialog))


def _words(widget: QWidget) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in widget.findChildren(QLabel))
