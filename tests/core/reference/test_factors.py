import pytest

from nrdesk.core.errors import UserError
from nrdesk.core.model.factors import LifeCycleStage
from nrdesk.core.reference import factors

MANUFACTURE, USE = LifeCycleStage.MANUFACTURE, LifeCycleStage.USE


def test_ademe_comes_first_and_hypotheses_are_no_family():
    assert [family.id for family in factors.families()] == ["ademe", "ecodiag", "boavizta"]


def test_published_value_of_the_default_family_is_kept_as_it_is():
    factor = factors.load().factors["portable", "gwp", MANUFACTURE]
    assert (factor.value, factor.family, factor.year) == (185.09, "ademe", 2026)
    assert "publicodes-acv-numerique" in factor.source
    assert "Faute de" not in factor.note


def test_a_hole_is_filled_by_another_family_that_says_so():
    factor = factors.load("ademe").factors["telephone_ip", "gwp", MANUFACTURE]
    assert (factor.value, factor.family) == (17, "ecodiag")
    assert factor.note.startswith("Faute de valeur ADEME\u00a0: EcoDiag")
    assert "2022" in factor.note


def test_a_size_takes_the_generic_value_of_its_own_family():
    screen = factors.load("ademe").factors["ecran_24", "gwp", MANUFACTURE]
    assert (screen.category, screen.value, screen.family) == ("ecran_24", 69.84, "ademe")
    assert "Faute de valeur ADEME plus précise" in screen.note
    # Boavizta publishes this size: five times as much.
    assert factors.load("boavizta").factors["ecran_24", "gwp", MANUFACTURE].value == 352.6


def test_generic_categories_lend_their_lifetime_and_power():
    loaded = factors.load()
    assert loaded.typical_lifetimes["portable_14"] == loaded.typical_lifetimes["portable"] == 5
    assert loaded.power_watts["portable_14"] == 26.5
    assert loaded.usual_profiles["portable_14"] == "bureau"
    assert loaded.refurbished_share["portable_14"] == 0.57
    assert loaded.refurbished_share["switch"] == 1


@pytest.mark.parametrize("family", ["ecodiag", "boavizta"])
def test_the_other_families_are_never_completed(family):
    loaded = factors.load(family)
    assert {factor.family for factor in loaded.factors.values()} == {family}
    assert loaded.usual_profiles == {}, "their electricity is already that of an office"


def test_what_nobody_publishes_stays_without_a_factor():
    loaded = factors.load()
    assert "onduleur" in loaded.categories
    assert ("onduleur", "gwp", MANUFACTURE) not in loaded.factors


def test_an_unknown_family_is_a_programming_error():
    with pytest.raises(KeyError):
        factors.load("nrdesk")


class TestOwnFile:
    """Factors that a user brings."""

    HEADER = "category;criterion;stage;value;source;uncertainty\n"

    @pytest.fixture
    def own(self, tmp_path):
        def write(text):
            file = tmp_path / "mes facteurs.csv"
            file.write_text(text, encoding="utf-8")
            return file

        return write

    def test_it_replaces_the_whole_family(self, own):
        file = own(self.HEADER + "portable;gwp;manufacture;210,5;Fabricant;0,2\n")
        loaded = factors.load_file(file)
        assert loaded.family == "mes facteurs"
        factor = loaded.factors["portable", "gwp", MANUFACTURE]
        assert (factor.value, factor.uncertainty, factor.source) == (210.5, 0.2, "Fabricant")
        assert ("ecran", "gwp", MANUFACTURE) not in loaded.factors
        assert loaded.factors["portable_14", "gwp", MANUFACTURE].value == 210.5

    def test_it_may_bring_a_criterion(self, own):
        header = "category;criterion;criterion_label;unit;stage;value;source\n"
        loaded = factors.load_file(own(header + "ecran;water;Eau;litres;manufacture;900;Étude\n"))
        assert loaded.criteria["water"].unit_text == "litres"
        assert "water" not in factors.load().criteria

    def test_without_uncertainty_the_class_of_equipment_is_taken(self, own):
        loaded = factors.load_file(own(self.HEADER + "ecran;electricity;use;60;Mesure;\n"))
        assert loaded.factors["ecran", "electricity", USE].uncertainty == 0.5

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("grille-pain;gwp;manufacture;1;X;", "catégorie"),
            ("ecran;eau;manufacture;1;X;", "criterion_label"),
            ("ecran;gwp;fabrication;1;X;", "étape"),
            ("ecran;gwp;manufacture;;X;", "valeur positive"),
            ("ecran;gwp;manufacture;-4;X;", "valeur positive"),
            ("ecran;gwp;manufacture;4;;", "source"),
            ("ecran;gwp;manufacture;4;X;50", "incertitude"),
            ("ecran;gwp;manufacture;4;X;\necran;gwp;manufacture;5;X;", "déjà donnée"),
        ],
    )
    def test_what_is_wrong_is_said_with_its_line(self, own, line, words):
        with pytest.raises(UserError, match=words) as caught:
            factors.load_file(own(self.HEADER + line + "\n"))
        assert "mes facteurs.csv, ligne" in caught.value.what

    def test_an_empty_file_is_refused(self, own):
        with pytest.raises(UserError, match="aucun facteur"):
            factors.load_file(own(self.HEADER))
