"""Days of work are placed month by month on whoever is named, and set against what each can give."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.model import Action, ActionStatus, Contribution, Person
from nrdesk.core.planning.workload import first_of, month_of, same_person, workload

HELENE = Person(name="Hélène Sorlinet", function="secrétaire générale", days_per_month=1.0)
KARIM = Person(name="Karim Delaunay", function="agent d’accueil")
TEAM = (HELENE, KARIM)
JANUARY = month_of(dt.date(2027, 1, 1))
YEAR = range(JANUARY, JANUARY + 12)


def action(**values: object) -> Action:
    kept: dict[str, object] = {
        "owner": "Secrétaire générale",
        "owner_days": 1.0,
        "starts": "2027-01",
        "ends": "2027-02",
    }
    return Action(**(kept | values))  # type: ignore[arg-type]


def test_months_follow_each_other_over_the_years():
    assert month_of(dt.date(2028, 1, 31)) - month_of(dt.date(2027, 12, 1)) == 1
    assert first_of(month_of(dt.date(2027, 12, 25))) == dt.date(2027, 12, 1)


def test_the_same_person_by_name_or_function_is_one_row():
    plan = [action(), action(owner="hélène  sorlinet", owner_days=0.5)]
    (row,) = workload(plan, (), TEAM, YEAR).rows
    assert (row.who, row.person_id, row.capacity) == ("secrétaire générale", HELENE.id, 1.0)
    assert row.days == {JANUARY: 1.5, JANUARY + 1: 1.5}
    assert row.overload == (JANUARY, JANUARY + 1)


def test_a_contributor_outside_the_team_has_a_row_and_no_overload():
    one = action()
    help_ = Contribution(action_id=one.id, who=" CCAS ", days_per_month=30.0)
    rows = workload([one], [help_], TEAM, YEAR).rows
    assert [row.who for row in rows] == ["secrétaire générale", "CCAS"]
    assert rows[1].overload == ()


def test_a_month_covered_in_part_counts_in_part():
    (row,) = workload([action(starts="2027-01-17", ends="2027-02-14")], (), TEAM, YEAR).rows
    assert row.days == {JANUARY: pytest.approx(15 / 31), JANUARY + 1: pytest.approx(0.5)}


def test_what_goes_on_without_an_end_counts_to_the_last_month():
    (row,) = workload([action(ends=None, continuous=True)], (), TEAM, YEAR).rows
    assert list(row.days) == list(YEAR)


def test_what_cannot_be_placed_or_is_not_estimated_is_told():
    undated = action(starts=None)
    endless = action(ends=None)
    unestimated = action(owner_days=None)
    dropped = action(owner_days=None, status=ActionStatus.DROPPED)
    done = action(owner_days=None, status=ActionStatus.DONE)
    found = workload([undated, endless, unestimated, dropped, done], (), TEAM, YEAR)
    assert found.undated == (undated.id, endless.id)
    assert found.unestimated == (unestimated.id,)
    assert found.rows == ()


def test_a_name_comes_before_a_function():
    namesake = Person(name="Agent d'accueil", function="bénévole")
    assert same_person("agent d’accueil", (KARIM, namesake)) is namesake
    assert same_person("", TEAM) is None


days = st.floats(0.01, 20)


@given(
    st.lists(
        st.tuples(days, st.dates(dt.date(2026, 1, 1), dt.date(2028, 12, 31)), st.integers(0, 800)), max_size=8
    )
)
def test_nothing_is_lost_between_actions_and_people(plans):
    actions = [
        action(
            owner_days=given_days,
            starts=start.isoformat(),
            ends=(start + dt.timedelta(days=long)).isoformat(),
        )
        for given_days, start, long in plans
    ]
    months = range(month_of(dt.date(2026, 1, 1)), month_of(dt.date(2031, 12, 1)) + 1)
    found = workload(actions, (), TEAM, months)
    placed = sum(sum(row.days.values()) for row in found.rows)
    apart = sum(sum(row.days.values()) for one in actions for row in workload([one], (), TEAM, months).rows)
    assert placed == pytest.approx(apart)
    assert not found.undated
    for row in found.rows:
        for parts in row.parts.values():
            assert all(part.days > 0 for part in parts)
