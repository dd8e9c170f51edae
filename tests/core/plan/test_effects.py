"""What the plan changes: it adds up, starts at the campaign, says what it leaves aside and why."""

import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.assessment import assess
from nrdesk.core.assessment.services import combined, services_of
from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.model import (
    ActionStatus,
    BudgetLine,
    MoneyKind,
    Moscow,
    Objective,
)
from nrdesk.core.plan import effects_words as words
from nrdesk.core.plan.effects import Effects, Measure, effects, horizon
from nrdesk.core.plan.effects_explained import explain, explain_action
from nrdesk.core.plan.money import PRICE_OF_KWH, price_of_kwh, price_text, prices_of, set_price_of_kwh
from tests.core.plan.small import act, create, lever


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with create(tmp_path) as made:
        yield made


@pytest.fixture
def planned(doc: Document) -> Document:
    """Two actions on the same laptops, one on paper, one without any figure."""
    act(doc, "Garder", lever("lifetime", "add", 2, "portable"))
    act(doc, "Reconditionner", lever("refurbished", "set", 0.8, "portable", comment="Marché de 2027."))
    act(doc, "Imprimer moins", lever("service", "multiply", 0.5, "ramettes"))
    act(doc, "Écrire une charte")
    return doc


def of(found: Effects, title: str):
    return next(each for each in found.actions if each.title == title)


def test_effects_add_up_to_the_difference_with_no_action(planned):
    found = effects(planned)
    assert math.fsum(each.effect for each in found.actions) == pytest.approx(found.difference)
    assert found.difference < 0
    for measure in Measure:
        assert [each.year for each in found.points(measure)] == list(range(2026, found.last_year + 1))
    park = found.points(Measure.PARK)[-1].value - found.points(Measure.PARK, acting=False)[-1].value
    assert math.fsum(each.merit.park for each in found.actions) == pytest.approx(park)


def test_the_first_year_is_that_of_the_campaign(planned):
    found, today = effects(planned), assess(planned)
    whole = combined(today, services_of(planned, today)).total
    assert tuple(found.years[0]) == pytest.approx((2026, whole.value, whole.low, whole.high))
    assert found.points(Measure.PARK)[0].value == pytest.approx(today.headline.value)
    kwh = today.result.totals["electricity"].value
    assert found.points(Measure.ELECTRICITY)[0].value == pytest.approx(kwh)


def test_what_two_actions_save_together_is_not_counted_twice(planned):
    found = effects(planned)
    longer, again = of(found, "Garder"), of(found, "Reconditionner")
    assert found.together == 2
    assert found.exact
    assert abs(longer.effect) < abs(longer.alone)
    assert abs(again.effect) < abs(again.alone)
    for each in found.actions:
        assert each.low <= each.effect <= each.high


def test_paper_is_saved_in_services_only(planned):
    paper = of(effects(planned), "Imprimer moins")
    assert paper.effect == pytest.approx(-20 * 2.29)
    assert paper.merit.park == 0


def test_what_is_left_aside_is_said(planned):
    act(planned, "Abandonner", lever("lifetime", "add", 1), status=ActionStatus.DROPPED)
    act(planned, "Plus tard", lever("lifetime", "add", 1), moscow=Moscow.WONT)
    found = effects(planned)
    assert [(left.action.title, left.reason) for left in found.left_out] == [
        ("Abandonner", "abandonné"),
        ("Plus tard", "pas cette fois"),
    ]
    assert [action.title for action in found.others] == ["Écrire une charte"]
    assert {each.action.title for each in found.kept} == {
        "Garder",
        "Reconditionner",
        "Imprimer moins",
        "Écrire une charte",
    }


def test_an_empty_plan_changes_nothing(doc):
    found = effects(doc)
    assert found.actions == ()
    assert found.difference == 0
    assert found.last_year == 2031
    assert found.years == found.without


@pytest.mark.parametrize(("due", "last"), [("2030-06", 2030), ("2020", 2027), ("2099", 2041)])
def test_the_last_year_is_that_of_the_objectives(doc, due, last):
    with doc.action("Viser") as tx:
        tx.add(Objective(title="Alléger", due=due))
    assert horizon(doc) == last


def test_without_an_objective_the_end_of_the_plan_tells(doc):
    act(doc, "Longue", ends="2032-05")
    assert horizon(doc) == 2033


def test_objectives_stand_on_their_own_measure(planned):
    with planned.action("Viser") as tx:
        tx.add(
            Objective(title="Alléger", measured_by="footprint.gwp", unit="t", target_value=0.1, due="2030"),
            Objective(
                title="Moins d’électricité",
                measured_by="footprint.electricity",
                unit="kWh",
                target_value=1e6,
                due="2029",
            ),
            Objective(title="Autre chose", measured_by="maturity", target_value=3, due="2030"),
        )
    found = effects(planned)
    park, power = found.target(Measure.PARK), found.target(Measure.ELECTRICITY)
    assert park is not None
    assert (park.value, park.year) == (pytest.approx(100), 2030)
    assert power is not None
    assert found.measure is Measure.PARK
    assert found.target(Measure.EVERYTHING) is None
    assert "il manquerait encore" in words.target_sentence(found, park)
    assert "serait atteint" in words.target_sentence(found, power)
    assert len(words.sentences(found, Measure.PARK)) == 3
    assert len(words.sentences(found, Measure.EVERYTHING)) == 2


def test_the_whole_is_explained_by_its_parts(planned):
    found = effects(planned)
    told = explain(found, Measure.EVERYTHING)
    labels = [term.label for term in told.terms]
    assert labels[0] == "Campagne 2026"
    assert {"Garder", "Reconditionner", "Imprimer moins"} <= set(labels)
    assert told.value == pytest.approx(found.years[-1].value)
    assert told.doubts
    assert words.method(found) in told.hypotheses
    only_power = explain(found, Measure.ELECTRICITY)
    assert "Imprimer moins" not in [term.label for term in only_power.terms]
    assert "kWh" in only_power.formula


