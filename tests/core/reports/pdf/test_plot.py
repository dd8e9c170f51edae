"""A matplotlib figure on the canvas: curves, dashes and turned texts come through, and stay valid."""

import io
from pathlib import Path

import matplotlib as mpl
import pikepdf
from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path as Shape

from nrdesk.core.reports import charts
from nrdesk.core.reports.pdf import plot
from nrdesk.core.reports.pdf.canvas import TaggedCanvas
from nrdesk.core.reports.pdf.finish import finish
from tests.core.reports.conftest import failures
from tests.core.reports.reading import structure
from tests.core.reports.samples import META


def drawn(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    canvas = TaggedCanvas(buffer)
    element = canvas.root.add("Figure", alt="Un essai.")
    element.bounds = (0, 0, 200, 100)
    with canvas.tag(element):
        plot.draw(canvas, figure, 0, 0)
    canvas.save()
    return finish(buffer.getvalue(), META, canvas.root, canvas.marks, [])


def test_any_shape_and_text_is_drawn(tmp_path: Path) -> None:
    # The fonts of the documents: matplotlib’s own has no bold face among those that nrdesk lets it see.
    charts._add_fonts()
    with mpl.rc_context({"font.family": "Source Sans 3"}):
        figure = Figure(figsize=(200 / 72, 100 / 72), dpi=72)
        axes = figure.add_subplot()
        axes.plot([0, 1, 2], [1, 3, 2], "--o")
        axes.add_patch(Circle((1, 2), 0.3))
        axes.add_patch(
            PathPatch(Shape([(0, 0), (1, 2), (2, 0)], [Shape.MOVETO, Shape.CURVE3, Shape.CURVE3]), fill=False)
        )
        axes.add_patch(Circle((0.5, 1), 0.3, fill=False, hatch="///"))
        axes.set_ylabel("kg éq. CO₂", weight="bold")
        content = drawn(figure)
    path = tmp_path / "figure.pdf"
    path.write_bytes(content)
    assert failures(path) == []
    with pikepdf.open(path) as opened:
        assert "kg éq. CO₂" in structure(opened).all_text()
        operators = {str(operator) for _, operator in pikepdf.parse_content_stream(opened.pages[0])}
    assert {"c", "d", "W*"} <= operators
