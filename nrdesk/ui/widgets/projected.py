"""A window that is read from the back of a room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from nrdesk.ui.theme import projection

_SHAPE = 0.62
"""Height for its width of the screen that letters are sized for: one on end is read from its width."""
_MARGIN = 22
"""Margins in a height."""


class ProjectedWindow(QWidget):
    """A head, what is shown, and what stands under it; the letters follow the size of the window."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("projection")
        self.setWindowTitle(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._middle = QVBoxLayout()
        """What is shown, laid out again at each change."""

    def stack(self, head: QLayout, *below: QWidget | QLayout) -> None:
        """Put the head above what is shown, and the rest below."""
        self._column.addLayout(head)
        self._column.addLayout(self._middle, 1)
        for each in below:
            if isinstance(each, QLayout):
                self._column.addLayout(each)
            else:
                self._column.addWidget(each)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = min(self.height(), round(self.width() * _SHAPE))
        self.setStyleSheet(projection.stylesheet(height))
        margin = round(height / _MARGIN)
        self._column.setContentsMargins(margin, margin, margin, margin // 2)
        self._column.setSpacing(margin // 2)
        self._middle.setSpacing(margin // 2)
