"""Targets and timelines: drawn whole, in their room, whatever they say."""

import pytest

from nrdesk.core.reports import charts
from nrdesk.core.reports.content import Milestone, Target, TargetsSpec, TimelineSpec

LONG = "Un titre qui n’en finit pas " * 20


def texts(chart: TargetsSpec | TimelineSpec) -> list[str]:
    (axes,) = charts.figure(chart, 470).axes
    return [text.get_text().replace("\u00a0", " ") for text in axes.texts]


def test_bars_share_the_scale_of_their_target() -> None:
    target = Target("Garder", 5.1, 7.0, "2025 : 5,1 ans", "2030 : 7 ans")
    (axes,) = charts.figure(TargetsSpec((target,)), 470).axes
    widths = [patch.get_width() for patch in axes.patches]
    assert widths[1] / widths[3] == pytest.approx(5.1 / 7)
    assert widths[3] == widths[2], "the longest bar fills its track"
    assert texts(TargetsSpec((target,))) == ["Garder", "2025 : 5,1 ans", "2030 : 7 ans"]


def test_nothing_at_both_ends_is_no_bar() -> None:
    assert texts(TargetsSpec((Target("Rien", 0, 0, "0", "0"),))) == ["Rien", "0", "0"]


def test_a_bar_has_a_length() -> None:
    with pytest.raises(ValueError, match="length"):
        TargetsSpec((Target("Moins", -1, 0, "", ""),))


def test_long_texts_end_with_dots() -> None:
    assert all(text.endswith("…") for text in texts(TargetsSpec((Target(LONG, 1, 2, LONG, LONG),))))
    date, *lines = texts(TimelineSpec((Milestone(LONG, LONG), Milestone("2030", "Fin"))))[:4]
    assert date.endswith("…")
    assert lines[-1].endswith("…")


def test_height_follows_the_number_of_targets() -> None:
    one, three = (charts.height(TargetsSpec((Target("a", 1, 2, "", ""),) * n), 470) for n in (1, 3))
    assert three > 2 * one
    assert charts.height(TimelineSpec(()), 470) > 0
    assert texts(TimelineSpec(())) == []
