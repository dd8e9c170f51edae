"""Pages one on top of the other, of which only the one that is shown asks for room."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class ShownStack(QWidget):
    """A stack whose hidden pages take no room: the one of Qt keeps the height of the tallest one visited."""

    def __init__(self) -> None:
        super().__init__()
        self._pages = QVBoxLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._current: QWidget | None = None

    def addWidget(self, page: QWidget) -> None:
        """Add a page; the first one is shown."""
        # In the stack first: shown on its own, it would be a window.
        self._pages.addWidget(page)
        page.setVisible(self._current is None)
        if self._current is None:
            self._current = page

    def currentWidget(self) -> QWidget | None:
        """Return the page that is shown."""
        return self._current

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show a page in place of the one before."""
        if page is self._current:
            return
        if self._current:
            self._current.hide()
        self._current = page
        page.show()
