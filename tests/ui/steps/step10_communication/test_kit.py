"""The kit on the page: choosing what to tell, reading it over, sending it."""

import email
import email.policy
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from nrdesk.core import richtext
from nrdesk.core.communication.kit_pieces import EMAIL, PIECES, POSTER
from nrdesk.core.document import Document
from nrdesk.core.model import Action, ActionStatus, KitText
from nrdesk.ui.session import Session
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.steps.step10_communication.kit_card import KitCard
from nrdesk.ui.steps.step10_communication.kit_editor import KitEditor
from nrdesk.ui.steps.step10_communication.stories_card import StoriesCard


@pytest.fixture
def path(path: Path) -> Path:
    """A document with something to tell."""
    with Document.open(path) as document, document.action("Saisir") as tx:
        tx.add(
            Action(title="Éteindre la nuit", status=ActionStatus.DONE, starts="2026-02", ends="2026-03"),
            Action(title="Publier", blocked=True, blocked_reason="Le prestataire ne répond plus."),
        )
    return path


@pytest.fixture
def card(session: Session, qtbot: QtBot) -> KitCard:
    made = KitCard(session)
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    return made


@pytest.fixture
def editor(card: KitCard, session: Session, qtbot: QtBot) -> KitEditor:
    made = KitEditor(session, "", EMAIL, card)
    qtbot.addWidget(made)
    made.show()
    return made


def export_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))


def texts(session: Session) -> list[KitText]:
    return session.document.all(KitText)


def retype(editor: KitEditor, words: str, qtbot: QtBot) -> None:
    area = editor.editor.area
    area.setFocus()
    area.selectAll()
    qtbot.keyClicks(area, words)


def choose(card: KitCard, words: str) -> None:
    card.subject.setCurrentIndex(card.subject.findText(words, Qt.MatchFlag.MatchContains))
    card.subject.activated.emit(card.subject.currentIndex())


def test_the_strategy_comes_first_then_what_happened(card: KitCard) -> None:
    assert card.subject.itemText(0) == "La stratégie dans son ensemble"
    choose(card, "éteindre la nuit")
    assert card.story.startswith("action:")
    assert set(card.rows) == {piece.key for piece in PIECES}
    assert "1 difficulté dite" in card._facts.text().replace("\u00a0", " ")


def test_each_piece_says_how_it_stands(card: KitCard, session: Session) -> None:
    state = card.rows[POSTER]._state.text().replace("\u00a0", " ")
    assert state.startswith("Texte proposé, ")
    assert state.endswith("rien à revoir.")
    with session.act("Écrire") as tx:
        tx.add(KitText(piece=POSTER, body=richtext.dumps(richtext.from_plain("À compléter : tout."))))
    card.refresh()
    assert "Votre texte" in card.rows[POSTER]._state.text()
    assert "2 points à revoir" in card.rows[POSTER]._state.text().replace("\u00a0", " ")


def test_what_is_told_stays_chosen_when_the_document_changes(card: KitCard, session: Session) -> None:
    choose(card, "éteindre la nuit")
    chosen, before = card.story, card.subject.count()
    with session.act("Ajouter") as tx:
        tx.add(Action(title="Donner", status=ActionStatus.DONE, starts="2026-05", ends="2026-06"))
    card.refresh()
    assert card.story == chosen
    assert card.subject.count() == before + 1


def test_the_checklist_leads_to_the_kit(card: KitCard) -> None:
    assert card.focus_field("kit")
    assert not card.focus_field("messages")


