from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.demo import AUTHORITY
from nrdesk.core.inventory.estimation import (
    FiveNumbers,
    by_group,
    estimate,
    expect,
    explain_estimated,
    not_covered,
    replaceable,
)
from nrdesk.core.inventory.fields import changes
from nrdesk.core.model import Equipment, EquipmentStatus, Origin
from nrdesk.core.reference import factors, ratios

RATIOS = ratios.load()
CATEGORIES = factors.categories()
DEMO = FiveNumbers(18, 23, 5, 4, 2812)
NAMES = ("agents", "elected", "classrooms", "sites", "population")
numbers = st.builds(FiveNumbers, **dict.fromkeys(NAMES, st.integers(0, 100_000)))


def quantity(lines) -> int:
    return sum(line.quantity for line in lines)


def real(category: str, quantity: int, **fields) -> Equipment:
    return Equipment(campaign_id="c", category=category, quantity=quantity, **fields)


parks = st.lists(
    st.builds(
        real,
        st.sampled_from(["portable", "pc_fixe_bureautique", "ecran", "tablette", "autre"]),
        st.integers(0, 40),
        origin=st.sampled_from([Origin.ENTERED, Origin.IMPORTED]),
    ),
    max_size=8,
)


def test_the_fictional_commune_is_found_again_in_order_of_magnitude():
    assert AUTHORITY.agents == DEMO.agents
    assert AUTHORITY.elected == DEMO.elected
    # Its inventory counts 90.
    assert quantity(estimate(DEMO, RATIOS, "c")) == pytest.approx(90, rel=0.1)


def test_nothing_comes_out_of_nothing():
    assert estimate(FiveNumbers(), RATIOS, "c") == ()


def test_a_number_of_people_is_never_negative():
    with pytest.raises(ValueError, match="negative"):
        FiveNumbers(agents=-1)


def test_a_line_says_that_it_is_estimated_and_from_what():
    laptops = next(line for line in estimate(DEMO, RATIOS, "c") if line.category == "portable")
    assert laptops.origin is Origin.ESTIMATED
    assert laptops.campaign_id == "c"
    assert laptops.purchased is None
    assert "18\u00a0agents × 0,35 (hypothèse nrdesk)" in laptops.comment


def test_what_is_for_schools_is_used_as_in_schools():
    lines = estimate(FiveNumbers(classrooms=10), RATIOS, "c")
    assert {line.usage_profile for line in lines} == {"ecole"}


def test_a_server_comes_with_a_size():
    assert "serveur_tour" not in {
        line.category for line in estimate(replace(DEMO, population=800), RATIOS, "c")
    }
    assert "serveur_tour" in {line.category for line in estimate(replace(DEMO, population=2000), RATIOS, "c")}


@given(numbers, st.sampled_from(NAMES), st.integers(1, 50_000))
def test_more_of_anything_never_gives_less(few, name, more):
    many = replace(few, **{name: getattr(few, name) + more})
    before = {each.ratio.id: each.quantity for each in expect(few, RATIOS)}
    after = {each.ratio.id: each.quantity for each in expect(many, RATIOS)}
    assert all(after.get(ratio, 0) >= quantity for ratio, quantity in before.items())


@given(numbers)
def test_no_line_is_empty_or_out_of_its_own_range(known):
    for each in expect(known, RATIOS):
        assert each.quantity > 0
        assert 0 <= each.low <= each.quantity <= each.high


def test_the_explanation_shows_the_sum_that_was_done():
    laptops = next(each for each in expect(DEMO, RATIOS) if each.ratio.id == "agents_portable")
    explanation = explain_estimated(laptops, "Ordinateur portable", 5.0)
    assert explanation.formula == "18\u00a0agents × 0,35 = 6,3 ≈ 6"
    assert explanation.value == laptops.quantity
    assert explanation.hypotheses == ("Ce ratio est une hypothèse nrdesk.",)
    published = next(each for each in expect(DEMO, RATIOS) if each.ratio.id == "classes_portable")
    assert explain_estimated(published, "Ordinateur portable", None).hypotheses == ()


@pytest.mark.parametrize(
    ("field", "text"), [("quantity", "6"), ("model", "Latitude 5490"), ("number", "NR7")]
)
def test_a_line_that_someone_counts_is_no_longer_estimated(field, text):
    (laptops, *_) = estimate(FiveNumbers(agents=18), RATIOS, "c")
    changed = replace(laptops, **changes(laptops, field, text))
    assert changed.origin is Origin.ENTERED
    assert changed.comment == ""


@pytest.mark.parametrize(
    ("field", "text"), [("site", "Mairie"), ("purchased", "2020"), ("comment", "à voir")]
)
def test_where_or_when_says_nothing_of_the_number(field, text):
    (laptops, *_) = estimate(FiveNumbers(agents=18), RATIOS, "c")
    changed = replace(laptops, **changes(laptops, field, text))
    assert changed.origin is Origin.ESTIMATED


def test_what_a_person_wrote_beside_the_estimate_stays():
    (laptops, *_) = estimate(FiveNumbers(agents=18), RATIOS, "c")
    noted = replace(laptops, comment="Voir avec le secrétariat")
    assert replace(noted, **changes(noted, "quantity", "6")).comment == "Voir avec le secrétariat"


class TestReplaceable:
    """Real lines take the place of estimated ones."""

    park = estimate(DEMO, RATIOS, "c")

    def covered(self, *lines: Equipment) -> dict[str, int]:
        return {cover.group: cover.covered for cover in replaceable((*self.park, *lines), CATEGORIES)}

    def test_nothing_is_covered_before_anything_real(self):
        assert replaceable(self.park, CATEGORIES) == ()

    def test_real_appliances_cover_their_own_category_first(self):
        covers = replaceable((*self.park, real("portable", 7)), CATEGORIES)
        assert {cover.line.category for cover in covers} == {"portable"}
        assert sum(cover.covered for cover in covers) == 7

    def test_then_the_others_of_the_group(self):
        covers = replaceable((*self.park, real("portable", 20)), CATEGORIES)
        assert sum(cover.covered for cover in covers) == 20
        assert {cover.line.category for cover in covers} == {"portable", "pc_fixe_bureautique"}

    def test_what_left_the_park_covers_nothing(self):
        assert self.covered(real("portable", 7, status=EquipmentStatus.OUT)) == {}

    def test_another_group_is_left_alone(self):
        assert set(self.covered(real("ecran_24", 3))) == {"Écrans"}

    @given(parks)
    def test_never_more_than_what_is_real_nor_than_what_is_estimated(self, lines):
        covers = replaceable((*self.park, *lines), CATEGORIES)
        for group in {category.group for category in CATEGORIES.values()}:
            of_group = {c.id for c in CATEGORIES.values() if c.group == group}
            known = quantity(line for line in lines if line.category in of_group)
            guessed = quantity(line for line in self.park if line.category in of_group)
            taken = sum(cover.covered for cover in covers if cover.group == group)
            assert taken == min(known, guessed)
        assert all(0 < cover.covered <= cover.line.quantity for cover in covers)

    @given(parks)
    def test_what_is_left_and_what_is_real_never_count_twice(self, lines):
        left = not_covered(self.park, lines, CATEGORIES)
        assert replaceable((*left, *lines), CATEGORIES, by_group(self.park, CATEGORIES)) == ()
        taken = sum(cover.covered for cover in replaceable((*self.park, *lines), CATEGORIES))
        assert quantity(left) == quantity(self.park) - taken
