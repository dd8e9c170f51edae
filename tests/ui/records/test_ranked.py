"""A list is put in the order that one chooses, by its buttons and by its keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from nrdesk.core.fields.ambition import PRIORITY_AXIS
from nrdesk.core.model import PriorityAxis
from nrdesk.ui.records import RankedSection
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.messages import MessageBar
from nrdesk.ui.widgets.page import Page


@pytest.fixture
def axes(session: Session, qtbot: QtBot) -> Iterator[RankedSection]:
    """Return a list of three axes, in sight."""
    with session.act("Préparer") as tx:
        tx.add(*(PriorityAxis(title=title, rank=rank) for rank, title in enumerate("abc", 1)))
    section = RankedSection(
        session,
        PriorityAxis,
        PRIORITY_AXIS,
        title="Les axes",
        columns=("title",),
        add_label="Ajouter un axe",
        noun="un axe",
        empty="Aucun.",
    )
    page = Page("Étape")
    page.add(section)
    page.body.addWidget(MessageBar())
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    session.changed.connect(lambda _: section.refresh())
    section.refresh()
    yield section
    page.close()


def titles(section: RankedSection) -> str:
    return "".join(line.title for line in section.list.lines)


def move(section: RankedSection, verb: str) -> QToolButton:
    return next(each for each in section.findChildren(QToolButton) if verb in each.accessibleName())


def test_the_buttons_move_the_current_record(axes: RankedSection, session: Session, qtbot: QtBot) -> None:
    assert not move(axes, "Monter").isEnabled()
    qtbot.mouseClick(move(axes, "Descendre"), Qt.MouseButton.LeftButton)
    assert titles(axes) == "bac"
    assert move(axes, "Monter").isEnabled()
    assert session.document.undo_label == "Déplacer un axe (a)"
    session.undo()
    assert titles(axes) == "abc"


def test_the_keys_do_the_same_and_stop_at_the_ends(axes: RankedSection, qtbot: QtBot) -> None:
    axes.list.setFocus()
    for _ in range(4):
        qtbot.keyClick(axes.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(axes) == "bca"
    assert not move(axes, "Descendre").isEnabled()
    qtbot.keyClick(axes.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(axes) == "bac"


def test_a_new_record_goes_last(axes: RankedSection, session: Session) -> None:
    axes.move_record(1)
    axes.add_record()
    assert [record.rank for record in session.document.all(PriorityAxis)][-1] == 4
    assert axes.list.lines[-1].id == axes.current_id


def test_one_record_alone_has_no_order(axes: RankedSection, session: Session) -> None:
    with session.act("Vider") as tx:
        tx.delete(PriorityAxis, session.document.ids(PriorityAxis)[1:])
    assert not move(axes, "Monter").isVisible()
