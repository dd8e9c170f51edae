"""The self-test: what it asks for, what it says is missing. The whole of it is run on packages."""

import json
from pathlib import Path

import pytest

from nrdesk import cli, selftest


def test_it_is_asked_for_with_its_folder() -> None:
    assert selftest.asked(["--selftest", "ici"]) == Path("ici")
    assert selftest.asked(["--selftest=là bas"]) == Path("là bas")
    assert selftest.asked(["etat", "x.nrdesk"]) is None
    assert selftest.asked([]) is None
    with pytest.raises(SystemExit, match="dossier"):
        selftest.asked(["--selftest"])


def _only(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr(selftest, "CHECKS", {name: selftest.CHECKS[name] for name in names})


@pytest.mark.slow
def test_light_checks_pass_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _only(monkeypatch, "Aucune connexion", "Étapes et données", "Migrations")
    assert cli.main(["--selftest", str(tmp_path)]) == 0
    assert "tout est là (3 contrôles)" in capsys.readouterr().out
    told = json.loads((tmp_path / "rapport.json").read_text(encoding="utf-8"))
    assert [outcome["passed"] for outcome in told["controles"]] == [True, True, True]


def test_what_is_missing_fails_and_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, "Bibliothèques", "PDF")
    monkeypatch.setattr(selftest, "LIBRARIES", ("json", "bibliothèque_absente"))
    assert selftest.run(tmp_path) == 1
    report = (tmp_path / "rapport.txt").read_text(encoding="utf-8")
    assert "2 contrôle(s) en échec" in report
    assert "bibliothèque_absente" in report
    # The PDF was not written: the trace says so, and the check before it was told all the same.
    assert "etat-des-lieux.pdf" in report


def test_a_packaged_copy_must_hold_no_network_library(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(selftest, "is_packaged", lambda: True)
    monkeypatch.setattr(selftest, "FORBIDDEN", ("json",))
    with pytest.raises(selftest.MissingError, match="json"):
        selftest.CHECKS["Aucune connexion"](tmp_path)


@pytest.mark.slow
def test_documents_and_pictures_are_made_for_real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, "Démonstration", "Import", "Graphique")
    assert selftest.run(tmp_path) == 0, (tmp_path / "rapport.txt").read_text(encoding="utf-8")
