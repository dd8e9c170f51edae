"""The radar: every theme named with its values, two years told apart without colour, holes left open."""

import datetime as dt
import io

import matplotlib as mpl
import openpyxl
import pytest

from nrdesk.core.reference import questionnaire
from nrdesk.core.reports import charts, workbook
from nrdesk.core.reports.content import Figure, Meta, RadarSeries, RadarSpec, Report

WIDTH = 470.0
THEMES = questionnaire.themes()
BEFORE = RadarSeries("2025", (1.2, 0.5, 2.1, 1.0, None, 1.1, 0.3, 1.9, 2.2, 1.4))
AFTER = RadarSeries("2026", (2.2, 1.5, 2.6, 1.8, 2.0, 1.1, 1.3, 1.7, 2.6, 2.4))


def spec(*series: RadarSeries) -> RadarSpec:
    return RadarSpec(THEMES, series, 4)


def texts(chart: RadarSpec) -> list[str]:
    figure = charts.figure(chart, WIDTH)
    figure.draw_without_rendering()
    return [text.get_text() for text in figure.axes[0].texts]


def test_every_theme_is_named_with_its_values() -> None:
    shown = " ".join(texts(spec(BEFORE, AFTER)))
    for theme in THEMES:
        assert theme in shown
    assert "1,2 → 2,2" in shown
    assert "– → 2,0" in shown


def test_a_single_year_needs_no_legend() -> None:
    assert "2026" not in texts(spec(AFTER))
    assert "2,2" in texts(spec(AFTER))
    assert {"2025", "2026"} <= set(texts(spec(BEFORE, AFTER)))


def test_years_are_told_apart_without_colour() -> None:
    lines = charts.figure(spec(BEFORE, AFTER), WIDTH).axes[0].lines
    styles = {(line.get_color(), line.get_linestyle()) for line in lines if line.get_marker() == ""}
    assert len({style for _, style in styles if style != "None"}) == 2
    assert {line.get_marker() for line in lines} >= {"o", "s"}


def test_a_missing_value_opens_the_line() -> None:
    def segments(chart: RadarSpec, colour: str) -> int:
        lines = charts.figure(chart, WIDTH).axes[0].lines
        return sum(line.get_color() == colour and line.get_marker() == "" for line in lines)

    whole = spec(AFTER)
    holed = spec(RadarSeries("2026", (None, *AFTER.values[1:])))
    assert segments(whole, "#0072B2") == 10
    assert segments(holed, "#0072B2") == 8


def test_nothing_stands_outside_the_figure_nor_over_another() -> None:
    figure = charts.figure(spec(BEFORE, AFTER), WIDTH)
    figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in figure.axes[0].texts]
    width, height = figure.get_size_inches() * 72
    assert height == charts.height(spec(AFTER), WIDTH)
    for box in boxes:
        assert box.x0 >= 0
        assert box.y0 >= 0
        assert box.x1 <= width
        assert box.y1 <= height
    overlaps = [
        (one, other)
        for rank, one in enumerate(boxes)
        for other in boxes[rank + 1 :]
        # Lines of one name may touch: the box of a text is a little taller than its leading.
        if mpl.transforms.Bbox.intersection(one.shrunk(0.9, 0.8), other.shrunk(0.9, 0.8)) is not None
    ]
    assert overlaps == []


def test_what_is_no_radar_is_refused() -> None:
    with pytest.raises(ValueError, match="off the scale"):
        spec(RadarSeries("2026", (5.0, *AFTER.values[1:])))
    with pytest.raises(ValueError, match="one value per axis"):
        spec(RadarSeries("2026", (1.0,)))
    with pytest.raises(ValueError, match="one or two series"):
        spec()
    with pytest.raises(ValueError, match="three axes"):
        RadarSpec(THEMES[:2], (RadarSeries("2026", (1.0, 2.0)),), 4)


def test_strange_texts_are_cleaned_and_long_ones_cut() -> None:
    chart = RadarSpec(("mot " * 40, "$x^2$", "\ufffe"), (RadarSeries("2026", (1.0, 2.0, None)),), 4)
    cleaned = charts.printable(chart, lambda text: text.replace("\ufffe", "?"))
    assert isinstance(cleaned, RadarSpec)
    shown = texts(cleaned)
    assert any(text.endswith("…") for text in shown)
    assert "$x^2$" in shown
    assert "?" in shown


def test_a_workbook_gives_its_values() -> None:
    figure = Figure(spec(BEFORE, AFTER), "Maturité par thème", "…")
    meta = Meta(title="Essai", authority="X", date=dt.date(2026, 1, 1))
    book = openpyxl.load_workbook(io.BytesIO(workbook.render(Report(meta, (figure,)))))
    rows = [row for page in book for row in page.iter_rows(values_only=True)]
    assert ("Maturité par thème", THEMES[0], "2025", 1.2, "sur 4") in rows
    assert ("Maturité par thème", THEMES[4], "2025", None, "sur 4") in rows
