"""From what differs and what was chosen to the rows of the merged document, and the account of each choice.

A row is never kept without those that it must point to. What one copy deleted comes back when the other made
something that depends on it, unless somebody chose to delete it: what depends on it then goes too, and
the account says so. Rows of a frozen campaign never go this way: what they need stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from nrdesk.core.merging.blocks import owner
from nrdesk.core.merging.differences import Comparison, Difference, FieldDifference, Side
from nrdesk.core.merging.state import STORED, references
from nrdesk.core.model import Campaign, Dependency, Record
from nrdesk.core.planning.graph import cycle

Choices = Mapping[str, Side]
"""Key of a difference, of a field or of a campaign -> the side that somebody chose."""

_Place = tuple[type[Record], str]


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a choice brought about elsewhere."""

    kind: type[Record]
    id: str
    record: Record
    """The row as it was before."""
    lost: str = ""
    """Field that does not point to anything any more; "" when the row itself went."""
    returned: bool = False
    """Whether the row came back, or stayed, because others depend on it."""
    ring: bool = False
    """Whether the row is a link that would make actions wait for each other."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What merging writes, and why."""

    comparison: Comparison
    choices: Choices
    added: tuple[Record, ...]
    changed: tuple[Record, ...]
    deleted: tuple[Record, ...]
    consequences: tuple[Consequence, ...]
    rows: Mapping[_Place, Record | None]
    """What becomes of each row that differs; None when it is not kept."""

    @property
    def written(self) -> int:
        """How many rows of this document change."""
        return len(self.added) + len(self.changed) + len(self.deleted)


def resolve(comparison: Comparison, choices: Choices | None = None) -> Outcome:
    """Return the merged document, as what changes in this one.

    Args:
        comparison: what differs.
        choices: the sides chosen; what is not chosen takes what nrdesk suggests.
    """
    work = _Resolution(comparison, choices or {})
    work.settle()
    added, changed, deleted = [], [], []
    for (kind, id), record in work.rows.items():
        here = comparison.mine[kind].get(id)
        if here is None and record is not None:
            added.append(record)
        elif here is not None and record is None:
            deleted.append(here)
        elif here is not None and record is not None and replace(record, updated_at=here.updated_at) != here:
            changed.append(record)
    return Outcome(
        comparison,
        choices or {},
        tuple(added),
        tuple(changed),
        tuple(deleted),
        tuple(work.consequences),
        work.rows,
    )


def deletions_undone(comparison: Comparison) -> frozenset[str]:
    """Return the keys of the rows that would go and that something kept depends on."""
    work = _Resolution(comparison, {})
    work.settle()
    return frozenset(f"{kind.TABLE}:{id}" for kind, id in work.returned)


def side_of(difference: Difference, field: FieldDifference | None, choices: Choices) -> Side:
    """Return the side that a row, or a field of it, is taken from."""
    if difference.block:
        return choices.get(difference.block, difference.suggested)
    asked = field or difference
    return choices.get(asked.key, asked.suggested)


def taken(field: FieldDifference, side: Side) -> tuple[object, ...]:
    """Return the values of fields for the side chosen."""
    if side is Side.BOTH and field.joinable:
        return (f"{field.mine[0]}\n\n{field.theirs[0]}",)
    return field.theirs if side is Side.THEIRS else field.mine


