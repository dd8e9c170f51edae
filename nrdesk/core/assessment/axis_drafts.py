"""Priority axes to propose: the axes of work of the synthesis, then the priorities of the other policies.

What was taken is not proposed again as long as the axis made of it is there: a sentence is known by its
identifier, a priority by the axis of the decree that it is about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nrdesk.core.assessment import synthesis
from nrdesk.core.fields.field import LONGEST_LINE
from nrdesk.core.model import (
    Axis,
    Campaign,
    Finding,
    PolicyDocument,
    PolicyLink,
    PriorityAxis,
    SynthesisItem,
    new_id,
)
from nrdesk.core.policies.matrix import Priority, priorities
from nrdesk.core.reference import questionnaire

if TYPE_CHECKING:
    from nrdesk.core.document import Document, Transaction

SOURCES = "axis_sources"
"""Setting of the document: identifier of an axis -> identifier of the sentence that it was made of."""
_GAIN = "maturity.gain."
"""Before the identifier of a question, in the key of a sentence that an answer suggested."""
_OF_KEYS = {
    "park.buy_refurbished": Axis.PURCHASING,
    "awareness.train": Axis.AWARENESS,
}
"""Keys of the sentences of the synthesis that serve another axis of the decree than the life cycle."""


@dataclass(frozen=True, slots=True)
class AxisDraft:
    """An axis to propose."""

    axis: PriorityAxis
    source: str = ""
    """Identifier of the sentence of the synthesis that it comes from; "" for a priority of the policies."""


def axis_drafts(document: Document, campaign: Campaign) -> tuple[AxisDraft, ...]:
    """Return the axes to propose, those taken left out.

    Args:
        document: the document.
        campaign: whose synthesis is looked at.
    """
    there = document.all(PriorityAxis)
    kept = {axis.id for axis in there}
    taken = {source for axis, source in _sources(document).items() if axis in kept}
    emerging = priorities(document.all(PolicyDocument), document.all(PolicyLink))
    return (
        *_from_synthesis(synthesis.items(document, campaign, Finding.AXIS), taken),
        *_from_policies(emerging, there),
    )


def take(document: Document, tx: Transaction, draft: AxisDraft) -> PriorityAxis:
    """Write a proposed axis after the others, and return it as it was written."""
    ranks = [axis.rank for axis in document.all(PriorityAxis)]
    axis = replace(draft.axis, id=new_id(), rank=max(ranks, default=0) + 1)
    tx.add(axis)
    if draft.source:
        tx.set_setting(SOURCES, {**_sources(document), axis.id: draft.source})
    return axis


def _sources(document: Document) -> dict[str, str]:
    return dict(document.setting(SOURCES) or {})


def _from_synthesis(items: Iterable[SynthesisItem], taken: Collection[str]) -> Iterator[AxisDraft]:
    for item in items:
        title = " ".join(item.text.split()).rstrip(".")
        if not title or item.id in taken:
            continue
        if len(title) > LONGEST_LINE:
            title = f"{title[: LONGEST_LINE - 1].rstrip()}…"
        axis = PriorityAxis(title=title, axis=_decree_axis(item.draft_key), reason=item.basis)
        yield AxisDraft(axis, item.id)


def _from_policies(emerging: Iterable[Priority], there: Sequence[PriorityAxis]) -> Iterator[AxisDraft]:
    served = {each.axis for each in there}
    for priority in emerging:
        if priority.axis not in served:
            title, reason = priority.axis.label, priority.reason
            yield AxisDraft(PriorityAxis(title=title, axis=priority.axis, reason=reason))


def _decree_axis(draft_key: str) -> Axis:
    if draft_key.startswith(_GAIN):
        asked = {question.id: question for question in questionnaire.load()}
        question = asked.get(draft_key.removeprefix(_GAIN))
        known = [Axis(code) for code in (question.axis if question else ()) if code in set(Axis)]
        if known:
            return known[0]
    return _OF_KEYS.get(draft_key, Axis.LIFE_CYCLE)
