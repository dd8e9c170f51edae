"""Step 3 by its keys and clicks: the matrix, the goals, the dates, the priorities, what the EPCI does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Axis, PolicyDocument, PolicyLink, PolicyOwner, StepAnswer
from nrdesk.ui.session import Session
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.steps.page import StepPage
from nrdesk.ui.steps.step03_policies.alerts_card import AlertsCard
from nrdesk.ui.steps.step03_policies.goals_card import GoalsCard
from nrdesk.ui.steps.step03_policies.matrix_card import MatrixCard
from nrdesk.ui.steps.step03_policies.matrix_grid import MatrixGrid
from nrdesk.ui.steps.step03_policies.priorities_card import PrioritiesCard
from nrdesk.ui.steps.step03_policies.shared_card import SharedCard

Key = Qt.Key
PCAET = PolicyDocument(title="PCAET", owner=PolicyOwner.EPCI, starts="2024", ends="2099")
MANDATE = PolicyDocument(title="Projet de mandat", starts="2026", ends="2020")


@pytest.fixture
def step(workspace: Workspace) -> StepPage:
    """Return the page of the step, with two documents and the whole path."""
    with workspace.session.act("Préparer") as tx:
        tx.add(PCAET, MANDATE)
        tx.set_setting("flash_path", False)
    workspace.go("step3")
    assert isinstance(workspace.page, StepPage)
    return workspace.page


@pytest.fixture
def session_of(workspace: Workspace) -> Session:
    return workspace.session


@pytest.fixture
def grid(step: StepPage, qtbot: QtBot) -> MatrixGrid:
    made = step.findChild(MatrixGrid)
    assert made is not None
    made.setFocus()
    made.setCurrentIndex(made.model().index(0, 0))
    return made


def strengths(session: Session) -> dict[tuple[str, Axis], int]:
    titles = {each.id: each.title for each in session.document.all(PolicyDocument)}
    return {
        (titles[link.document_id], link.axis): link.strength
        for link in session.document.all(PolicyLink)
        if link.strength
    }


def shown(card: object) -> str:
    assert isinstance(card, AlertsCard | GoalsCard | PrioritiesCard | SharedCard)
    labels = [label.text() for label in card.findChildren(QLabel) if not label.isHidden()]
    return "\n".join(labels).replace("\u00a0", " ")


class TestMatrix:
    """The grid of documents and axes."""

    def test_figures_and_arrows(self, grid: MatrixGrid, session_of: Session, qtbot: QtBot) -> None:
        for key in (Key.Key_3, Key.Key_Right, Key.Key_1, Key.Key_Down, Key.Key_2):
            qtbot.keyClick(grid, key)
        assert strengths(session_of) == {
            ("PCAET", Axis.PURCHASING): 3,
            ("PCAET", Axis.LIFE_CYCLE): 1,
            ("Projet de mandat", Axis.LIFE_CYCLE): 2,
        }
        label = session_of.document.undo_label
        assert label == "Croiser «\u00a0Projet de mandat\u00a0» et «\u00a0Cycle de vie du matériel\u00a0»"

    def test_one_cell_is_one_undo(self, grid: MatrixGrid, session_of: Session, qtbot: QtBot) -> None:
        qtbot.keyClick(grid, Key.Key_3)
        qtbot.keyClick(grid, Key.Key_1)
        session_of.undo()
        assert strengths(session_of) == {("PCAET", Axis.PURCHASING): 3}
        session_of.undo()
        assert strengths(session_of) == {}
        qtbot.waitUntil(lambda: grid.model().index(0, 0).data() == "0")

    def test_the_same_figure_again_is_not_an_action(
        self, grid: MatrixGrid, session_of: Session, qtbot: QtBot
    ) -> None:
        qtbot.keyClick(grid, Key.Key_2)
        session_of.undo()
        qtbot.keyClick(grid, Key.Key_0)
        assert session_of.document.redo_label is not None

    def test_the_figures_of_a_french_keyboard(
        self, grid: MatrixGrid, session_of: Session, qtbot: QtBot
    ) -> None:
        qtbot.keyClick(grid, Key.Key_Eacute)
        assert strengths(session_of) == {("PCAET", Axis.PURCHASING): 2}
        qtbot.keyClick(grid, Key.Key_Delete)
        assert strengths(session_of) == {}

    def test_a_click_goes_through_the_strengths(
        self, grid: MatrixGrid, session_of: Session, qtbot: QtBot
    ) -> None:
        where = grid.visualRect(grid.model().index(1, 2)).center()
        for expected in (1, 2, 3, 0, 1):
            qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=where)
            assert strengths(session_of).get(("Projet de mandat", Axis.ECODESIGN), 0) == expected

    def test_dragging_selects_and_writes_nothing(
        self, grid: MatrixGrid, session_of: Session, qtbot: QtBot
    ) -> None:
        first, last = (grid.visualRect(grid.model().index(row, 0)).center() for row in (0, 1))
        qtbot.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=first)
        qtbot.mouseMove(grid.viewport(), last)
        qtbot.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=last)
        assert strengths(session_of) == {}

    def test_a_selection_is_written_at_once(
        self, grid: MatrixGrid, session_of: Session, qtbot: QtBot
    ) -> None:
        shift = Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(grid, Key.Key_Right, shift)
        qtbot.keyClick(grid, Key.Key_Down, shift)
        qtbot.keyClick(grid, Key.Key_2)
        assert len(strengths(session_of)) == 4
        assert "et 3 de plus" in (session_of.document.undo_label or "")
        session_of.undo()
        assert strengths(session_of) == {}

    def test_tab_leaves_the_grid(self, grid: MatrixGrid, qtbot: QtBot) -> None:
        qtbot.keyClick(grid, Key.Key_Tab)
        assert not grid.hasFocus()

    def test_a_screen_reader_hears_the_document_the_axis_and_the_strength(
        self, grid: MatrixGrid, qtbot: QtBot
    ) -> None:
        qtbot.keyClick(grid, Key.Key_3)
        model = grid.model()
        cell = model.index(0, 0)
        assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "3, fort"
        assert "PCAET, Commande publique" in cell.data(Qt.ItemDataRole.AccessibleDescriptionRole)
        assert QAccessible.queryAccessibleInterface(grid).text(QAccessible.Text.Name) == "Documents et axes"

    def test_the_checklist_leads_to_the_document_that_touches_nothing(
        self, grid: MatrixGrid, step: StepPage, qtbot: QtBot
    ) -> None:
        qtbot.keyClick(grid, Key.Key_3)
        step.reveal("matrix")
        assert (grid.currentIndex().row(), grid.hasFocus()) == (1, True)

    def test_no_word_of_the_head_is_cut(self, grid: MatrixGrid) -> None:
        header = grid.horizontalHeader()
        metrics = header.fontMetrics()
        for column, axis in enumerate(Axis):
            longest = max(map(metrics.horizontalAdvance, axis.label.split()))
            assert header.sectionSize(column) > longest

    def test_a_document_in_read_only_is_not_written(
        self, path: object, qtbot: QtBot, tmp_path: object
    ) -> None:
        from pathlib import Path

        assert isinstance(path, Path)
        with Document.open(path) as document, document.action("Préparer") as tx:
            tx.add(PCAET)
        session = Session(Document.open(path, read_only=True))
        card = MatrixCard(session)
        qtbot.addWidget(card)
        card.refresh()
        card.grid.setCurrentIndex(card.grid.model().index(0, 0))
        qtbot.keyClick(card.grid, Key.Key_3)
        assert strengths(session) == {}
        session.close()


def test_inverted_dates_are_said_and_lead_to_their_field(step: StepPage, qtbot: QtBot) -> None:
    card = step.findChild(AlertsCard)
    assert card is not None
    assert "« Projet de mandat » finit avant de commencer" in shown(card)
    assert "PCAET" not in shown(card)
    qtbot.mouseClick(card.findChild(QPushButton), Qt.MouseButton.LeftButton)
    focused = step.window().focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Fin"


def test_goals_are_ticked_by_name(step: StepPage, session_of: Session, qtbot: QtBot) -> None:
    card = step.findChild(GoalsCard)
    assert card is not None
    fold = card.findChild(QPushButton)
    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    boxes = card.findChildren(QCheckBox)
    assert len(boxes) == 17
    for number in (13, 9):
        qtbot.mouseClick(boxes[number - 1], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert session_of.document.get(PolicyDocument, PCAET.id).goals == "9, 13"
    assert "Pour « PCAET » : 9, 13" in shown(card)
    session_of.undo()
    qtbot.waitUntil(lambda: not boxes[8].isChecked())
    assert boxes[12].isChecked()


def test_priorities_come_out_of_the_matrix(
    step: StepPage, grid: MatrixGrid, session_of: Session, qtbot: QtBot
) -> None:
    card = step.findChild(PrioritiesCard)
    assert card is not None
    assert "apparaîtront" in shown(card)
    qtbot.keyClick(grid, Key.Key_3)
    qtbot.waitUntil(lambda: "1. Commande publique" in shown(card))
    assert "Un document le porte" in shown(card)
    words = card.findChild(QPlainTextEdit)
    step.reveal("priorities")
    qtbot.keyClicks(words, "Faire durer")
    qtbot.keyClick(words, Key.Key_Tab)
    (answer,) = session_of.document.all(StepAnswer, step=3)
    assert (answer.text, "priorités" in answer.question) == ("Faire durer", True)


def test_what_belongs_to_the_epci_is_told_apart(step: StepPage, session_of: Session, qtbot: QtBot) -> None:
    card = step.findChild(SharedCard)
    assert card is not None
    assert "PCAET (en vigueur)" in shown(card)
    assert "Volet numérique du plan climat" in shown(card)
    assert "à vérifier avec elle" in shown(card)
    with session_of.act("Rattacher") as tx:
        authority = session_of.document.authority.id
        tx.update(Authority, authority, epci_siren="200040715", epci_name="Grenoble-Alpes-Métropole")
    qtbot.waitUntil(lambda: "s’applique à elle" in shown(card))
    assert "Stratégie numérique responsable" in shown(card)


def test_the_checklist_finds_its_places(step: StepPage, qtbot: QtBot) -> None:
    for name, words in (("policies", "Les documents qui vous guident"), ("priorities", "Vos priorités")):
        step.reveal(name)
        focused = step.window().focusWidget()
        assert focused is not None
        assert words in focused.accessibleName()
