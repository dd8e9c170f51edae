"""The command line of the window, and the language of what Qt itself says."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from nrdesk import app
from nrdesk.ui.dialogs import safe_name


def test_a_file_or_the_demonstration_may_be_asked_for() -> None:
    assert app._read([]) == (None, False)
    assert app._read(["parc.nrdesk"]) == (Path("parc.nrdesk"), False)
    assert app._read(["--demo"]) == (None, True)


def test_an_unknown_argument_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        app._read(["--inconnu"])
    assert "--inconnu" in capsys.readouterr().err


def test_qt_speaks_french() -> None:
    assert QLocale().language() is QLocale.Language.French
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"


def test_a_proposed_file_name_can_be_written_anywhere() -> None:
    assert safe_name("État des lieux : parc / école ?") == "État des lieux - parc - école -"
