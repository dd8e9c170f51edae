"""The formats of other tools: every category has a name there, every name comes back to a category."""

import pytest

from nrdesk.core.inventory.categories import recognise
from nrdesk.core.model import EquipmentStatus
from nrdesk.core.reference import factors, interchange
from nrdesk.core.reference.interchange import InterchangeFormat
from nrdesk.core.written import values

SAMPLES = {
    "physicalEquipment": "nomEquipementPhysique;modele;quantite;nomCourtDatacenter;dateAchat;dateRetrait;"
    "type;statut;paysDUtilisation;consoElecAnnuelle;utilisateur;nomSourceDonnee;nomEntite",
    "datacenter": "nomCourtDatacenter;nomLongDatacenter;pue;localisation;nomEntite",
}


@pytest.fixture(params=["g4it", "numecoeval", "ecodiag"])
def known(request: pytest.FixtureRequest) -> InterchangeFormat:
    return interchange.load()[request.param]


def test_each_category_has_a_name_there_or_an_explicit_other(known: InterchangeFormat) -> None:
    assert known.types.keys() == factors.categories().keys()
    assert set(known.types.values()) <= known.meanings.keys()
    assert known.types["autre"] == known.unknown_type
    assert known.meanings[known.unknown_type] == "autre"


def test_a_name_comes_back_to_a_category_of_the_same_group(known: InterchangeFormat) -> None:
    categories = factors.categories()
    for category, name in known.types.items():
        if name != known.unknown_type:
            meaning = known.meanings[name]
            assert meaning
            assert categories[meaning].group == categories[category].group, (category, name)


def test_the_import_understands_each_name_as_the_table_says(known: InterchangeFormat) -> None:
    assert {name: recognise(name) for name in known.meanings} == known.meanings


def test_the_import_understands_each_state(known: InterchangeFormat) -> None:
    for status, word in known.statuses.items():
        assert values.status(word) is status
    assert known.statuses.keys() in (set(EquipmentStatus), set())


def test_the_titles_are_those_of_the_published_templates() -> None:
    files = interchange.load()["g4it"].files
    for name, titles in SAMPLES.items():
        assert titles.split(";") == [column.title for column in files[name]][: titles.count(";") + 1]


def test_a_file_is_recognised_by_the_titles_that_the_tool_asks_for() -> None:
    titles = SAMPLES["physicalEquipment"].split(";")
    assert [found.id for found in interchange.recognised(titles)] == ["g4it"]
    both = [found.id for found in interchange.recognised([*titles, "nbCoeur", "qualite"])]
    assert both == ["numecoeval", "g4it"]
    assert interchange.recognised(["Type", "Marque", "Modèle", "Date d'achat"]) == ()
