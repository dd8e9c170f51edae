"""A newcomer, without a word of explanation: create, import, read the footprint, publish the report."""

from collections.abc import Iterator
from pathlib import Path

import page
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nrdesk import app as composition
from nrdesk.core.demo import messy_export
from nrdesk.core.model import Equipment
from nrdesk.ui import theme
from nrdesk.ui.inventory.import_dialog import ImportDialog
from nrdesk.ui.shell.window import MainWindow
from tests.e2e.hands import answer_file_dialog, on_screen, press, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("NRDESK_INLINE", "1")
    app, opened = composition.open_window()
    theme.apply(app, "light", 1.0)
    qtbot.addWidget(opened)
    opened.resize(1366, 768)
    opened.show()
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    yield opened
    opened.close()


def test_from_nothing_to_a_published_report(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    # Create: the first field has the focus, the name is typed, Enter takes the first answer.
    QApplication.processEvents()
    type_text(qtbot, "crémieu")
    search = QApplication.focusWidget()
    assert search is not None
    qtbot.waitUntil(lambda: "Crémieu" in on_screen(window) or _answers(window) > 0)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    type_text(qtbot, "34")
    answer_file_dialog(tmp_path / "crémieu.nrdesk")
    press(qtbot, window, "Choisir où l’enregistrer")
    assert "Que faire maintenant" in on_screen(window)

    # Import: the dashboard proposes it, the dialog leads to the end.
    press(qtbot, window, "Importer votre inventaire")
    press(qtbot, window, "Importer un inventaire…")
    dialog = next(dialog for dialog in window.findChildren(ImportDialog) if dialog.isVisible())
    answer_file_dialog(messy_export())
    press(qtbot, dialog, "Choisir un fichier")
    press(qtbot, dialog, "Continuer")
    press(qtbot, dialog, "Importer 60 lignes")
    assert window.workspace is not None
    assert window.workspace.session.document.count(Equipment) == 60
    assert "60 lignes importées" in on_screen(window)

    # Read the footprint, and where a figure comes from.
    press(qtbot, window, "Empreinte")
    said = on_screen(window)
    assert "CO₂" in said
    assert "par agent" in said
    press(qtbot, window, "Expliquer ce chiffre")
    assert "ADEME" in on_screen(window)

    # Publish.
    press(qtbot, window, "Documents")
    report = tmp_path / "rapport.pdf"
    answer_file_dialog(report)
    press(qtbot, window, "Exporter « État des lieux : inventaire et empreinte » en PDF")
    qtbot.waitUntil(report.exists)
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.validate_pdf(str(report), profile=profile).is_compliant

    # And change one's mind; the platform without a screen does not give the focus back after a dialog.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.session.document.count(Equipment) == 0
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.session.document.count(Equipment) == 60


def _answers(window: MainWindow) -> int:
    return window.centralWidget().create_card.search.answers.count()
