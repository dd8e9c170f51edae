"""Creating a document: find the collectivité, check what is known of it, choose where to keep the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nrdesk.ui.shell.place_search import PlaceSearch
from nrdesk.ui.widgets.card import Card

if TYPE_CHECKING:
    from nrdesk.core.reference.directory import Place


class CreateCard(Card):
    """Two moments in one card: search, then check and create."""

    created = Signal(object, object)
    """The `Authority`, and the path chosen for it."""

    def __init__(self) -> None:
        super().__init__("Commencer")
        self.search = PlaceSearch()
        self.search.chosen.connect(self._show_details)
        self._details: QWidget | None = None
        self.add(self.search)

    def _show_details(self, place: Place) -> None:
        # Imported once a place is chosen: the first page is painted without it.
        from nrdesk.ui.shell.welcome_details import PlaceDetails

        details = PlaceDetails(place)
        details.created.connect(self.created)
        details.refused.connect(self._search_again)
        self._details = details
        self.search.hide()
        self.add(details)
        details.focus_first()

    def _search_again(self) -> None:
        if self._details:
            self._details.hide()
            self._details.deleteLater()
            self._details = None
        self.search.show()
        self.search.field.setFocus()
        self.search.field.selectAll()
