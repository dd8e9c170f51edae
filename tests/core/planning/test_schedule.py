"""Dates are those given; lateness, slack and the critical chain follow from them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.model import Action, ActionStatus, Dependency, Milestone
from nrdesk.core.planning import schedule
from nrdesk.core.planning.schedule import Span, after, lateness, plan, span

TODAY = dt.date(2026, 11, 22)


def waits(action: str, needed: str) -> Dependency:
    return Dependency(action_id=action, needs_id=needed)


class TestSpan:
    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            ({}, (None, None)),
            ({"starts": "2027"}, (dt.date(2027, 1, 1), None)),
            ({"starts": "2027-02", "ends": "2027-02"}, (dt.date(2027, 2, 1), dt.date(2027, 2, 28))),
            ({"ends": "2027"}, (None, dt.date(2027, 12, 31))),
            ({"starts": "2027-01", "months": 3.0}, (dt.date(2027, 1, 1), dt.date(2027, 3, 31))),
            ({"starts": "2027-01-31", "months": 1.0}, (dt.date(2027, 1, 31), dt.date(2027, 2, 27))),
            ({"starts": "2027-01", "months": 0.5}, (dt.date(2027, 1, 1), dt.date(2027, 1, 15))),
            ({"starts": "2027-01", "months": 0.0}, (dt.date(2027, 1, 1), None)),
            ({"starts": "2027-01", "months": 3.0, "continuous": True}, (dt.date(2027, 1, 1), None)),
            (
                {"starts": "2027-01", "ends": "2028", "months": 3.0},
                (dt.date(2027, 1, 1), dt.date(2028, 12, 31)),
            ),
        ],
    )
    def test_the_end_given_counts_before_the_duration(self, values, expected):
        assert span(Action(**values)) == Span(*expected)

    @given(
        st.dates(dt.date(1900, 1, 1), dt.date(9998, 12, 31)),
        st.floats(0.01, 1e9, allow_nan=False),
        st.floats(0.01, 1e9, allow_nan=False),
    )
    def test_a_longer_action_never_ends_before(self, day, one, other):
        low, high = sorted((one, other))
        assert day <= after(day, low) <= after(day, high)

    @given(st.dates(dt.date(1900, 1, 1), dt.date(2900, 12, 31)), st.integers(0, 600))
    def test_whole_months_keep_the_day_as_far_as_the_month_has_it(self, day, months):
        found = after(day, float(months))
        assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
        assert found.day == day.day or (found + dt.timedelta(days=1)).day == 1

    def test_days_count_both_ends(self):
        assert Span(dt.date(2027, 1, 1), dt.date(2027, 1, 1)).days == 1
        assert Span(dt.date(2027, 1, 2), dt.date(2027, 1, 1)).days == 0
        assert Span(None, TODAY).days == 0


class TestLateness:
    def test_an_end_that_is_past(self):
        action = Action(starts="2026-01", ends="2026-10", status=ActionStatus.UNDER_WAY)
        assert lateness(action, (), TODAY) == "Devait finir le\u00a031 octobre 2026."

    def test_a_start_that_is_past_while_nothing_began(self):
        action = Action(starts="2026-10", ends="2027")
        assert "commencer au plus tard" in lateness(action, (), TODAY)
        assert lateness(Action(starts="2026", ends="2027"), (), TODAY) == ""

    def test_a_milestone_that_was_not_reached(self):
        action = Action(starts="2026-10", ends="2027", status=ActionStatus.UNDER_WAY)
        stone = Milestone(title="Devis", due="2026-10")
        assert lateness(action, [stone], TODAY) == "Jalon «\u00a0Devis\u00a0» attendu\u00a0: octobre 2026."
        assert lateness(action, [Milestone(title="Devis", due="2026-10", reached="2026-11")], TODAY) == ""

    @pytest.mark.parametrize("status", schedule.OVER)
    def test_what_is_over_is_never_late(self, status):
        assert lateness(Action(ends="2020", status=status), (), TODAY) == ""

    def test_on_its_last_day_nothing_is_late(self):
        assert lateness(Action(ends="2026-11-22"), (), TODAY) == ""


class TestPlan:
    FIRST = Action(id="first", starts="2027-01", ends="2027-03", rank=1)
    SECOND = Action(id="second", starts="2027-04", ends="2027-06", rank=2)
    ASIDE = Action(id="aside", starts="2027-01", ends="2027-05", rank=3)

    def test_the_critical_chain_is_what_holds_the_end(self):
        found = plan([self.FIRST, self.SECOND, self.ASIDE], [waits("second", "first")], (), TODAY)
        assert [(row.slack_days, row.critical) for row in found.rows] == [(0, True), (0, True), (30, False)]
        assert found.row("second").waits_for == ("first",)
        assert (found.first, found.last) == (dt.date(2027, 1, 1), dt.date(2027, 6, 30))

    def test_one_that_starts_before_what_it_waits_for_is_told(self):
        early = Action(id="second", starts="2027-03-01", ends="2027-06")
        found = plan([self.FIRST, early], [waits("second", "first")], (), TODAY)
        assert found.row("second").too_early_for == ("first",)
        assert found.row("first").slack_days == -31
        assert found.row("first").critical

    def test_nobody_waits_for_what_is_done(self):
        done = Action(id="first", starts="2026-01", ends="2027-03", status=ActionStatus.DONE)
        found = plan([done, self.SECOND], [waits("second", "first")], (), TODAY)
        assert found.row("second").waits_for == ()
        assert found.row("first").slack_days is None

    def test_milestones_and_whole_plan_ones_count_in_its_length(self):
        stones = [Milestone(title="Bilan", due="2028-02"), Milestone(action_id="first", due="2026-12-01")]
        found = plan([self.FIRST], (), stones, TODAY)
        assert (found.first, found.last) == (dt.date(2026, 12, 1), dt.date(2028, 2, 29))

    def test_a_circle_or_a_missing_date_stops_nothing(self):
        undated = Action(id="undated")
        links = [
            waits("first", "second"),
            waits("second", "first"),
            waits("undated", "first"),
            waits("first", "gone"),
        ]
        found = plan([self.FIRST, self.SECOND, undated], links, (), TODAY)
        assert [row.action_id for row in found.rows] == ["first", "second", "undated"]
        assert found.row("undated").slack_days is None

    def test_an_empty_plan(self):
        assert plan([], [], [], TODAY) == schedule.Schedule((), None, None)

    def test_an_action_that_is_not_there(self):
        with pytest.raises(KeyError):
            plan([self.FIRST], (), (), TODAY).row("gone")

    @given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 300)), min_size=1, max_size=12), st.data())
    def test_an_action_ended_later_by_its_slack_never_moves_the_end(self, lengths, data):
        start = dt.date(2027, 1, 1)
        days = [(start + dt.timedelta(days=at), start + dt.timedelta(days=at + long)) for at, long in lengths]
        actions = [
            Action(id=str(place), starts=first.isoformat(), ends=last.isoformat())
            for place, (first, last) in enumerate(days)
        ]
        pairs = data.draw(
            st.lists(st.tuples(st.integers(0, len(days) - 1), st.integers(0, len(days) - 1)), max_size=15)
        )
        links = [waits(str(high), str(low)) for low, high in pairs if low < high]
        found = plan(actions, links, (), TODAY)
        last = max(end for _, end in days)
        moved = data.draw(st.integers(0, len(days) - 1))
        slack = found.rows[moved].slack_days
        assert slack is not None
        ends = _pushed(days, links, moved, max(slack, 0))
        if slack >= 0:
            assert max(ends) <= last
            assert max(_pushed(days, links, moved, slack + 1)) > last


def _pushed(
    days: list[tuple[dt.date, dt.date]], links: list[Dependency], moved: int, more: int
) -> list[dt.date]:
    """Return the ends once an action ends later and what it overtakes is put off by what it takes."""
    delay = [0] * len(days)
    delay[moved] = more
    for place, (starts, _) in enumerate(days):
        for each in links:
            if int(each.action_id) == place and delay[int(each.needs_id)]:
                need = int(each.needs_id)
                overtaken = (days[need][1] + dt.timedelta(days=delay[need]) - starts).days + 1
                delay[place] = max(delay[place], overtaken)
    return [
        days[place][1] + dt.timedelta(days=delay[place])
        for place in range(len(days))
        if delay[place] or place == moved
    ]
