"""Money adds up the same way by year and by action, and what is hoped for is never taken off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.model import Action, ActionStatus, BudgetLine, MoneyKind
from nrdesk.core.planning.budget import Money, budget

ONE, TWO = Action(id="one"), Action(id="two")


def line(
    kind: MoneyKind, amount: float | None, *, action: Action = ONE, year: int = 2027, secured: bool = False
):
    return BudgetLine(action_id=action.id, year=year, kind=kind, amount=amount, secured=secured)


def test_what_is_left_to_pay():
    found = budget(
        [ONE, TWO],
        [
            line(MoneyKind.INVESTMENT, 1_000.0),
            line(MoneyKind.OPERATING, 200.0, year=2028),
            line(MoneyKind.SAVING, 300.0, action=TWO, year=2028),
            line(MoneyKind.FUNDING, 400.0, secured=True),
            line(MoneyKind.FUNDING, 500.0),
        ],
    )
    assert [(each.year, each.money.cost, each.money.net) for each in found.years] == [
        (2027, 1_000.0, 600.0),
        (2028, 200.0, -100.0),
    ]
    assert (found.total.net, found.total.hoped) == (500.0, 500.0)
    assert [each.action_id for each in found.actions] == ["one", "two"]


def test_an_amount_that_is_missing_is_no_zero():
    found = budget([ONE], [line(MoneyKind.OPERATING, None)])
    assert found.total == Money(missing=1)
    assert found.without == ()


def test_what_was_dropped_or_is_unknown_counts_for_nothing():
    dropped = Action(id="one", status=ActionStatus.DROPPED)
    found = budget(
        [dropped, TWO, Action(id="done", status=ActionStatus.DONE)], [line(MoneyKind.OPERATING, 9.0)]
    )
    assert (found.years, found.total, found.without) == ((), Money(), ("two",))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(MoneyKind)),
            st.floats(0, 1e6),
            st.sampled_from([ONE, TWO]),
            st.integers(2020, 2040),
            st.booleans(),
        ),
        max_size=30,
    )
)
def test_years_and_actions_have_the_same_total(cells):
    lines = [
        line(kind, amount, action=action, year=year, secured=secured)
        for kind, amount, action, year, secured in cells
    ]
    found = budget([ONE, TWO], lines)
    by_year = sum((each.money for each in found.years), Money())
    for name in ("cost", "savings", "secured", "hoped", "net"):
        assert getattr(by_year, name) == pytest.approx(getattr(found.total, name))
    assert found.total.net == pytest.approx(found.total.cost - found.total.savings - found.total.secured)
