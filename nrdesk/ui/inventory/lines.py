"""The lines of the campaign as they are shown: which, in which order, read from the file a page at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from nrdesk.core.model import Equipment, EquipmentStatus
from nrdesk.ui.inventory import order
from nrdesk.ui.inventory.columns import COLUMNS, INDEX, Column, computed, key, searched
from nrdesk.ui.inventory.figures import Figures
from nrdesk.ui.session import Session

PAGE = 64
"""Lines read at once around the one that is asked for: a few screens."""
KEPT = 4096
"""Records kept in memory; beyond, they are read again."""


class Lines:
    """The order and the choice of the lines of the current campaign, without Qt.

    Only identifiers are held for the whole inventory: the records are read when they are shown, keys and
    texts when something is sorted or searched.
    """

    def __init__(self, session: Session, figures: Figures) -> None:
        self._session = session
        self._figures = figures
        self._all: list[str] = []
        self._known: set[str] = set()
        self._sorted: list[str] = []
        self.shown: Sequence[str] = []
        """Identifiers of the lines shown, in order."""
        self.sort: tuple[str, bool] | None = None
        """Name of the column sorted by and whether it descends; None for the order of creation."""
        self.wanted = ""
        self.incomplete_only = False
        self.with_retired = False
        self._fresh: dict[str, None] = {}
        self._records: dict[str, Equipment] = {}
        self._keys: dict[str, dict[str, order.Key]] = {}
        self._folded: dict[str, str] | None = None
        self._search: order.Search | None = None
        self._retired: set[str] | None = None
        self.refresh()

    def refresh(self, changed: Collection[str] | None = None) -> None:
        """Read again what changed; the lines are rearranged only if some came or went.

        A line that was only edited stays where it is, whatever the sort and the filter: nothing moves
        under the hands of the person who types.

        Args:
            changed: identifiers of the lines added, edited or deleted, when nothing else changed that the
                figures depend on; None for everything.
        """
        if changed is not None and self._read_again(changed):
            return
        if changed is None:
            self._records.clear()
            self._keys.clear()
            self._folded = self._retired = None
        self._search = None
        ids = self._session.document.ids(Equipment, campaign_id=self._session.campaign.id)
        if ids != self._all:
            self._all, self._known = ids, set(ids)
            self._sort()

    def _read_again(self, changed: Collection[str]) -> bool:
        """Bring what is known of some lines up to date; return whether they are all still there."""
        campaign = self._session.campaign.id
        found = self._session.document.existing(Equipment, changed)
        lines = {line.id: line for line in found if line.campaign_id == campaign}
        for identifier in changed:
            self._records.pop(identifier, None)
        self._records.update(lines)
        for name, keys in self._keys.items():
            keys.update(self._sort_keys(COLUMNS[INDEX[name]], lines.values()))
        if self._folded is not None:
            self._folded.update(_folded(lines.values()))
            self._search = None
        if self._retired is not None:
            self._retired.difference_update(changed)
            self._retired.update(i for i, line in lines.items() if line.status is EquipmentStatus.OUT)
        # Of another campaign, the others never were here.
        return all((identifier in lines) == (identifier in self._known) for identifier in changed)

    def arrange(self, *, sort: tuple[str, bool] | None) -> None:
        """Sort the lines by a column, or back to the order of creation; new lines join the others."""
        self.sort = sort
        self._fresh.clear()
        self._sort()

    def choose(self, *, wanted: str, incomplete_only: bool, with_retired: bool) -> None:
        """Choose the lines shown: those that hold every word wanted, the incomplete ones, the retired."""
        self.wanted, self.incomplete_only, self.with_retired = wanted, incomplete_only, with_retired
        self._fresh.clear()
        self._choose()

    def keep_in_sight(self, ids: Iterable[str]) -> None:
        """Show lines that are being added at the end, whatever the sort and the choice, until the next."""
        self._fresh.update(dict.fromkeys(ids))

    @property
    def hidden(self) -> int:
        """How many lines of the campaign are not shown."""
        return len(self._all) - len(self.shown)

    def __len__(self) -> int:
        """Return the number of lines shown."""
        return len(self.shown)

    def __getitem__(self, row: int) -> Equipment:
        """Return the line of a row, reading its neighbours with it."""
        record = self._records.get(self.shown[row])
        if record is None:
            self._read(self.shown[max(0, row - PAGE // 4) : row + PAGE])
            record = self._records[self.shown[row]]
        return record

    def many(self, rows: Sequence[int]) -> list[Equipment]:
        """Return the lines of several rows, in the order given."""
        return self._session.document.many(Equipment, [self.shown[row] for row in rows])

    def row_of(self, identifier: str) -> int | None:
        """Return the row of a line, or None when it is not shown."""
        try:
            return self.shown.index(identifier)
        except ValueError:
            return None

    def incomplete(self) -> frozenset[str]:
        """Return the lines in use that lack a datum, or hold a text that could not be read."""
        unread = (line.id for line in self._figures.equipment() if line.unread)
        return self._figures.incomplete() | frozenset(unread)

    def first_without(self, name: str) -> str | None:
        """Return the first line, among all, that says nothing in a field."""
        return next((line.id for line in self._figures.equipment() if not getattr(line, name)), None)

    def distinct(self, name: str) -> list[str]:
        """Return the texts already written in a column, in French order: what typing suggests."""
        values = {str(getattr(line, name)) for line in self._figures.equipment()} - {""}
        return sorted(values, key=lambda value: order.collate(value) or "")

    def prepare_search(self) -> None:
        """Fold the texts of every line, so that the first letter typed finds at once."""
        self._searched()

    def _read(self, ids: Sequence[str]) -> None:
        if len(self._records) > KEPT:
            self._records.clear()
        self._records.update((r.id, r) for r in self._session.document.many(Equipment, ids))

    def _sort(self) -> None:
        if self.sort is None:
            self._sorted = self._all
        else:
            name, descending = self.sort
            if name not in self._keys:
                self._keys[name] = self._sort_keys(COLUMNS[INDEX[name]], self._figures.equipment())
            self._sorted = order.arrange(self._all, self._keys[name], descending=descending)
        self._search = None
        self._choose()

    def _sort_keys(self, column: Column, lines: Iterable[Equipment]) -> dict[str, order.Key]:
        if column.field is not None:
            return {line.id: key(column, line) for line in lines}
        return {line.id: computed(column.name, self._figures.of(line)) for line in lines}

    def _choose(self) -> None:
        kept: Sequence[str] = self._sorted
        if self.wanted.strip():
            kept = self._searched().find(self.wanted)
        if not self.with_retired and (retired := self._retired_lines()):
            kept = [i for i in kept if i not in retired]
        if self.incomplete_only:
            incomplete = self.incomplete()
            kept = [i for i in kept if i in incomplete]
        if self._fresh:
            kept = [*(i for i in kept if i not in self._fresh), *(i for i in self._fresh if i in self._known)]
        self.shown = kept

    def _searched(self) -> order.Search:
        """Return what looks into the texts, in the order of the lines sorted."""
        if self._folded is None:
            self._folded = _folded(self._figures.equipment())
        if self._search is None:
            texts = [self._folded[identifier] for identifier in self._sorted]
            self._search = order.Search(self._sorted, texts)
        return self._search

    def _retired_lines(self) -> set[str]:
        if self._retired is None:
            ids = self._session.document.ids(
                Equipment, campaign_id=self._session.campaign.id, status=EquipmentStatus.OUT
            )
            self._retired = set(ids)
        return self._retired


def _folded(lines: Iterable[Equipment]) -> dict[str, str]:
    """Return what the filter looks into, by identifier of line."""
    return {line.id: searched(line) for line in lines}