def test_an_action_on_appliances_and_paper_tells_both(doc):
    act(
        doc,
        "Imprimer et allumer moins",
        lever("electricity", "multiply", 0.1),
        lever("service", "multiply", 0.5, "ramettes"),
    )
    found = effects(doc)
    labels = [term.label for term in explain_action(found, found.actions[0]).terms]
    assert {"Dont équipements", "Dont services"} <= set(labels)


def test_beyond_eight_actions_the_others_are_added_up_and_the_method_says_it(doc):
    for rank in range(10):
        act(doc, f"Action {rank}", lever("electricity", "multiply", 0.95))
    found = effects(doc)
    assert not found.exact
    assert math.fsum(each.effect for each in found.actions) == pytest.approx(found.difference)
    assert "seule" in words.method(found)
    assert explain(found, Measure.PARK).terms[-1].label == "Les autres actions"


def test_an_action_is_explained_by_its_levers(planned):
    found = effects(planned)
    told = explain_action(found, of(found, "Reconditionner"))
    assert told.terms[0].source == "Marché de 2027"
    assert told.terms[0].value_text == "dès 2027"
    assert told.value == of(found, "Reconditionner").effect
    assert "en moins" in told.range_text


def test_what_changes_nothing_says_why(doc):
    act(doc, "Donner", lever("reuse_exit", "set", 0.7))
    act(doc, "Trop tard", lever("quantity", "multiply", 0.5, "ecran"), ends="2040-01")
    found = effects(doc)
    assert "réemploi" in words.why_nothing(found, of(found, "Donner"))
    assert "n’est renouvelé" in words.why_nothing(found, of(found, "Trop tard"))
    hypotheses = explain_action(found, of(found, "Donner")).hypotheses
    assert any(sentence.startswith("Non simulé") for sentence in hypotheses)


def test_an_undated_action_is_assumed_to_act_at_once_and_says_so(doc):
    act(doc, "Éteindre", lever("electricity", "multiply", 0.5), ends=None)
    found = effects(doc)
    assert any("datez-la" in sentence for sentence in words.cautions(found))
    term = explain_action(found, found.actions[0]).terms[0]
    assert term.note


class TestMoney:
    def test_spared_purchases_take_the_price_of_new_appliances(self, planned):
        prices = prices_of(assess(planned).equipment)
        assert prices == {"portable_14": 900.0, "portable": 400.0}
        with planned.action("Viser") as tx:
            # Two renewals without action, one with it.
            tx.add(Objective(title="Loin", due="2033"))
        longer = of(effects(planned), "Garder")
        assert longer.money.purchases < 0
        assert longer.merit.purchases < 0

    def test_kilowatt_hours_take_the_price_of_the_bills(self, doc):
        act(doc, "Éteindre", lever("electricity", "multiply", 0.5))
        before = effects(doc).actions[0].money.electricity
        set_price_of_kwh(doc, 0.4)
        assert effects(doc).actions[0].money.electricity == pytest.approx(2 * before)
        assert before < 0
        set_price_of_kwh(doc, None)
        assert doc.setting(PRICE_OF_KWH) is None

    def test_a_price_that_makes_no_sense_is_refused(self, doc):
        with pytest.raises(UserError, match="prix"):
            set_price_of_kwh(doc, 12)
        assert price_of_kwh(doc) == 0.2

    def test_budget_lines_are_added_by_kind(self, planned):
        action = of(effects(planned), "Garder").action
        kinds = (MoneyKind.INVESTMENT, MoneyKind.OPERATING, MoneyKind.SAVING, MoneyKind.FUNDING)
        with planned.action("Chiffrer") as tx:
            tx.add_all(
                BudgetLine(action_id=action.id, year=2027, kind=kind, amount=100.0 * rank)
                for rank, kind in enumerate(kinds, 1)
            )
            tx.add(BudgetLine(action_id=action.id, year=2028, kind=MoneyKind.OPERATING))
        found = effects(planned)
        money = of(found, "Garder").money
        assert (money.costs, money.savings, money.funding) == (300.0, 300.0, 400.0)
        assert found.costs == 300.0
        labels = [term.label for term in explain_action(found, of(found, "Garder")).terms]
        assert {"Coût prévu, toutes années", "Économies attendues", "Financements"} <= set(labels)

    def test_unknown_prices_are_said(self, doc):
        found = effects(doc)
        assert any("prix moyen" in sentence for sentence in words.money_hypotheses(found, 0.2))
        assert price_text(0.2) == "0,20\u00a0€"
        assert price_text(0.1587) == "0,1587\u00a0€"


@pytest.mark.parametrize(
    ("kilograms", "text"),
    [
        (0.0, "aucun effet"),
        (-0.2, "moins de 1\u00a0kg"),
        (-120.4, "−\u00a0120\u00a0kg éq.\u00a0CO₂"),
        (2400.0, "+\u00a02,4\u00a0t éq.\u00a0CO₂"),
    ],
)
def test_an_effect_is_told_with_its_sign(kilograms, text):
    assert words.signed(kilograms) == text


def test_cells_are_short():
    assert words.short(-120.4) == "−\u00a0120\u00a0kg"
    assert words.money(-3210) == "−\u00a03\u202f200\u00a0€"
    assert words.money(0.2) == ""
    assert words.purchases(-0.2) == ""
    assert words.purchases(-2.2) == "2\u00a0appareils achetés de moins"
