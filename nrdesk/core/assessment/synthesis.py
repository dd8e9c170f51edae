"""The synthesis of a campaign: sentences that its data suggest, that the collectivité takes or leaves.

A draft never writes itself: it is proposed with the figure that it rests on, and goes into the document once
somebody takes it. What was taken or set aside is not proposed again in that campaign; taking it back, by undo
or by deleting the sentence, proposes it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment
from nrdesk.core.assessment.suggestions import Suggestion, suggestions
from nrdesk.core.model import Campaign, Finding, SynthesisItem, new_id

if TYPE_CHECKING:
    from nrdesk.core.document import Document, Transaction

DISMISSED = "synthesis_dismissed"
"""Setting of the document: identifier of a campaign -> keys of the drafts set aside in it."""


def drafts(document: Document, assessment: Assessment) -> tuple[SynthesisItem, ...]:
    """Return the sentences to propose for a campaign, those taken or set aside left out.

    Strengths come first, then weaknesses, then axes; within each, what weighs most.
    """
    campaign = assessment.campaign
    known = {item.draft_key for item in items(document, campaign)} | set(dismissed(document, campaign))
    found = [each for each in suggestions(document, assessment) if each.key not in known]
    order = list(Finding)
    found.sort(key=lambda each: order.index(each.finding))
    return tuple(_item(campaign, each) for each in found)


def _item(campaign: Campaign, suggestion: Suggestion) -> SynthesisItem:
    return SynthesisItem(
        campaign_id=campaign.id,
        finding=suggestion.finding,
        text=suggestion.text,
        basis=suggestion.basis,
        draft_key=suggestion.key,
    )


def items(document: Document, campaign: Campaign, finding: Finding | None = None) -> list[SynthesisItem]:
    """Return the sentences of a campaign, of one kind or of all three, in their order."""
    conditions = {"finding": finding} if finding else {}
    found = document.all(SynthesisItem, campaign_id=campaign.id, **conditions)
    return sorted(found, key=lambda item: (item.rank, item.id))


def dismissed(document: Document, campaign: Campaign) -> tuple[str, ...]:
    """Return the keys of the drafts set aside in a campaign."""
    return tuple((document.setting(DISMISSED) or {}).get(campaign.id, ()))


def add(document: Document, tx: Transaction, item: SynthesisItem) -> SynthesisItem:
    """Add a sentence after the others of its kind, and return it as it was written."""
    ranks = [each.rank for each in document.all(SynthesisItem, campaign_id=item.campaign_id)]
    placed = replace(item, id=new_id(), rank=max(ranks, default=0) + 1)
    tx.add(placed)
    return placed


def dismiss(document: Document, tx: Transaction, campaign: Campaign, keys: Iterable[str]) -> None:
    """Set drafts aside in a campaign."""
    everywhere = dict(document.setting(DISMISSED) or {})
    everywhere[campaign.id] = sorted({*dismissed(document, campaign), *keys})
    tx.set_setting(DISMISSED, everywhere)


def propose_again(document: Document, tx: Transaction, campaign: Campaign) -> None:
    """Propose again all that was set aside in a campaign."""
    everywhere = {id: keys for id, keys in (document.setting(DISMISSED) or {}).items() if id != campaign.id}
    tx.set_setting(DISMISSED, everywhere or None)


def move(document: Document, tx: Transaction, item: SynthesisItem, by: int) -> None:
    """Move a sentence among those of its kind: up (`by` = -1) or down (1); at the end, nothing moves."""
    campaign = document.get(Campaign, item.campaign_id)
    order = [each.id for each in items(document, campaign, item.finding)]
    place = order.index(item.id)
    order.insert(max(0, place + by), order.pop(place))
    for rank, id in enumerate(order, 1):
        tx.update(SynthesisItem, id, rank=rank)
