"""The script that builds the directory, on a country of three communes."""

import importlib.util
import json

import pytest

from nrdesk.core import paths


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("build_directory", paths.data() / "build_directory.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def package(tmp_path):
    member = {"code": "38185", "populationMunicipale": 90, "populationTotale": 95}
    epci = {"code": "200040715", "nom": "Grenoble-Alpes-Métropole", "type": "METRO", "membres": [member],
            "populationMunicipale": 90, "populationTotale": 95}  # fmt: skip
    commune = {"type": "commune-actuelle", "departement": "38"}
    communes = [
        commune | {"code": "38185", "nom": "Grenoble", "siren": "213801855", "population": 100,
                   "codesPostaux": ["38000", "38100"]},
        commune | {"code": "29083", "nom": "Île-de-Sein", "population": 2},
        {"type": "commune-deleguee", "code": "38999", "nom": "Fontaine-Vieille", "chefLieu": "38185"},
        {"type": "commune-deleguee", "code": "38185", "nom": "Grenoble", "chefLieu": "38185"},
        {"type": "arrondissement-municipal", "code": "69381", "nom": "Lyon 1er", "commune": "69123"},
    ]  # fmt: skip
    content = {
        "communes": communes,
        "epci": [epci],
        "ept": [],
        "departements": [{"code": "38", "nom": "Isère"}],
    }
    (tmp_path / "data").mkdir()
    for name, rows in content.items():
        (tmp_path / "data" / f"{name}.json").write_text(json.dumps(rows), encoding="utf-8")
    return tmp_path


def test_members_and_islands_and_former_communes(script, package):
    built = script.build(package / "data")
    communes = {name: text.split("\n") for name, text in built["communes"].items()}
    assert communes["code"] == ["38185", "29083"]
    assert communes["search"] == ["grenoble", "ile de sein"]
    assert communes["postcodes"] == ["38000 38100", ""]
    assert communes["group"] == ["0", "-1"]
    assert communes["member_total"] == ["95", ""]
    assert built["former"] == {
        "code": "38999", "name": "Fontaine-Vieille", "search": "fontaine vieille", "commune": "0",
    }  # fmt: skip
    assert (built["groups"]["kind"], built["groups"]["seat"]) == ("metropole", "38185")