def test_a_story_leads_to_its_kit(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.go("step10")
    card = workspace.page.findChild(KitCard)
    stories = workspace.page.findChild(StoriesCard)
    assert card is not None
    assert stories is not None
    told = str(card.subject.itemData(1))
    stories.kit_asked.emit(told)
    assert card.story == told
    stories.kit_asked.emit("action:perdue")
    assert card.story == told


def test_the_figure_is_explained(card: KitCard) -> None:
    assert card.why.isVisible()
    card.why.click()
    box = card.findChild(QDialog)
    assert box is not None
    assert "Actions du plan" in [label.text() for label in box.findChildren(QLabel)]
    box.close()


def test_a_message_goes_out_for_what_is_chosen(
    card: KitCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(card, "éteindre la nuit")
    export_to(tmp_path / "courriel.eml", monkeypatch)
    card.rows[EMAIL].exports[0].click()
    content = (tmp_path / "courriel.eml").read_bytes()
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert "éteindre la nuit" in message["Subject"]


@pytest.mark.slow
def test_the_whole_kit_goes_out_at_once(
    card: KitCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export_to(tmp_path / "kit.zip", monkeypatch)
    card.whole.click()
    with zipfile.ZipFile(tmp_path / "kit.zip") as bundle:
        assert {"affiche-a3.pdf", "courriel.eml", "LISEZ-MOI.txt"} <= set(bundle.namelist())


def test_a_text_is_saved_when_the_dialog_is_closed(editor: KitEditor, session: Session, qtbot: QtBot) -> None:
    retype(editor, "Deux postes sont en retard.", qtbot)
    editor.reject()
    (kept,) = texts(session)
    assert richtext.plain(richtext.loads(kept.body)) == "Deux postes sont en retard."
    assert session.document.undo_label == "Modifier le texte de «\u00a0Courriel\u00a0»"


def test_looking_changes_nothing(editor: KitEditor, session: Session) -> None:
    editor.show_piece(POSTER)
    editor.accept()
    assert texts(session) == []


def test_another_piece_is_chosen_and_what_was_typed_is_kept(
    editor: KitEditor, session: Session, qtbot: QtBot
) -> None:
    retype(editor, "Un retard.", qtbot)
    editor.pieces.setCurrentIndex(editor.pieces.findData(POSTER))
    editor.pieces.activated.emit(editor.pieces.currentIndex())
    assert editor.view.piece.key == POSTER
    assert [each.piece for each in texts(session)] == [EMAIL]


def test_remarks_follow_what_is_typed(editor: KitEditor, qtbot: QtBot) -> None:
    assert editor.remarks.sentences == ["Rien à revoir parmi ce que nrdesk sait vérifier. Relisez à deux."]
    retype(editor, "NOUS AVONS TOUT FINI.", qtbot)
    qtbot.waitUntil(lambda: len(editor.remarks.sentences) == 2)
    assert [each.partition("\u00a0")[0] for each in editor.remarks.sentences] == [
        "Transparence",
        "Accessibilité",
    ]
    assert "NOUS AVONS" in editor.pages.words


def test_a_title_is_saved_and_an_empty_one_comes_back(
    editor: KitEditor, session: Session, qtbot: QtBot
) -> None:
    editor.title.setText("Bonne nouvelle")
    editor.save()
    assert [each.title for each in texts(session)] == ["Bonne nouvelle"]
    editor.title.setText("")
    editor.save()
    assert editor.title.text() == "Notre stratégie numérique responsable se prépare"


def test_the_text_proposed_comes_back(editor: KitEditor, session: Session, qtbot: QtBot) -> None:
    assert not editor.take.isEnabled()
    retype(editor, "Un retard.", qtbot)
    editor.save()
    assert editor.take.isEnabled()
    editor.take.click()
    assert texts(session) == []
    assert editor.editor.text() == editor.view.proposed


def test_data_that_changed_are_told_once(
    editor: KitEditor, card: KitCard, session: Session, qtbot: QtBot
) -> None:
    retype(editor, "Un retard.", qtbot)
    editor.accept()
    with session.act("Finir") as tx:
        tx.add(Action(title="Donner", status=ActionStatus.DONE, starts="2026-05", ends="2026-06"))
    again = KitEditor(session, "", EMAIL, card)
    qtbot.addWidget(again)
    again.show()
    assert again.keep.isVisible()
    again.keep.click()
    assert not again.keep.isVisible()
    again.accept()


def test_a_document_that_is_read_only_is_read(path: Path, qtbot: QtBot) -> None:
    session = Session(Document.open(path, read_only=True))
    made = KitEditor(session, "", EMAIL, KitCard(session))
    qtbot.addWidget(made)
    made.show()
    assert made.editor.area.isReadOnly()
    assert made.title.isReadOnly()
    made.accept()
    session.close()


def test_everything_is_named_and_reached_by_keys(editor: KitEditor, qtbot: QtBot) -> None:
    assert editor.title.accessibleName() == "Titre"
    assert editor.pieces.accessibleName() == "Pièce du kit"
    editor.pieces.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(editor.pieces, Qt.Key.Key_Tab)
    assert editor.title.hasFocus()
