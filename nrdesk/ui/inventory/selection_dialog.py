"""The frame of the dialogs that act on the selected lines: title, a body that scrolls, two buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from nrdesk.ui import theme
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.layout import row

_SHARE = 0.95
"""Most of the screen that a dialog takes: with large letters, its body scrolls."""


class SelectionDialog(QDialog):
    """A dialog of the grid; subclasses fill `body` and say what accepting does."""

    def __init__(self, parent: QWidget, window_title: str, heading: str, verb: str) -> None:
        """Make an empty dialog.

        Args:
            parent: the grid.
            window_title: title of the window.
            heading: title inside it.
            verb: text of the button that accepts.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(window_title)
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(24, 20, 24, 4)
        self.body.setSpacing(14)
        self.body.addWidget(text.heading(heading))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        self.accept_button = button(verb, kind="primary", on_click=self.accept)
        self.accept_button.setDefault(True)
        footer = row(1, button("Annuler", on_click=self.reject), self.accept_button)
        footer.setContentsMargins(24, 8, 24, 20)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.resize(0, 0)
        outer.addWidget(area, 1)
        outer.addWidget(footer)
        self._content, self._footer = content, footer

    def fit(self, width: int) -> None:
        """Take a width, in pixels for normal text, and the height that its content needs there."""
        room = self.screen().availableSize() * _SHARE
        wanted = min(theme.px(width), room.width())
        # What was just added has no size before its layouts are asked for it, the innermost first.
        for layout in reversed(self._content.findChildren(QLayout)):
            layout.activate()
        self.body.invalidate()
        height = self.body.totalHeightForWidth(wanted) + self._footer.sizeHint().height()
        self.resize(QSize(wanted, max(height, self.height())).boundedTo(room))