class _Resolution:
    """The rows on their way to a document that holds together."""

    def __init__(self, comparison: Comparison, choices: Choices) -> None:
        self._comparison, self._choices = comparison, choices
        self._by_place = {(each.kind, each.id): each for each in comparison.differences}
        self._frozen = {block.campaign_id for block in comparison.blocks}
        self._frozen |= {
            each.id
            for each in comparison.mine[Campaign].values()
            if isinstance(each, Campaign) and each.frozen
        }
        self.rows = {place: self._row(each) for place, each in self._by_place.items()}
        self.consequences: list[Consequence] = []
        self.returned: dict[_Place, None] = {}
        self._sent_away: dict[_Place, Record] = {}

    def settle(self) -> None:
        """Bring back, or send away, until every row has what it points to."""
        self._keep_a_campaign()
        while found := self._dangling():
            for place, name, target, required in found:
                record = self._kept(place)
                if record is None or self._kept(target) is not None:
                    continue  # settled meanwhile
                # What came back stays: nothing may come and go for ever.
                stays = owner(record) in self._frozen or place in self.returned
                if stays or not self._chosen_to_go(target):
                    self._bring_back(target)
                else:
                    self._let_go(place, record, name, required=required)
        self._break_cycles()

    def _keep_a_campaign(self) -> None:
        """Bring back the latest campaign with its rows when each copy deleted those of the other."""
        gone = [(each.mine or each.theirs) for each in self._by_place.values() if each.kind is Campaign]
        years = [each for each in gone if isinstance(each, Campaign)]
        left = (self._kept((Campaign, id)) for id in self._comparison.mine[Campaign])
        if not years or any(left) or any(self.rows[Campaign, each.id] for each in years):
            return
        latest = max(years, key=lambda campaign: campaign.year)
        for place, each in self._by_place.items():
            record = each.mine or each.theirs
            if record and owner(record) == latest.id and self.rows[place] is None:
                self._bring_back(place)

    def _break_cycles(self) -> None:
        """Leave out the links of the other copy that would make actions wait for each other in a ring."""
        while ring := cycle(links := self._links()):
            pairs = set(pairwise((*ring, ring[0])))
            known = self._comparison.mine[Dependency]
            closing = [
                each for each in links if (each.action_id, each.needs_id) in pairs and each.id not in known
            ]
            if not closing:  # it was there before
                return
            link = closing[-1]
            self.rows[Dependency, link.id] = None
            self.consequences.append(Consequence(Dependency, link.id, link, ring=True))

    def _links(self) -> list[Dependency]:
        ids = self._comparison.mine[Dependency].keys() | {id for kind, id in self.rows if kind is Dependency}
        kept = (self._kept((Dependency, id)) for id in sorted(ids))
        return [each for each in kept if isinstance(each, Dependency)]

    def _row(self, difference: Difference) -> Record | None:
        mine, theirs = difference.mine, difference.theirs
        if mine is None or theirs is None:
            return theirs if side_of(difference, None, self._choices) is Side.THEIRS else mine
        changes: dict[str, Any] = {}
        for field in difference.fields:
            side = side_of(difference, field, self._choices)
            changes.update(zip(field.names, taken(field, side), strict=True))
        return replace(mine, **changes)

    def _kept(self, place: _Place) -> Record | None:
        if place in self.rows:
            return self.rows[place]
        return self._comparison.mine[place[0]].get(place[1])

    def _dangling(self) -> list[tuple[_Place, str, _Place, bool]]:
        """Return what points to a row that is not kept: from where, by which field, to what."""
        gone = {place for place, record in self.rows.items() if record is None}
        return list(self._pointing_to(gone)) if gone else []

    def _pointing_to(self, gone: set[_Place]) -> Iterator[tuple[_Place, str, _Place, bool]]:
        kinds = {kind for kind, _ in gone}
        for kind in STORED:
            if not (columns := [each for each in references(kind) if each.target in kinds]):
                continue
            ids = self._comparison.mine[kind].keys() | {id for each, id in self.rows if each is kind}
            for id in sorted(ids):
                if record := self._kept((kind, id)):
                    for each in columns:
                        target = each.target, getattr(record, each.name)
                        if target in gone:
                            yield (kind, id), each.name, target, each.required

    def _chosen_to_go(self, place: _Place) -> bool:
        """Return whether somebody chose that a row goes, or that what it depends on does."""
        if place in self._sent_away:
            return True
        difference = self._by_place[place]
        return (difference.block or difference.key) in self._choices

    def _bring_back(self, place: _Place) -> None:
        record = self._sent_away.get(place)
        if record is None:
            difference = self._by_place[place]
            record = difference.mine or difference.theirs
        assert record is not None
        self.rows[place] = record
        self.returned[place] = None
        self.consequences.append(Consequence(*place, record, returned=True))

    def _let_go(self, place: _Place, record: Record, name: str, *, required: bool) -> None:
        without: dict[str, Any] = {name: None}
        self.rows[place] = None if required else replace(record, **without)
        if required:
            self._sent_away[place] = record
        self.consequences.append(Consequence(*place, record, lost="" if required else name))
