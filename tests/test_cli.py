"""The command line, as a person or a script uses it."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from nrdesk.cli import main
from nrdesk.core.document import Document
from nrdesk.core.steps import next_things, progress

MESSY = Path(__file__).parent.parent / "resources" / "demo" / "export-mairie-brut.csv"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def ask(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict:
    """Run with --json; the answer must be one JSON object and nothing else."""
    code, out, err = run(capsys, *arguments, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


@pytest.fixture
def varces(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return the document of a real commune, without inventory."""
    path = tmp_path / "Varces à l’essai.nrdesk"
    ask(capsys, "nouveau", path, "--insee", "38524", "--annee", 2026)
    return path


@pytest.fixture
def demo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "démo.nrdesk"
    ask(capsys, "demo", path)
    return path


def test_new_commune_comes_from_the_directory(tmp_path, capsys):
    answer = ask(capsys, "nouveau", tmp_path / "g.nrdesk", "--insee", "38185", "--annee", 2026)
    assert answer["collectivite"] == "Grenoble"
    assert (tmp_path / "g.nrdesk").exists()


def test_new_epci_comes_from_the_directory(tmp_path, capsys):
    answer = ask(capsys, "nouveau", tmp_path / "m.nrdesk", "--siren", "200040715")
    assert "Grenoble" in answer["collectivite"]


@pytest.mark.parametrize(("option", "value"), [("--insee", "99999"), ("--siren", "1")])
def test_unknown_code_creates_nothing(tmp_path, capsys, option, value):
    code, out, err = run(capsys, "nouveau", tmp_path / "x.nrdesk", option, value)
    assert (code, out) == (1, "")
    assert value in err
    assert "Traceback" not in err
    assert list(tmp_path.glob("x*")) == []


def test_an_existing_file_is_never_overwritten(varces, capsys):
    before = varces.read_bytes()
    code, _, err = run(capsys, "nouveau", varces, "--insee", "38185")
    assert code == 1
    assert "existe" in err
    assert varces.read_bytes() == before


def test_trial_import_counts_and_writes_nothing(varces, capsys):
    before = varces.read_bytes()
    answer = ask(capsys, "importer", varces, MESSY, "--essai")
    assert answer["importees"] == 60
    assert varces.read_bytes() == before


def test_messy_import_accounts_for_every_line(varces, tmp_path, capsys):
    rejects = tmp_path / "rejets.csv"
    answer = ask(capsys, "importer", varces, MESSY, "--rejets", rejects)
    parts = [answer[key] for key in ("importees", "doublons", "rejetees", "ignorees")]
    assert sum(parts) == answer["lues"]
    assert (answer["importees"], answer["doublons"]) == (60, 1)
    assert len(answer["rejets"]) == answer["rejetees"]
    assert rejects.exists()
    assert len(ask(capsys, "empreinte", varces)["lignes"]) == 60


def test_footprint_tells_range_and_coverage(demo, capsys):
    answer = ask(capsys, "empreinte", demo)
    total = answer["total"]["gwp"]
    assert total["min"] < total["valeur"] < total["max"]
    assert 0 < total["couverture"] <= 1
    lines = answer["lignes"]
    assert len(lines) == 60
    counted = sum(line["fabrication"] + line["usage"] for line in lines if line["complete"])
    assert counted == pytest.approx(total["valeur"])
    assert all(line["manque"] for line in lines if not line["complete"])


def test_footprint_of_an_empty_inventory_is_not_an_error(varces, capsys):
    answer = ask(capsys, "empreinte", varces)
    assert answer["lignes"] == []


def test_obligations_under_the_threshold_are_voluntary(demo, capsys):
    answer = ask(capsys, "obligations", demo)
    status = {row["id"]: row["statut"] for row in answer["obligations"]}
    assert status["REEN35-SNR"] == "volontaire"
    assert set(status.values()) <= {"applicable", "volontaire", "non_concernee", "a_verifier"}
    assert answer["etat_du_droit"]


