"""Axes are taken from what the other steps found, then put in order."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from nrdesk.core.model import PriorityAxis
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.steps.page import StepPage
from nrdesk.ui.steps.step05_ambition.proposals_card import ProposalsCard


def proposed(step: StepPage) -> list[QPushButton]:
    card = next(iter(step.findChildren(ProposalsCard)))
    return [
        each for each in card.findChildren(QPushButton) if each.isVisible() and each.text() == "Reprendre"
    ]


def test_a_proposal_is_taken_and_the_next_one_waits(
    step: StepPage, workspace: Workspace, qtbot: QtBot
) -> None:
    document = workspace.session.document
    assert [each.accessibleName() for each in proposed(step)] == [
        "Reprendre\u00a0: Garder les ordinateurs",
        "Reprendre\u00a0: Imprimer moins",
    ]
    qtbot.mouseClick(proposed(step)[0], Qt.MouseButton.LeftButton)
    assert [axis.title for axis in document.all(PriorityAxis)] == ["Garder les ordinateurs"]
    assert document.undo_label == "Reprendre l’axe «\u00a0Garder les ordinateurs\u00a0»"
    assert proposed(step)[0].hasFocus()
    step.refresh()
    qtbot.mouseClick(proposed(step)[0], Qt.MouseButton.LeftButton)
    assert not next(iter(step.findChildren(ProposalsCard))).isVisible()
    workspace.session.undo()
    step.refresh()
    assert len(proposed(step)) == 1


def test_five_axes_are_enough(step: StepPage, workspace: Workspace) -> None:
    with workspace.session.act("Remplir") as tx:
        tx.add(*(PriorityAxis(title=f"Axe {rank}", rank=rank) for rank in range(5)))
    step.refresh()
    assert not next(iter(step.findChildren(ProposalsCard))).isVisible()
