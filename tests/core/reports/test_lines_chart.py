"""Lines year after year: in their room, named at their end, whatever they say."""

import pytest

from nrdesk.core.reports import charts
from nrdesk.core.reports.content import LineSeries, LinesSpec

YEARS = ("2026", "2027", "2028")
LONG = "Un titre qui n’en finit pas " * 20


def line(*values: float, name: str = "Sans action", **fields: object) -> LineSeries:
    return LineSeries(name, values, f"{values[-1]} kg", **fields)


def texts(chart: LinesSpec, width: float = 470) -> dict[str, tuple[float, float]]:
    (axes,) = charts.figure(chart, width).axes
    return {text.get_text(): text.get_position() for text in axes.texts}


def test_lines_stand_on_a_scale_from_zero() -> None:
    chart = LinesSpec(YEARS, (line(10, 20, 40), line(10, 8, 6, name="Avec")), "kg par an", line(30, 30, 30))
    said = texts(chart)
    assert {"kg par an", "0", "10", "20", "30", "40", *YEARS, "Sans action", "Avec"} <= set(said)
    (axes,) = charts.figure(chart, 470).axes
    heights = [curve.get_ydata() for curve in axes.lines if len(curve.get_xdata()) == 3]
    level, without, with_it = heights
    assert without[0] == with_it[0]
    assert without[-1] > level[-1] > with_it[-1]


def test_names_never_overlap() -> None:
    chart = LinesSpec(
        YEARS, (line(5, 5, 0.01, name="Un"), line(5, 5, 0.02, name="Deux")), "kg", line(0, 0, 0, name="Trois")
    )
    places = [y for text, (_, y) in texts(chart).items() if text in {"Un", "Deux", "Trois"}]
    gaps = [high - low for low, high in zip(sorted(places), sorted(places)[1:], strict=False)]
    assert min(gaps) > 20
    assert min(places) > 0


def test_a_range_is_shaded_behind_its_line() -> None:
    ranged = line(5, 6, 7, range=((4, 6), (4, 9), (5, 12)))
    (axes,) = charts.figure(LinesSpec(YEARS, (ranged,), "kg"), 470).axes
    assert len(axes.patches) == 1
    assert "12" in texts(LinesSpec(YEARS, (ranged,), "kg")) or "15" in texts(
        LinesSpec(YEARS, (ranged,), "kg")
    )


def test_nothing_at_all_is_drawn_all_the_same() -> None:
    assert texts(LinesSpec(YEARS, (line(0, 0, 0),), "kg"))["0,25"]


def test_long_texts_end_with_dots_and_years_keep_apart() -> None:
    years = tuple(str(year) for year in range(2000, 2041))
    said = texts(LinesSpec(years, (line(*([1.0] * 41), name=LONG),), LONG))
    assert sum(text.endswith("…") for text in said) == 2
    assert "2040" in said
    assert "2039" not in said


@pytest.mark.parametrize(
    ("labels", "lines"),
    [
        (YEARS, ()),
        (("2026",), (line(1),)),
        (YEARS, (line(1, 2),)),
        (YEARS, (line(1, 2, -3),)),
        (YEARS, (line(1, 2, 3, range=((1, 2),)),)),
    ],
)
def test_what_cannot_be_drawn_is_refused(labels, lines) -> None:
    with pytest.raises(ValueError, match="line"):
        LinesSpec(labels, lines, "kg")
