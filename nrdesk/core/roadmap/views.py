"""The chapters of a document as they stand: as nrdesk proposes them, or as the user left them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import richtext
from nrdesk.core.formatting import count
from nrdesk.core.model import Chapter
from nrdesk.core.richtext import RichText
from nrdesk.core.roadmap.chapter_list import BY_KEY, CHAPTERS, ChapterKind
from nrdesk.core.roadmap.facts import Facts
from nrdesk.core.roadmap.pieces import TO_COMPLETE, Missing, written
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document

BETWEEN = 100
"""Between the ranks of two chapters: one that is added finds its place without moving the others."""
_SHORT, _LONG = 0.4, 1.8
"""Shares of the ideal length under and over which a length is worth a word (hypothesis of nrdesk)."""
_WORDS_PER_PAGE = 420
"""Words of an A4 page of our documents, tables and charts aside (counted on the demonstration)."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """How far a chapter is."""

    share: float
    """From 0 to 1; 1 when nothing is missing."""
    missing: tuple[Missing, ...]
    """What is missing, and where it is given; a text that was edited is completed where it stands."""

    @property
    def text(self) -> str:
        """French words."""
        if self.share >= 1:
            return "complet"
        left = len(self.missing)
        return f"{count(left, 'point')} à compléter" if left else "vide"


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter as it stands."""

    key: str
    """That of the method, or the identifier of the record of one of the user's own."""
    title: str
    body: RichText
    prefilled: bool
    """Whether the text is the one that nrdesk proposes, drawn again from the data each time."""
    complete: Completeness
    words: int
    easy: RichText
    """The same in easy-to-read words; empty until somebody writes it."""
    left_out: bool = False
    changed: bool = False
    """Whether the text that nrdesk proposes has changed since the user edited this one."""
    kind: ChapterKind | None = None
    """The chapter of the method; None for one of the user's own."""
    record_id: str = ""
    """Identifier of its record, "" while nothing of it was ever changed."""
    rank: int = 0
    read_by: str = ""
    """Who read it over."""

    @property
    def essential(self) -> bool:
        """Whether the flash path asks for it; a chapter that the user added is wanted."""
        return self.kind is None or self.kind.essential

    @property
    def bare(self) -> bool:
        """Whether it has nothing to say yet: documents may pass over it."""
        return self.prefilled and self.complete.share == 0 and bool(self.complete.missing)

    @property
    def remark(self) -> str:
        """French sentence on its length, "" when it is right or when nobody set one."""
        if self.kind is None or not self.words:
            return ""
        ideal = self.kind.length
        if self.words > ideal * _LONG:
            return f"Long\u00a0: {count(self.words, 'mot')} pour {ideal} conseillés."
        if not self.prefilled and self.words < ideal * _SHORT:
            return f"Court\u00a0: {count(self.words, 'mot')} pour {ideal} conseillés."
        return ""


def chapters(document: Document, assessment: Assessment | None = None) -> tuple[ChapterView, ...]:
    """Return the chapters in their order, those left out among them.

    Args:
        document: the document.
        assessment: the figures of its latest campaign, when they are at hand.
    """
    return views(Facts.of(document, assessment), document.all(Chapter))


def views(facts: Facts, records: Sequence[Chapter]) -> tuple[ChapterView, ...]:
    """Return the chapters in their order, from the records that were changed."""
    changed: dict[str, Chapter] = {}
    own: list[Chapter] = []
    for record in records:
        if record.key and record.key not in changed:
            changed[record.key] = record
        elif not record.key:
            own.append(record)
    of_method = [
        _of_method(kind, changed.pop(kind.key, None), facts, (place + 1) * BETWEEN)
        for place, kind in enumerate(CHAPTERS)
    ]
    # A chapter of a newer nrdesk is shown as one of the user's own: nothing of it is lost.
    others = [_own(record) for record in (*changed.values(), *own)]
    return tuple(sorted((*of_method, *others), key=lambda view: view.rank))


def prefill(document: Document, key: str, assessment: Assessment | None = None) -> RichText:
    """Return the text that nrdesk proposes for a chapter, drawn from the data of today.

    Raises:
        KeyError: it is not a chapter of the method.
    """
    return written(BY_KEY[key].draw(Facts.of(document, assessment)))


def digest(text: RichText) -> str:
    """Return what tells a text from another one."""
    return hashlib.sha256(richtext.dumps(text).encode()).hexdigest()[:16]


def pages(found: Sequence[ChapterView]) -> float:
    """Return about how many pages the chapters make, tables and charts aside; those left out do not count."""
    return sum(view.words for view in found if not view.left_out) / _WORDS_PER_PAGE


def share(found: Sequence[ChapterView], *, essential: bool = False) -> float:
    """Return how complete the strategy is, from 0 to 1: the mean of its chapters, those left out aside."""
    counted = [view for view in found if not view.left_out and (view.essential or not essential)]
    return sum(view.complete.share for view in counted) / len(counted) if counted else 0.0


def _of_method(kind: ChapterKind, record: Chapter | None, facts: Facts, rank: int) -> ChapterView:
    drawn = tuple(kind.draw(facts))
    proposed = written(drawn)
    prefilled = record is None or not record.body
    body = proposed if record is None or not record.body else richtext.loads(record.body)
    if prefilled:
        gaps = tuple(each for each in drawn if isinstance(each, Missing))
        complete = Completeness(1 - min(len(gaps) / max(kind.needs, len(gaps), 1), 1), gaps)
    else:
        complete = _completeness(body)
    return ChapterView(
        key=kind.key,
        title=(record.title if record else "") or kind.title,
        body=body,
        prefilled=prefilled,
        complete=complete,
        words=richtext.words(body),
        easy=richtext.loads(record.easy if record else ""),
        left_out=record is not None and record.left_out,
        changed=record is not None and not prefilled and record.proposed not in ("", digest(proposed)),
        kind=kind,
        record_id=record.id if record else "",
        rank=record.rank or rank if record else rank,
        read_by=record.read_by if record else "",
    )


def _own(record: Chapter) -> ChapterView:
    body = richtext.loads(record.body)
    return ChapterView(
        key=record.key or record.id,
        title=record.title or "Chapitre sans titre",
        body=body,
        prefilled=False,
        complete=_completeness(body),
        words=richtext.words(body),
        easy=richtext.loads(record.easy),
        left_out=record.left_out,
        record_id=record.id,
        rank=record.rank,
        read_by=record.read_by,
    )


def _completeness(body: RichText) -> Completeness:
    """Return how far a text that somebody wrote is: written, and without any gap left."""
    if richtext.is_empty(body):
        return Completeness(0.0, ())
    gaps = [line for line in richtext.lines(body) if normal(line).startswith(normal(TO_COMPLETE))]
    told = tuple(Missing(line.partition(":")[2].strip() or line, "roadmap") for line in gaps)
    return Completeness(1 / (1 + len(gaps)), told)
