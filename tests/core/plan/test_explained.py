"""An explanation of the work or of the money adds up to the figure that it explains."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.model import Action, ActionStatus, BudgetLine, Contribution, MoneyKind, Person
from nrdesk.core.plan import explained
from nrdesk.core.planning.budget import budget
from nrdesk.core.planning.workload import workload

YEAR = range(2027 * 12, 2028 * 12)
ACTION = Action(title="Trier les appareils", owner="accueil", owner_days=2, starts="2027-01", ends="2027-03")
OTHER = Action(title="Former les agents", owner="accueil", owner_days=1.5, starts="2027-03", ends="2027-04")
PEOPLE = [Person(name="Jeanne", function="accueil", days_per_month=3)]
TITLES = {each.id: each.title for each in (ACTION, OTHER)}


def test_a_month_is_the_sum_of_its_actions() -> None:
    (row,) = workload([ACTION, OTHER], [], PEOPLE, YEAR).rows
    march = YEAR.start + 2
    told = explained.work_of_month(row, march, TITLES)
    assert told.value == pytest.approx(3.5)
    assert told.title == "Accueil, mars 2027"
    assert told.formula == "2 + 1,5 = 3,5\u00a0jours"
    assert [term.label for term in told.terms[:2]] == ["Trier les appareils", "Former les agents"]
    assert told.range_text == "0,5\u00a0jour de trop"


def test_a_month_without_work_is_zero() -> None:
    (row,) = workload([ACTION], [], PEOPLE, YEAR).rows
    told = explained.work_of_month(row, YEAR.start + 8, TITLES)
    assert told.value == 0
    assert told.range_text == "il reste 3\u00a0jours"


def test_a_year_is_the_sum_of_its_months_and_names_those_that_are_too_full() -> None:
    helpers = [Contribution(action_id=OTHER.id, who="Jeanne", days_per_month=0.5)]
    (row,) = workload([ACTION, OTHER], helpers, PEOPLE, YEAR).rows
    told = explained.work_of_year(row, 2027, TITLES)
    assert told.value == pytest.approx(sum(row.days.values()))
    assert told.range_text == "Trop demandé en\u00a0: mars 2027"


def test_nobody_is_compared_to_a_time_that_was_not_said() -> None:
    (row,) = workload([ACTION], [], [], YEAR).rows
    told = explained.work_of_month(row, YEAR.start, TITLES)
    assert told.range_text == ""
    assert told.terms[-1].value_text == "non dit"


amounts = st.none() | st.integers(0, 100_000).map(float)
lines = st.lists(
    st.builds(
        lambda year, kind, amount, secured: BudgetLine(
            action_id=ACTION.id, year=year, kind=kind, amount=amount, secured=secured
        ),
        st.integers(2026, 2029),
        st.sampled_from(MoneyKind),
        amounts,
        st.booleans(),
    ),
    min_size=1,
)


@given(lines)
def test_money_is_explained_by_its_sums(sums: list[BudgetLine]) -> None:
    found = budget([ACTION], sums)
    whole = explained.money_of_plan(found.total, [ACTION], sums)
    assert whole.value == pytest.approx(found.total.net)
    assert len(whole.terms) == len(sums)
    assert bool(whole.missing) == any(line.amount is None for line in sums)
    years = [explained.money_of_year(each.year, each.money, [ACTION], sums) for each in found.years]
    assert sum(each.value or 0 for each in years) == pytest.approx(found.total.net)
    (one,) = found.actions
    assert explained.money_of_action(ACTION, one.money, sums).value == pytest.approx(found.total.net)


def test_what_was_dropped_is_left_out() -> None:
    dropped = Action(title="Louer", status=ActionStatus.DROPPED)
    sums = [BudgetLine(action_id=dropped.id, year=2027, amount=10.0)]
    found = budget([dropped], sums)
    assert explained.money_of_plan(found.total, [dropped], sums).terms == ()
