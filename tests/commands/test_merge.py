import json
from pathlib import Path

import pytest

from nrdesk.cli import main
from nrdesk.core.document import Document
from nrdesk.core.handover import archive
from nrdesk.core.model import Authority, Person, StepAnswer
from nrdesk.core.reports import REPORTS


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """Return two copies of one document, each changed: one answer on both sides, a person on one."""
    mine, theirs = tmp_path / "a.nrdesk", tmp_path / "b.nrdesk"
    with Document.create(mine, Authority(name="Valbrenne"), year=2026) as document:
        with document.action("Répondre") as tx:
            tx.add(StepAnswer(step=1, question="Pourquoi ?", text="À écrire"))
        (answer,) = document.all(StepAnswer)
        document.back_up()
        document.save_copy(theirs)
        with document.action("Modifier") as tx:
            tx.update(StepAnswer, answer.id, text="Pour durer")
    with Document.open(theirs) as other, other.action("Modifier") as tx:
        tx.update(StepAnswer, answer.id, text="Pour économiser")
        tx.add(Person(name="Camille Roux"))
    return mine, theirs


def texts(path: Path) -> tuple[list[str], list[str]]:
    with Document.open(path, read_only=True) as document:
        return [each.text for each in document.all(StepAnswer)], [each.name for each in document.all(Person)]


@pytest.mark.parametrize(
    ("keep", "text"), [("recent", "Pour économiser"), ("a", "Pour durer"), ("b", "Pour économiser")]
)
def test_two_copies_make_one_document(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], keep: str, text: str
) -> None:
    mine, theirs = copies
    before = mine.read_bytes(), theirs.read_bytes()
    out, report = tmp_path / "c.nrdesk", tmp_path / "rapport.docx"
    arguments = ["fusionner", str(mine), str(theirs), "--sortie", str(out), "--garder", keep]
    assert main([*arguments, "--rapport", str(report), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["choix_a_faire"] == 1
    told = {line["a"]: line["b"] for each in answer["differences"] for line in each["champs"]}
    assert told["Pour durer"] == "Pour économiser"
    assert texts(out) == ([text], ["Camille Roux"])
    assert (mine.read_bytes(), theirs.read_bytes()) == before
    assert report.stat().st_size > 1000


def test_a_person_reads_what_differs_and_tries_first(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, theirs = copies
    assert main(["fusionner", str(mine), str(theirs), "--essai"]) == 0
    told = capsys.readouterr().out
    assert "A = Pour durer ; B = Pour économiser" in told
    assert "Rien n’est écrit" in told
    assert sorted(path.name for path in tmp_path.glob("*.nrdesk")) == ["a.nrdesk", "b.nrdesk"]


def test_nothing_is_replaced_and_an_output_is_needed(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    mine, theirs = copies
    assert main(["fusionner", str(mine), str(theirs), "--sortie", str(theirs)]) == 1
    assert "existe déjà" in capsys.readouterr().err
    assert main(["fusionner", str(mine), str(theirs)]) == 1
    assert "--sortie" in capsys.readouterr().err


def test_a_report_of_another_kind_is_refused_before_anything_is_written(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, theirs = copies
    out = tmp_path / "c.nrdesk"
    arguments = ["fusionner", str(mine), str(theirs), "--sortie", str(out), "--rapport", "r.txt"]
    assert main(arguments) == 1
    assert ".pdf" in capsys.readouterr().err
    assert not out.exists()


def test_the_archive_is_written_once(
    copies: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = ("inventaire", "extrait-du-registre")
    monkeypatch.setattr(archive, "REPORTS", tuple(kind for kind in REPORTS if kind.key in kept))
    out = tmp_path / "remise.zip"
    assert main(["remettre", str(copies[0]), "--sortie", str(out), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["archive"] == str(out)
    assert [each["document"] for each in answer["pas_encore"]][-1] == "Extrait du registre"
    assert main(["remettre", str(copies[0]), "--sortie", str(out)]) == 1
    assert main(["remettre", str(copies[0]), "--sortie", str(out), "--remplacer"]) == 0
    assert "Pas encore" in capsys.readouterr().out
