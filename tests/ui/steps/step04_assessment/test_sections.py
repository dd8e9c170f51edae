"""Step 4 by its keys and clicks: what is listed, what is answered, what is concluded."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.assessment import synthesis
from nrdesk.core.document import Document
from nrdesk.core.listening import guides
from nrdesk.core.model import (
    Finding,
    Interview,
    InterviewAnswer,
    MaturityAnswer,
    PastAction,
    QuestionGuide,
    ReadDocument,
    SynthesisItem,
)
from nrdesk.ui.session import Session
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.steps.page import StepPage
from nrdesk.ui.steps.step04_assessment.answers_card import AnswersCard
from nrdesk.ui.steps.step04_assessment.folded import FoldedSection
from nrdesk.ui.steps.step04_assessment.maturity_card import MaturityCard
from nrdesk.ui.steps.step04_assessment.returned_dialog import ReturnedDialog, preview
from nrdesk.ui.steps.step04_assessment.synthesis_card import SynthesisCard
from nrdesk.ui.widgets.rows import LinkRow

INTERVIEW = Interview(title="Service accueil")
GUIDE = QuestionGuide(title="À nous", questions="Quoi ?\nQui ?")


@pytest.fixture
def step(workspace: Workspace) -> StepPage:
    """Return the page of the step, on the whole path, with an exchange and a guide."""
    with workspace.session.act("Préparer") as tx:
        tx.set_setting("flash_path", False)
        tx.add(GUIDE, INTERVIEW)
    workspace.go("step4")
    assert isinstance(workspace.page, StepPage)
    return workspace.page


@pytest.fixture
def document(workspace: Workspace) -> Document:
    return workspace.session.document


def shown(widget: QWidget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return "\n".join(labels).replace("\u00a0", " ")


def focused(step: StepPage) -> QWidget:
    found = step.window().focusWidget()
    assert found is not None
    return found


def press(qtbot: QtBot, widget: QWidget, words: str) -> None:
    found = [
        each for each in widget.findChildren(QPushButton) if words in (each.accessibleName(), each.text())
    ]
    qtbot.mouseClick(next(each for each in found if each.isVisibleTo(widget)), Qt.MouseButton.LeftButton)


class TestAnswers:
    """The questions of the guide of the exchange shown."""

    @pytest.fixture
    def card(self, step: StepPage) -> AnswersCard:
        made = step.findChild(AnswersCard)
        assert made is not None
        step.reveal("interview_answers")
        return made

    def choose(self, card: AnswersCard, title: str) -> None:
        place = card.guide.findText(title)
        assert place >= 0
        card.guide.setCurrentIndex(place)
        card.guide.left.emit()

    def fields(self, card: AnswersCard) -> list[QPlainTextEdit]:
        return [each for each in card.findChildren(QPlainTextEdit) if each.isVisibleTo(card)]

    def test_a_guide_chosen_shows_its_questions(self, card: AnswersCard, document: Document) -> None:
        self.choose(card, "À nous")
        assert document.get(Interview, INTERVIEW.id).guide_id == GUIDE.id
        assert [each.accessibleName() for each in self.fields(card)] == ["Quoi ?", "Qui ?"]

    def test_a_model_is_copied_into_the_document(self, card: AnswersCard, document: Document) -> None:
        template = guides()[1]
        self.choose(card, f"{template.title} (modèle)")
        copy = next(each for each in document.all(QuestionGuide) if each.title == template.title)
        assert document.get(Interview, INTERVIEW.id).guide_id == copy.id
        assert len(self.fields(card)) == len(template.questions)
        document.undo()
        assert [each.id for each in document.all(QuestionGuide)] == [GUIDE.id]

    def test_an_answer_is_saved_when_it_is_left(
        self, card: AnswersCard, document: Document, qtbot: QtBot
    ) -> None:
        self.choose(card, "À nous")
        first, second = self.fields(card)
        first.setFocus()
        qtbot.keyClicks(first, "Des postes")
        qtbot.keyClick(first, Qt.Key.Key_Tab)
        assert second.hasFocus()
        (answer,) = document.all(InterviewAnswer)
        assert (answer.question, answer.text) == ("Quoi ?", "Des postes")
        assert document.undo_label == "Répondre à «\u00a0Quoi ?\u00a0» (Service accueil)"
        qtbot.waitUntil(lambda: "1 réponse sur 2 questions" in shown(card))

    def test_a_changed_guide_loses_no_answer(
        self, card: AnswersCard, document: Document, qtbot: QtBot
    ) -> None:
        self.choose(card, "À nous")
        first = self.fields(card)[0]
        first.setFocus()
        qtbot.keyClicks(first, "Des postes")
        qtbot.keyClick(first, Qt.Key.Key_Tab)
        with document.action("Changer le guide") as tx:
            tx.update(QuestionGuide, GUIDE.id, questions="Qui ?\nOù ?")
        qtbot.waitUntil(lambda: len(self.fields(card)) == 3)
        assert [each.accessibleName() for each in self.fields(card)] == ["Qui ?", "Où ?", "Quoi ?"]
        assert self.fields(card)[2].toPlainText() == "Des postes"
        assert "n’est plus dans le guide" in shown(card)
        self.choose(card, "Sans guide")
        assert [each.toPlainText() for each in self.fields(card)] == ["Des postes"]
        assert "n’est plus dans le guide" not in shown(card)

    def test_what_is_being_typed_is_saved_when_another_exchange_is_shown(
        self, card: AnswersCard, document: Document, qtbot: QtBot
    ) -> None:
        self.choose(card, "À nous")
        first = self.fields(card)[0]
        qtbot.keyClicks(first, "Presque")
        with document.action("Supprimer le guide de l’échange") as tx:
            tx.update(Interview, INTERVIEW.id, guide_id=None)
        qtbot.waitUntil(lambda: document.count(InterviewAnswer) == 1)
        assert document.all(InterviewAnswer)[0].text == "Presque"

    def test_it_goes_with_the_exchange(self, card: AnswersCard, document: Document, qtbot: QtBot) -> None:
        with document.action("Supprimer") as tx:
            tx.delete(Interview, [INTERVIEW.id])
        qtbot.waitUntil(card.isHidden)


class TestSynthesis:
    """The three lists, and what the data suggest for them."""

    @pytest.fixture
    def card(self, step: StepPage) -> SynthesisCard:
        made = step.findChild(SynthesisCard)
        assert made is not None
        return made

    def written(self, document: Document, finding: Finding) -> list[str]:
        return [each.text for each in synthesis.items(document, document.campaign, finding)]

    def test_a_proposal_is_taken_then_edited(
        self, card: SynthesisCard, document: Document, qtbot: QtBot
    ) -> None:
        group = card.groups[Finding.WEAKNESS]
        before = shown(group)
        assert "Ce qui pèse le plus" in before
        assert "D’après : Empreinte du parc" in before
        press(qtbot, group, "Reprendre")
        (sentence,) = self.written(document, Finding.WEAKNESS)
        assert (document.undo_label or "").startswith("Reprendre «\u00a0")
        field = group.findChild(QPlainTextEdit)
        assert field.toPlainText() == sentence.replace("\u00a0", " ")
        undo = document.undo_label
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Tab)
        # Passing through changes nothing, not even the no-break spaces.
        assert document.undo_label == undo
        assert self.written(document, Finding.WEAKNESS) == [sentence]
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, "Trop de postes")
        qtbot.keyClick(field, Qt.Key.Key_Tab)
        assert self.written(document, Finding.WEAKNESS) == ["Trop de postes"]

    def test_a_proposal_set_aside_comes_back_on_demand(
        self, card: SynthesisCard, document: Document, qtbot: QtBot
    ) -> None:
        group = card.groups[Finding.AXIS]
        asked = "plus longtemps"
        assert asked in shown(group)
        press(qtbot, group, "Écarter")
        assert asked not in shown(group)
        assert not self.written(document, Finding.AXIS)
        press(qtbot, card, "Reproposer ce qui a été écarté")
        assert asked in shown(group)

    def test_by_hand_moved_and_deleted_by_the_keyboard(
        self, card: SynthesisCard, document: Document, qtbot: QtBot, step: StepPage
    ) -> None:
        group = card.groups[Finding.STRENGTH]
        for words in ("Premier", "Second"):
            press(qtbot, group, "Ajouter une force")
            field = focused(step)
            qtbot.keyClicks(field, words)
            qtbot.keyClick(field, Qt.Key.Key_Tab)
        assert self.written(document, Finding.STRENGTH) == ["Premier", "Second"]
        group.sentences.focus(last=True)
        assert focused(step).accessibleName() == "Force 2"
        qtbot.keyClick(focused(step), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert self.written(document, Finding.STRENGTH) == ["Second", "Premier"]
        moved = focused(step)
        assert isinstance(moved, QPlainTextEdit)
        assert (moved.toPlainText(), moved.accessibleName()) == ("Second", "Force 1")
        buttons = group.sentences.findChildren(QToolButton)
        delete = next(
            each for each in buttons if each.accessibleName() == "Supprimer Force 1" and each.isVisible()
        )
        qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
        assert self.written(document, Finding.STRENGTH) == ["Premier"]
        document.undo()
        assert self.written(document, Finding.STRENGTH) == ["Second", "Premier"]

    def test_the_checklist_leads_to_the_first_list_that_is_empty(
        self, card: SynthesisCard, step: StepPage
    ) -> None:
        step.reveal("synthesis")
        first = card.groups[Finding.STRENGTH]
        assert first.isAncestorOf(focused(step))

    def test_a_sentence_being_typed_is_left_alone_by_what_happens_elsewhere(
        self, card: SynthesisCard, document: Document, qtbot: QtBot, step: StepPage
    ) -> None:
        press(qtbot, card.groups[Finding.AXIS], "Ajouter un axe")
        field = focused(step)
        assert isinstance(field, QPlainTextEdit)
        qtbot.keyClicks(field, "En cours")
        with document.action("Ailleurs") as tx:
            tx.add(PastAction(title="Dons"))
        card.refresh()
        assert field.toPlainText() == "En cours"


def test_the_lists_that_come_second_are_folded_and_open_when_they_are_asked_for(
    step: StepPage, document: Document, qtbot: QtBot
) -> None:
    cards = step.findChildren(FoldedSection)
    documents = next(each for each in cards if each.focus_field("read_documents"))
    assert "Aucun pour l’instant." in shown(documents)
    assert documents.section.isVisibleTo(documents)
    assert focused(step).text() == "Ajouter un document lu"  # type: ignore[attr-defined]
    with document.action("Lire") as tx:
        tx.add(ReadDocument(title="Audit"))
    qtbot.waitUntil(lambda: "1 document lu" in shown(documents))


def test_the_questionnaire_says_how_far_it_is(step: StepPage, document: Document, qtbot: QtBot) -> None:
    card = step.findChild(MaturityCard)
    assert card is not None
    assert "0 sur 74 questions." in shown(card)
    with document.action("Répondre") as tx:
        tx.add(MaturityAnswer(campaign_id=document.campaign.id, question="G01", level=2))
    qtbot.waitUntil(lambda: "1 sur 74 questions." in shown(card))


def test_the_questionnaire_opens_its_page(step: StepPage, workspace: Workspace, qtbot: QtBot) -> None:
    card = step.findChild(MaturityCard)
    assert card is not None
    qtbot.mouseClick(card.findChild(LinkRow), Qt.MouseButton.LeftButton)
    assert workspace.current == "maturity"


def test_the_checklist_finds_its_places(step: StepPage) -> None:
    for name, words in (("past_actions", "Ajouter une action"), ("interviews", "Écouter")):
        step.reveal(name)
        found = focused(step)
        assert words in (found.accessibleName(), getattr(found, "text", str)())


def test_a_filled_questionnaire_is_seen_before_it_is_taken(
    step: StepPage, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "école.xlsx"
    book = Workbook()
    page = book.active
    assert page is not None
    for row in (("Question", "Réponse"), ("Quoi ?", "Six tablettes"), ("Qui ?", None), ("", "Perdue")):
        page.append(list(row))
    book.save(path)
    session: Session = workspace.session
    taken: list[str | None] = []
    preview(step, session, [path], taken.append)
    dialog = step.findChild(ReturnedDialog)
    assert dialog is not None
    assert "3 lignes lues : 1 reprise, 1 sans réponse, 1 refusée." in shown(dialog)
    assert "1 réponse · À nous" in shown(dialog)
    assert session.document.count(Interview) == 1
    qtbot.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    (made,) = (each for each in session.document.all(Interview) if each.title == "école")
    assert taken == [made.id]
    session.undo()
    assert session.document.count(SynthesisItem) == 0
    assert session.document.count(Interview) == 1


def test_a_file_that_is_not_ours_opens_no_preview(
    step: StepPage, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "budget.csv"
    path.write_text("Poste;Montant\nPapier;12\n", encoding="utf-8")
    preview(step, workspace.session, [path], lambda _: None)
    assert step.findChild(ReturnedDialog) is None
