"""A folder of documents as it was read: the summaries, and the files that could not be read, each named."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from nrdesk.core.portfolio.summary import Summary


class FailureKind(StrEnum):
    """Why a file could not be read; the values are those of `nrdesk portefeuille --json`."""

    DAMAGED = "abime"
    NEWER = "plus_recent"
    BUSY = "occupe"
    FOREIGN = "pas_un_document"
    REFUSED = "refuse"
    UNEXPECTED = "imprevu"

    @property
    def label(self) -> str:
        """French words."""
        return _LABELS[self]


_LABELS = {
    FailureKind.DAMAGED: "abîmé",
    FailureKind.NEWER: "plus récent que ce nrdesk",
    FailureKind.BUSY: "occupé ou inaccessible",
    FailureKind.FOREIGN: "pas un document nrdesk",
    FailureKind.REFUSED: "refusé",
    FailureKind.UNEXPECTED: "illisible",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """A file of the folder that could not be read."""

    file: str
    """Path in the folder, with "/"."""
    kind: FailureKind
    what: str
    """What happened, in French."""
    todo: str = ""


@dataclass(frozen=True)
class Portfolio:
    """What a folder of documents holds. The files are as they were: nothing was written to any of them."""

    folder: Path
    on: dt.date
    """The day of the reading."""
    summaries: tuple[Summary, ...]
    """By name of collectivité, then of file."""
    failures: tuple[Failure, ...] = ()
    """By name of file."""
    reused: int = 0
    """Summaries of files that had not changed since they were last read that day."""

    @property
    def files(self) -> int:
        """Documents found in the folder: each has its summary, or its failure."""
        return len(self.summaries) + len(self.failures)

    @cached_property
    def twins(self) -> tuple[tuple[Summary, ...], ...]:
        """Files that are about the same collectivité, the one changed last first."""
        groups: defaultdict[tuple[str, str], list[Summary]] = defaultdict(list)
        for each in self.summaries:
            groups[identity(each)].append(each)
        return tuple(tuple(latest_first(group)) for group in groups.values() if len(group) > 1)

    @cached_property
    def distinct(self) -> tuple[Summary, ...]:
        """One summary per collectivité, that of the file changed last: nobody is counted twice."""
        older = {each.file for group in self.twins for each in group[1:]}
        return tuple(each for each in self.summaries if each.file not in older)

    def path(self, summary: Summary) -> Path:
        """Return where the document of a summary is."""
        return self.folder / summary.file


def identity(summary: Summary) -> tuple[str, str]:
    """Return what two files about the same collectivité share: its official code, or else its record."""
    if summary.code and not summary.fictional:
        return summary.kind, summary.code
    return "", summary.authority_id


def latest_first(summaries: list[Summary]) -> list[Summary]:
    """Return summaries, that of the file changed last first."""
    return sorted(summaries, key=lambda each: (each.changed, each.file), reverse=True)
