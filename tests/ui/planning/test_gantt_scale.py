import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.ui.planning.gantt_scale import Scale, Zoom

DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2040, 12, 31))


@given(st.lists(DAYS, min_size=1, max_size=5), st.sampled_from(list(Zoom)))
def test_days_and_places_agree(days: list[dt.date], zoom: Zoom) -> None:
    scale = Scale.around(days, zoom)
    assert scale.first < min(days) or min(days).day == 1
    for day in days:
        assert 0 <= scale.x(day) < scale.end(day) <= scale.width or zoom is Zoom.YEAR
        assert abs((scale.date(scale.x(day)) - day).days) <= 1 / scale.day + 1


def test_a_drag_counts_in_the_units_of_the_zoom() -> None:
    for zoom in Zoom:
        scale = Scale.around([dt.date(2026, 1, 1)], zoom)
        assert scale.units(round(3 * zoom.snap.days * scale.day)) == 3
        assert scale.units(1) == 0


@pytest.mark.parametrize(
    ("zoom", "upper", "lower"),
    [
        (Zoom.MONTH, "décembre 2025", "29"),
        (Zoom.QUARTER, "2025", "déc."),
        (Zoom.YEAR, "2025", "T4"),
    ],
)
def test_the_head_says_where_one_is(zoom: Zoom, upper: str, lower: str) -> None:
    scale = Scale.around([dt.date(2026, 1, 10)], zoom)
    assert next(scale.upper(0, scale.width)).label == upper
    labels = [tick.label for tick in scale.lower(0, scale.width)]
    assert lower in labels


@given(st.integers(0, 3000), st.integers(10, 2000), st.sampled_from(list(Zoom)))
def test_only_what_is_in_sight_is_told(left: int, width: int, zoom: Zoom) -> None:
    scale = Scale.around([dt.date(2020, 1, 1), dt.date(2040, 1, 1)], zoom)
    ticks = list(scale.lower(left, left + width))
    assert ticks[0].right >= min(left, scale.width) - 1
    assert all(before.right == after.left for before, after in pairwise(ticks))
