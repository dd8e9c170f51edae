"""« Il s’est passé quelque chose à raconter »: the stories that a document holds, the latest first.

    for story in stories(document, dt.date.today()): ...

A story is drawn from what people noted elsewhere, never invented: without its record it is not there. Each
says also what did not work, in the same words as the bilan; when its own record says nothing of it, what did
not work in the plan at large stands there, so that nothing goes out all rosy.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.assessment import Assessment
from nrdesk.core.communication import park_stories, people_stories, plan_stories
from nrdesk.core.communication.known import Known, few
from nrdesk.core.communication.story import Figure, Story, StoryKind

if TYPE_CHECKING:
    from nrdesk.core.document import Document

__all__ = ["Figure", "Story", "StoryKind", "difficulties", "stories", "story"]

SOURCES: tuple[Callable[[Known], Iterator[Story]], ...] = (
    people_stories.votes,
    park_stories.bilans,
    park_stories.measures,
    plan_stories.actions,
    plan_stories.indicators,
    plan_stories.milestones,
    park_stories.given,
    people_stories.trainings,
    people_stories.charters,
    people_stories.commitments,
)
"""What can be told; at the same date, in this order."""


def stories(document: Document, today: dt.date, assessment: Assessment | None = None) -> tuple[Story, ...]:
    """Return what can be told on a day, the latest first.

    Args:
        document: the document.
        today: the day that it is.
        assessment: the figures of one of its campaigns, when they are at hand.

    Raises:
        UserError: a closed bilan cannot be read.
    """
    known = Known(document, today, assessment)
    found = [_honest(each, known) for source in SOURCES for each in source(known)]
    return tuple(sorted(found, key=lambda each: min(dates.last_day(each.date), today), reverse=True))


def story(document: Document, today: dt.date, id: str) -> Story | None:
    """Return a story by its identifier; None when what it told is not in the document any more."""
    return next((each for each in stories(document, today) if each.id == id), None)


def difficulties(document: Document, today: dt.date) -> tuple[str, ...]:
    """Return what did not work in the whole plan, the most serious first: French sentences."""
    return Known(document, today).difficulties


def _honest(found: Story, known: Known) -> Story:
    return found if found.not_done else replace(found, not_done=few(known.difficulties))
