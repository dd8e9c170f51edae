"""Step 1: its cards, the seven trades, the map moved by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Person, Stakeholder, Trade, TradeCoverage
from nrdesk.core.steps import STEPS
from nrdesk.core.team.actors import HIGHEST, LOWEST
from nrdesk.ui.accessibility import name_of
from nrdesk.ui.records import RecordSection
from nrdesk.ui.records.editors import ChoiceEditor
from nrdesk.ui.session import Session
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.steps.step01_team.actor_point import ActorPoint
from nrdesk.ui.steps.step01_team.actors_card import ActorsCard
from nrdesk.ui.steps.step01_team.trades_card import TradesCard


@pytest.fixture
def step(workspace: Workspace) -> Workspace:
    """Return the page of step 1 with a team and three actors, everything shown."""
    with workspace.session.act("Saisir") as tx:
        tx.set_setting("flash_path", False)
        tx.add(Person(name="Claire Martin", is_coordinator=True))
        tx.add(Stakeholder(name="Maire", interest=4, influence=5))
        tx.add(Stakeholder(name="Repair Café du val", interest=5, influence=2))
        tx.add(Stakeholder(name="Prestataire"))
    workspace.go("step1")
    QApplication.processEvents()
    return workspace


def _card(step: Workspace) -> ActorsCard:
    return step.page.findChildren(ActorsCard)[0]


def _point(step: Workspace, name: str) -> ActorPoint:
    return next(point for point in _card(step).map.points if point.text() == name)


def _actor(session: Session, name: str) -> Stakeholder:
    return next(actor for actor in session.document.all(Stakeholder) if actor.name == name)


def _notes(session: Session, name: str) -> tuple[int | None, int | None]:
    actor = _actor(session, name)
    return actor.interest, actor.influence


def test_the_checklist_leads_to_the_fields(step: Workspace, qtbot: QtBot) -> None:
    for place, name in (
        ("coordinator", "Coordonne la démarche"),
        ("people", "L’équipe"),
        ("trades", "Informatique\u00a0: qui s’en charge"),
        ("governance", "Ajouter une instance"),
        ("stakeholders", "Les acteurs"),
        ("answers", STEPS[0].guide.questions[0]),
    ):
        step.go("step1", place)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() == name or name_of(focused) == name
        qtbot.waitUntil(lambda: not focused.visibleRegion().isEmpty())  # noqa: B023


def test_a_click_on_complete_goes_to_the_field(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.go("step1")
    QApplication.processEvents()
    found = workspace.page.findChildren(QAbstractButton)
    link = next(each for each in found if each.text() == "Compléter")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert name_of(focused) == "Ajouter une personne"


def test_the_flash_path_is_switched_by_an_action(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.go("step1")
    QApplication.processEvents()
    trades = workspace.page.findChildren(TradesCard)[0]
    assert not trades.isVisible()
    found = workspace.page.findChildren(QAbstractButton)
    switch = next(each for each in found if each.text() == "Tout afficher")
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert trades.isVisible()
    assert workspace.session.document.setting("flash_path") is False
    workspace.undo()
    qtbot.waitUntil(lambda: not trades.isVisible())


def test_a_trade_is_given_to_a_person_by_keys(step: Workspace, qtbot: QtBot) -> None:
    step.go("step1", "trades")
    who = QApplication.focusWidget()
    assert isinstance(who, ChoiceEditor)
    qtbot.keyClick(who, Qt.Key.Key_Down)
    qtbot.keyClick(who, Qt.Key.Key_Tab)
    claire = step.session.document.all(Person)[0]
    kept = step.session.document.all(TradeCoverage)
    assert [(each.trade, each.person_id, each.by_epci) for each in kept] == [(Trade.IT, claire.id, False)]
    step.undo()
    qtbot.waitUntil(lambda: who.typed() == "")


def test_the_epci_covers_a_trade(step: Workspace, qtbot: QtBot) -> None:
    card = step.page.findChildren(TradesCard)[0]
    boxes = card.findChildren(QCheckBox)
    assert len(boxes) == 7
    boxes[3].setFocus()
    qtbot.keyClick(boxes[3], Qt.Key.Key_Space)
    kept = step.session.document.all(TradeCoverage)
    assert [(each.trade, each.by_epci) for each in kept] == [(Trade.HUMAN_RESOURCES, True)]
    qtbot.waitUntil(lambda: "1 sur 7" in [label.text() for label in card.findChildren(QLabel)])


@pytest.mark.parametrize(
    ("key", "notes"),
    [
        (Qt.Key.Key_Left, (3, 5)),
        (Qt.Key.Key_Right, (5, 5)),
        (Qt.Key.Key_Down, (4, 4)),
        (Qt.Key.Key_Up, (4, 5)),
    ],
)
def test_arrows_move_a_name_on_the_map(
    step: Workspace, qtbot: QtBot, key: Qt.Key, notes: tuple[int, int]
) -> None:
    point = _point(step, "Maire")
    point.setFocus()
    qtbot.keyClick(point, key)
    assert _notes(step.session, "Maire") == notes
    assert QApplication.focusWidget() is _point(step, "Maire")
    assert f"influence {notes[1]} sur 5, intérêt {notes[0]} sur 5" in name_of(point)
    if notes != (4, 5):
        step.undo()
        assert _notes(step.session, "Maire") == (4, 5)


def _drag(qtbot: QtBot, point: ActorPoint, target: QPoint) -> None:
    """Press in the middle of a name, move by steps, release with its middle on a place of the map."""
    grip = point.rect().center()
    path = target - point.geometry().center()
    qtbot.mousePress(point, Qt.MouseButton.LeftButton, pos=grip)
    for _ in range(4):
        qtbot.mouseMove(point, grip + path / 4)
    qtbot.mouseRelease(point, Qt.MouseButton.LeftButton, pos=grip)


def test_a_name_is_dragged_in_one_action(step: Workspace, qtbot: QtBot) -> None:
    before = step.session.document.undo_label
    point = _point(step, "Repair Café du val")
    _drag(qtbot, point, _card(step).map.cell(2, 4).center())
    assert _notes(step.session, "Repair Café du val") == (2, 4)
    assert step.session.document.undo_label == "Déplacer «\u00a0Repair Café du val\u00a0» sur la carte"
    assert _card(step).map.cell(2, 4).contains(point.geometry().center())
    step.undo()
    assert step.session.document.undo_label == before
    qtbot.waitUntil(lambda: _card(step).map.cell(5, 2).contains(point.geometry().center()))


def test_a_name_dropped_outside_goes_to_the_nearest_edge(step: Workspace, qtbot: QtBot) -> None:
    _drag(qtbot, _point(step, "Maire"), QPoint(-40, 4000))
    assert _notes(step.session, "Maire") == (LOWEST, LOWEST)


def test_a_name_dropped_where_it_was_changes_nothing(step: Workspace, qtbot: QtBot) -> None:
    before = step.session.document.undo_label
    point = _point(step, "Maire")
    place = point.geometry()
    _drag(qtbot, point, place.center() + QPoint(12, 8))
    assert step.session.document.undo_label == before
    assert point.geometry() == place


def test_a_click_opens_the_form_of_the_actor(step: Workspace, qtbot: QtBot) -> None:
    point = _point(step, "Repair Café du val")
    qtbot.mouseClick(point, Qt.MouseButton.LeftButton)
    section = next(
        each for each in step.page.findChildren(RecordSection) if each.list.accessibleName() == "Les acteurs"
    )
    assert section.current_id == _actor(step.session, "Repair Café du val").id
    focused = QApplication.focusWidget()
    assert focused is not None
    assert name_of(focused) == "Intérêt"


def test_typing_the_notes_moves_the_name(step: Workspace, qtbot: QtBot) -> None:
    qtbot.keyClick(_point(step, "Maire"), Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "1")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: _point(step, "Maire").actor.interest == 1)
    where = _point(step, "Maire").geometry().center()
    assert _card(step).map.levels_at(where) == (1, 5)


def test_who_has_no_note_waits_beside_the_map(step: Workspace, qtbot: QtBot) -> None:
    card = _card(step)
    waiting = next(each for each in card.findChildren(QAbstractButton) if each.text() == "Prestataire")
    assert name_of(waiting) == "Placer «\u00a0Prestataire\u00a0» sur la carte"
    qtbot.mouseClick(waiting, Qt.MouseButton.LeftButton)
    assert _notes(step.session, "Prestataire") == (3, 3)
    assert QApplication.focusWidget() is _point(step, "Prestataire")


def test_the_map_is_said_in_words(step: Workspace) -> None:
    words = _card(step).map.accessibleDescription()
    assert words == "À associer\u00a0: Maire. Relais\u00a0: Repair Café du val. À placer\u00a0: Prestataire."


def test_names_of_one_cell_do_not_cover_each_other(step: Workspace, qtbot: QtBot) -> None:
    with step.session.act("Saisir") as tx:
        tx.add_all(
            Stakeholder(name=f"Association du quartier numéro {n}", interest=5, influence=HIGHEST)
            for n in range(12)
        )
    qtbot.waitUntil(lambda: len(_card(step).map.points) == 14)
    QApplication.processEvents()
    areas = [point.geometry() for point in _card(step).map.points]
    assert not any(one.intersects(other) for rank, one in enumerate(areas) for other in areas[rank + 1 :])
    assert all(_card(step).map.rect().contains(area) for area in areas)


def test_the_map_is_painted(step: Workspace) -> None:
    image: QImage = _card(step).map.grab().toImage()
    colours = {image.pixelColor(x, 40).name() for x in range(0, image.width(), 4)}
    assert len(colours) > 3
