"""The entries of a history, day by day: a list that the keyboard walks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.monitoring.history import Entry
from nrdesk.ui import theme

_MOST = 12
"""Lines seen at once; beyond, the list scrolls."""


class EntriesView(QListWidget):
    """Who did what, when; the latest first. Words that are too long wrap."""

    def __init__(self, name: str) -> None:
        """Make an empty list; `name` is its accessible name."""
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription("Flèches pour parcourir")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        self.clear()
        for entry in entries:
            item = QListWidgetItem(_words(entry))
            self.addItem(item)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        shown = max(2, min(self.count(), _MOST))
        line = self.fontMetrics().height() + theme.px(8)
        return QSize(theme.px(260), shown * line + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(140), theme.px(60))


def _words(entry: Entry) -> str:
    rows = f" ({count(entry.rows, 'ligne')})" if entry.rows > 1 else ""
    return f"{entry.day}, {entry.details}{NBSP}: {entry.label}{rows}"
