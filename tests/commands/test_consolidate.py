"""The command that gathers documents, as a script and as a person read it."""

import json
from pathlib import Path

import pytest

from nrdesk.cli import main
from nrdesk.core.document import Document
from nrdesk.core.model import Equipment
from tests.core.consolidation.territory import EPCI, NORTH, SOUTH, commune, epci, line, write


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    written = [
        write(tmp_path, commune(NORTH), [line(quantity=3, provided_by=EPCI), line("ecran")]),
        write(tmp_path, epci(), [line(quantity=10)]),
        write(tmp_path, commune(SOUTH), [line("videoprojecteur", provided_by="CC du Val")]),
    ]
    return [str(path) for path in written]


def test_a_script_gets_the_whole_and_how_it_was_reached(
    paths: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "ensemble.nrdesk"
    assert main(["consolider", *paths, "--sortie", str(output), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["equipements"] == 12
    shares = {each["nom"]: each["equipements"] for each in told["membres"]}
    assert shares == {EPCI: 11, NORTH: 1, SOUTH: 0}
    assert sum(told["calcul"].values()) == pytest.approx(told["total"]["appareils"])
    assert {each["a_verifier"] for each in told["comptes_une_fois"]} == {True, False}
    with Document.open(output, read_only=True) as document:
        assert sum(each.quantity for each in document.all(Equipment)) == 12


def test_a_person_is_told_what_to_check_and_each_gets_a_sheet(
    paths: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheets = tmp_path / "retours"
    sheets.mkdir()
    output = tmp_path / "ensemble.nrdesk"
    assert main(["consolider", *paths, "--sortie", str(output), "--retours", str(sheets)]) == 0
    said = capsys.readouterr().out
    assert "à vérifier" in said
    assert sorted(path.suffix for path in sheets.iterdir()) == [".pdf"] * 3 + [".xlsx"] * 3


def test_one_bad_file_is_named_and_tells_on_the_exit_code(
    paths: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "abîmé.nrdesk"
    bad.write_bytes(b"rien")
    output = tmp_path / "ensemble.nrdesk"
    assert main(["consolider", *paths, str(bad), "--sortie", str(output)]) == 1
    assert "abîmé.nrdesk" in capsys.readouterr().out
    assert output.exists()


def test_a_source_is_never_replaced(paths: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(paths[0]).read_bytes()
    assert main(["consolider", *paths, "--sortie", paths[0]]) == 1
    assert "ne peut pas remplacer" in capsys.readouterr().err
    assert Path(paths[0]).read_bytes() == before
