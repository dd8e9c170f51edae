"""Draws a matplotlib figure on the canvas: vector shapes, and texts in the document's own fonts.

matplotlib has a PDF writer, but its fonts do not pass the validators (its map of characters is called
malformed) and it would mean a second PDF to merge. A renderer of its own is shorter: every matplotlib shape
comes down to `draw_path` and `draw_text`.
"""

# Signatures are those of matplotlib, and ReportLab has no types.
# ruff: noqa: ANN401, N803

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from nrdesk.core.reports import matplotlib_home  # noqa: F401 -- before matplotlib

# isort: split
import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform
from reportlab.pdfgen.canvas import FILL_NON_ZERO

from nrdesk.core.reports.pdf import fonts

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from nrdesk.core.reports.pdf.canvas import TaggedCanvas

_HATCH_TILE = 36.0
"""Side in points of the square that a hatch pattern repeats in."""


def draw(canvas: TaggedCanvas, figure: Figure, x: float, y: float) -> None:
    """Draw a figure made for 72 dots per inch, its lower left corner at (x, y)."""
    width, height = figure.get_size_inches() * 72
    canvas.saveState()
    canvas.translate(x, y)
    figure.draw(_CanvasRenderer(canvas, width, height))
    canvas.restoreState()


class _CanvasRenderer(RendererBase):
    """What matplotlib draws on; its other shapes (markers, collections) fall back on `draw_path`."""

    def __init__(self, canvas: TaggedCanvas, width: float, height: float) -> None:
        super().__init__()
        self._canvas, self._width, self._height = canvas, width, height

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._width, self._height

    def flipy(self) -> bool:
        return False

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        size = prop.get_size_in_points()
        return fonts.width(s, _font(prop), size), 0.9 * size, 0.2 * size

    def draw_path(
        self, gc: GraphicsContextBase, path: Path, transform: Transform, rgbFace: Any = None
    ) -> None:
        canvas = self._canvas
        canvas.saveState()
        self._clip(gc)
        is_stroked = gc.get_linewidth() > 0 and gc.get_alpha() != 0
        if rgbFace is not None:
            canvas.setFillColorRGB(*rgbFace[:3])
        hatch = gc.get_hatch_path() if gc.get_hatch() else None
        shape = self._shape(path, transform)
        if hatch is not None:
            canvas.drawPath(shape, stroke=0, fill=int(rgbFace is not None), fillMode=FILL_NON_ZERO)
            self._draw_hatch(gc, hatch, path, transform)
        self._set_stroke(gc)
        fill = int(rgbFace is not None and hatch is None)
        if is_stroked or fill:
            canvas.drawPath(shape, stroke=int(is_stroked), fill=fill, fillMode=FILL_NON_ZERO)
        canvas.restoreState()

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(angle)
        canvas.setFillColorRGB(*gc.get_rgb()[:3])
        canvas.setFont(_font(prop), prop.get_size_in_points())
        canvas.drawString(0, 0, s + " ")
        canvas.restoreState()

    def _clip(self, gc: GraphicsContextBase) -> None:
        box = gc.get_clip_rectangle()
        if box is not None:
            shape = self._canvas.beginPath()
            shape.rect(box.x0, box.y0, box.width, box.height)
            self._canvas.clipPath(shape, stroke=0, fill=0)

    def _set_stroke(self, gc: GraphicsContextBase) -> None:
        self._canvas.setStrokeColorRGB(*gc.get_rgb()[:3])
        self._canvas.setLineWidth(gc.get_linewidth())
        offset, dashes = gc.get_dashes()
        self._canvas.setDash([] if dashes is None else np.asarray(dashes).tolist(), offset or 0)

    def _shape(self, path: Path, transform: Transform) -> Any:
        shape = self._canvas.beginPath()
        here = np.zeros(2)
        for points, code in path.iter_segments(transform, simplify=False):
            if code == Path.MOVETO:
                shape.moveTo(*points)
            elif code == Path.LINETO:
                shape.lineTo(*points)
            elif code == Path.CURVE3:  # PDF knows cubic curves only
                control, end = points[:2], points[2:]
                shape.curveTo(*(here + 2 * (control - here) / 3), *(end + 2 * (control - end) / 3), *end)
            elif code == Path.CURVE4:
                shape.curveTo(*points)
            elif code == Path.CLOSEPOLY:
                shape.close()
            here = points[-2:]
        return shape

    def _draw_hatch(self, gc: GraphicsContextBase, hatch: Path, path: Path, transform: Transform) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.clipPath(self._shape(path, transform), stroke=0, fill=0)
        canvas.setStrokeColorRGB(*gc.get_hatch_color()[:3])
        canvas.setFillColorRGB(*gc.get_hatch_color()[:3])
        canvas.setLineWidth(gc.get_hatch_linewidth())
        box = path.get_extents(transform)
        # Tiles start at multiples of their side, so that the stripes of neighbouring bars are in line.
        for column in range(math.floor(box.x0 / _HATCH_TILE), math.ceil(box.x1 / _HATCH_TILE)):
            for row in range(math.floor(box.y0 / _HATCH_TILE), math.ceil(box.y1 / _HATCH_TILE)):
                tile = Affine2D().scale(_HATCH_TILE).translate(column * _HATCH_TILE, row * _HATCH_TILE)
                canvas.drawPath(self._shape(hatch, tile), stroke=1, fill=0)
        canvas.restoreState()


def _font(prop: FontProperties) -> str:
    return fonts.variant(bold=prop.get_weight() in ("bold", "semibold", 600, 700))
