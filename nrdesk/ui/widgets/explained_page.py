"""A page of figures: its cards scroll, and the explanation of one of its figures stands beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from nrdesk.core.footprint import Explanation
from nrdesk.ui import theme
from nrdesk.ui.widgets.explain_panel import ExplainPanel
from nrdesk.ui.widgets.page import Page


class ExplainedPage(Page):
    """The base of the pages whose figures explain themselves."""

    def __init__(self, title: str, subtitle: str = "") -> None:
        super().__init__(title, subtitle, scroll=False)
        self.explain_panel = ExplainPanel()
        self.explain_panel.hide()
        self.explain_panel.closed.connect(self.place)
        content = QWidget()
        self.cards = QVBoxLayout(content)
        """Where the cards of the page go, from top to bottom."""
        self.cards.setContentsMargins(0, 0, 12, 20)
        self.cards.setSpacing(16)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        # It takes the room there is: its content is no reason for the page to scroll as well.
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        area.setMinimumHeight(theme.px(200))
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(area, 1)
        beside.addWidget(self.explain_panel)
        self.stand_beside(self.explain_panel)
        self.body.addLayout(beside, 1)
        self.reach_bottom()

    def add(self, widget: QWidget) -> None:
        self.cards.addWidget(widget)

    def add_stretch(self) -> None:
        """Keep the cards at the top."""
        self.cards.addStretch(1)

    def explain(self, explanation: Explanation) -> None:
        """Explain a figure beside the cards."""
        self.explain_panel.explain(explanation)
        self.place()

    @property
    def room(self) -> int:
        """Pixels that the cards may take in width."""
        return self.width() - (self.explain_panel.width() if self.explain_panel.isVisible() else 0)

    def place(self) -> None:
        """Lay out again what depends on `room`; nothing by default."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()
