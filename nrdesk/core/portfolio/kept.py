"""Summaries kept between two readings of a folder, in nrdesk's own folder: never beside the documents.

A summary is used again as long as its file has the same date and size, and everything else that it depends
on is the same: the day, the version of nrdesk, the law table. It stays on this computer; taking it away
costs the time of a reading and nothing else.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nrdesk import __version__
from nrdesk.core import paths
from nrdesk.core.campaigns import codec
from nrdesk.core.document.migrations import LATEST
from nrdesk.core.errors import SurroundingsError
from nrdesk.core.portfolio.summary import Summary
from nrdesk.core.reference import obligations

_FORM = 1
"""Changes when the meaning of a field of `Summary` does."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells that a file has not changed."""

    modified: int
    """Nanoseconds."""
    size: int


@dataclass(frozen=True, slots=True)
class KeptSummary:
    """A summary, and the file that it was read from as it was."""

    stamp: Stamp
    summary: Summary


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a folder."""

    made_with: str
    """All that summaries depend on besides their files."""
    files: Mapping[str, KeptSummary] = field(default_factory=dict)

    def summary(self, file: str, stamp: Stamp | None) -> Summary | None:
        """Return the summary of a file that has not changed, None when it is to be read."""
        found = self.files.get(file)
        return found.summary if found and found.stamp == stamp else None


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of a document; None when it is to be read whatever was kept.

    A journal beside it says that a write was interrupted, or is under way.
    """
    try:
        if path.with_name(f"{path.name}-journal").exists():
            return None
        stat = path.stat()
    except OSError:
        return None
    return Stamp(stat.st_mtime_ns, stat.st_size)


def load(folder: Path, today: dt.date) -> Kept:
    """Return what is kept of a folder and still holds on a day; nothing when it makes no sense any more."""
    made_with = _made_with(today)
    try:
        kept = codec.loads(Kept, _file(folder).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, codec.UnreadableError):
        return Kept(made_with)
    return kept if kept.made_with == made_with else Kept(made_with)


def keep(folder: Path, today: dt.date, files: Mapping[str, KeptSummary]) -> None:
    """Keep the summaries of a folder in place of the former ones."""
    from nrdesk.core.reports import save

    # What cannot be kept is read again next time: nobody needs to be told.
    with contextlib.suppress(OSError, SurroundingsError):
        _file(folder).parent.mkdir(parents=True, exist_ok=True)
        save(codec.dumps(Kept(_made_with(today), files)).encode(), _file(folder))


def _file(folder: Path) -> Path:
    name = hashlib.sha256(str(folder.resolve()).encode(errors="surrogateescape")).hexdigest()[:16]
    return paths.user_folder() / "portefeuille" / f"{name}.json"


def _made_with(today: dt.date) -> str:
    law = obligations.law()
    return f"{_FORM} {__version__} {LATEST} {today} {law.state} {law.imported}"