def test_state_names_the_ten_steps(demo, capsys):
    answer = ask(capsys, "etat", demo)
    assert [step["numero"] for step in answer["etapes"]] == list(range(1, 11))
    assert all(0 <= step["avancement"] <= 1 for step in answer["etapes"])
    assert answer["parcours_flash"] is True


def test_state_says_what_is_missing_and_what_to_do_next_in_the_words_of_the_screen(tmp_path, capsys):
    path = tmp_path / "grenoble.nrdesk"
    ask(capsys, "nouveau", "--insee", "38185", path)
    answer = ask(capsys, "etat", path)
    assert answer["parcours_flash"] is False
    with Document.open(path, read_only=True) as doc:
        assert [step["manque"] for step in answer["etapes"]] == [list(s.missing) for s in progress(doc)]
        assert answer["prochaines"] == [
            {"texte": thing.text, "raison": thing.reason, "etape": thing.step.number}
            for thing in next_things(doc)
        ]
    _, out, _ = run(capsys, "etat", path)
    assert answer["etapes"][0]["manque"][0] in out
    assert answer["prochaines"][0]["raison"] in out


def test_report_and_workbook_are_written(demo, tmp_path, capsys):
    pdf, xlsx = tmp_path / "rapport.pdf", tmp_path / "inventaire.xlsx"
    ask(capsys, "exporter", demo, "etat-des-lieux", pdf)
    ask(capsys, "exporter", demo, "inventaire", xlsx)
    assert pdf.read_bytes().startswith(b"%PDF-1.7")
    assert xlsx.read_bytes().startswith(b"PK")


def test_export_never_overwrites_without_being_told(demo, tmp_path, capsys):
    target = tmp_path / "rapport.pdf"
    target.write_text("à garder")
    code, _, err = run(capsys, "exporter", demo, "etat-des-lieux", target)
    assert code == 1
    assert target.read_text() == "à garder"
    assert "existe" in err
    code, _, _ = run(capsys, "exporter", demo, "etat-des-lieux", target, "--remplacer")
    assert code == 0


@pytest.mark.parametrize("words", [["inconnu", "x.pdf"], ["etat-des-lieux", "x.xyz"]])
def test_unknown_document_or_format_lists_what_exists(demo, tmp_path, capsys, words):
    code, _, err = run(capsys, "exporter", demo, words[0], tmp_path / words[1])
    assert code == 1
    assert "etat-des-lieux" in err or "pdf" in err
    assert not (tmp_path / words[1]).exists()


def test_list_of_documents_needs_no_file(capsys):
    keys = {row["document"] for row in ask(capsys, "exporter", "--liste")["documents"]}
    assert {"etat-des-lieux", "inventaire"} <= keys


def test_verify_back_up_and_restore(demo, capsys):
    assert ask(capsys, "verifier", demo) == {"sain": True, "problemes": []}
    backup = Path(ask(capsys, "sauvegarder", demo)["sauvegarde"])
    assert backup.exists()
    ask(capsys, "importer", demo, MESSY)
    ask(capsys, "restaurer", demo, "--depuis", backup)
    assert len(ask(capsys, "empreinte", demo)["lignes"]) == 60


def test_a_damaged_file_is_said_in_french(tmp_path, capsys):
    path = tmp_path / "abîmé.nrdesk"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    code, out, err = run(capsys, "verifier", path)
    assert code == 1
    assert out == ""
    assert "abîmé" in err
    assert "Traceback" not in err


def test_a_missing_file_is_said_in_french(tmp_path, capsys):
    code, _, err = run(capsys, "empreinte", tmp_path / "absent.nrdesk")
    assert code == 1
    assert "absent.nrdesk" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [([], "il manque"), (["nouveau", "x"], "il faut"), (["danser"], "choix inconnu")],
)
def test_a_misunderstood_command_is_said_in_french(capsys, arguments, words):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    [
        ("--insee", ""),
        ("--siren", ""),
        ("--insee", "38185", "--annee", "-5"),
        ("--insee", "38185", "--annee", "0"),
        ("--insee", "38185", "--annee", "99999999999999999999"),
    ],
)
def test_mistyped_code_or_year_creates_nothing(tmp_path, capsys, options):
    code, out, err = run(capsys, "nouveau", tmp_path / "x.nrdesk", *options)
    assert (code, out) == (1, "")
    assert "Aucun fichier n’a été créé." in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("verb", ["verifier", "etat", "sauvegarder", "restaurer"])
