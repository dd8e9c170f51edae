"""Published cases, reproduced with their own factors injected."""

import math

import pytest

from nrdesk.core.footprint import FootprintResult, Method, compute
from nrdesk.core.model.factors import ElectricityFactor, UsageProfile
from nrdesk.core.reference import factors
from tests.core.footprint.samples import MAINLAND, family, line, made, method, used

PRECISION = 1e-4


def computed(*inventory, per_kwh: dict[str, float], own: tuple, **fields) -> FootprintResult:
    electricity = (ElectricityFactor(MAINLAND, 2025, per_kwh, 0.1, "source of the case"),)
    return compute(inventory, method(family(*own, electricity=electricity, **fields)))


IMPACT_CO2 = [
    # slug, manufacture + distribution, end of life, watts, hours a day, years, published use a year
    ("smartphone", 77 + 2.27, 0.246, 4.5, 3, 2.5, 0.25573725),
    ("ordinateurfixeparticulier", 259 + 2.94, 6.61, 70, 4, 6, 5.304180000000001),
    ("ordinateurfixeprofessionnel", 203 + 1.85, 6.61, 70, 6, 6, 7.956270000000001),
    ("ecran", 64.6 + 1.29, 3.95, 50, 4, 6, 3.7886999999999995),
    ("tabletteclassique", 80.5 + 3.43, 0.364, 20, 2.5, 3, 0.9471749999999999),
    ("television", 325 + 3.26, 11.9, 65, 3, 8, 3.6939825),
    ("ordinateurportable", 170 + 12.3, 2.79, 26.5, 3, 5, 1.50600825),
]


@pytest.mark.parametrize(
    ("slug", "making", "end", "watts", "hours", "years", "published_use"),
    IMPACT_CO2,
    ids=[case[0] for case in IMPACT_CO2],
)
def test_impact_co2(slug, making, end, watts, hours, years, published_use):
    """ADEME, Impact CO2: the yearly use that it publishes, and its total over the life of the appliance.

    Values: incubateur-ademe/impactco2@0255d5a src/data/categories/numerique.ts (ecv, end, usage.peryear,
    usage.defaultyears). Powers and hours: publicodes-acv-numerique@3c5a0a5 src/acv-terminaux.publicodes.
    Electricity: Base Carbone V23.9, 0.0519 kg CO2e/kWh. The total that the site shows is the sum of ecv,
    use over the default years and end of life.
    """
    result = computed(
        line(slug, usage_profile="theoretical"),
        per_kwh={"gwp": 0.0519},
        own=(made(slug, making + end),),
        power_watts={slug: watts},
        typical_lifetimes={slug: years},
        profiles={"theoretical": UsageProfile("theoretical", "Théorique", hours, 365, "ADEME")},
    ).totals["gwp"]
    assert result.use == pytest.approx(published_use, rel=PRECISION)
    assert result.value * years == pytest.approx(making + published_use * years + end, rel=PRECISION)


BOAVIZTA = [
    # terminal, criterion, embedded, watts, ratio of time, life in hours, per kWh, span in hours, published
    ("television", "gwp", 360.0, 1200, 0.3, 70080, 0.9, 1, (0.005137, 0.324)),
    ("television", "gwp", 360.0, 60, 0.3, 70080, 0.023, 1, (0.005137, 0.000414)),
    ("television", "adpe", 0.0383, 1200, 0.3, 70080, 2.656e-07, 70080, (0.0383, 0.006701)),
    ("smartphone", "gwp", 84.0, 3.0, 0.3, 21900, 0.9, 21900, (84.0, 17.74)),
]


@pytest.mark.parametrize(
    ("terminal", "criterion", "embedded", "watts", "ratio", "life", "per_kwh", "hours", "published"), BOAVIZTA
)
def test_boavizta_api(terminal, criterion, embedded, watts, ratio, life, per_kwh, hours, published):
    """BoaviztAPI: embedded and use impacts of terminals over a span of time, as its own tests state them.

    Responses: Boavizta/boaviztapi@3d16afd tests/api/test_terminals_peripherals.py (values with four
    significant figures; the bounds of `use`, whose inputs are published exactly).
    """
    result = computed(
        line(terminal, usage_profile="ratio"),
        per_kwh={criterion: per_kwh},
        own=(made(terminal, embedded, criterion),),
        power_watts={terminal: watts},
        typical_lifetimes={terminal: life / 8760},
        profiles={"ratio": UsageProfile("ratio", "Part du temps", 24 * ratio, 365, "BoaviztAPI")},
    ).totals[criterion]
    span = hours / 8760
    assert (result.manufacture * span, result.use * span) == pytest.approx(published, rel=PRECISION)


