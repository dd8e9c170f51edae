import pytest

from nrdesk.core.footprint import Calculator, advise, advise_line, compute
from nrdesk.core.model import EquipmentStatus, Origin
from tests.core.footprint.samples import LAPTOP, NAS, SCREEN, family, line, made, method, used

SPARE = EquipmentStatus.IN_STOCK


def advice(*inventory, criterion="gwp", **choices) -> list[str]:
    found = advise(compute(inventory, method(**choices)), criterion)
    assert [one.gain for one in found] == sorted((one.gain for one in found), reverse=True)
    return [one.text.replace("\u00a0", " ") for one in found]


def test_nothing_to_say_of_nothing():
    assert advice() == []


def test_undated_appliances_are_worth_dating():
    inventory = [line(status=SPARE, quantity=3), line(status=SPARE, quantity=2, site="École")]
    first = advice(*inventory)[1]
    assert first == ("Dater 5 équipements sans année d’achat : la fourchette passerait de ± 62 % à ± 50 %")


def test_what_is_estimated_is_worth_counting_before_it_can_be_dated():
    inventory = [line(status=SPARE, quantity=3, origin=Origin.ESTIMATED)]
    found = advice(*inventory)
    assert any(text.startswith("Compter, au lieu de les estimer, 3 équipements") for text in found)
    assert not any(text.startswith("Dater") for text in found)


def test_a_planned_life_does_what_a_date_does_and_more():
    first = advice(line(status=SPARE))[0]
    assert first.startswith("Indiquer la durée de vie de 1 équipement « Laptop »")


def test_measuring_is_proposed_where_the_use_weighs():
    hungry = family(made("server", 10.0), used("server", 5000.0), made("screen", 70.0), used("screen", 1.0))
    inventory = [line("server", purchased="2012"), line("screen", purchased="2012")]
    assert advice(*inventory, factors=hungry)[0].startswith(
        "Mesurer la consommation de 1 équipement « Server »"
    )


def test_the_gain_is_the_one_that_comes_true():
    before = compute([line(status=SPARE, quantity=4), line(SCREEN, purchased="2012")], method())
    after = compute(
        [line(status=SPARE, quantity=4, purchased="2024"), line(SCREEN, purchased="2012")], method()
    )
    dating = next(one for one in advise(before, "gwp") if one.text.startswith("Dater"))

    def half(result) -> float:
        total = result.totals["gwp"]
        return (total.high - total.low) / (2 * total.value)

    assert dating.gain == pytest.approx(half(before) - half(after))


def test_uncounted_appliances_come_first_when_they_are_many():
    texts = advice(line(None, quantity=9), line(purchased="2024"))
    assert texts[0] == "Compléter 9 équipements que le total ne compte pas encore (il manque : catégorie)"


def test_what_only_a_publisher_can_fill_in_is_not_asked_for():
    assert not any(text.startswith("Compléter") for text in advice(line(NAS), line()))


def test_less_than_a_point_is_not_worth_asking():
    known = line(purchased="2012-01-01", status=SPARE, quantity=100)
    assert advice(known, line(SCREEN, status=SPARE, quantity=20)) == []


def test_what_changes_nearly_nothing_is_left_out():
    known = line(purchased="2012-01-01", status=SPARE, quantity=10_000)
    assert advice(known, line(SCREEN, status=SPARE)) == []


def test_each_criterion_has_its_own_advice():
    inventory = [line(LAPTOP, purchased="2012-01-01")]
    assert [text.split()[0] for text in advice(*inventory, criterion="electricity")] == ["Mesurer"]


def line_advice(one) -> list[tuple[str, str]]:
    found = advise_line(Calculator(method()).resolve(one), "gwp")
    return [(advice.field, advice.text.replace("\u00a0", " ")) for advice in found]


def test_a_line_says_what_would_make_it_surer():
    first, second = line_advice(line(status=SPARE))
    assert first[0] == "lifetime_years"
    assert second == ("purchased", "Trouver l’année d’achat : la fourchette passerait de ± 62 % à ± 50 %")
    assert line_advice(line(purchased="2012", origin=Origin.ESTIMATED))[0][0] == "quantity"


def test_a_line_that_cannot_be_counted_says_what_it_lacks_first():
    assert line_advice(line(None)) == [("category", "Indiquer : catégorie")]
    assert line_advice(line(NAS)) == []
    assert line_advice(line(status=EquipmentStatus.OUT)) == []


def test_the_advice_of_a_line_is_that_of_a_park_of_one_line():
    alone = line(status=SPARE, quantity=4)
    [dating] = [one for one in advise(compute([alone], method()), "gwp") if one.text.startswith("Dater")]
    [own] = [
        one for one in advise_line(Calculator(method()).resolve(alone), "gwp") if one.field == "purchased"
    ]
    assert own.gain == pytest.approx(dating.gain)
