"""Frozen campaigns: their figures never move, so that their rows come from one copy, all or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nrdesk.core.merging.differences import Block, Difference, Side
from nrdesk.core.merging.state import State
from nrdesk.core.model import Campaign, FrozenMethod, Record

_OWNER = "campaign_id"


def blocks(mine: State, theirs: State, differences: Sequence[Difference]) -> tuple[Block, ...]:
    """Return the campaigns that are frozen in one copy at least, and that are not the same in both."""
    found = []
    for id in sorted(mine[Campaign].keys() | theirs[Campaign].keys()):
        here, there = (campaign_of(state, id) for state in (mine, theirs))
        frozen = [side for side, each in ((Side.MINE, here), (Side.THEIRS, there)) if each and each.frozen]
        rows = [each for each in differences if id in owners(each)]
        if not frozen or not rows:
            continue
        side = frozen[0] if len(frozen) == 1 else _latest(mine, theirs, id)
        others = [each for each in rows if any(wish is not side for wish in _wishes(each))]
        known = here or there
        assert known is not None
        found.append(Block(f"block:{id}", id, known.year, side, bool(others), len(rows), tuple(frozen)))
    return tuple(found)


def in_blocks(differences: Sequence[Difference], whole: Sequence[Block]) -> tuple[Difference, ...]:
    """Return differences that follow their campaign where it stands or falls as a whole."""
    by_campaign = {block.campaign_id: block for block in whole}
    return tuple(_in_block(each, by_campaign) for each in differences)


def _in_block(difference: Difference, by_campaign: dict[str, Block]) -> Difference:
    for id in owners(difference):
        if block := by_campaign.get(id):
            fields = tuple(
                replace(each, suggested=block.suggested, conflict=False) for each in difference.fields
            )
            return replace(
                difference, suggested=block.suggested, conflict=False, fields=fields, block=block.key
            )
    return difference


def owners(difference: Difference) -> set[str]:
    """Return the campaigns that a row belongs to, on either side."""
    return {id for record in (difference.mine, difference.theirs) if record and (id := owner(record))}


def owner(record: Record) -> str | None:
    """Return the campaign that a row belongs to, itself when it is one."""
    if isinstance(record, Campaign):
        return record.id
    return getattr(record, _OWNER, None)


def campaign_of(state: State, id: str) -> Campaign | None:
    """Return a campaign of a document; None when there is none with this identifier."""
    found = state[Campaign].get(id)
    return found if isinstance(found, Campaign) else None


def _wishes(difference: Difference) -> list[Side]:
    """Return the sides that a difference would be taken from."""
    if difference.fields:
        return [each.suggested for each in difference.fields]
    return [difference.suggested]


def _latest(mine: State, theirs: State, campaign_id: str) -> Side:
    """Return the side that froze a campaign last; this one when both did at once."""

    def moment(state: State) -> str:
        kept = (each for each in state[FrozenMethod].values() if isinstance(each, FrozenMethod))
        return max((each.frozen_at for each in kept if each.campaign_id == campaign_id), default="")

    return Side.THEIRS if moment(theirs) > moment(mine) else Side.MINE
