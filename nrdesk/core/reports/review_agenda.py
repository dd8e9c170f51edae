"""« Ordre du jour de revue »: what a review is for, its points at their hours, what changed since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.errors import NotReadyError
from nrdesk.core.model import Action, Milestone, Reading, Review, ReviewDecision
from nrdesk.core.monitoring import reviews
from nrdesk.core.monitoring.telling import Told, headline, told
from nrdesk.core.reports import meetings, parts
from nrdesk.core.reports.content import Block, Heading, Report, bold, bullets, paragraph
from nrdesk.core.reports.wording import prose
from nrdesk.core.workshops import in_order, slots

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Ordre du jour de revue"
_TOLD = (Review, ReviewDecision, Action, Milestone, Reading)
"""What an agenda is made of."""


def build(document: Document, review_id: str | None = None, today: dt.date | None = None) -> Report:
    """Return the agenda of a review, or of every one still to be held, each on its page.

    Args:
        document: the document.
        review_id: a review; all those to come when None.
        today: the day when lateness is told; that of the last change of the plan when None, so that the same
            data give the same document.

    Raises:
        NotReadyError: no review is to come, or this one is gone.
    """
    if review_id is not None:
        found = meetings.find(document, review_id, Review)
    else:
        found = [each for each in in_order(document.all(Review)) if not each.held]
    if not found:
        raise NotReadyError(
            "Aucune revue n’est prévue.",
            todo="À l’étape 9, préparez une revue\u00a0: nrdesk écrit l’ordre du jour de ce qui a changé.",
        )
    day = today or parts.date_of(document, *_TOLD)
    return meetings.paper(document, TITLE, found, partial(_agenda, document=document, today=day))


def _agenda(review: Review, level: int, *, document: Document, today: dt.date) -> Iterator[Block]:
    yield prose(reviews.template(review.level).purpose, style="lead")
    yield from meetings.facts(review, "Avec")
    found = reviews.since_last(document, review, today)
    prepared = review.agenda.strip() or reviews.agenda(review.level, found)
    yield meetings.timetable(slots(replace(review, agenda=prepared)))
    kinds = told(found)
    if waiting := [kind for kind in kinds if kind.wanting]:
        yield Heading(level, "Ce qui attend une décision")
        for kind in waiting:
            yield from _kind(kind)
    since = f"depuis le {dates.in_letters(found.since)}" if found.since else "depuis le début"
    yield Heading(level, f"Ce qui a changé {since}")
    yield prose(headline(found))
    for kind in kinds:
        if not kind.wanting:
            yield from _kind(kind)


def _kind(kind: Told) -> Iterator[Block]:
    yield paragraph(bold(f"{kind.title}\u00a0:"))
    yield bullets(*kind.items)
