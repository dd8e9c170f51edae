"""What two copies have in common: the document as it was when they parted, and what each did since.

A journal only grows, an entry for each action. A backup whose whole journal is in both copies is therefore a
state that both went through: a common ancestor. The nearest is the one with the longest journal; it is exact
when nothing of what the copies share came after it.

Without it, the journals and the dates of the rows still tell which rows a copy touched since they parted.
The clock of a computer that is late would mislead: where the entries of a copy seem older than what both
share, its dates say nothing, and what differs is for a person to choose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nrdesk.core.document import Document, list_backups
from nrdesk.core.errors import UserError
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.merging.state import STORED, Copy, State, copy_of
from nrdesk.core.model import Activity, Record


@dataclass(frozen=True, slots=True)
class Ancestor:
    """A state that both copies went through."""

    path: Path
    state: State
    exact: bool
    """Whether it is the very state at which they parted."""


@dataclass(frozen=True, slots=True)
class Search:
    """The ancestor found, if any, and the backups that could not be looked at."""

    ancestor: Ancestor | None
    unread: tuple[Path, ...] = ()


def common_ancestor(
    mine: Copy, theirs: Copy, given: Path | None = None, progress: Progress = silent
) -> Search:
    """Return the nearest common ancestor: one of the copies, a backup beside either, or the file given.

    Args:
        mine: one copy.
        theirs: the other.
        given: a file to look at first, when the user knows one.
        progress: told how many files were looked at.

    Raises:
        UserError: the file given is no ancestor of both.
    """
    shared = _ids(mine.journal) & _ids(theirs.journal)
    for copy in (mine, theirs):
        if _ids(copy.journal) == shared:
            return Search(Ancestor(copy.path, copy.state, exact=True))
    if given is not None:
        return Search(_given(given, shared))
    return _among_backups(mine, theirs, shared, progress)


def _given(path: Path, shared: frozenset[str]) -> Ancestor:
    with Document.open(path, read_only=True) as document:
        known = frozenset(document.ids(Activity))
        if not known <= shared:
            raise UserError(
                f"«\u00a0{path.name}\u00a0» n’est pas l’origine commune des deux copies.",
                kept="Rien n’a été modifié.",
                todo="Laissez nrdesk la chercher dans les sauvegardes.",
            )
        return Ancestor(path, copy_of(document).state, exact=known == shared)


def _among_backups(mine: Copy, theirs: Copy, shared: frozenset[str], progress: Progress) -> Search:
    paths = dict.fromkeys(backup.path for copy in (mine, theirs) for backup in list_backups(copy.path))
    best: tuple[int, Path] | None = None
    unread = []
    for done, path in enumerate(paths):
        progress(done, len(paths))
        try:
            with Document.open(path, read_only=True) as document:
                known = frozenset(document.ids(Activity))
        except UserError:
            unread.append(path)
            continue
        if known <= shared and (best is None or len(known) > best[0]):
            best = len(known), path
        if known == shared:
            break
    if best is None:
        return Search(None, tuple(unread))
    with Document.open(best[1], read_only=True) as document:
        ancestor = Ancestor(best[1], copy_of(document).state, exact=best[0] == len(shared))
    return Search(ancestor, tuple(unread))


def _ids(journal: Iterable[Activity]) -> frozenset[str]:
    return frozenset(entry.id for entry in journal)


class Since:
    """What one copy did since it parted from the other."""

    def __init__(self, own: Copy, other: Copy) -> None:
        self._own, self._other = own, other

    @cached_property
    def entries(self) -> tuple[Activity, ...]:
        """The entries of its journal that the other has not, the oldest first."""
        shared = _ids(self._other.journal)
        return tuple(entry for entry in self._own.journal if entry.id not in shared)

    @cached_property
    def parted(self) -> str:
        """The last moment that both copies share, UTC."""
        shared = _ids(self._other.journal)
        moments = [entry.at for entry in self._own.journal if entry.id in shared]
        return max((*moments, *self._shared_dates()), default="")

    def touched(self, record: Record) -> bool | None:
        """Return whether it changed a row since; None when nothing tells."""
        if record.id in self._named:
            return True
        if self._blind:
            return None
        return record.updated_at > self.parted

    def removed(self, id: str) -> bool:
        """Return whether its journal tells that it touched a row that it has not any more."""
        return id in self._named

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(id for entry in self.entries for id in entry.touched.split())

    @cached_property
    def _blind(self) -> bool:
        """Whether the dates of its rows may mislead: a clock that is late, or an undo of many rows.

        Undoing gives rows their dates of before; the journal names them, unless they are too many.
        """
        return any(
            entry.at <= self.parted or (entry.kind != "action" and entry.rows and not entry.touched)
            for entry in self.entries
        )

    def _shared_dates(self) -> Iterator[str]:
        for kind in STORED:
            others = self._other.state[kind]
            for id, record in self._own.state[kind].items():
                other = others.get(id)
                if other is not None and other.updated_at == record.updated_at:
                    yield record.updated_at
