import pytest

from nrdesk.core.reference import electricity

MAINLAND = "France métropolitaine (continentale)"


def factor(territory, year):
    (found,) = [f for f in electricity.load() if (f.territory, f.year) == (territory, year)]
    return found


@pytest.mark.parametrize(("year", "value"), [(2025, 0.0461), (2024, 0.0519), (2023, 0.058), (2022, 0.052)])
def test_mainland_values_are_those_of_ademe(year, value):
    mainland = factor(MAINLAND, year)
    assert mainland.values["gwp"] == value
    assert mainland.uncertainty == 0.1
    assert "ADEME" in mainland.source


def test_a_kilowatt_hour_is_one_kilowatt_hour():
    mainland = factor(MAINLAND, 2025)
    assert (mainland.values["electricity"], mainland.uncertainties["electricity"]) == (1, 0)


def test_each_territory_and_year_has_one_default_value():
    keys = [(f.territory, f.year) for f in electricity.load()]
    assert len(keys) == len(set(keys))


def test_competing_sources_are_left_out():
    assert factor("Guadeloupe", 2020).values["gwp"] == 0.702
    assert ("Guadeloupe", 2025) not in {(f.territory, f.year) for f in electricity.load()}


@pytest.mark.parametrize(
    ("insee", "territory"),
    [
        ("38185", MAINLAND),
        ("2A004", "Corse"),
        ("97105", "Guadeloupe"),
        ("97209", "Martinique"),
        ("97302", "Guyane"),
        ("97411", "La Réunion"),
        ("97611", "Mayotte"),
        ("98735", "Polynésie française - Tahiti"),
        ("98729", "Polynésie française - hors Tahiti"),
        ("98818", "Nouvelle-Calédonie"),
    ],
)
def test_every_commune_has_the_electricity_of_its_grid(insee, territory):
    assert electricity.territory_of(insee) == territory
    assert any(f.territory == territory for f in electricity.load())
