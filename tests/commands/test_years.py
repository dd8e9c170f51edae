"""Campaigns on the command line: the same answers as the window."""

from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Equipment
from tests.test_cli import ask, run

MAINLAND = "France métropolitaine (continentale)"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a document of 2024 and 2025, whose park changed in between."""
    path = tmp_path / "a.nrdesk"
    with Document.create(path, Authority(name="Ici", territory=MAINLAND), year=2024) as doc:
        fields = (
            {"category": "portable", "quantity": 10, "purchased": "2022"},
            {"category": "ecran_24", "quantity": 20, "purchased": "2024"},
            {"category": "clavier", "quantity": 5},
        )
        with doc.action("Saisir") as tx:
            tx.add_all(Equipment(campaign_id=doc.campaign.id, **each) for each in fields)
    return path


@pytest.fixture
def two(file, capsys) -> Path:
    ask(capsys, "campagne", file, "--copier", 2025)
    with Document.open(file) as doc, doc.action("Changer") as tx:
        lines = doc.all(Equipment, campaign_id=doc.campaign.id)
        tx.update(Equipment, lines[0].id, quantity=7)
        tx.add(Equipment(campaign_id=doc.campaign.id, category="tablette", purchased="2025-02"))
    return file


def test_the_effects_add_up_to_the_difference(two, capsys):
    answer = ask(capsys, "comparer", two, "--de", 2024, "--a", 2025)
    assert answer["a"] - answer["de"] == pytest.approx(answer["ecart"])
    assert sum(answer["effets"].values()) == pytest.approx(answer["ecart"], rel=1e-9)
    assert set(answer["effets"]) == {
        "nombre", "mix", "duree", "usage", "reconditionne", "facteurs", "perimetre"
    }  # fmt: skip
    assert answer["effets"]["nombre"] < 0
    assert answer["effets"]["facteurs"] < 0
    assert (answer["unite"], answer["critere"]) == ("kgCO2e", "gwp")
    assert answer["lignes"] == {"ajoutees": 1, "parties": 0, "conservees": 3}
    for year, end in ((2024, "de"), (2025, "a")):
        total = ask(capsys, "empreinte", two, "--campagne", year)["total"]["gwp"]
        assert total["valeur"] == answer[end]
    constant = answer["a_methode_constante"]
    assert constant["a"] - constant["de"] == pytest.approx(constant["ecart"])
    assert answer["criteres"]["electricity"]["effets"]["facteurs"] == 0


def test_the_comparison_is_told_to_a_person(two, capsys):
    code, out, _ = run(capsys, "comparer", two, "--de", 2024, "--a", 2025)
    assert code == 0
    assert "De 2024 à 2025, l’empreinte du parc passe de " in out
    assert "Nombre d’équipements\u00a0: −" in out


def test_an_unknown_year_or_family_lists_those_there_are(two, capsys):
    for arguments in (
        ("comparer", two, "--de", 2019, "--a", 2025),
        ("empreinte", two, "--campagne", 2019),
        ("campagne", two, "--figer", 2019),
    ):
        code, out, err = run(capsys, *arguments)
        assert (code, out) == (1, "")
        assert "2019" in err
        assert "2024, 2025" in err
    code, out, err = run(capsys, "empreinte", two, "--famille", "inconnue")
    assert (code, out) == (1, "")
    assert "ademe, ecodiag, boavizta" in err


def test_the_flow_counts_purchases_whole(two, capsys):
    stock, flow = (ask(capsys, "empreinte", two, "--vue", view) for view in ("stock", "flux"))
    assert (stock["vue"], flow["vue"]) == ("stock", "flux")
    assert stock == ask(capsys, "empreinte", two)
    tablet = next(line for line in flow["lignes"] if line["categorie"] == "tablette")
    assert flow["total"]["gwp"]["valeur"] == pytest.approx(
        tablet["fabrication"] + sum(line["usage"] for line in stock["lignes"])
    )
    keyboard = next(line for line in flow["lignes"] if line["categorie"] == "clavier")
    assert keyboard["fabrication"] is None, "its year is not known"
    code, out, _ = run(capsys, "empreinte", two, "--vue", "flux")
    assert code == 0
    assert "5\u00a0équipements sans année d’achat" in out
    assert "des achats couverts" in out
    with Document.open(two) as doc, doc.action("Dater") as tx:
        tx.update_all(Equipment, doc.ids(Equipment), purchased="2015")
    _, out, _ = run(capsys, "empreinte", two, "--vue", "flux")
    assert "Aucun achat cette année-là." in out
    assert "couverts" not in out


def test_a_family_in_place_of_the_campaign_s(two, capsys):
    own = ask(capsys, "empreinte", two)
    other = ask(capsys, "empreinte", two, "--famille", "boavizta")
    assert (own["famille"], other["famille"]) == ("ademe", "boavizta")
    assert other["total"]["gwp"]["valeur"] != own["total"]["gwp"]["valeur"]


def test_a_campaign_is_opened_frozen_unfrozen_and_deleted(file, capsys):
    opened = ask(capsys, "campagne", file, "--copier", 2023, "--depuis", 2024, "--au", "2023-06-30")
    assert next((each["annee"], each["date"]) for each in opened["campagnes"]) == (2023, "2023-06-30")
    assert ask(capsys, "campagne", file, "--figer", 2023)["campagnes"][0]["figee"]
    answer = ask(capsys, "empreinte", file, "--campagne", 2023, "--famille", "ademe")
    assert (answer["figee"], answer["recalculee"]) == (True, True)
    code, _, err = run(capsys, "campagne", file, "--supprimer", 2023)
    assert code == 1
    assert "figée" in err
    assert not ask(capsys, "campagne", file, "--defiger", 2023)["campagnes"][0]["figee"]
    ask(capsys, "campagne", file, "--supprimer", 2023)
    code, out, _ = run(capsys, "campagne", file)
    assert (code, out) == (0, "2024\u00a0: 3\u00a0lignes, facteurs ADEME\n")


def test_factors_of_one_s_own(file, tmp_path, capsys):
    own = tmp_path / "Nos facteurs.csv"
    own.write_text(
        "category;criterion;criterion_label;unit;stage;value;source\n"
        "clavier;gwp;;;manufacture;8;Fabricant\nclavier;electricity;;;use;0;Fabricant\n"
        "clavier;eau;Eau;litres;manufacture;40;Fabricant\n",
        encoding="utf-8",
    )
    families = ask(capsys, "facteurs", file, "--ajouter", own)["familles"]
    assert [each["nom"] for each in families][-1] == "Nos facteurs"
    answer = ask(capsys, "empreinte", file, "--famille", "nos facteurs")
    assert answer["famille_nom"] == "Nos facteurs"
    assert answer["total"]["eau"]["valeur"] == pytest.approx(5 * 40 / 4)
    assert answer["total"]["eau"]["unite"] == "litres"
    ask(capsys, "facteurs", file, "--retirer", "Nos facteurs")
    code, out, _ = run(capsys, "facteurs", file)
    assert code == 0
    assert "Nos facteurs" not in out
