"""`nrdesk exporter`: one document, or all those that can be made."""

import json
import zipfile

from nrdesk.cli import main
from nrdesk.core import campaigns
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Person


def test_everything_is_exported_but_what_cannot_be_yet(capsys, tmp_path):
    source, folder = tmp_path / "essai.nrdesk", tmp_path / "sortie"
    folder.mkdir()
    Document.create(source, Authority(name="Essai"), year=2026).close()
    assert main(["exporter", str(source), "--tout", str(folder), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [each["document"] for each in answer["pas_encore"]] == [
        "lettre-de-mission",
        "ordre-du-jour",
        "compte-rendu-d-atelier",
        "calendrier",
        "synthese-de-la-strategie",
        "strategie-facile-a-lire",
        "extrait-du-registre",
        "dates-du-vote",
        "plan-action",
        "fiches-action",
        "plan-tet",
        "plan-projets",
        "ordre-du-jour-de-revue",
        "compte-rendu-de-revue",
        "declaration-agec",
    ]
    assert "étape 1" in answer["pas_encore"][0]["raison"]
    written = sorted(path.name for path in folder.iterdir())
    assert {"note-de-cadrage.docx", "note-de-cadrage.pdf", "inventaire.xlsx"} <= set(written)
    assert not any(name.startswith("lettre") for name in written)
    assert len(answer["fichiers"]) == len(written)


def test_one_document_that_cannot_be_made_yet_is_refused(capsys, tmp_path):
    source = tmp_path / "essai.nrdesk"
    with Document.create(source, Authority(name="Essai"), year=2026) as doc:
        order = ["exporter", str(source), "lettre-de-mission", str(tmp_path / "lettre.docx")]
        assert main(order) == 1
        assert "personne n’est encore nommé" in capsys.readouterr().err
        with doc.action("Nommer") as tx:
            tx.add(Person(name="Jeanne Ménard", is_coordinator=True))
    assert main(order) == 0
    assert (tmp_path / "lettre.docx").stat().st_size > 5_000


def test_a_file_in_the_way_stops_everything(capsys, tmp_path):
    source = tmp_path / "essai.nrdesk"
    Document.create(source, Authority(name="Essai"), year=2026).close()
    (tmp_path / "note-de-cadrage.pdf").write_text("à moi")
    assert main(["exporter", str(source), "--tout", str(tmp_path)]) == 1
    assert "existe déjà" in capsys.readouterr().err
    assert (tmp_path / "note-de-cadrage.pdf").read_text() == "à moi"


def test_a_document_of_a_year_tells_the_one_asked_for(capsys, tmp_path):
    file = tmp_path / "a.nrdesk"
    with Document.create(file, Authority(name="Valbrenne"), year=2025) as document:
        campaigns.copy_campaign(document, document.campaign, 2026, "2026-06-30")
    for year in (2025, 2026):
        out = tmp_path / f"{year}.zip"
        assert main(["exporter", str(file), "inventaire-g4it", str(out), "--campagne", str(year)]) == 0
        with zipfile.ZipFile(out) as archive:
            read_me = archive.read(next(name for name in archive.namelist() if name.endswith(".txt")))
        assert f"Campagne {year}" in read_me.decode("utf-8-sig")
    assert main(["exporter", str(file), "inventaire", str(tmp_path / "b.xlsx"), "--campagne", "2019"]) == 1
    assert "2019" in capsys.readouterr().err
