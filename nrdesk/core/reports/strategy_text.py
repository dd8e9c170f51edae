"""Which text the documents of the strategy tell: that of today, or the one that the assembly adopted.

Once a version is adopted, they never follow the data again: its text, what its tables and charts showed, and
what its cover said were kept with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import dates, richtext, roadmap
from nrdesk.core.assessment import Assessment, assess
from nrdesk.core.model import Chapter, Deliberation, Quote, StrategyVersion
from nrdesk.core.reports import inserts, parts, strategy_cover, versions, wording
from nrdesk.core.reports.content import Block, Meta
from nrdesk.core.reports.strategy_cover import Cover
from nrdesk.core.richtext import Insert
from nrdesk.core.roadmap import ChapterView
from nrdesk.core.roadmap.facts import READ
from nrdesk.core.roadmap.pieces import TO_COMPLETE

if TYPE_CHECKING:
    from nrdesk.core.document import Document

DRAFT = "document de travail"


@dataclass(frozen=True, slots=True)
class Text:
    """The strategy as a document tells it."""

    chapters: tuple[ChapterView, ...]
    """Those that are told, in their order."""
    insert: Callable[[str], Iterable[Block]]
    """Gives what stands in the place of an insert."""
    date: dt.date
    status: str
    """"document de travail", or "Version 1, adoptée le 3 décembre 2026"."""
    cover: Cover
    """What the cover says of the figures and of the law."""
    adopted: bool = False


def text_of(document: Document, assessment: Assessment | None = None, *, every: bool = False) -> Text:
    """Return the text of the strategy: the version that was adopted, that of today before any vote.

    Args:
        document: where it is.
        assessment: the figures of the latest campaign, when they are at hand.
        every: whether chapters without anything to say yet are among them.
    """
    if version := roadmap.adopted(document):
        return _adopted(document, version, every=every)
    assessment = assessment or assess(document)
    return Text(
        chapters=told(roadmap.chapters(document, assessment), every=every),
        insert=inserts.resolver(document, assessment),
        date=date_of(document),
        status=DRAFT,
        cover=strategy_cover.cover_of(document, assessment),
    )


def told(found: Iterable[ChapterView], *, every: bool = False) -> tuple[ChapterView, ...]:
    """Return the chapters that a document tells: neither left out nor without anything to say yet."""
    return tuple(view for view in found if not view.left_out and (every or not _is_bare(view)))


def _is_bare(view: ChapterView) -> bool:
    """Return whether a chapter only says what is to be written in it."""
    if view.prefilled and any(isinstance(block, Insert) for block in view.body.blocks):
        return False
    lines = richtext.lines(view.body)
    return view.prefilled and all(line.startswith(TO_COMPLETE) for line in lines)


def date_of(document: Document) -> dt.date:
    """Return the day of the last change of what the strategy is made of."""
    return parts.date_of(document, *READ, Chapter, Quote)


def status_of(document: Document, version: StrategyVersion) -> str:
    """Return what the cover says of a version that was adopted: which one, and when."""
    adopted = sorted(
        (each for each in roadmap.versions(document) if each.sealed), key=lambda each: (each.made_at, each.id)
    )
    rank = 1 + [each.id for each in adopted].index(version.id)
    return f"Version {rank}, adoptée le {dates.in_letters(adopted_on(document, version))}"


def adopted_on(document: Document, version: StrategyVersion) -> dt.date:
    """Return the day of the vote; the day when the version was kept while the session has no date."""
    meetings = (each.meeting for each in document.all(Deliberation, version_id=version.id) if each.meeting)
    return dt.date.fromisoformat(next(meetings, version.made_at)[:10])


def meta(document: Document, title: str, subtitle: str, text: Text) -> Meta:
    """Return what the cover of a document of the strategy says."""
    return Meta(
        title=title,
        subtitle=subtitle,
        authority=text.cover.authority,
        date=text.date,
        campaign=text.cover.campaign,
        factors=text.cover.factors,
        legal_state=text.cover.legal_state,
        status=text.status,
        notice=" ".join(part for part in (parts.notice(document.authority), text.cover.notice) if part),
    )


def _adopted(document: Document, version: StrategyVersion, *, every: bool) -> Text:
    return Text(
        chapters=told(roadmap.chapters_of(version), every=every),
        insert=versions.resolver(version),
        date=adopted_on(document, version),
        status=status_of(document, version),
        cover=strategy_cover.loaded(
            roadmap.read(version).inserts, Cover(wording.full_name(document.authority))
        ),
        adopted=True,
    )
