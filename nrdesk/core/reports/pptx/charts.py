"""Native charts, which PowerPoint can edit, with the sheet of their figures inside."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_PATTERN, MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.slide import Slide
from pptx.util import Pt

from nrdesk.core.formatting import NBSP, significant
from nrdesk.core.reports import wording, xlsx
from nrdesk.core.reports.content import ChartSpec
from nrdesk.core.reports.pptx.shapes import describe, place
from nrdesk.core.reports.pptx.template import Box
from nrdesk.core.richtext.characters import clean

# The same as those of `core.reports.charts`, whose import is slow.
_TWO_COLOURS = ("0072B2", "D55E00")
_FOUR_COLOURS = ("142776", "C48927", "621400", "4E9DC4")
_PATTERNS = (None, MSO_PATTERN.WIDE_UPWARD_DIAGONAL, MSO_PATTERN.PERCENT_20, MSO_PATTERN.SMALL_GRID)
_SHEET = "Données"
_LETTERS = 14
_LABEL = 60
"""Characters of the longest label."""
_GAP = 55
"""Between bars, in percent of their thickness."""


def add(slide: Slide, spec: ChartSpec, alt: str, box: Box, date: dt.date) -> None:
    """Add a chart to a slide.

    Args:
        slide: where.
        spec: what is drawn.
        alt: the same in words.
        box: its place.
        date: date of the data, that of the sheet inside.
    """
    shown = _data(spec)
    frame = slide.shapes.add_chart(_kind(spec), *place(box), shown)
    describe(frame, alt.strip() or wording.NO_WORDS, "Graphique")
    chart = frame.chart
    _write_sheet(chart, shown, spec, date)
    chart.has_title = False
    chart.has_legend = len(spec.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
    chart.font.size = Pt(_LETTERS)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.font.language_id = MSO_LANGUAGE_ID.FRENCH
    _set_axes(chart, spec)
    _set_series(chart, spec)


def _kind(spec: ChartSpec) -> XL_CHART_TYPE:
    several = len(spec.series) > 1
    if spec.kind == "bars":
        return XL_CHART_TYPE.BAR_STACKED if several else XL_CHART_TYPE.BAR_CLUSTERED
    return XL_CHART_TYPE.COLUMN_STACKED if several else XL_CHART_TYPE.COLUMN_CLUSTERED


def _data(spec: ChartSpec) -> Any:  # noqa: ANN401 -- read as without types
    """Return names and figures as they are shown: two significant figures, as in the documents."""
    data = CategoryChartData(number_format="#,##0.##" if _has_decimals(spec) else "#,##0")
    data.categories = [_label(spec, rank) for rank in range(len(spec.labels))]
    for series in spec.series:
        data.add_series(_name(series.name), [significant(value) for value in series.values])
    return data


def _has_decimals(spec: ChartSpec) -> bool:
    return any(abs(value) < 10 and value % 1 for series in spec.series for value in series.values)


def _label(spec: ChartSpec, rank: int) -> str:
    """Return the name of a bar; that of a bar of several parts gives its whole."""
    name = _name(spec.labels[rank])
    if len(spec.series) < 2 or not spec.totals:
        return name
    return f"{name}{NBSP}: {_name(spec.totals[rank])}"


def _name(text: str) -> str:
    text = clean(text).strip()
    return text if len(text) <= _LABEL else f"{text[: _LABEL - 1].rstrip()}…"


def _write_sheet(chart: Any, data: Any, spec: ChartSpec, date: dt.date) -> None:  # noqa: ANN401
    """Put our own sheet inside, the same for the same figures, in which no text is ever a formula."""
    columns = (xlsx.Column("", 36), *(xlsx.Column(series.name, 16) for series in data))
    values = zip(*(series.values for series in data), strict=True)
    labels = [category.label for category in data.categories]
    rows = tuple((label, *each) for label, each in zip(labels, values, strict=True))
    sheet = xlsx.Sheet(_SHEET, columns, rows, is_table=False)
    content = xlsx.workbook([sheet], title=clean(spec.unit), date=date)
    chart.part.chart_workbook.update_from_xlsx_blob(content)
    for formula in chart._chartSpace.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}f"):
        formula.text = formula.text.replace("Sheet1!", f"'{_SHEET}'!")


def _set_axes(chart: Any, spec: ChartSpec) -> None:  # noqa: ANN401
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = spec.kind == "bars"  # the first name on top, as in the data
    names.format.line.color.theme_color = MSO_THEME_COLOR.TEXT_2
    names.has_major_gridlines = False
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if spec.axis:
        _title(names, spec.axis)
    values.has_major_gridlines = len(spec.series) > 1
    if values.has_major_gridlines:
        values.major_gridlines.format.line.color.rgb = RGBColor.from_string("D9DEE5")
    values.format.line.fill.background()
    values.tick_label_position = (
        XL_TICK_LABEL_POSITION.HIGH if spec.kind == "bars" else XL_TICK_LABEL_POSITION.LOW
    )
    _title(values, spec.unit)


def _title(axis: Any, text: str) -> None:  # noqa: ANN401
    axis.has_title = True
    frame = axis.axis_title.text_frame
    run = frame.paragraphs[0].add_run()
    run.text = clean(text)
    run.font.size, run.font.bold = Pt(_LETTERS - 1), False
    run.font.language_id = MSO_LANGUAGE_ID.FRENCH


def _set_series(chart: Any, spec: ChartSpec) -> None:  # noqa: ANN401
    plot = chart.plots[0]
    plot.gap_width = _GAP
    if len(spec.series) > 1:
        plot.overlap = 100
    else:
        plot.has_data_labels = True
        plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
        plot.data_labels.number_format_is_linked = True
        plot.data_labels.show_value = True
    colours = _TWO_COLOURS if len(spec.series) <= 2 else _FOUR_COLOURS
    for rank, series in enumerate(plot.series):
        colour = RGBColor.from_string(colours[rank % len(colours)])
        pattern = _PATTERNS[rank % len(_PATTERNS)]
        series.invert_if_negative = False
        if pattern is None:
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = colour
            continue
        # Never colour alone: the parts of a bar are also told apart by their hatches.
        series.format.fill.patterned()
        series.format.fill.pattern = pattern
        series.format.fill.fore_color.rgb = colour
        series.format.fill.back_color.rgb = RGBColor(255, 255, 255)
        series.format.line.color.rgb = colour
