import json
import shutil
from pathlib import Path

import pytest

from nrdesk.cli import main
from tests.portfolio_samples import Folder, fill


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Return a folder of four documents, one of them damaged."""
    return fill(tmp_path_factory.mktemp("portefeuille"), 4, every=4)


@pytest.fixture
def folder(filled: Folder, tmp_path: Path) -> Path:
    """Return a copy of it, to read."""
    copy = tmp_path / "dossier"
    shutil.copytree(filled.path, copy)
    return copy


def test_every_file_is_answered_for(folder: Path, filled: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["portefeuille", str(folder), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["fichiers"] == 4
    assert [each["fichier"] for each in answer["non_lus"]] == list(filled.wrong)
    assert answer["non_lus"][0]["etat"] == "abime"
    assert sorted(each["fichier"] for each in answer["collectivites"]) == sorted(filled.sound)
    one = answer["collectivites"][0]
    assert len(one["etapes"]) == 10
    assert one["obligations"]["applicables"] > 0


def test_a_person_reads_who_is_where_and_what_was_not_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["portefeuille", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "4\u00a0fichiers = 3\u00a0documents lus + 1\u00a0fichier non lu."
    assert lines[-1].startswith("Non lu")


def test_the_table_is_written_once(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "table.xlsx"
    assert main(["portefeuille", str(folder), "--sortie", str(out)]) == 0
    assert out.read_bytes().startswith(b"PK")
    assert main(["portefeuille", str(folder), "--sortie", str(out)]) == 1
    assert "existe déjà" in capsys.readouterr().err
    assert main(["portefeuille", str(folder), "--sortie", str(out), "--anonyme", "--remplacer"]) == 0


def test_a_document_is_written_for_each(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["portefeuille", str(folder), "--document", "inventaire", "--vers", str(tmp_path / "tous")]
    assert main([*arguments, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert len(answer["documents"]["fichiers"]) == 3
    assert len(list((tmp_path / "tous").glob("inventaire - *.xlsx"))) == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--document", "inventaire"], "vont ensemble"),
        (["--format", "pdf"], "va avec"),
        (["--document", "inconnu", "--vers", "x"], "Aucun document"),
        (["--document", "inventaire", "--format", "pdf", "--vers", "x"], "ne s’écrit pas"),
    ],
)
def test_what_cannot_be_asked_is_said(
    folder: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["portefeuille", str(folder), *arguments]) == 1
    assert told in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["portefeuille", str(tmp_path / "absent")]) == 1
    assert "n’existe pas" in capsys.readouterr().err
