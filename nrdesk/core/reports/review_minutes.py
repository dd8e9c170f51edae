"""« Compte rendu de revue »: who met, what was said, what was decided, what became an action of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from nrdesk.core.errors import NotReadyError
from nrdesk.core.model import Action, Review, ReviewDecision
from nrdesk.core.reports import meetings
from nrdesk.core.reports.content import Block, Heading, Report, bullets
from nrdesk.core.workshops import in_order

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Compte rendu de revue"


def build(document: Document, review_id: str | None = None) -> Report:
    """Return the minutes of a review, or of every one that was held, each on its page.

    Raises:
        NotReadyError: no review was held yet, or this one is gone.
    """
    if review_id is not None:
        found = meetings.find(document, review_id, Review)
    else:
        found = [each for each in in_order(document.all(Review)) if each.held]
    if not found:
        raise NotReadyError(
            "Aucune revue ne s’est encore tenue.",
            todo="À l’étape 9, notez qu’une revue a eu lieu, et ce qui s’y est dit.",
        )
    write = partial(
        _minutes,
        decisions=document.all(ReviewDecision),
        titles={each.id: each.title for each in document.all(Action)},
    )
    return meetings.paper(document, TITLE, found, write)


def _minutes(
    review: Review, level: int, *, decisions: Sequence[ReviewDecision], titles: Mapping[str, str]
) -> Iterator[Block]:
    ours = [each for each in decisions if each.review_id == review.id]
    yield from meetings.minutes(review, level, ours)
    became = dict.fromkeys(title for each in ours if (title := titles.get(each.action_id or "", "")))
    if became:
        yield Heading(level, "Actions du plan concernées")
        yield bullets(*became)
