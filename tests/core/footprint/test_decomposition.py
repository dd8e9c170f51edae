"""The difference of two totals, split exactly and for the right reason."""

import dataclasses
import math
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.footprint import compute
from nrdesk.core.footprint.decomposition import (
    Decomposition,
    Effect,
    decompose,
    explain_decomposition,
    prepare,
)
from nrdesk.core.model import Acquisition, Equipment, EquipmentStatus
from nrdesk.core.model.factors import ElectricityFactor
from tests.core.footprint.samples import (
    CRITERIA,
    LAPTOP,
    NAS,
    SCREEN,
    SWITCH,
    family,
    line,
    made,
    method,
    park,
    used,
)
from tests.core.footprint.test_properties import inventories

OTHER = family(
    made(LAPTOP, 250.0),
    made(LAPTOP, 0.02, "adpe"),
    used(LAPTOP, 40.0),
    made(SCREEN, 300.0),
    used(SCREEN, 50.0),
    made(NAS, 80.0),
    used(NAS, 220.0),
    power_watts={LAPTOP: 30.0},
    refurbished_share={LAPTOP: 0.4},
    typical_lifetimes={LAPTOP: 4.0, SCREEN: 8.0, NAS: 5.0},
)
METHODS = [
    method(),
    method(as_of="2027-01-01", year=2026),
    method(year=2022),
    method(OTHER),
    method(lifetime_rules={LAPTOP: 9.0}, refurbished_share={LAPTOP: 0.2}, usage_profiles={LAPTOP: "bureau"}),
    method(OTHER, site_profiles={"ecole": "continu"}, usage_profiles={LAPTOP: "bureau"}),
]
numbers = st.integers(0, len(METHODS) - 1)
"""Which method: one of them is too long to be shown when a test fails."""


@st.composite
def campaigns(draw):
    """Two inventories, some of whose lines are the same one, each with the number of its method."""
    first, changed, new = draw(inventories), draw(inventories), draw(inventories)
    kept = [dataclasses.replace(b, id=f"{a.id}-later", lineage=a.id) for a, b in zip(first, changed)]  # noqa: B905
    return first, draw(numbers), [*kept, *new], draw(numbers)


def computed(pair):
    first, one, second, other = pair
    return compute(first, METHODS[one]), compute(second, METHODS[other])


def split(before: list[Equipment], after: list[Equipment], first=None, last=None) -> Decomposition:
    return decompose(compute(before, first or method()), compute(after, last or method()), "gwp")


def later(one: Equipment, **changes: object) -> Equipment:
    """Return the line as it is in the next campaign."""
    return dataclasses.replace(one, id=f"{one.id}-later", lineage=one.id, **changes)


def only(effect: Effect, found: Decomposition) -> None:
    """Check that everything is on one effect, and that there is something."""
    assert found.difference != 0
    assert found.effects[effect] == pytest.approx(found.difference)
    others = [value for name, value in found.effects.items() if name is not effect]
    assert others == pytest.approx([0.0] * len(others), abs=1e-9)


PARK = [
    line(LAPTOP, quantity=10, purchased="2024", site="Mairie"),
    line(LAPTOP, quantity=6, lifetime_years=8.0, acquisition=Acquisition.REFURBISHED, site="École"),
    line(SCREEN, quantity=12, purchased="2018", site="Mairie"),
    line(SCREEN, quantity=2, annual_kwh=35.0, status=EquipmentStatus.IN_STOCK),
]


@given(campaigns())
def test_the_effects_add_up_to_the_difference_exactly(pair):
    before, after = computed(pair)
    known = prepare(before, after)
    for criterion in CRITERIA:
        found = decompose(before, after, criterion, known)
        assert found.before == before.totals[criterion].value
        assert found.after == after.totals[criterion].value
        digit = math.ulp(max(map(abs, (found.difference, *found.effects.values()))))
        assert abs(math.fsum(found.effects.values()) - found.difference) <= digit
        assert sum(found.effects.values()) == pytest.approx(found.difference, rel=1e-9, abs=1e-12)
        of_the_park = math.fsum(value for effect, value in found.effects.items() if not effect.of_method)
        assert found.of_method + of_the_park == pytest.approx(found.difference, abs=1e-9)
        assert set(found.effects) == set(Effect)


@given(campaigns())
def test_swapping_the_campaigns_changes_the_sign_of_every_effect(pair):
    before, after = computed(pair)
    there = decompose(before, after, "gwp").effects
    back = decompose(after, before, "gwp").effects
    size = max(before.totals["gwp"].value, after.totals["gwp"].value, 1.0)
    for effect in Effect:
        assert back[effect] == pytest.approx(-there[effect], abs=1e-9 * size)


