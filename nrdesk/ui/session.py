"""The open document as the window sees it: signals, the campaign shown, the footprint of the moment."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    # Storage brings SQLAlchemy: it is imported when a file is first opened, not when the window starts.
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.assessment.kept import KeptAssessment
    from nrdesk.core.document import Changed, Document, Transaction
    from nrdesk.core.model import Campaign

FEW_LINES = 10_000
"""Inventory lines up to which rings and totals follow every edit of the grid: adding up more is felt."""


class Session(QObject):
    """One open document and what is shown of it."""

    changed = Signal(object)
    """A `Changed`: something was done, undone or redone."""
    campaign_changed = Signal()
    """Another year is shown."""
    law_changed = Signal()
    """Another law table is used: every page that speaks of the law is to be drawn again."""
    look_changed = Signal()
    """Another size of text was chosen: the window builds its pages again."""
    restore_asked = Signal(object)
    """Path of a backup to put in place of the file: the window closes it, restores, opens it again."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._campaign = document.campaign
        self._kept: KeptAssessment | None = None
        self.drafts: dict[tuple[str, str], str] = {}
        """What was typed and could not be taken, by identifier of the record and name of the field: it
        stays until it is corrected, whatever pages are built again meanwhile."""
        self._scratch: TemporaryDirectory[str] | None = None
        self._unsubscribe = document.subscribe(self._on_change)

    @property
    def campaign(self) -> Campaign:
        """The campaign shown."""
        return self._campaign

    @property
    def locked(self) -> str:
        """Why the inventory of the campaign shown cannot be written, in French; "" when it can."""
        if self.document.read_only:
            return "Ce document est ouvert en lecture seule."
        if self._campaign.frozen:
            return f"La campagne {self._campaign.year} est figée\u00a0: ses chiffres ne bougent plus."
        return ""

    def show_campaign(self, campaign: Campaign) -> None:
        """Show another year."""
        if campaign.id != self._campaign.id:
            self._campaign = campaign
            self._kept = None
            self.campaign_changed.emit()

    def assessment(self) -> Assessment:
        """Return the footprint of the campaign shown: after a change, only what it touched is worked out."""
        if self._kept is None:
            from nrdesk.core.assessment.kept import KeptAssessment

            self._kept = KeptAssessment(self.document, self._campaign)
        return self._kept.now()

    def act(self, label: str) -> AbstractContextManager[Transaction]:
        """Open an action (see `Document.action`); `label` is what the undo button will say."""
        return self.document.action(label)

    def undo(self) -> Changed | None:
        """Undo the last action; returns what changed, or None when there is nothing to undo."""
        return self.document.undo()

    def redo(self) -> Changed | None:
        """Redo the last action undone; returns what changed, or None when there is nothing to redo."""
        return self.document.redo()

    def scratch(self) -> Path:
        """Return a new folder for a file that is only looked at; it goes with the session."""
        import tempfile

        if self._scratch is None:
            # What a viewer still shows cannot always be deleted: the system does it later.
            self._scratch = tempfile.TemporaryDirectory(prefix="nrdesk-", ignore_cleanup_errors=True)
        return Path(tempfile.mkdtemp(dir=self._scratch.name))

    def close(self) -> None:
        """Close the document and release its lock."""
        self._unsubscribe()
        self.document.close()
        if self._scratch:
            self._scratch.cleanup()

    def _on_change(self, changed: Changed) -> None:
        if self._kept:
            self._kept.note(changed)
        if "campaign" in changed.tables:
            self._kept = None
            campaigns = self.document.campaigns()
            by_id = {campaign.id: campaign for campaign in campaigns}
            self._campaign = by_id.get(self._campaign.id, campaigns[-1])
            self.campaign_changed.emit()
        self.changed.emit(changed)
