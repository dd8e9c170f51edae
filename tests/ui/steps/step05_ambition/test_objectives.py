"""Objectives are looked at letter by letter while they are typed, and measured by nrdesk where it can."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Objective, PriorityAxis
from nrdesk.ui.inventory.page import InventoryPage
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.steps.page import StepPage
from nrdesk.ui.steps.step05_ambition.objectives import ObjectivesSection
from tests.ui.steps.step05_ambition.conftest import TypeIn, field

AXES = (PriorityAxis(title="Garder", rank=1), PriorityAxis(title="Inclure", rank=2))


@pytest.fixture
def section(step: StepPage, workspace: Workspace) -> ObjectivesSection:
    """Return the list of objectives, with one that is empty and two axes to choose from."""
    with workspace.session.act("Préparer") as tx:
        tx.add(*AXES, Objective(title="Vieillir", rank=1))
    return next(iter(step.findChildren(ObjectivesSection)))


def states(section: ObjectivesSection) -> str:
    letters = section.smart.letters.items()
    return "".join(letter for letter, line in letters if line.state.text() == "rempli")


def kept(workspace: Workspace) -> Objective:
    return workspace.session.document.all(Objective)[0]


def test_the_axes_of_the_document_are_offered_by_their_names(
    section: ObjectivesSection, workspace: Workspace, type_in: TypeIn
) -> None:
    axis = field(section, "Axe")
    assert isinstance(axis, QComboBox)
    assert [axis.itemText(row) for row in range(axis.count())] == ["—", "1. Garder", "2. Inclure"]
    type_in(section, "Axe", "2. Inclure")
    assert kept(workspace).axis_id == AXES[1].id


def test_an_axis_that_goes_leaves_the_objective_without_one(
    section: ObjectivesSection, workspace: Workspace, type_in: TypeIn
) -> None:
    from nrdesk.core.document import remove

    type_in(section, "Axe", "2. Inclure")
    with workspace.session.act("Supprimer") as tx:
        remove(workspace.session.document, tx, PriorityAxis, [AXES[1].id])
    section.refresh()
    axis = field(section, "Axe")
    assert isinstance(axis, QComboBox)
    assert axis.currentText() == "—"
    section.form.save()
    assert kept(workspace).axis_id is None


def test_letters_follow_what_is_typed_before_it_is_saved(
    section: ObjectivesSection, workspace: Workspace, qtbot: QtBot
) -> None:
    assert states(section) == ""
    means = field(section, "Avec quels moyens")
    means.setFocus()
    qtbot.keyClicks(means, "Deux jours par an")
    assert states(section) == "A"
    assert kept(workspace).means == ""
    assert section.smart.letters["A"].accessibleName() == "Atteignable\u00a0: rempli. Les moyens sont écrits."


def test_a_whole_objective_is_smart(
    section: ObjectivesSection, workspace: Workspace, type_in: TypeIn
) -> None:
    for name, words in (
        ("Objectif", "Garder les ordinateurs sept ans"),
        ("Axe", "1. Garder"),
        ("Indicateur", "Durée d’usage"),
        ("Unité", "ans"),
        ("Année de départ", "2026"),
        ("Valeur de départ", "5,1"),
        ("Valeur visée", "7"),
        ("Échéance", "2090"),
        ("Responsable", "DGS"),
        ("Avec quels moyens", "Du temps"),
        ("Pourquoi ici", "Le plus lourd"),
        ("Effet attendu", "Moins d’achats"),
    ):
        type_in(section, name, words)
    assert states(section) == "SMART"
    section.refresh()
    assert section.list.lines[0].details == "7\u00a0ans · 2090 · DGS"


def test_a_figure_of_nrdesk_gives_the_base_and_leads_to_its_page(
    section: ObjectivesSection, workspace: Workspace, type_in: TypeIn, qtbot: QtBot
) -> None:
    assert "étape 9" in section.measure.value.text()
    type_in(section, "Mesuré par nrdesk", "Part des appareils sans date d’achat")
    assert section.measure.value.text() == "Part des appareils sans date d’achat en 2026\u00a0: 75\u00a0%."
    assert section.measure.take.text() == "Partir de 75\u00a0% (2026)"
    qtbot.mouseClick(section.measure.take, Qt.MouseButton.LeftButton)
    now = kept(workspace)
    assert (now.base_year, now.base_value, now.unit) == (2026, 75.0, "%")
    assert now.indicator == "Part des appareils sans date d’achat"
    assert not section.measure.take.isVisible()
    target = field(section, "Valeur visée")
    assert isinstance(target, QLineEdit)
    assert target.hasFocus()
    type_in(section, "Valeur visée", "25")
    assert section.measure.note.text() == "Au point de départ."
    qtbot.mouseClick(section.measure.look, Qt.MouseButton.LeftButton)
    assert isinstance(workspace.page, InventoryPage)


def test_a_value_that_cannot_be_read_leaves_the_letter_as_it_was(
    section: ObjectivesSection, type_in: TypeIn
) -> None:
    type_in(section, "Échéance", "un jour")
    assert "T" not in states(section)
    assert "à compléter" in section.smart.letters["T"].accessibleName()
