import dataclasses
import math
import random

import pytest

from nrdesk.core.footprint import compute
from nrdesk.core.footprint.tally import spread
from nrdesk.core.footprint.uncertainty import (
    ESTIMATED_QUANTITY,
    MEASURED_KWH,
    PLANNED_LIFETIME,
    REFURBISHED,
    RULE_LIFETIME,
    TYPICAL_LIFETIME,
    UNDATED,
    Z95,
    DoubtKind,
    Spread,
    half_width,
    sigma,
)
from nrdesk.core.model import Acquisition, EquipmentStatus, Origin
from tests.core.footprint.samples import LAPTOP, SCREEN, family, line, made, method, used

SPARE = EquipmentStatus.IN_STOCK
"""Without electricity, the manufacture alone is in doubt."""


def spread_of(*inventory, **choices) -> float:
    total = compute(inventory, method(**choices)).totals["gwp"]
    assert total.value**2 == pytest.approx(total.low * total.high)
    return math.log(total.high / total.value) / Z95


def quadrature(*doubts: float) -> float:
    return math.sqrt(sum(sigma(doubt) ** 2 for doubt in doubts))


def test_a_relative_uncertainty_is_a_95_percent_interval():
    factor = math.exp(Z95 * sigma(0.5))
    assert (10 / factor, 10 * factor) == pytest.approx((10 / 1.5, 15))
    assert sigma(0) == 0


def test_half_width_is_half_of_the_interval_shown():
    low, high = 10 / 1.5, 15
    assert half_width(sigma(0.5)) == pytest.approx((high - low) / 2 / 10)


def test_nothing_has_no_range():
    assert Spread().range() == (0.0, 0.0)
    assert Spread().shares() == {}


@pytest.mark.parametrize(
    ("fields", "choices", "doubts"),
    [
        ({}, {}, [0.5, TYPICAL_LIFETIME, UNDATED]),
        ({"purchased": "2024"}, {}, [0.5, TYPICAL_LIFETIME]),
        ({"purchased": "2024"}, {"lifetime_rules": {LAPTOP: 6.0}}, [0.5, RULE_LIFETIME]),
        ({"lifetime_years": 6.0}, {}, [0.5, PLANNED_LIFETIME]),
        ({"purchased": "2012-01-01"}, {}, [0.5]),
        ({"lifetime_years": 6.0, "acquisition": Acquisition.REFURBISHED}, {}, [0.5, 0.1, REFURBISHED]),
    ],
)
def test_doubts_of_a_line_add_in_quadrature(fields, choices, doubts):
    assert spread_of(line(status=SPARE, **fields), **choices) == pytest.approx(quadrature(*doubts))


def test_electricity_alone_is_as_sure_as_its_kwh():
    total = compute([line(annual_kwh=100.0)], method()).totals["electricity"]
    assert total.high == pytest.approx(100 * (1 + MEASURED_KWH))


def test_lines_sharing_a_factor_are_fully_correlated():
    one = spread_of(line(status=SPARE, purchased="2012-01-01"))
    many = spread_of(*[line(status=SPARE, purchased="2012-01-01", site=str(i)) for i in range(50)])
    assert many == pytest.approx(one) == pytest.approx(sigma(0.5))


def test_a_borrowed_factor_errs_with_the_one_it_is_borrowed_from():
    small = dataclasses.replace(made(LAPTOP, 100.0), category="small laptop")
    both = family(made(LAPTOP, 100.0), small)
    inventory = [line(LAPTOP, status=SPARE), line("small laptop", status=SPARE)]
    assert spread_of(*inventory, factors=both) == pytest.approx(quadrature(0.5, TYPICAL_LIFETIME, UNDATED))


def test_different_factors_compensate():
    two = family(made("a", 100.0), made("b", 100.0001))
    kept = {"status": SPARE, "purchased": "2012-01-01"}
    assert spread_of(line("a", **kept), line("b", **kept), factors=two) == pytest.approx(sigma(0.5) / 2**0.5)


def test_doubts_of_single_lines_fade_in_number():
    measured = compute([line(annual_kwh=10.0) for _ in range(100)], method()).totals["electricity"]
    assert math.log(measured.high / measured.value) / Z95 == pytest.approx(sigma(MEASURED_KWH) / 10)


def test_electricity_is_shared_by_all_categories():
    both = family(made("a", 0.0), made("b", 0.0), used("a", 100.0, 0.0), used("b", 50.0, 0.0))
    assert spread_of(line("a"), line("b"), factors=both) == pytest.approx(sigma(0.1))


def test_what_weighs_nothing_casts_no_doubt():
    kept = {"status": SPARE, "purchased": "2012-01-01"}
    assert compute([line(**kept)], method()).lines[0].spread("gwp").amounts.keys() == {
        (DoubtKind.MANUFACTURE, LAPTOP, sigma(0.5))
    }


def test_every_doubt_has_french_words():
    assert all(kind.label for kind in DoubtKind)


def test_range_agrees_with_a_monte_carlo():
    """Draw every quantity in doubt, factors shared by lines once for all: the first order is enough."""
    quantities = {LAPTOP: 30, SCREEN: 50}
    factors = {LAPTOP: (200.0, 30.0), SCREEN: (70.0, 80.0)}
    inventory = [line(name, quantity=q, purchased="2024") for name, q in quantities.items()]
    total = compute(inventory, method()).totals["gwp"]
    draw = random.Random(2026)

    def drawn(value: float, uncertainty: float) -> float:
        return value * math.exp(draw.gauss(0, sigma(uncertainty)))

    def park() -> float:
        per_kwh = drawn(0.05, 0.1)
        return sum(
            q * (drawn(factors[n][0], 0.5) / drawn(5, TYPICAL_LIFETIME) + drawn(factors[n][1], 0.5) * per_kwh)
            for n, q in quantities.items()
        )

    sums = sorted(park() for _ in range(20_000))
    assert total.low == pytest.approx(sums[500], rel=0.05)
    assert total.high == pytest.approx(sums[19_500], rel=0.05)


def test_a_number_that_nobody_counted_widens_the_range():
    known = spread_of(line(status=SPARE, purchased="2024"))
    estimated = spread_of(line(status=SPARE, purchased="2024", origin=Origin.ESTIMATED))
    assert estimated == pytest.approx(math.hypot(known, sigma(ESTIMATED_QUANTITY)))


def test_an_estimated_number_is_wrong_for_manufacture_and_use_together():
    result = compute((line(origin=Origin.ESTIMATED),), method())
    shares = spread(result.parts("gwp"), "gwp").shares()
    doubts = {doubt.kind: share for doubt, share in shares.items() if doubt}
    assert doubts[DoubtKind.QUANTITY] == pytest.approx(sigma(ESTIMATED_QUANTITY) ** 2)


def test_a_line_alone_has_the_range_of_a_park_made_of_it():
    estimated = line(origin=Origin.ESTIMATED)
    result = compute((estimated,), method())
    total = result.totals["gwp"]
    assert result.lines[0].range("gwp") == pytest.approx((total.low, total.high))
