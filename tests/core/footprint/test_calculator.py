import dataclasses

import pytest

from nrdesk.core.footprint import Method, Quality, compute
from nrdesk.core.footprint.recipe import Lack
from nrdesk.core.model import Acquisition, EquipmentStatus, Origin
from tests.core.footprint.samples import (
    LAPTOP,
    MAINLAND,
    NAS,
    SCREEN,
    SWITCH,
    family,
    line,
    made,
    method,
    used,
)


def only(equipment, **choices):
    return compute([equipment], method(**choices)).lines[0]


def test_stock_method():
    result = only(line(quantity=3))
    assert result.manufacture("gwp") == pytest.approx(3 * 200 / 5)
    assert result.use("gwp") == pytest.approx(3 * 30 * 0.05)
    assert result.total("gwp") == pytest.approx(3 * 200 / 5 + 3 * 30 * 0.05)
    assert result.total("adpe") == pytest.approx(3 * 0.01 / 5 + 3 * 30 * 5e-8)


def test_final_electricity_has_no_manufacture():
    result = only(line(quantity=2))
    assert (result.manufacture("electricity"), result.use("electricity")) == (0.0, 60.0)


def test_measured_kwh_are_those_of_one_appliance():
    assert only(line(quantity=2, annual_kwh=100.0)).total("electricity") == 200.0
    assert only(line(annual_kwh=0.0)).use("gwp") == 0.0


def test_a_negative_measure_is_no_measure():
    assert only(line(annual_kwh=-5.0)).total("electricity") == 30.0


def test_refurbished_carries_a_share_of_the_manufacture():
    refurbished = line(acquisition=Acquisition.REFURBISHED)
    assert only(refurbished).manufacture("gwp") == pytest.approx(0.6 * 200 / 5)
    assert only(refurbished, refurbished_share={LAPTOP: 0.2}).manufacture("gwp") == pytest.approx(8)
    assert only(refurbished).use("gwp") == only(line()).use("gwp")
    unknown_share = line(SCREEN, acquisition=Acquisition.REFURBISHED)
    assert only(unknown_share).manufacture("gwp") == pytest.approx(70 / 5)


@pytest.mark.parametrize("status", [EquipmentStatus.IN_STOCK, EquipmentStatus.BROKEN])
def test_idle_appliances_keep_their_manufacture(status):
    result = compute([line(status=status, quantity=4)], method())
    assert (result.lines[0].manufacture("gwp"), result.lines[0].use("gwp")) == (160.0, 0.0)
    assert result.idle == 4


@pytest.mark.parametrize("retired", [None, "2020", "2026", "2026-01", "2026-01-01"])
def test_out_of_the_park_from_its_retirement(retired):
    result = compute([line(status=EquipmentStatus.OUT, retired=retired, quantity=9)], method())
    gone = result.lines[0]
    assert result.out == (gone,)
    assert result.incomplete == ()
    assert result.quantity == 0
    assert (gone.in_park, gone.complete, gone.missing) == (False, True, ())
    assert (gone.total("gwp"), gone.manufacture("gwp"), gone.range("gwp")) == (0.0, 0.0, (0.0, 0.0))


def test_out_of_the_park_lacks_nothing_even_without_a_category():
    gone = only(line(None, status=EquipmentStatus.OUT))
    assert gone.complete
    assert gone.missing == ()


@pytest.mark.parametrize("retired", ["2027", "2026-02", "2026-01-02"])
def test_an_exit_to_come_is_still_in_the_park(retired):
    result = only(line(status=EquipmentStatus.OUT, retired=retired))
    assert result.in_park
    assert result.use("gwp") == pytest.approx(1.5)
    assert result.recipe.status is EquipmentStatus.IN_USE


@pytest.mark.parametrize(
    ("equipment", "lacks"),
    [
        (line(None), (Lack.CATEGORY,)),
        (line("licorne"), (Lack.CATEGORY,)),
        (line(SWITCH), (Lack.ENERGY,)),
        (line(NAS), (Lack.FACTOR,)),
        (line(quantity=-1), (Lack.QUANTITY,)),
    ],
)
def test_incomplete_is_excluded_and_says_what_it_lacks(equipment, lacks):
    result = compute([equipment, line()], method())
    left = result.lines[0]
    assert result.incomplete == (left,)
    assert left.missing == lacks
    assert left.quality is Quality.INCOMPLETE
    assert left.total("gwp") is None
    assert left.manufacture("gwp") is None
    assert left.use("gwp") is None
    assert left.range("gwp") is None
    assert result.totals["gwp"].value == only(line()).total("gwp")


def test_no_lifetime_is_incomplete():
    no_lives = dataclasses.replace(method().factors, typical_lifetimes={})
    result = only(line(), factors=no_lives)
    assert result.missing == (Lack.LIFETIME,)
    assert result.lifetime_years is None
    assert only(line(lifetime_years=4.0), factors=no_lives).lifetime_years == 4.0


def test_a_switch_is_counted_once_its_consumption_is_known_or_idle():
    assert only(line(SWITCH, annual_kwh=100.0)).complete
    assert only(line(SWITCH, status=EquipmentStatus.IN_STOCK)).total("gwp") == pytest.approx(72)


def test_no_electricity_factor_is_incomplete_not_zero():
    result = compute([line(), line(status=EquipmentStatus.IN_STOCK)], method(territory="Wallis-et-Futuna"))
    assert result.lines[0].missing == (Lack.ELECTRICITY,)
    assert result.lines[1].total("gwp") == pytest.approx(40)


def test_the_words_of_what_lacks_are_french_and_some_are_within_reach():
    assert [str(lack) for lack in Lack if not lack.within_reach] == [
        "facteur de fabrication",
        "facteur d’électricité du territoire",
    ]


