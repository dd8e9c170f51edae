"""The versions of the strategy: the latest ones, and the way to compare them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core import roadmap
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.reveal import reveal

_SHOWN = 3


class VersionsCard(Card):
    """The latest versions, and a button to keep, compare and bring back."""

    def __init__(self, session: Session) -> None:
        self._open = button("Garder ou comparer des versions", "history", on_click=self.open_versions)
        super().__init__("Les versions", self._open)
        self._session = session
        self._empty = text.muted(
            "Aucune version n’est gardée. Gardez-en une avant chaque relecture\u00a0: vous verrez ce qui a "
            "changé, et vous pourrez revenir en arrière."
        )
        self.add(self._empty)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.add_layout(self._lines)

    def refresh(self) -> None:
        """Show what the document holds."""
        from nrdesk.ui.roadmap.versions_dialog import details_of

        found = roadmap.versions(self._session.document)
        self._empty.setHidden(bool(found))
        clear(self._lines)
        for version in found[:_SHOWN]:
            self._lines.addWidget(Panel(text.strong(version.name), text.muted(details_of(version))))

    def focus_field(self, name: str) -> bool:
        """Lead to the button; return whether the name is that of this card."""
        if name == "versions":
            reveal(self._open)
        return name == "versions"

    def open_versions(self) -> None:
        """Open the versions."""
        from nrdesk.ui.roadmap.versions_dialog import VersionsDialog

        dialog = VersionsDialog(self._session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _: self.refresh())
        dialog.open()
