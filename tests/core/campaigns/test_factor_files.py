"""The user's own factors, kept with the document."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nrdesk.core import campaigns
from nrdesk.core.assessment import assess
from nrdesk.core.campaigns import factor_files
from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.model import Authority, Campaign, Equipment, FactorFile

HEADER = "category;criterion;criterion_label;unit;stage;value;source\n"
GOOD = HEADER + "portable;gwp;;;manufacture;210;Fabricant\nportable;electricity;;;use;30;Mesure\n"


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "a.nrdesk", Authority(name="Ici"), year=2025) as document:
        with document.action("Saisir") as tx:
            tx.add(Equipment(campaign_id=document.campaign.id, category="portable", lifetime_years=6.0))
        yield document


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def written(text: str, name: str = "Nos facteurs.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_a_file_becomes_a_family_that_travels_with_the_document(doc, write):
    path = write(GOOD)
    file = factor_files.add(doc, path)
    path.unlink()
    family = campaigns.families(doc)[-1]
    assert (family.id, family.label) == (file.id, "Nos facteurs")
    assert campaigns.family_label(doc, file.id) == "Nos facteurs"
    with doc.action("Choisir") as tx:
        tx.update(Campaign, doc.campaign.id, factor_family=file.id)
    assessment = assess(doc)
    assert assessment.headline.manufacture == pytest.approx(210 / 6)
    assert assessment.family_label == "Nos facteurs"


def test_a_criterion_of_the_file_has_its_total_with_the_impact_of_a_kwh(doc, write):
    file = factor_files.add(
        doc,
        write(GOOD + "portable;eau;Eau;litres;manufacture;1200;Étude\nelectricite;eau;;;use;1,5;Étude\n"),
    )
    water = assess(doc, family=file.id).result.totals["eau"]
    assert (water.manufacture, water.use) == (pytest.approx(200), pytest.approx(45))
    assert water.coverage_quantity == 1


def test_without_the_impact_of_a_kwh_what_uses_electricity_is_not_covered(doc, write):
    file = factor_files.add(doc, write(GOOD + "portable;eau;Eau;litres;manufacture;1200;Étude\n"))
    water = assess(doc, family=file.id).result.totals["eau"]
    assert (water.value, water.coverage_quantity) == (0, 0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GOOD + "grille-pain;gwp;;;manufacture;1;X\n", "ligne 4"),
        (GOOD + "electricite;gwp;;;manufacture;1;X\n", "un kWh se consomme"),
        (GOOD + "ecran;gwp;;tonnes;manufacture;1;X\n", "se compte en kgCO2e, pas en tonnes"),
        ("a;b\n1;2\n", "il manque la colonne"),
        (HEADER, "aucun facteur"),
        ("x" * 6_000_000, "trop lourd"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_whole(doc, write, text, words):
    with pytest.raises(UserError, match=words):
        factor_files.add(doc, write(text))
    assert doc.count(FactorFile) == 0


def test_a_file_that_is_not_there_is_refused(doc, tmp_path):
    with pytest.raises(UserError, match="ne peut pas être lu"):
        factor_files.add(doc, tmp_path / "absent.csv")


@pytest.mark.parametrize("name", ["Nos facteurs.csv", "nos  FACTEURS.csv", "ADEME.csv"])
def test_two_families_never_bear_the_same_name(doc, write, name):
    factor_files.add(doc, write(GOOD))
    with pytest.raises(UserError, match="s’appelle déjà"):
        factor_files.add(doc, write(GOOD, name))


def test_a_file_leaves_unless_an_open_campaign_needs_it(doc, write):
    file = factor_files.add(doc, write(GOOD))
    with doc.action("Choisir") as tx:
        tx.update(Campaign, doc.campaign.id, factor_family=file.id)
    with pytest.raises(UserError, match="La campagne 2025 est calculée"):
        factor_files.remove(doc, file)
    campaigns.freeze(doc, doc.campaign)
    factor_files.remove(doc, file)
    assert doc.count(FactorFile) == 0


def test_a_family_is_named_by_its_identifier_its_label_or_the_beginning_of_it(doc, write):
    file = factor_files.add(doc, write(GOOD))
    for words in ("ecodiag", "EcoDiag", "EcoDiag (EcoInfo, CNRS)"):
        assert campaigns.family_named(doc, words).id == "ecodiag"
    assert campaigns.family_named(doc, "nos facteurs").id == file.id
    second = factor_files.add(doc, write(GOOD, "Les autres.csv"))
    assert assess(doc, family=second.id).family_label == "Les autres"
    for words in ("", "impact co2"):
        with pytest.raises(UserError, match="n’existe pas") as caught:
            campaigns.family_named(doc, words)
        assert "ademe, ecodiag, boavizta, «\u00a0Nos facteurs\u00a0»"[:-1] in caught.value.todo


def test_one_s_own_file_is_named_too(doc, write):
    with pytest.raises(UserError, match="pas de facteurs à vous") as caught:
        factor_files.own_named(doc, "ademe")
    assert caught.value.todo == ""
    file = factor_files.add(doc, write(GOOD))
    assert factor_files.own_named(doc, "nos facteurs") == file
    with pytest.raises(UserError) as caught:
        factor_files.own_named(doc, "ademe")
    assert "Nos facteurs" in caught.value.todo


def test_an_unknown_family_keeps_its_identifier_for_a_name(doc):
    assert campaigns.family_label(doc, "ademe-2030") == "ademe-2030"
