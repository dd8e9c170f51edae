"""Versions kept, compared and brought back from their dialog."""

import pytest
from PySide6.QtWidgets import QApplication

from nrdesk.core import roadmap
from nrdesk.core.model import StrategyVersion
from nrdesk.core.richtext import from_plain
from nrdesk.ui.roadmap.page import RoadmapPage
from nrdesk.ui.roadmap.versions_dialog import VersionsDialog


@pytest.fixture
def dialog(page: RoadmapPage) -> VersionsDialog:
    page.show_versions()
    QApplication.processEvents()
    made = page.findChild(VersionsDialog)
    assert made is not None
    return made


def write(dialog: VersionsDialog, words: str) -> None:
    document = dialog._session.document
    view = next(each for each in roadmap.chapters(document) if each.key == "means")
    roadmap.edit(document, view, from_plain(words))


def test_a_version_is_kept_under_its_name(dialog):
    assert dialog._empty.isVisible()
    dialog.name.setText("avant relecture")
    dialog.keep_button.click()
    assert [line.title for line in dialog.list.lines] == ["avant relecture"]
    assert dialog.differences.toPlainText() == "Rien n’a changé."


def test_what_changed_since_is_shown_word_by_word(dialog):
    write(dialog, "Un jour par mois.")
    dialog.keep_button.click()
    write(dialog, "Deux jours par mois.")
    dialog.refresh()
    shown = dialog.differences.toPlainText()
    assert "Les moyens" in shown
    assert "2 mots ajoutés, 2 mots retirés." in shown
    assert "text-decoration: underline" in dialog.differences.toHtml()
    assert "line-through" in dialog.differences.toHtml()


def test_two_versions_are_compared(dialog):
    dialog.keep_button.click()
    write(dialog, "Un jour par mois.")
    dialog.keep_button.click()
    dialog.list.setCurrentRow(1)
    assert "Les moyens" in dialog.differences.toPlainText()
    dialog.other.setCurrentIndex(2)
    assert dialog.differences.toPlainText() == "Rien n’a changé."


def test_a_version_comes_back(dialog, page):
    write(dialog, "Un jour par mois.")
    dialog.keep_button.click()
    write(dialog, "Deux jours.")
    dialog.refresh()
    dialog.restore_button.click()
    document = page._session.document
    view = next(each for each in roadmap.chapters(document) if each.key == "means")
    assert "Un jour" in str(view.body)
    assert document.undo_label == "Reprendre la version «\u00a0Version 1\u00a0»"


def test_an_adopted_version_cannot_be_deleted(dialog):
    dialog.keep_button.click()
    assert dialog.delete_button.isEnabled()
    roadmap.seal(dialog._session.document, dialog._session.document.all(StrategyVersion)[0])
    dialog.refresh()
    assert not dialog.delete_button.isEnabled()
    assert "adoptée, scellée" in dialog.list.lines[0].details


def test_a_version_is_deleted(dialog):
    dialog.keep_button.click()
    dialog.delete_button.click()
    assert dialog.list.lines == []
    assert not dialog.restore_button.isEnabled()
