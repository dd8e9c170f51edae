"""The results of a table in a small file, and those of a room gathered from USB keys."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_origin, get_type_hints

from nrdesk.core.formatting import NBSP
from nrdesk.core.training.scoring import Score, score
from nrdesk.core.written.words import quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_R = TypeVar("_R", "Results", "ExerciseResult")

PREFIX = "resultats-"
_FORMAT = "nrdesk-resultats-1"
_LARGEST = 1_000_000
"""Bytes of the largest file of results that is read: one of ours has a few thousand."""
_LONGEST = 300
"""Characters of the longest name or title that is read."""


@dataclass(frozen=True, slots=True)
class ExerciseResult:
    """What a table made of an exercise."""

    id: str
    step: int
    title: str
    done: bool
    hints: int
    points: int
    total: int
    """Points of the exercise without a hint."""
    passed_at: str


@dataclass(frozen=True, slots=True)
class Results:
    """What a table made of a session."""

    commune: str
    """Name of the commune."""
    table: str
    started_at: str
    """UTC time."""
    saved_at: str
    """UTC time when these results were drawn."""
    exercises: tuple[ExerciseResult, ...]

    @property
    def points(self) -> int:
        """Points earned."""
        return sum(each.points for each in self.exercises)

    @property
    def total(self) -> int:
        """Points of all the exercises."""
        return sum(each.total for each in self.exercises)

    @property
    def share(self) -> float:
        """Share of the points earned, from 0 to 1: communes have not as many points to earn."""
        return self.points / self.total if self.total else 0.0

    @property
    def done(self) -> int:
        """Number of exercises passed."""
        return sum(each.done for each in self.exercises)

    @property
    def hints(self) -> int:
        """Number of hints opened."""
        return sum(each.hints for each in self.exercises)

    @property
    def minutes(self) -> int | None:
        """Minutes from the beginning to the last exercise passed, None while none is."""
        last = max((each.passed_at for each in self.exercises if each.done), default="")
        if not last:
            return None
        spent = dt.datetime.fromisoformat(last) - dt.datetime.fromisoformat(self.started_at)
        return max(0, round(spent.total_seconds() / 60))


@dataclass(frozen=True, slots=True)
class Room:
    """The results of all the tables, and the files that could not be read."""

    tables: tuple[Results, ...]
    """The best first: those that earned the largest share of their points."""
    unreadable: tuple[str, ...] = ()
    """A French sentence each, which names the file."""


def results(document: Document) -> Results:
    """Return what a table made of its session so far.

    Raises:
        UserError: the document is no exercise.
    """
    from nrdesk.core.document.stamps import utc_now

    return _results(document.authority.name, score(document), utc_now())


def save_results(document: Document, folder: Path) -> Path:
    """Write the results of a table to `resultats-<table>.json` in a folder, a USB key most often.

    A table that saves again replaces its own; another one of the same name keeps hers, under another number.

    Raises:
        UserError: the document is no exercise, or the folder refuses.
    """
    from nrdesk.core.document.faults import explain_os

    found = results(document)
    target = _place(folder, found)
    content = json.dumps({"format": _FORMAT, **asdict(found)}, ensure_ascii=False, indent=1)
    try:
        target.write_text(content, encoding="utf-8")
    except OSError as error:
        raise explain_os(error, target) from error
    return target


def _place(folder: Path, found: Results) -> Path:
    """Return where results go: over those of the same session, never over others."""
    name = f"{PREFIX}{_file_name(found.table)}"
    for rank in count(1):
        target = folder / (f"{name}-{rank}.json" if rank > 1 else f"{name}.json")
        if not target.exists() or _is_of(target, found):
            return target
    raise AssertionError(name)


def _is_of(path: Path, found: Results) -> bool:
    """Return whether a file holds earlier results of the same session; one that cannot be read is let be."""
    try:
        read = _read(path)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return False
    return (read.commune, read.table, read.started_at) == (found.commune, found.table, found.started_at)


def gather(paths: Iterable[Path]) -> Room:
    """Read the results of a room: files of results, or folders that hold some.

    One file that cannot be read never stops the others. A session that gave its results twice counts once,
    with the later ones.
    """
    from nrdesk.core.document.faults import explain_os

    found: dict[tuple[str, str, str], Results] = {}
    unreadable = []
    for path in _files(paths):
        try:
            read = _read(path)
        except OSError as error:
            unreadable.append(f"{quoted(path.name)}{NBSP}: {explain_os(error, path).what}")
        except (ValueError, TypeError, KeyError, RecursionError):
            unreadable.append(f"{quoted(path.name)} ne contient pas de résultats que nrdesk sache lire.")
        else:
            session = (read.commune, read.table, read.started_at)
            if session not in found or found[session].saved_at < read.saved_at:
                found[session] = read
    best_first = sorted(found.values(), key=lambda each: (-each.share, each.table))
    return Room(tuple(best_first), tuple(unreadable))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files of results, those that folders hold in the order of their names."""
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob(f"{PREFIX}*.json"))
        else:
            yield path


def _read(path: Path) -> Results:
    """Read a file of results, of which nothing is believed.

    Raises:
        OSError: it cannot be read.
        ValueError, TypeError, KeyError, RecursionError: it does not hold results.
    """
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError(path)
    told = json.loads(content)
    if told.pop("format") != _FORMAT:
        raise ValueError(path)
    lines = tuple(_typed(ExerciseResult, each) for each in told.pop("exercises"))
    found = _typed(Results, {**told, "exercises": lines})
    words = (found.commune, found.table, *(text for each in lines for text in (each.id, each.title)))
    if any(len(text) > _LONGEST for text in words):
        raise ValueError(path)
    for moment in (found.started_at, found.saved_at, *(each.passed_at for each in lines if each.passed_at)):
        if dt.datetime.fromisoformat(moment).tzinfo is None:
            raise ValueError(moment)
    return found


def _typed(kind: type[_R], told: Mapping[str, Any]) -> _R:
    """Return a dataclass whose values are of the types that it declares.

    Raises:
        TypeError: a value is missing, is unknown or is of another type.
    """
    hints = get_type_hints(kind)
    for name, value in told.items():
        wanted = get_origin(hints.get(name)) or hints.get(name)
        if wanted is None or type(value) is not wanted:
            raise TypeError(name)
    return kind(**told)


def _results(commune: str, found: Score, now: str) -> Results:
    return Results(
        commune=commune,
        table=found.session.table,
        started_at=found.session.started_at,
        saved_at=now,
        exercises=tuple(
            ExerciseResult(
                id=line.exercise.id,
                step=line.exercise.step,
                title=line.exercise.title,
                done=line.verdict.done,
                hints=line.hints,
                points=line.points,
                total=line.exercise.points,
                passed_at=line.passed_at,
            )
            for line in found.lines
        ),
    )


def _file_name(table: str) -> str:
    """Return the name of a table as any disk accepts it."""
    plain = unicodedata.normalize("NFKD", table).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "table"
