"""« Expliquer ce chiffre » for the figure of a story."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.assessment import HEADLINE, Assessment
from nrdesk.core.communication.known import Known
from nrdesk.core.communication.story import Story, StoryKind
from nrdesk.core.footprint import Explanation
from nrdesk.core.footprint.summary import explain_total
from nrdesk.core.footprint.terms import Term
from nrdesk.core.monitoring import explaining
from nrdesk.core.monitoring.indicators import IndicatorState
from nrdesk.core.written.prose import capital

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_COUNTED = {
    StoryKind.VOTE: "Objectifs qui ont une valeur à atteindre et une date, au jour où vous lisez.",
    StoryKind.GIVEN: "Appareils sortis du parc dans l’année, donnés, vendus ou remis en service.",
    StoryKind.TRAINING: "Agents et élus des séances tenues, chacun une fois quand son nom est connu.",
    StoryKind.COMMITMENTS: "Engagements qui ont une date de signature.",
    StoryKind.BILAN: "Total gardé le jour où le bilan a été clos\u00a0: il ne bouge plus.",
}
"""What is counted, where nothing more is computed."""


def explain(
    document: Document, story: Story, today: dt.date, assessment: Assessment | None = None
) -> Explanation | None:
    """Explain the figure of a story; None when it has none.

    Args:
        document: the document.
        story: one of its stories.
        today: the day that it is.
        assessment: the figures of one of its campaigns, when they are at hand.

    Raises:
        UserError: the figures of the campaign cannot be computed.
    """
    if story.figure is None:
        return None
    known = Known(document, today, assessment)
    if story.kind is StoryKind.MEASURE:
        return explain_total(known.assessment(document.campaign).result, HEADLINE)
    if state := _state(known, story):
        return explaining.explain(state)
    return Explanation(
        title=capital(story.figure.label),
        formula=story.figure.value,
        terms=(Term("Date", dates.partial_in_letters(story.date), story.source),),
        hypotheses=tuple(filter(None, [_COUNTED.get(story.kind, "")])),
    )


def _state(known: Known, story: Story) -> IndicatorState | None:
    """Return the indicator that the figure of a story is the last reading of."""
    key = story.id.partition(":")[2]
    if story.kind is StoryKind.ACTION and key in known.actions:
        return known.indicator_of(known.actions[key])
    return next((each for each in known.indicators if each.indicator.id == key), None)
