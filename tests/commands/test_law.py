"""`nrdesk droit`: the law table in force, for every document."""

import json

import pytest

from nrdesk.cli import main
from nrdesk.core import paths


@pytest.fixture
def newer(tmp_path):
    own = (paths.data() / "law" / "obligations.csv").read_text(encoding="utf-8")
    file = tmp_path / "droit.csv"
    file.write_text(own.replace("2026-11-21", "2027-03-01"), encoding="utf-8")
    return file


def run(capsys, *arguments):
    code = main([*map(str, arguments), "--json"])
    out, err = capsys.readouterr()
    return code, json.loads(out) if out else {}, err


def test_the_state_of_the_law(capsys):
    assert main(["droit"]) == 0
    assert "État du droit au 21 novembre 2026 (table livrée avec nrdesk)" in capsys.readouterr().out
    _, answer, _ = run(capsys, "droit", "--etat")
    assert (answer["etat_du_droit"], answer["importee"], answer["probleme"]) == ("2026-11-21", False, None)


def test_a_newer_table_serves_every_command(capsys, newer, tmp_path):
    code, answer, _ = run(capsys, "droit", "--importer", newer)
    assert (code, answer["etat_du_droit"], answer["importee"]) == (0, "2027-03-01", True)
    file = tmp_path / "demo.nrdesk"
    main(["demo", str(file)])
    capsys.readouterr()
    assert run(capsys, "obligations", file)[1]["etat_du_droit"] == "2027-03-01"
    assert run(capsys, "droit", "--retirer")[1]["etat_du_droit"] == "2026-11-21"


def test_a_mistake_names_its_line(capsys, newer):
    newer.write_text(newer.read_text(encoding="utf-8").replace(";>;", ";=>;", 1), encoding="utf-8")
    code, _, error = run(capsys, "droit", "--importer", newer)
    assert code == 1
    assert "droit.csv, ligne 2" in error
    assert run(capsys, "droit")[1]["importee"] is False


def test_a_table_damaged_since_is_said(capsys, newer, home):
    run(capsys, "droit", "--importer", newer)
    (home / "law" / "obligations.csv").write_text("abîmée", encoding="utf-8")
    main(["droit"])
    assert "n’est pas utilisée" in capsys.readouterr().out
