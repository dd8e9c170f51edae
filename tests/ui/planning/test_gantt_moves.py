"""What a drag or an arrow writes: dates keep their precision, ends never cross, moves can be taken back."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.model import Action, ActionStatus, Dependency
from nrdesk.core.planning import schedule
from nrdesk.core.planning.schedule import span
from nrdesk.ui.planning.gantt_moves import Grip, Unit, dragged_to, moved, placed, pushed, shifted

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2080, 12, 31))
UNITS = st.sampled_from(list(Unit))
COUNTS = st.integers(-24, 24)


def move(action: Action, grip: Grip, unit: Unit, count: int) -> dict[str, str]:
    return moved(grip, action, *span(action), unit, count)


@given(DAYS, UNITS)
def test_a_day_is_within_its_period(day: dt.date, unit: Unit) -> None:
    assert unit.first_day(day) <= day <= unit.last_day(day)
    assert unit.first_day(unit.last_day(day)) == unit.first_day(day)


@given(DAYS, st.sampled_from([Unit.DAY, Unit.WEEK]), COUNTS)
def test_days_and_weeks_can_be_taken_back(day: dt.date, unit: Unit, count: int) -> None:
    assert shifted(shifted(day, unit, count), unit, -count) == day


@given(DAYS.map(lambda day: day.replace(day=1)), COUNTS, st.booleans())
def test_months_go_from_edge_to_edge(first: dt.date, count: int, is_end: bool) -> None:
    day = Unit.MONTH.last_day(first) if is_end else first
    there = shifted(day, Unit.MONTH, count, is_end=is_end)
    assert there == (Unit.MONTH.last_day(there) if is_end else there.replace(day=1))
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == count


@given(st.none() | DAYS, st.none() | DAYS, st.sampled_from([Grip.BAR, Grip.START, Grip.END]), UNITS, COUNTS)
def test_ends_never_cross(
    starts: dt.date | None, ends: dt.date | None, grip: Grip, unit: Unit, count: int
) -> None:
    if starts and ends and starts > ends:
        starts, ends = ends, starts
    start, end = dragged_to(grip, starts, ends, unit, count)
    assert not (start and end) or start <= end


@given(DAYS, st.integers(1, 400), st.sampled_from([Grip.BAR, Grip.START, Grip.END]), UNITS, COUNTS)
def test_what_is_written_is_what_was_shown(
    start: dt.date, length: int, grip: Grip, unit: Unit, count: int
) -> None:
    ends = start + dt.timedelta(days=length)
    action = Action(starts=start.isoformat(), ends=ends.isoformat())
    written = move(action, grip, unit, count)
    after = Action(**{"starts": action.starts, "ends": action.ends, **written})
    assert span(after) == dragged_to(grip, start, ends, unit, count)


def test_a_month_moved_by_a_month_stays_a_month() -> None:
    action = Action(starts="2026-03", ends="2026-06")
    assert move(action, Grip.BAR, Unit.MONTH, 1) == {"starts": "2026-04", "ends": "2026-07"}
    assert move(action, Grip.BAR, Unit.WEEK, 1) == {"starts": "2026-03-08", "ends": "2026-07-07"}
    assert move(Action(starts="2026"), Grip.BAR, Unit.YEAR, 1) == {"starts": "2027"}


def test_a_duration_moves_with_its_start() -> None:
    action = Action(starts="2026-03-01", months=3)
    assert move(action, Grip.BAR, Unit.MONTH, 1) == {"starts": "2026-04-01"}


def test_moving_a_start_keeps_the_end_where_it_is_shown() -> None:
    action = Action(starts="2026-03-01", months=3)
    assert move(action, Grip.START, Unit.MONTH, 1) == {"starts": "2026-04-01", "ends": "2026-05-31"}


def test_an_end_that_was_not_known_starts_from_the_start() -> None:
    assert move(Action(starts="2026-03-01"), Grip.END, Unit.MONTH, 2) == {"ends": "2026-05-01"}


def test_an_action_without_dates_gets_a_start_and_three_months_unless_it_has_a_duration() -> None:
    day = dt.date(2026, 5, 1)
    assert placed(Action(), day) == {"starts": "2026-05-01", "ends": "2026-07-31"}
    assert placed(Action(months=6), day) == {"starts": "2026-05-01"}
    assert placed(Action(continuous=True), day) == {"starts": "2026-05-01"}


@given(
    st.lists(st.tuples(DAYS, st.integers(0, 200)), min_size=2, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12),
)
def test_what_waits_never_starts_too_early_once_put_off(
    spans: list[tuple[dt.date, int]], pairs: list[tuple[int, int]]
) -> None:
    actions = [
        Action(starts=start.isoformat(), ends=(start + dt.timedelta(days=length)).isoformat())
        for start, length in spans
    ]
    links = [
        Dependency(action_id=actions[max(pair)].id, needs_id=actions[min(pair)].id)
        for pair in pairs
        if pair[0] != pair[1] and max(pair) < len(actions)
    ]
    changes = pushed(actions, links, actions[0].id)
    after = [replace(action, **changes.get(action.id, {})) for action in actions]
    early = {
        row.action_id: row.too_early_for for row in schedule.plan(after, links, (), dt.date(2026, 1, 1)).rows
    }
    behind = {actions[0].id}
    for action, before in zip(after, actions, strict=True):
        assert span(action).days == span(before).days, "lengths stay"
        waits = {link.needs_id for link in links if link.action_id == action.id} & behind
        if waits:
            behind.add(action.id)
            assert not waits & set(early[action.id])
        else:
            assert action == before, "what does not wait stays"


def test_what_is_over_or_has_no_date_stays() -> None:
    first = Action(starts="2026-01-01", ends="2026-06-30")
    done = Action(starts="2026-02-01", ends="2026-03-31", status=ActionStatus.DONE)
    undated = Action()
    links = [Dependency(action_id=each.id, needs_id=first.id) for each in (done, undated)]
    assert pushed([first, done, undated], links, first.id) == {}


def test_a_circle_comes_to_an_end() -> None:
    one, two = (Action(starts="2026-01-01", ends="2026-06-30") for _ in range(2))
    links = [Dependency(action_id=one.id, needs_id=two.id), Dependency(action_id=two.id, needs_id=one.id)]
    assert pushed([one, two], links, one.id) == {two.id: {"starts": "2026-07-01", "ends": "2026-12-28"}}
