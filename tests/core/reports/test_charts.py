"""Charts: French figures, no trace left in matplotlib's settings, any text accepted."""

import matplotlib as mpl
import pytest

from nrdesk.core.reports import charts
from nrdesk.core.reports.content import ChartSpec, Series
from tests.core.reports.samples import BARS, COLUMNS


def texts(chart: ChartSpec) -> list[str]:
    """Every text that the figure shows."""
    figure = charts.figure(chart, 400)
    figure.draw_without_rendering()
    found = figure.findobj(mpl.text.Text)
    return [text.get_text() for text in found if text.get_text() and text.get_visible()]


@pytest.mark.parametrize("chart", [BARS, COLUMNS], ids=["bars", "columns"])
def test_settings_of_matplotlib_are_left_alone(chart: ChartSpec) -> None:
    before = settings()
    charts.figure(chart, 400)
    assert settings() == before


def settings() -> dict[str, object]:
    # Reading the backend chooses one.
    return {name: mpl.rcParams[name] for name in mpl.rcParams if name != "backend"}


def test_bars_bear_names_totals_and_unit() -> None:
    shown = texts(BARS)
    assert {"Ordinateurs", "Écrans", "Réseau", "Fabrication", "Utilisation", "kg éq. CO₂ par an"} <= set(
        shown
    )
    assert {"1\u202f290", "490", "500"} <= set(shown)


def test_totals_may_be_told_otherwise() -> None:
    chart = ChartSpec("bars", ("a",), (Series("s", (1287.0,)),), "kg", totals=("1\u202f300",))
    assert "1\u202f300" in texts(chart)
    assert "1\u202f287" not in texts(chart)


def test_series_are_told_apart_without_colour() -> None:
    figure = charts.figure(BARS, 400)
    hatches = {patch.get_hatch() for patch in figure.axes[0].patches}
    assert hatches == {"", "////"}


def test_a_single_series_needs_no_legend() -> None:
    assert charts.figure(COLUMNS, 400).legends == []
    assert "Appareils" not in texts(COLUMNS)


def test_long_and_strange_labels_leave_room_for_the_bars() -> None:
    chart = ChartSpec("bars", ("mot " * 50, "$x^2$", "a\nb"), (Series("s" * 90, (1.0, 0.0, 2.0)),), "u" * 90)
    shown = texts(chart)
    assert "$x^2$" in shown
    assert "a b" in shown
    assert max(map(len, shown)) <= 40


def test_the_figure_is_as_high_as_announced() -> None:
    for chart in (BARS, COLUMNS):
        width, height = charts.figure(chart, 360).get_size_inches() * 72
        assert (width, height) == pytest.approx((360, charts.height(chart, 360)))
