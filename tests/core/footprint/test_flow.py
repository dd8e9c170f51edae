"""The flow view: purchases whole in their year, the use of the stock, nothing guessed."""

import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.footprint import compute, compute_flow, explain_flow
from nrdesk.core.model import Acquisition, EquipmentStatus, Origin
from tests.core.footprint.samples import LAPTOP, NAS, SCREEN, SWITCH, line, method
from tests.core.footprint.test_properties import equipment, inventories

METHOD = method()
"""Of 2025."""


def total(*inventory, criterion="gwp"):
    return compute_flow(inventory, METHOD).totals[criterion]


def test_a_purchase_of_the_year_counts_whole_with_the_use_of_the_year():
    bought = line(LAPTOP, quantity=3, purchased="2025-03")
    flow = total(bought)
    assert flow.manufacture == 3 * 200
    assert flow.use == compute([bought], METHOD).totals["gwp"].use
    assert flow.value == flow.manufacture + flow.use


def test_a_purchase_of_another_year_only_brings_its_use():
    flow = total(line(LAPTOP, purchased="2024-12-31"), line(LAPTOP, purchased="2026"))
    assert flow.manufacture == 0
    assert flow.use > 0


def test_a_refurbished_purchase_counts_for_its_share():
    assert total(
        line(LAPTOP, purchased="2025", acquisition=Acquisition.REFURBISHED)
    ).manufacture == pytest.approx(0.6 * 200)


def test_what_was_bought_and_left_in_the_year_was_bought_all_the_same():
    gone = line(LAPTOP, purchased="2025-01", status=EquipmentStatus.OUT, retired="2025-06")
    flow = total(gone)
    assert (flow.manufacture, flow.use) == (200, 0)


def test_what_has_no_purchase_year_is_listed_and_not_placed():
    flow = compute_flow([line(LAPTOP, quantity=2), line(LAPTOP, status=EquipmentStatus.OUT)], METHOD)
    assert flow.left_out == 2
    assert flow.totals["gwp"].manufacture == 0
    assert explain_flow(flow, "gwp").missing == ("année d’achat de 2\u00a0équipements",)


def test_the_coverage_is_that_of_the_purchases():
    inventory = [
        line(LAPTOP, quantity=3, purchased="2025"),
        line(NAS, purchased="2025"),
        line(SCREEN, purchased="2020"),
    ]
    flow = compute_flow(inventory, METHOD)
    assert flow.totals["gwp"].coverage_quantity == 0.75
    assert flow.totals["gwp"].coverage_lines == 0.5
    assert flow.totals["electricity"].coverage_quantity == 1, "kilowatt-hours have no manufacture"
    assert compute_flow([], METHOD).totals["gwp"].coverage_quantity == 0


def test_the_range_holds_the_total_and_an_estimated_number_widens_it():
    counted = total(line(SWITCH, purchased="2025", annual_kwh=0.0))
    guessed = total(line(SWITCH, purchased="2025", annual_kwh=0.0, origin=Origin.ESTIMATED))
    assert counted.low == pytest.approx(360 / 1.5)
    assert guessed.high > counted.high > counted.value > counted.low > guessed.low


def test_it_is_explained_by_what_it_is_made_of():
    inventory = [
        line(LAPTOP, quantity=2, purchased="2025", acquisition=Acquisition.REFURBISHED),
        line(SCREEN, purchased="2025"),
        line(SCREEN),
    ]
    flow = compute_flow(inventory, METHOD)
    told = explain_flow(flow, "gwp")
    assert told.value == flow.totals["gwp"].value
    assert "pour 2025" in told.formula
    labels = [term.label for term in told.terms]
    assert labels == ["Achetés en 2025", "Laptop", "Screen", "Usage du parc", "Non placés"]
    assert told.terms[1].value_text.startswith("2 × 200 × 0,6")
    assert any("jamais" in text for text in told.hypotheses)
    assert any("reconditionné" in text.lower() for text in told.hypotheses)
    assert told.doubts


def test_an_explanation_without_anything_unknown_says_nothing_of_it():
    told = explain_flow(compute_flow([line(LAPTOP, purchased="2025")], METHOD), "gwp")
    assert told.missing == ()
    assert [term.label for term in told.terms][-1] == "Usage du parc"
    assert len(told.hypotheses) == 1


@given(inventories)
def test_its_use_is_that_of_the_stock_and_nothing_is_negative(inventory):
    stock, flow = compute(inventory, METHOD), compute_flow(inventory, METHOD)
    for criterion, figure in flow.totals.items():
        assert figure.use == stock.totals[criterion].use
        assert 0 <= figure.low <= figure.value <= figure.high or math.isclose(figure.low, figure.value)
        assert 0 <= figure.coverage_quantity <= 1


@given(equipment, st.integers(1, 20))
def test_linear_in_quantity(one, times):
    once = dataclasses.replace(one, quantity=1)
    many = dataclasses.replace(one, quantity=times)
    assert total(many).value == pytest.approx(times * total(once).value)


def test_the_purchase_of_a_line_is_whole_in_its_year_zero_in_others_and_unknown_without_one():
    inventory = [
        line(LAPTOP, quantity=2, purchased="2025-05"),
        line(LAPTOP, purchased="2020"),
        line(LAPTOP),
        line(NAS, purchased="2025"),
    ]
    flow = compute_flow(inventory, METHOD)
    assert [flow.manufacture(one, "gwp") for one in flow.stock.lines] == [400, 0, None, None]
