"""An assessment kept up to date with its document: an edit costs what it changed, not the whole inventory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment, assess, method_of
from nrdesk.core.campaigns.frozen import authority_of
from nrdesk.core.footprint.ledger import Ledger
from nrdesk.core.model import Campaign, Equipment, FactorFile, FrozenMethod

if TYPE_CHECKING:
    from nrdesk.core.document import Changed, Document

_WHOLE = frozenset((FactorFile.TABLE, FrozenMethod.TABLE))
"""Tables whose changes are rare, and change everything."""


class KeptAssessment:
    """The figures of one campaign, the same as `assess` gives, while its document is worked on.

    Everything is read the first time; then the lines of the inventory that changed, and what is small.
    """

    def __init__(self, document: Document, campaign: Campaign) -> None:
        self._document = document
        self._campaign = campaign
        self._known: Assessment | None = None
        self._ledger: Ledger | None = None
        self._lines: set[str] = set()
        self._others: set[str] = set()
        """Tables that changed, but that of the lines."""

    def note(self, changed: Changed) -> None:
        """Remember what is to be read again."""
        self._lines |= changed.rows.get(Equipment.TABLE, frozenset())
        self._others |= changed.tables - {Equipment.TABLE}

    def now(self) -> Assessment:
        """Return the assessment as the document is now.

        Raises:
            UserError: see `assess`.
        """
        known = self._known
        if known is not None and self._others:
            known = self._with_the_others(known)
        if known is None:
            known = assess(self._document, self._campaign)
            self._ledger = None
        elif self._lines:
            known = self._with_the_lines(known)
        self._known = known
        self._others.clear()
        self._lines.clear()
        return known

    def _with_the_others(self, known: Assessment) -> Assessment | None:
        """Return the assessment with all but its lines read again; None when every line changes with it."""
        campaign = self._document.get(Campaign, self._campaign.id)
        if campaign != self._campaign or not self._others.isdisjoint(_WHOLE):
            self._campaign = campaign
            return None
        # A frozen campaign keeps its method, whatever becomes of the settings.
        if not campaign.frozen and method_of(self._document, campaign) != known.method:
            return None
        return replace(known, authority=authority_of(self._document, campaign))

    def _with_the_lines(self, known: Assessment) -> Assessment:
        """Return the assessment with the lines that changed read again."""
        if self._ledger is None:
            self._ledger = Ledger(known.result)
        found = self._document.existing(Equipment, self._lines)
        own = [line for line in found if line.campaign_id == self._campaign.id]
        self._ledger.drop(self._lines - {line.id for line in own})
        self._ledger.put(own)
        result = self._ledger.result()
        return replace(known, equipment=tuple(line.equipment for line in result.lines), result=result)
