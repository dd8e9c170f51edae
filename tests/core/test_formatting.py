import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core import formatting


def plain(text: str) -> str:
    return text.replace(formatting.THIN, " ").replace(formatting.NBSP, " ")


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (1234567.891, 1, "1 234 567,9"),
        (0.5, 0, "0"),
        (-0.4, 0, "0"),
        (-1234.5, 1, "−1 234,5"),
        (12, 2, "12,00"),
    ],
)
def test_number(value, digits, shown):
    assert plain(formatting.number(value, digits)) == shown


def test_a_number_never_breaks_across_lines():
    assert formatting.number(1234) == "1\u202f234"
    assert " " not in formatting.euros(1450) + formatting.percent(0.5)


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [(4.5, 2, "4,5"), (12.0, 2, "12"), (120.0, 0, "120"), (0.001, 2, "0"), (-0.001, 2, "0")],
)
def test_trimmed(value, digits, shown):
    assert formatting.trimmed(value, digits) == shown


@pytest.mark.parametrize(
    ("value", "figures", "rounded"),
    [
        (1234, 2, 1200),
        (0.04567, 2, 0.046),
        (0, 2, 0),
        (-1250.0, 3, -1250),
        (99.6, 2, 100),
        (math.inf, 2, math.inf),
    ],
)
def test_significant(value, figures, rounded):
    assert formatting.significant(value, figures) == pytest.approx(rounded)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (69.84, "69,84"),
        (29.01753, "29,018"),
        (0.0461, "0,0461"),
        (1704.4236, "1 704,4"),
        (15644869.95, "15 644 870"),
        (4.85798e-08, "4,858 × 10⁻⁸"),
        (-0.00001, "−1 × 10⁻⁵"),
        (0.00084352, "0,00084352"),
    ],
)
def test_precise(value, shown):
    assert plain(formatting.precise(value)) == shown


@given(st.floats(1e-9, 1e9))
def test_precise_keeps_five_figures(value):
    text = plain(formatting.precise(value)).replace(" ", "").replace(",", ".")
    digits, _, power = text.partition("×10")
    exponent = int(power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")) or "0")
    assert float(digits) * 10.0**exponent == pytest.approx(value, rel=5.1e-5)


@pytest.mark.parametrize(
    ("value", "low", "high", "shown"),
    [
        (1704.4, 1473, 1971, "1 700"),
        (1704.4, 1650, 1760, "1 700"),
        (1714.4, 1650, 1760, "1 710"),
        (0.0464, 0.03, 0.06, "0,046"),
        (0, 0, 0, "0"),
        (3.04, 3.0, 3.1, "3,04"),
    ],
)
def test_rounded_to_what_the_range_allows(value, low, high, shown):
    assert plain(formatting.rounded(value, low, high)) == shown


def test_span():
    assert plain(formatting.span(2.123, 4.06)) == "entre 2,1 et 4,1"
    assert plain(formatting.span(1473, 12971)) == "entre 1 500 et 13 000"


@pytest.mark.parametrize(
    ("kilograms", "low", "high", "shown"),
    [
        (852.3, None, None, "852 kg éq. CO₂"),
        (852.3, 600, 1200, "850 kg éq. CO₂"),
        (2912.0, 2100, 4100, "2,9 t éq. CO₂"),
        (1000.0, None, None, "1,00 t éq. CO₂"),
        (2027.0, 1780, 2300, "2,0 t éq. CO₂"),
        (0.0, None, None, "0 kg éq. CO₂"),
    ],
)
def test_mass(kilograms, low, high, shown):
    assert plain(formatting.mass(kilograms, low, high)) == shown


def test_percent_and_euros():
    assert plain(formatting.percent(0.1825)) == "18 %"
    assert plain(formatting.percent(0.1825, 1)) == "18,2 %"
    assert plain(formatting.euros(1450)) == "1 450,00 €"


@pytest.mark.parametrize(
    ("n", "shown"),
    [(0, "0 ligne"), (1, "1 ligne"), (2, "2 lignes"), (12000, "12 000 lignes"), (-1, "−1 ligne")],
)
def test_count(n, shown):
    assert plain(formatting.count(n, "ligne")) == shown


def test_count_with_an_irregular_plural():
    assert plain(formatting.count(3, "réseau", "réseaux")) == "3 réseaux"


@pytest.mark.parametrize(
    ("kilograms", "low", "high", "shown"),
    [
        (2000, 1800, 2300, "entre 1,8 et 2,3 t éq. CO₂"),
        (450, 370, 550, "entre 370 et 550 kg éq. CO₂"),
    ],
)
def test_the_range_of_a_mass_is_in_the_unit_of_the_mass(kilograms, low, high, shown):
    assert plain(formatting.mass_span(kilograms, low, high)) == shown


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (0, "appareils", "0 appareil"),
        (1.5, "ans", "1,5 an"),
        (2, "ans", "2 ans"),
        (1, "clés USB", "1 clé USB"),
        (1, "personnes formées par an", "1 personne formée par an"),
        (0, "heures d’extinction", "0 heure d’extinction"),
        (1.2, "tonnes éq. CO₂", "1,2 tonne éq. CO₂"),
        (1, "mois", "1 mois"),
        (1, "kWh", "1 kWh"),
        (0, "%", "0 %"),
        (3, "", "3"),
    ],
)
def test_a_unit_agrees_with_its_number(value, unit, shown):
    assert plain(formatting.with_unit(formatting.trimmed(value), value, unit)) == shown
