"""An icon standing on its own beside a text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nrdesk.ui import theme


class Image(QWidget):
    """A decorative icon that follows the theme and the size of the text.

    It says nothing to a screen reader: the text beside it must carry the meaning.
    """

    def __init__(self, name: str, colour: str = "muted", size: int = 18) -> None:
        super().__init__()
        self._name, self._colour, self._size = name, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        image = theme.pixmap(self._name, self._colour, self._size, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(0, 0), image)
        painter.end()
