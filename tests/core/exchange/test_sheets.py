"""Tables that go out as CSV."""

from pathlib import Path

import pytest

from nrdesk.core.errors import SurroundingsError
from nrdesk.core.exchange.sheets import write_sheet


def test_a_spreadsheet_opens_it_and_executes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    write_sheet(path, [["Nom", "Service"], ["=cmd()", "Été ; voirie"]])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert path.read_text(encoding="utf-8-sig") == 'Nom;Service\n\'=cmd();"Été ; voirie"\n'
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(SurroundingsError, match="n’a pas pu être écrit"):
        write_sheet(tmp_path / "parti" / "liste.csv", [["Nom"]])