@pytest.mark.parametrize(
    ("year", "electricity_year", "found"),
    [(2025, None, 2024), (2024, None, 2024), (2023, None, 2022), (2020, None, 2022), (2025, 2022, 2022)],
)
def test_electricity_is_the_latest_up_to_the_year(year, electricity_year, found):
    assert method(year=year, electricity_year=electricity_year).electricity.year == found


def test_electricity_uncertainty_by_criterion():
    per_criterion = dataclasses.replace(method().factors.electricity[0], uncertainties={"adpe": 0.5})
    choices = method(dataclasses.replace(method().factors, electricity=(per_criterion,)))
    assert choices.electricity_sigma("adpe") > choices.electricity_sigma("gwp") > 0
    assert Method(family(), "Lune", 2025, "2026").electricity_sigma("gwp") == 0


def test_coverage_is_by_criterion():
    inventory = [line(quantity=1), line(SCREEN, quantity=2), line(None, quantity=5)]
    totals = compute(inventory, method()).totals
    assert totals["gwp"].coverage_lines == pytest.approx(2 / 3)
    assert totals["gwp"].coverage_quantity == pytest.approx(3 / 8)
    assert totals["adpe"].coverage_lines == pytest.approx(1 / 3)
    assert totals["adpe"].coverage_quantity == pytest.approx(1 / 8)


def test_a_criterion_without_factor_is_none_for_the_line():
    screen = only(line(SCREEN))
    assert screen.complete
    assert screen.total("adpe") is None


def test_a_criterion_missing_from_the_electricity_covers_idle_lines_only():
    result = compute([line(), line(status=EquipmentStatus.BROKEN)], method(electricity_year=2022))
    assert result.lines[0].total("adpe") is None
    assert result.lines[1].total("adpe") == pytest.approx(0.002)


def test_empty_inventory():
    total = compute([], method()).totals["gwp"]
    assert (total.value, total.low, total.high, total.coverage_lines) == (0.0, 0.0, 0.0, 0.0)
    assert total.unit == "kgCO2e"


def test_a_family_without_any_manufacture_counts_nothing():
    result = compute([line()], method(family(used(LAPTOP, 30.0))))
    assert result.lines[0].missing == (Lack.FACTOR,)


def test_breakdowns():
    inventory = [
        line(site="Mairie"),
        line(SCREEN, site="Mairie", status=EquipmentStatus.IN_STOCK),
        line(SCREEN, site="École"),
        line(SCREEN),
        line(None, site="Ailleurs"),
    ]
    result = compute(inventory, method())
    laptop, screen = 200 / 5 + 1.5, 70 / 5 + 4
    assert {site: split.total for site, split in result.by_site["gwp"].items()} == pytest.approx(
        {"Mairie": laptop + 14, "École": screen, "": screen}
    )
    assert {group: split.total for group, split in result.by_group["gwp"].items()} == pytest.approx(
        {"Groupe l": laptop, "Groupe s": 2 * screen + 14}
    )
    assert result.by_category["gwp"][SCREEN].manufacture == pytest.approx(42)
    assert set(result.by_site["adpe"]) == {"Mairie"}


def test_quantity_counts_the_whole_park():
    inventory = [
        line(quantity=2),
        line(None, quantity=3),
        line(quantity=-4),
        line(status=EquipmentStatus.OUT),
    ]
    result = compute(inventory, method())
    assert (result.quantity, result.counted) == (5, 2)


@pytest.mark.parametrize(
    ("fields", "quality"),
    [
        ({}, Quality.ESTIMATED),
        ({"lifetime_years": 5.0}, Quality.FAIR),
        ({"purchased": "2020", "purchased_uncertain": True}, Quality.FAIR),
        ({"annual_kwh": 20.0}, Quality.FAIR),
        ({"purchased": "2020"}, Quality.GOOD),
        ({"purchased": "2020", "annual_kwh": 20.0}, Quality.GOOD),
        ({"purchased": "2020", "purchased_uncertain": True, "annual_kwh": 20.0}, Quality.GOOD),
        ({"purchased": "2020", "origin": Origin.ESTIMATED}, Quality.ESTIMATED),
        ({"category": None}, Quality.INCOMPLETE),
    ],
)
def test_quality(fields, quality):
    assert only(line(**fields)).quality is quality


def test_quality_of_the_park_leaves_the_exits_aside():
    inventory = [line(purchased="2020"), line(), line(status=EquipmentStatus.OUT, purchased="2020")]
    assert compute(inventory, method()).quality == {
        Quality.GOOD: 1,
        Quality.FAIR: 0,
        Quality.ESTIMATED: 1,
        Quality.INCOMPLETE: 0,
    }


def test_lines_come_back_in_order_with_their_identity():
    inventory = [line(), line(None), line(status=EquipmentStatus.OUT)]
    result = compute(inventory, method())
    assert [(r.id, r.category, r.quantity) for r in result.lines] == [
        (e.id, e.category, e.quantity) for e in inventory
    ]


def test_territory_decides_the_use():
    assert only(line(), territory=MAINLAND, electricity_year=2022).use("gwp") == pytest.approx(30 * 0.08)


def test_a_criterion_that_a_family_only_knows_for_electricity_is_not_covered():
    """Counting the use alone would pass for the whole: EcoDiag says nothing of metals."""
    only_gwp = family(made(LAPTOP, 200.0), used(LAPTOP, 30.0))
    total = compute([line(LAPTOP)], method(only_gwp)).totals["adpe"]
    assert (total.value, total.coverage_quantity) == (0, 0)