@given(inventories, numbers)
def test_nothing_changed_is_zero_everywhere(inventory, number):
    same = METHODS[number]
    found = decompose(compute(inventory, same), compute([later(one) for one in inventory], same), "gwp")
    assert set(found.effects.values()) == {0.0}


class TestOnlyOneThing:
    """A change of only one thing is all on its effect."""

    def test_the_number_of_everything(self):
        more = [later(one, quantity=3 * one.quantity) for one in PARK]
        only(Effect.NUMBER, split(PARK, more))

    def test_a_first_inventory(self):
        only(Effect.NUMBER, split([], PARK))
        only(Effect.NUMBER, split(PARK, []))

    def test_the_nature_of_appliances(self):
        before = [line(LAPTOP, quantity=10), line(SCREEN, quantity=10)]
        after = [later(before[0], quantity=4), later(before[1], quantity=16)]
        only(Effect.MIX, split(before, after))

    def test_a_category_in_place_of_another(self):
        one = line(LAPTOP, quantity=10)
        only(Effect.MIX, split([one], [later(one, category=SWITCH, annual_kwh=12.0)]))

    def test_the_lifetime_of_lines_new_and_refurbished(self):
        only(Effect.LIFETIME, split(PARK, [later(one, lifetime_years=15.0) for one in PARK]))

    def test_a_lifetime_that_the_collectivite_decides(self):
        rule = method(lifetime_rules={LAPTOP: 7.0})
        only(Effect.LIFETIME, split([line(LAPTOP)], [later(line(LAPTOP))], last=rule))

    def test_one_more_year_of_age(self):
        old = line(SCREEN, purchased="2015", annual_kwh=0.0)
        only(Effect.LIFETIME, split([old], [later(old)], last=method(as_of="2027-01-01")))

    def test_a_measured_consumption(self):
        only(Effect.USAGE, split(PARK, [later(one, annual_kwh=99.0) for one in PARK]))

    def test_a_usage_profile_that_the_collectivite_decides(self):
        one = line(LAPTOP, annual_kwh=None)
        only(Effect.USAGE, split([one], [later(one)], last=method(usage_profiles={LAPTOP: "continu"})))

    def test_an_appliance_put_in_stock(self):
        one = line(SCREEN, quantity=5)
        only(Effect.USAGE, split([one], [later(one, status=EquipmentStatus.IN_STOCK)]))

    def test_the_share_of_refurbished(self):
        before = [line(LAPTOP, quantity=5), line(LAPTOP, quantity=5)]
        after = [later(before[0]), later(before[1], acquisition=Acquisition.REFURBISHED)]
        only(Effect.REFURBISHED, split(before, after))

    def test_everything_refurbished_at_once(self):
        after = [later(one, acquisition=Acquisition.REFURBISHED) for one in PARK[:1]]
        only(Effect.REFURBISHED, split(PARK[:1], after))

    def test_the_electricity_of_the_year(self):
        only(Effect.FACTORS, split(PARK, [later(one) for one in PARK], method(year=2022), method()))

    def test_another_territory(self):
        island = ElectricityFactor("Mayotte", 2024, {"gwp": 0.8}, 0.15, "Source E")
        factors = dataclasses.replace(park(), electricity=(*park().electricity, island))
        there = method(factors, territory="Mayotte")
        only(Effect.FACTORS, split(PARK, [later(one) for one in PARK], method(factors), there))

    def test_another_family_with_its_powers_lifetimes_and_coefficients(self):
        only(Effect.FACTORS, split(PARK, [later(one) for one in PARK], method(), method(OTHER)))

    def test_the_coefficient_of_the_refurbished(self):
        low = method(refurbished_share={LAPTOP: 0.1})
        only(Effect.FACTORS, split(PARK, [later(one) for one in PARK], last=low))

    def test_a_line_completed(self):
        before = [*PARK, line(SWITCH, quantity=2)]
        after = [*map(later, PARK), later(before[-1], annual_kwh=50.0)]
        only(Effect.PERIMETER, split(before, after))
        only(Effect.PERIMETER, split(after, before))

    def test_a_line_completed_that_is_only_known_by_its_number(self):
        before = [*PARK, line(None, number="PC-7", quantity=2)]
        after = [*map(later, PARK), line(LAPTOP, number="PC-7", quantity=2)]
        only(Effect.PERIMETER, split(before, after))

    def test_a_site_added(self):
        new = line(LAPTOP, quantity=20, site="Médiathèque")
        only(Effect.PERIMETER, split(PARK, [*map(later, PARK), new]))
        only(Effect.PERIMETER, split([*PARK, new], [later(one) for one in PARK]))


