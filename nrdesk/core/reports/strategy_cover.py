"""What the cover of the strategy says of its figures and of the law: kept with each version, as its text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from nrdesk.core.model.obligation import Status
from nrdesk.core.reference import obligations
from nrdesk.core.reports import parts, wording

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document

KEY = "cover"
"""Where it stands among what a version keeps; no insert has this name."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover says beside its title, its date and its status."""

    authority: str
    campaign: str = ""
    factors: str = ""
    law: str = ""
    """Date of the legal state, as ISO 8601; "" when it was not kept."""
    notice: str = ""

    @property
    def legal_state(self) -> dt.date | None:
        """Date of the legal state."""
        return dt.date.fromisoformat(self.law) if self.law else None


def cover_of(document: Document, assessment: Assessment) -> Cover:
    """Return what the cover says today; figures are named when there are some."""
    authority = document.authority
    counted = bool(assessment.result.counted)
    return Cover(
        wording.full_name(authority),
        campaign=str(assessment.campaign.year) if counted else "",
        factors=parts.factors_of(assessment) if counted else "",
        law=obligations.legal_state().isoformat(),
        notice=_voluntary(document),
    )


def dumped(cover: Cover) -> dict[str, str]:
    """Return a cover as JSON."""
    return asdict(cover)


def loaded(kept: Mapping[str, Any], otherwise: Cover) -> Cover:
    """Return the cover that `dumped` wrote, `otherwise` for a version that kept none or that is damaged."""
    found = kept.get(KEY)
    try:
        made = Cover(**{name: str(value) for name, value in found.items()}) if found else otherwise
        return made if made.legal_state or not made.law else otherwise
    except (AttributeError, TypeError, ValueError):
        return otherwise


def _voluntary(document: Document) -> str:
    """Return the sentence that says that no law asks for the strategy, "" when one does or may."""
    verdict = parts.strategy_verdict(document.authority, obligations.legal_state())
    if verdict.status not in (Status.VOLUNTARY, Status.NOT_CONCERNED):
        return ""
    return "Démarche volontaire\u00a0: la loi ne nous impose pas cette stratégie."
