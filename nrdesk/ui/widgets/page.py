"""The base of every page: title, badges, actions, a body that scrolls, a footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from nrdesk.ui import theme
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from nrdesk.ui.widgets.explain_panel import ExplainPanel

_WIDEST = 1120
"""Widest column of a page that scrolls, in pixels for normal text: longer lines are tiring to read."""


class Page(QWidget):
    """A page of the window. Subclasses take the session and override `refresh`."""

    navigate = Signal(str, str)
    """Ask the window for another page: its key (see `nrdesk.ui.shell.routes`), and a field of it or ""."""

    side_opened = Signal()
    """A panel opens beside the body: the guide leaves it its place where there is room for one only."""

    step_number: int | None = None
    """Step whose guide stands beside this page."""

    def __init__(self, title: str, subtitle: str = "", *, scroll: bool = True) -> None:
        """Make an empty page.

        Args:
            title: title of the page, and its accessible name.
            subtitle: one sentence under it.
            scroll: False for a page whose body (a grid) scrolls by itself and takes the whole height; the
                page itself then scrolls only when the window is too small for its parts.
        """
        super().__init__()
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(16)
        column.addLayout(self._make_header(title, subtitle))
        self.body = QVBoxLayout()
        """Where the cards of the page go, from top to bottom."""
        self.body.setSpacing(16)
        column.addLayout(self.body, 0 if scroll else 1)
        if scroll:
            column.addStretch(1)
            self._content.setMaximumWidth(theme.px(_WIDEST))
        outer.addWidget(_scrolling(self._content), 1)
        self._outer = outer
        self._side: ExplainPanel | None = None

    def _make_header(self, title: str, subtitle: str) -> QVBoxLayout:
        self.title_label: QLabel = _Title(title)
        self.subtitle_label: QLabel = text.label(subtitle, tone="muted", terms=True)
        if not subtitle:
            self.subtitle_label.hide()
        actions = QWidget()
        self._actions = FlowLayout()
        actions.setLayout(self._actions)
        self._line = FlowLayout(gap=12, last_to_right=True)
        self._line.addWidget(self.title_label)
        self._line.addWidget(actions)
        header = QVBoxLayout()
        header.setSpacing(4)
        header.addLayout(self._line)
        header.addWidget(self.subtitle_label)
        return header

    def add(self, widget: QWidget) -> None:
        """Add a card to the body."""
        self.body.addWidget(widget)

    def add_badge(self, widget: QWidget) -> None:
        """Add a pill after the title."""
        actions = self._line.takeAt(self._line.count() - 1)
        self._line.addWidget(widget)
        if actions:
            self._line.addItem(actions)

    def add_action(self, widget: QWidget) -> None:
        """Add a button at the right of the title."""
        self._actions.addWidget(widget)

    def set_subtitle(self, sentence: str) -> None:
        """Change the sentence under the title; empty hides it."""
        self.subtitle_label.setText(sentence)
        self.subtitle_label.setVisible(bool(sentence))

    def set_footer(self, *items: QWidget | int) -> None:
        """Put widgets in a bar that stays at the bottom; a number stretches there."""
        footer = QFrame()
        footer.setObjectName("footer")
        line = QHBoxLayout(footer)
        line.setContentsMargins(28, 10, 28, 10)
        for item in items:
            if isinstance(item, int):
                line.addStretch(item)
            else:
                line.addWidget(item)
        self._outer.addWidget(footer)

    def stand_beside(self, panel: ExplainPanel) -> None:
        """Let a panel of this page and the guide take turns (see `side_opened` and `close_side`)."""
        self._side = panel
        panel.opened.connect(self.side_opened)

    def close_side(self) -> None:
        """Close the panel beside the body, if there is one."""
        if self._side:
            self._side.hide()

    def reach_bottom(self) -> None:
        """Let the body, that scrolls by itself, go down to the edge of the window."""
        if layout := self._content.layout():
            margins = layout.contentsMargins()
            margins.setBottom(0)
            layout.setContentsMargins(margins)

    def go(self, page: str, field: str = "") -> None:
        """Ask the window for another page (see `navigate`)."""
        self.navigate.emit(page, field)

    def reveal(self, field: str) -> None:
        """Bring a field of this page in sight and give it the focus; unknown fields are ignored."""

    def refresh(self) -> None:
        """Redraw from the document. Called when the page is shown and something has changed."""


def page_of(widget: QWidget) -> Page | None:
    """Return the page on which a widget stands."""
    above = widget.parentWidget()
    while above:
        if isinstance(above, Page):
            return above
        above = above.parentWidget()
    return None


class _Title(QLabel):
    """A title that would rather stand on one line, and wraps when it cannot."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "title")
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 4
        return QSize(width, self.heightForWidth(width))


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(content)
    # The page scrolls by wheel, Page Up/Down and by moving the focus: no extra stop for Tab.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