@pytest.mark.parametrize("name", ["", ".", "caf\udce9.nrdesk"])
def test_what_is_no_file_name_is_not_understood(capsys, verb, name):
    with pytest.raises(SystemExit) as stopped:
        main([verb, name])
    said = capsys.readouterr()
    assert (stopped.value.code, said.out) == (2, "")
    assert "ne peut pas être le nom d’un fichier" in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("nouveau", "{long}", "--insee", "38185"),
        ("anonymiser", "{demo}", "{long}"),
        ("importer", "{demo}", "{long}"),
        ("importer", "{demo}", str(MESSY), "--rejets", "{long}"),
        ("exporter", "{demo}", "inventaire", "{long}.xlsx"),
        ("restaurer", "{long}"),
        ("restaurer", "{long}", "--depuis", "{demo}"),
    ],
)
def test_name_too_long_is_said(demo, tmp_path, capsys, arguments):
    names = {"demo": demo, "long": tmp_path / ("x" * 300)}
    code, out, err = run(capsys, *(argument.format(**names) for argument in arguments))
    assert (code, out) == (1, "")
    assert err.startswith("nrdesk : ")
    assert list(tmp_path.iterdir()) == [demo]


@pytest.mark.parametrize("target", ["source", "document"])
def test_rejects_never_replace_the_source_or_the_document(varces, tmp_path, capsys, target):
    source = tmp_path / "export.csv"
    source.write_bytes(MESSY.read_bytes())
    before = varces.read_bytes()
    rejects = source if target == "source" else varces
    code, out, err = run(capsys, "importer", varces, source, "--rejets", rejects)
    assert (code, out) == (1, "")
    assert "Rien n’a été modifié." in err
    assert source.read_bytes() == MESSY.read_bytes()
    assert varces.read_bytes() == before


def test_nothing_is_imported_when_the_rejects_are_refused(varces, tmp_path, capsys):
    code, _, err = run(capsys, "importer", varces, MESSY, "--rejets", tmp_path / "parti" / "rejets.csv")
    assert code == 1
    assert "n’a pas pu être écrit" in err
    assert ask(capsys, "empreinte", varces)["lignes"] == []


def test_factors_of_a_later_version_are_said(demo, capsys):
    with closing(sqlite3.connect(demo)) as file, file:
        file.execute("UPDATE campaign SET factor_family = 'ademe-2030'")
    code, out, err = run(capsys, "empreinte", demo, "--json")
    assert (code, out) == (1, "")
    assert "«\u00a0ademe-2030\u00a0»" in err


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a device that is always full")
def test_answer_that_cannot_be_written_is_said(demo):
    with Path("/dev/full").open("w") as full:
        said = subprocess.run(
            [sys.executable, "-m", "nrdesk.cli", "etat", demo],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert said.returncode == 1
    assert said.stderr.decode().startswith("nrdesk : la réponse n’a pas pu être écrite")
    assert b"Traceback" not in said.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes the output another way")
def test_closed_output_is_no_error(demo):
    command = 'exec "$0" -m nrdesk.cli etat "$1" >&-'
    said = subprocess.run(["sh", "-c", command, sys.executable, demo], stderr=subprocess.PIPE, check=False)
    assert (said.returncode, said.stderr) == (0, b"")


def test_restoring_says_what_was_kept_and_only_that(demo, tmp_path, capsys):
    _, out, _ = run(capsys, "restaurer", tmp_path / "nouveau.nrdesk", "--depuis", demo)
    assert "état précédent" not in out
    _, out, _ = run(capsys, "restaurer", demo, "--depuis", tmp_path / "nouveau.nrdesk")
    kept = Path(out.split("état précédent est sauvegardé : ")[1].strip())
    assert kept.exists()
