"""The display of a room: large letters, strong contrast, a halo around the pointer; for this time only."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from nrdesk.ui import preferences, theme
from nrdesk.ui.training.pointer import PointerHalo

SCALE = 1.5
"""Size of the text: 22 pixels, read from the back of a room of some thirty people."""
KEYS = "Ctrl+Shift+P"
"""What turns it on and off, on every page."""


class Projector(QObject):
    """Turns the display of a room on and off over a window; the preferences of the user are left alone."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._halo: PointerHalo | None = None

    @property
    def is_on(self) -> bool:
        """Whether the display of a room is on: another look, chosen meanwhile in the settings, ends it."""
        return theme.mode() == theme.PROJECTOR

    def toggle(self) -> None:
        """Turn it on or off; the pages are then to be built again."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if self.is_on:
            chosen = preferences.load()
            theme.apply(app, chosen.theme, chosen.text_scale)
        else:
            theme.apply(app, theme.PROJECTOR, max(SCALE, theme.scale()))
        self._show_halo()

    def _show_halo(self) -> None:
        if self.is_on and self._halo is None:
            self._halo = PointerHalo(self._window)
        elif not self.is_on and self._halo is not None:
            self._halo.stop()
            self._halo = None
