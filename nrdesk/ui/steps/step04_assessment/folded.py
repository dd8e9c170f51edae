"""A list of records of a long page, folded under its title and told in one line."""

from __future__ import annotations

from collections.abc import Callable, Collection

from nrdesk.ui.records import RecordSection
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.fold import Fold


class FoldedSection(Card):
    """A card that opens on a list of records."""

    def __init__(
        self, title: str, section: RecordSection, places: Collection[str], summary: Callable[[], str]
    ) -> None:
        """Make the card, closed.

        Args:
            title: its title.
            section: what it opens on.
            places: names that lead to the section from elsewhere.
            summary: returns the line that shows under the title even when it is closed.
        """
        super().__init__()
        self.section = section
        self._places, self._summary = places, summary
        self._line = text.muted("")
        self._fold = Fold(title, opened=False, role="heading")
        self._fold.add_summary(self._line)
        # The title of the fold is enough: what it opens on is no card in a card.
        section.setProperty("flat", True)
        section.body.setContentsMargins(0, 0, 0, 0)
        if section.heading:
            section.heading.clear()
        self._fold.add(section)
        self.add(self._fold)

    def refresh(self) -> None:
        """Show what the document holds."""
        self.section.refresh()
        self._line.setText(text.tied(self._summary()))
        self.setHidden(self.section.isHidden())

    def focus_field(self, name: str) -> bool:
        """Open and lead to the list; return whether the name is known here."""
        if name not in self._places:
            return False
        self._fold.header.setChecked(True)
        return self.section.focus_field(name)