def test_a_site_that_changed_its_name_is_not_a_new_site():
    after = [later(one, site="Hôtel de ville" if one.site == "Mairie" else one.site) for one in PARK]
    more = line(LAPTOP, quantity=4, site="hôtel de ville")
    found = split(PARK, [*after, more])
    assert found.effects[Effect.PERIMETER] == 0
    assert found.effects[Effect.NUMBER] > 0


def test_sites_named_for_the_first_time_are_not_new_sites():
    before = [line(LAPTOP, quantity=4)]
    assert split(before, [line(LAPTOP, quantity=5, site="Mairie")]).effects[Effect.PERIMETER] == 0


def test_a_line_that_really_left_is_not_the_perimeter():
    gone = later(PARK[0], status=EquipmentStatus.OUT, retired="2025-06")
    found = split(PARK, [gone, *map(later, PARK[1:])])
    assert found.effects[Effect.PERIMETER] == 0
    assert found.effects[Effect.NUMBER] < 0


def test_the_drop_of_the_mix_is_told_from_what_was_done():
    """Two laptops fewer, and a cleaner electricity: each has its effect."""
    before = [line(LAPTOP, quantity=10, annual_kwh=50.0, lifetime_years=5.0)]
    found = split(before, [later(before[0], quantity=8)], method(year=2022), method())
    making, kwh, first, last = 200 / 5, 50.0, 0.08, 0.05
    # Shapley by hand: the mean of both orders.
    number = -2 * (making + kwh * (first + last) / 2)
    factors = (10 + 8) / 2 * kwh * (last - first)
    assert found.effects[Effect.NUMBER] == pytest.approx(number)
    assert found.effects[Effect.FACTORS] == pytest.approx(factors)
    assert found.of_method == found.effects[Effect.FACTORS]


def test_what_the_other_family_does_not_know_keeps_its_own_factors():
    bought = line(SWITCH, quantity=3, annual_kwh=10.0)
    found = split([line(LAPTOP, quantity=3)], [bought], method(OTHER), method())
    assert math.fsum(found.effects.values()) == found.difference
    assert found.effects[Effect.MIX] != 0


def test_kilowatt_hours_owe_nothing_to_factors_of_electricity():
    before = [line(LAPTOP, annual_kwh=30.0)]
    ends = compute(before, method(year=2022)), compute([later(before[0], annual_kwh=20.0)], method())
    found = decompose(*ends, "electricity")
    assert found.effects[Effect.USAGE] == found.difference == -10


def test_an_unknown_criterion_is_a_mistake():
    with pytest.raises(KeyError):
        decompose(compute(PARK, method()), compute(PARK, method()), "eau")


def test_every_effect_has_its_words():
    assert len({effect.label for effect in Effect}) == len(Effect)


@pytest.mark.slow
def test_a_hundred_thousand_lines_are_split_in_seconds():
    chance = random.Random(4)
    before = [
        line(chance.choice([LAPTOP, SCREEN]), number=str(n), purchased=str(chance.randint(2015, 2025)))
        for n in range(100_000)
    ]
    after = [later(one, quantity=chance.randint(1, 2)) for one in before]
    ends = compute(before, method(year=2022)), compute(after, method())
    start = time.process_time()
    decompose(*ends, "gwp")
    assert time.process_time() - start < 20


def test_a_difference_is_explained_the_heaviest_effect_first():
    before = [line(LAPTOP, quantity=10, lifetime_years=5.0)]
    ends = compute(before, method(year=2022)), compute([later(before[0], quantity=8)], method())
    found = decompose(*ends, "gwp")
    told = explain_decomposition(found, CRITERIA["gwp"], ("2022", "2025"))
    assert told.value == found.difference
    assert told.title == "De 2022 à 2025\u00a0: gaz à effet de serre"
    assert [term.label for term in told.terms] == ["Nombre d’équipements", "Facteurs d’émission"]
    assert [term.source for term in told.terms] == ["inventaire", "façon de compter"]
    assert all(term.value_text.startswith("−\u00a0") for term in told.terms)
    assert " − " in told.formula
    back = explain_decomposition(decompose(*reversed(ends), "gwp"), CRITERIA["gwp"], ("2025", "2022"))
    assert all(term.value_text.startswith("+\u00a0") for term in back.terms)
