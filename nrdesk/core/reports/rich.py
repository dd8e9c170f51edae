"""What people write, as blocks of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from nrdesk.core import richtext
from nrdesk.core.reports import content
from nrdesk.core.richtext import Bullets, Heading, Insert, Paragraph, RichText

DEEPEST = 3
"""Lowest level of heading that documents tell apart."""

Resolve = Callable[[str], Iterable[content.Block]]


def nothing(key: str) -> Iterable[content.Block]:
    """Resolve an insert to no block at all."""
    return ()


def blocks(rich: RichText, level: int = 1, insert: Resolve = nothing) -> tuple[content.Block, ...]:
    """Return a text as blocks of a document.

    Args:
        rich: what was written.
        level: level of heading that the highest titles of the text take: 2 inside a chapter. No level is
            ever skipped, whatever titles the text has: a document that skips one is not accessible.
        insert: called with the key of each insert; what it returns stands there.
    """
    made: list[content.Block] = []
    above = level - 1
    for block in richtext.tidy(rich).blocks:
        match block:
            case Heading(own, text):
                above = min(level + own - 1, above + 1, DEEPEST)
                made.append(content.Heading(above, text))
            case Paragraph(runs):
                made.append(content.Paragraph(_runs(runs)))
            case Bullets(items, numbered):
                made.append(content.BulletList(tuple(map(_runs, items)), numbered))
            case Insert(key):
                made.extend(insert(key))
    return tuple(made)


def _runs(runs: tuple[richtext.Run, ...]) -> tuple[content.Run, ...]:
    return tuple(content.Run(run.text, run.bold, run.italic, run.href) for run in runs)
