"""A section of people, on a document that has none."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.fields.team import PERSON
from nrdesk.core.model import Person
from nrdesk.ui.records import RecordSection
from nrdesk.ui.records.editors import Editor
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.messages import MessageBar
from nrdesk.ui.widgets.page import Page

MakeSection = Callable[..., RecordSection]


def shown(section: RecordSection, name: str) -> Editor:
    """Return the widget of a field."""
    label = next(field.label for field in PERSON if field.name == name)
    widgets = section.form.findChildren(QWidget)
    return next(each for each in widgets if each.accessibleName().split(" (")[0] == label)  # type: ignore[return-value]


def type_in(qtbot: QtBot, editor: Editor, words: str) -> None:
    """Replace the text of a field by real keys, and leave it."""
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.keyClicks(editor, words)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)


@pytest.fixture
def make_section(qtbot: QtBot) -> MakeSection:
    """Return what makes a section on a page of its own, refreshed as the window does."""
    # pytest-qt only holds them weakly.
    pages = []

    def make(session: Session, **options: object) -> RecordSection:
        section = RecordSection(
            session,
            Person,
            PERSON,
            title="L’équipe",
            columns=("name", "function", "is_coordinator", "days_per_month"),
            add_label="Ajouter une personne",
            noun="une personne",
            empty="Personne pour l’instant.",
            places={"people": "", "coordinator": "is_coordinator"},
            **options,  # type: ignore[arg-type]
        )
        page = Page("Étape")
        pages.append(page)
        page.add(section)
        page.body.addWidget(MessageBar())
        qtbot.addWidget(page)
        page.resize(1000, 900)
        section.refresh()
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        session.changed.connect(section.refresh)
        return section

    return make


@pytest.fixture
def section(session: Session, make_section: MakeSection) -> RecordSection:
    """Return a section without anybody."""
    return make_section(session)


@pytest.fixture
def team(session: Session, section: RecordSection) -> RecordSection:
    """Return the section with three people; the flash path is left, so that every field shows."""
    with session.act("Saisir") as tx:
        tx.set_setting("flash_path", False)
        tx.add(Person(name="Claire Martin", function="secrétaire générale", is_coordinator=True))
        tx.add(Person(name="Paul Petit"))
        tx.add(Person(name="Anne Roy", days_per_month=0.5))
    return section
