"""The map of names: every name where it stands, none over another, none left out in silence."""

import matplotlib as mpl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nrdesk.core.reports import charts
from nrdesk.core.reports.content import LEVELS, MapSpec, Point

WIDTH = 470.0
QUARTERS = ("À convaincre", "À associer", "À informer", "Relais")


def spec(*points: Point) -> MapSpec:
    return MapSpec(points, "Intérêt", "Influence", 4, QUARTERS)


def drawn(chart: MapSpec) -> list[mpl.text.Text]:
    figure = charts.figure(chart, WIDTH)
    figure.draw_without_rendering()
    return [text for text in figure.axes[0].texts if text.get_text()]


def names(chart: MapSpec) -> list[str]:
    return [text.get_text() for text in drawn(chart) if text.get_text() not in QUARTERS]


def test_a_name_is_written_where_it_stands() -> None:
    chart = spec(Point("Maire", 5, 5), Point("Éditeur", 1, 1))
    figure = charts.figure(chart, WIDTH)
    places = {text.get_text(): text.get_position() for text in figure.axes[0].texts}
    assert places["Maire"][0] > places["Éditeur"][0]
    assert places["Maire"][1] < places["Éditeur"][1], "the axis goes down: high influence is above"


def test_quarters_are_named() -> None:
    shown = {text.get_text() for text in drawn(spec())}
    assert shown == set(QUARTERS)


def test_scales_are_numbered_and_named() -> None:
    axes = charts.figure(spec(), WIDTH).axes[0]
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["1", "2", "3", "4", "5"]
    assert [tick.get_text() for tick in axes.get_yticklabels()] == ["5", "4", "3", "2", "1"]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("Intérêt", "Influence")


def test_a_long_name_takes_several_lines_then_is_cut() -> None:
    lines = names(spec(Point("Syndicat numérique départemental", 3, 3)))
    assert len(lines) > 1
    assert " ".join(lines) == "Syndicat numérique départemental"
    (cut,) = names(spec(Point("Anticonstitutionnellementissimement", 1, 1)))
    assert cut.endswith("…")
    assert names(spec(Point("mot " * 60, 1, 1)))[-1].endswith("…")


def test_a_crowd_is_counted() -> None:
    crowd = [Point(f"Acteur {rank}", 5, 5) for rank in range(30)]
    shown = names(spec(*crowd))
    named = [name for name in shown if name.startswith("Acteur")]
    assert shown[-1] == f"et {30 - len(named)} autres"


def test_a_point_off_the_map_is_refused() -> None:
    with pytest.raises(ValueError, match="off the map"):
        spec(Point("Maire", 6, 1))


def test_the_figure_is_as_high_as_announced() -> None:
    chart = spec(*(Point("Maire", 5, 5) for _ in range(8)))
    width, height = charts.figure(chart, WIDTH).get_size_inches() * 72
    assert (width, height) == pytest.approx((WIDTH, charts.height(chart, WIDTH)))


LEVEL = st.integers(1, LEVELS)
POINTS = st.lists(st.builds(Point, st.text("abé œ’-", max_size=40), LEVEL, LEVEL), max_size=25)


@settings(max_examples=25, deadline=None)
@given(POINTS)
def test_no_name_covers_another(points: list[Point]) -> None:
    figure = charts.figure(spec(*points), WIDTH)
    figure.draw_without_rendering()
    axes = figure.axes[0]
    boxes = [text.get_window_extent() for text in axes.texts if text.get_text()]
    for rank, box in enumerate(boxes):
        assert box.x1 <= WIDTH + 1
        for other in boxes[rank + 1 :]:
            # Lines of the same name touch: letters do not go down to the foot of their box.
            overlap = min(box.y1, other.y1) - max(box.y0, other.y0)
            apart = box.x1 <= other.x0 or other.x1 <= box.x0
            assert apart or overlap < 3
