"""Errors: sentences for the user, a report for the developer, and the work goes on."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.errors import UserError
from nrdesk.ui import errors


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def _bug() -> ZeroDivisionError:
    try:
        1 / 0  # noqa: B018
    except ZeroDivisionError as error:
        return error
    raise AssertionError


def test_a_user_error_says_what_was_kept_and_what_to_do(parent: QWidget) -> None:
    error = UserError("Le fichier est ouvert dans Excel.", kept="Rien n’est perdu.", todo="Fermez-le.")
    errors.show_error(parent, error)
    box = parent.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "Le fichier est ouvert dans Excel."
    assert box.informativeText() == "Rien n’est perdu.\n\nFermez-le."
    box.close()


def test_a_bug_reassures_and_gives_a_report_to_copy(parent: QWidget, qtbot: QtBot) -> None:
    errors.show_error(parent, _bug())
    dialog = parent.findChild(errors.BugDialog)
    assert dialog is not None
    copy = next(each for each in dialog.findChildren(QPushButton) if "Copier" in each.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    report = QGuiApplication.clipboard().text()
    assert "ZeroDivisionError" in report
    assert "PySide6" in report
    dialog.close()


def test_what_nobody_caught_is_shown(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    errors.install(lambda: parent)
    error = _bug()
    sys.excepthook(type(error), error, error.__traceback__)
    dialog = parent.findChild(errors.BugDialog)
    assert dialog is not None
    dialog.close()
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_an_interruption_is_not_a_bug(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    errors.install(lambda: parent)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert parent.findChild(errors.BugDialog) is None
    capsys.readouterr()
