"""The pages of an exercise with its panel beside them; in its place where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nrdesk.ui import theme
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.training.panel import WIDTH, ExercisesPanel
from nrdesk.ui.widgets.buttons import icon_button

ROOM = 960
"""Width from which the panel stands beside the pages, in pixels for normal text; else in their place."""
KEY = "F8"
_LARGEST = 16777215
"""Qt’s own "as wide as there is room"."""


class TrainingFrame(QWidget):
    """What the window holds while an exercise is open."""

    reset_asked = Signal()
    """The commune is to be made again, as new."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._opened = True
        self.panel = ExercisesPanel(workspace.session)
        self.open_button = icon_button("graduation-cap", f"Ouvrir les exercices ({KEY})", self.toggle)
        self._rail = QFrame()
        self._rail.setObjectName("exercises")
        rail = QVBoxLayout(self._rail)
        rail.setContentsMargins(4, 12, 4, 12)
        rail.addWidget(self.open_button)
        rail.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(workspace, 1)
        line.addWidget(self.panel)
        line.addWidget(self._rail)
        self.panel.closed.connect(self.toggle)
        self.panel.place_asked.connect(self._go)
        self.panel.reset_asked.connect(self.reset_asked)
        QShortcut(QKeySequence(KEY), self, self.toggle)
        self._fit()

    def resume(self, before: TrainingFrame) -> None:
        """Show what another frame on the same document was showing."""
        self._opened = before._opened
        if reading := before.panel.reading:
            self.panel.open(reading)
        self._fit()

    def toggle(self) -> None:
        """Open the exercises and go there, or close them and come back to the page."""
        self._opened = not self._opened
        self._fit()
        if self._opened:
            self.panel.focus_first()
        else:
            self.open_button.setFocus()

    def _go(self, page: str, field: str) -> None:
        if not self._room():
            self._opened = False
            self._fit()
        self.workspace.go(page, field)

    def _room(self) -> bool:
        return self.width() >= theme.px(ROOM)

    def _fit(self) -> None:
        room = self._room()
        self.panel.setVisible(self._opened)
        self._rail.setVisible(not self._opened)
        self.workspace.setVisible(room or not self._opened)
        if room:
            self.panel.setFixedWidth(theme.px(WIDTH))
        else:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(_LARGEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
