"""The radar of the maturity: the same on screen and in documents, with the same information in words."""

from __future__ import annotations

from nrdesk.core.formatting import number
from nrdesk.core.maturity import Maturity
from nrdesk.core.reference import questionnaire
from nrdesk.core.reports.content import RadarSeries, RadarSpec
from nrdesk.core.reports.wording import french

_LEAST = 3
"""Themes with a score under which a radar has no shape."""


def radar_of(years: list[tuple[int, Maturity]]) -> RadarSpec | None:
    """Return the radar of one or two years, the latest one last; None while the latest has no shape."""
    latest = years[-1][1]
    if sum(theme.score is not None for theme in latest.by_theme) < _LEAST:
        return None
    series = tuple(
        RadarSeries(str(year), tuple(theme.score for theme in maturity.by_theme)) for year, maturity in years
    )
    return RadarSpec(questionnaire.themes(), series, questionnaire.HIGHEST)


def in_words(chart: RadarSpec) -> str:
    """Return what the radar shows, for who cannot see it."""
    told = []
    for rank, axis in enumerate(chart.axes):
        values = (f"{_value(series.values[rank])} en {series.name}" for series in chart.series)
        told.append(f"{axis} {', '.join(values)}")
    return french(f"Radar de {len(chart.axes)} thèmes, de 0 à {chart.full} : {' ; '.join(told)}.")


def _value(value: float | None) -> str:
    return "sans moyenne" if value is None else number(value, 1)