def test_ecodiag_formula():
    """EcoDiag (EcoInfo, CNRS), method "stock": nb × mean / lifetime, nb × yearly consumption × 0.084.

    Formula: sopht-com/ecodiag@0110d1b src/device_utils.js, compute_device_co2e. Factors: src/devices.js
    @c13aa6c (laptop 260 kg, 48 kWh, 3 years; screen 430 kg, 70 kWh, 5 years; desktop 300 kg, 189 kWh, 4
    years).
    """
    devices = {"laptop": (260, 48, 3, 12), "screen": (430, 70, 5, 25), "desktop": (300, 189, 4, 7)}
    result = computed(
        *[line(name, quantity=number) for name, (_, _, _, number) in devices.items()],
        per_kwh={"gwp": 0.084},
        own=tuple(f for n, (mean, kwh, _, _) in devices.items() for f in (made(n, mean), used(n, kwh))),
        typical_lifetimes={name: years for name, (_, _, years, _) in devices.items()},
    )
    grey = sum(number * mean / years for mean, _, years, number in devices.values())
    use = sum(number * kwh * 0.084 for _, kwh, _, number in devices.values())
    assert (grey, use) == pytest.approx((3715.0, 306.516))
    total = result.totals["gwp"]
    assert (total.manufacture, total.use) == pytest.approx((grey, use), rel=PRECISION)


def test_base_carbone_electricity():
    """Base Carbone V23.9, row 43642 (2024): combustion, upstream and losses, ± 10 %."""
    combustion, upstream, losses = 0.035, 0.0131, 0.0038
    result = computed(
        line("meter", annual_kwh=1000.0),
        per_kwh={"gwp": combustion + upstream + losses},
        own=(made("meter", 0.0),),
    ).totals["gwp"]
    assert result.value == pytest.approx(51.9, rel=PRECISION)
    assert math.log(result.high / result.value) >= math.log(1.1)


SHIPPED = {
    "smartphone": "smartphone",
    "ordinateurfixeparticulier": "pc_fixe_polyvalent",
    "ordinateurfixeprofessionnel": "pc_fixe_bureautique",
    "ecran": "ecran",
    "tabletteclassique": "tablette",
    "television": "tv",
    "ordinateurportable": "portable",
}
"""Appliance of Impact CO2 -> our category."""


@pytest.mark.parametrize("case", IMPACT_CO2, ids=[case[0] for case in IMPACT_CO2])
def test_the_family_that_we_ship_gives_what_ademe_publishes(case):
    """The same figures of Impact CO2, this time from `resources/data` and nothing injected."""
    slug, making, end, _, _, years, published_use = case
    shipped = factors.load("ademe")
    one = line(SHIPPED[slug])
    # Published electricity is that of a home, and that of Impact CO2 is of 2024.
    chosen = Method(
        shipped, MAINLAND, 2024, "2024-12-31", usage_profiles={SHIPPED[slug]: ""}, electricity_year=2024
    )
    total = compute([one], chosen).totals["gwp"]
    assert total.manufacture * years == pytest.approx(making + end, rel=PRECISION)
    assert total.use == pytest.approx(published_use, rel=PRECISION)


@pytest.mark.parametrize(
    ("category", "mean", "kwh", "years"),
    [("portable", 260, 48, 3), ("ecran", 430, 70, 5), ("pc_fixe_bureautique", 300, 189, 4)],
)
def test_the_ecodiag_family_that_we_ship_gives_its_formula(category, mean, kwh, years):
    """EcoDiag's own lifetimes given as rules: the lifetimes that we ship are those of ADEME."""
    chosen = Method(factors.load("ecodiag"), MAINLAND, 2025, "2025-12-31", lifetime_rules={category: years})
    total = compute([line(category, quantity=7)], chosen).totals["gwp"]
    assert total.manufacture == pytest.approx(7 * mean / years)
    assert total.use == pytest.approx(7 * kwh * chosen.per_kwh["gwp"])
