"""Priority axes to propose: the axes of work of the synthesis, then the priorities of the other policies.

An axis is proposed until one of the document's own comes from it: from a sentence, when it is in the title or
in the reason of an axis; from a priority, when an axis serves the same axis of the decree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.assessment import synthesis
from nrdesk.core.fields.field import LONGEST_LINE
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import (
    Axis,
    Campaign,
    Finding,
    PolicyDocument,
    PolicyLink,
    PriorityAxis,
    SynthesisItem,
)
from nrdesk.core.policies.matrix import Priority, priorities
from nrdesk.core.reference import questionnaire
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_GAIN = "maturity.gain."
"""Before the identifier of a question, in the key of a sentence that an answer suggested."""
_OF_KEYS = {
    "park.buy_refurbished": Axis.PURCHASING,
    "awareness.train": Axis.AWARENESS,
}
"""Keys of the sentences of the synthesis that serve another axis of the decree than the life cycle."""


def axis_drafts(document: Document, campaign: Campaign) -> tuple[PriorityAxis, ...]:
    """Return the axes to propose, those that the document has left out.

    Args:
        document: the document.
        campaign: whose synthesis is looked at.
    """
    there = document.all(PriorityAxis)
    emerging = priorities(document.all(PolicyDocument), document.all(PolicyLink))
    return (
        *_from_synthesis(synthesis.items(document, campaign, Finding.AXIS), there),
        *_from_policies(emerging, there),
    )


def _from_synthesis(items: Iterable[SynthesisItem], there: Sequence[PriorityAxis]) -> Iterator[PriorityAxis]:
    kept = normal(" ".join(f"{each.title} {each.reason}" for each in there))
    for item in items:
        text = " ".join(item.text.split())
        if not text or normal(text) in kept:
            continue
        title = text.rstrip(".")
        if len(title) > LONGEST_LINE:
            title = f"{title[: LONGEST_LINE - 1].rstrip()}…"
        # The sentence stays in the reason: the title will be made shorter.
        reason = f"{text} D’après{NBSP}: {item.basis}" if item.basis else text
        yield PriorityAxis(title=title, axis=_decree_axis(item.draft_key), reason=reason)


def _from_policies(emerging: Iterable[Priority], there: Sequence[PriorityAxis]) -> Iterator[PriorityAxis]:
    served = {each.axis for each in there}
    for priority in emerging:
        if priority.axis not in served:
            yield PriorityAxis(title=priority.axis.label, axis=priority.axis, reason=priority.reason)


def _decree_axis(draft_key: str) -> Axis:
    if draft_key.startswith(_GAIN):
        asked = {question.id: question for question in questionnaire.load()}
        question = asked.get(draft_key.removeprefix(_GAIN))
        known = [Axis(code) for code in (question.axis if question else ()) if code in set(Axis)]
        if known:
            return known[0]
    return _OF_KEYS.get(draft_key, Axis.LIFE_CYCLE)
