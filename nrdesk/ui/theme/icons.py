"""Icons: Lucide drawings (ISC licence) from `resources/icons`, tinted when they are painted."""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from nrdesk.core import paths

Colour = Callable[[], str]
"""What tells a colour at the moment of painting."""
_STROKE = "1.75"
"""Stroke width on Lucide's grid of 24: finer than its default of 2, to sit with the weight of the text."""


@functools.cache
def _drawing(name: str) -> str:
    svg = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return svg.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')


@functools.lru_cache(maxsize=256)
def drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Return the icon `name` in `colour`, `size` pixels wide on a screen of pixel ratio `ratio`.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


class _Engine(QIconEngine):
    """Paints the icon in the colour of the moment, so that a change of theme needs no new icon."""

    def __init__(self, name: str, colour: Colour, size: Callable[[], int], disabled: Colour | None) -> None:
        super().__init__()
        self._name, self._colour, self._size, self._disabled = name, colour, size, disabled

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour, self._size, self._disabled)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return QSize(size.width(), min(size.height(), self._size()))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        disabled = mode is QIcon.Mode.Disabled
        colour = self._disabled if disabled and self._disabled else self._colour
        image = drawn(self._name, colour(), side, painter.device().devicePixelRatioF())
        if disabled and not self._disabled:
            painter.setOpacity(painter.opacity() * 0.5)
        corner = QPoint(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2)
        painter.drawPixmap(corner, image)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        image = QPixmap(size)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        image.setDevicePixelRatio(scale)
        return image


def make(name: str, colour: Colour, size: Callable[[], int], disabled: Colour | None = None) -> QIcon:
    """Return an icon whose colours and size are asked for each time it is painted.

    Without a colour of its own when it is disabled, it is then half as strong.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    _drawing(name)
    return QIcon(_Engine(name, colour, size, disabled))
