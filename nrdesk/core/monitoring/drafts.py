"""First words of a bilan, taken from what is known: a place to start from, never the text itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.monitoring.changes import UNNAMED
from nrdesk.core.monitoring.kept import KeptAction, KeptReview
from nrdesk.core.monitoring.year import YearPlace
from nrdesk.core.written.prose import sentence

_MOST = 5
"""Lines of a draft."""


def drafts(told: KeptReview) -> Mapping[str, str]:
    """Return a draft of each text of the bilan, by name of the field; one that nothing feeds is empty.

    The word of the mayor has none: nobody writes it for them.
    """
    return {
        "highlights": _lines(_highlights(told)),
        "difficulties": _lines(_difficulties(told)),
        "next_year": _lines(_next(told)),
    }


def _highlights(told: KeptReview) -> Iterator[str]:
    for action in told.of(YearPlace.DONE):
        yield _said(action, action.done or "c’est fait")
    before, now = told.footprint_before, told.footprint
    if before and now.value < before.value and told.sentences:
        yield told.sentences[0]
    for indicator in told.indicators:
        if indicator.words == "cible atteinte":
            yield f"{indicator.title}{NBSP}: cible atteinte."


def _difficulties(told: KeptReview) -> Iterator[str]:
    for action in told.of(YearPlace.BLOCKED, YearPlace.LATE, YearPlace.DROPPED):
        why = action.difficulty or action.blocked_reason or action.late
        yield _said(action, why or f"action {action.place.label}")
    for indicator in told.indicators:
        if indicator.off_track:
            yield f"{indicator.title}{NBSP}: {_low(indicator.reason)}"
    for action in told.of(YearPlace.DONE, YearPlace.UNDER_WAY):
        if action.difficulty:
            yield _said(action, action.difficulty)


def _next(told: KeptReview) -> Iterator[str]:
    for action in told.actions:
        if action.next_step and action.place is not YearPlace.DONE:
            yield _said(action, action.next_step)
    if coming := told.of(YearPlace.NEXT):
        yield f"{count(len(coming), 'action')} à lancer{NBSP}: {', '.join(map(_title, coming[:_MOST]))}."


def _said(action: KeptAction, words: str) -> str:
    first = words.strip().splitlines()[0] if words.strip() else ""
    return f"{_title(action)}{NBSP}: {sentence(_low(first))}"


def _title(action: KeptAction) -> str:
    return action.title or UNNAMED


def _low(words: str) -> str:
    """Return words that follow a colon: a first letter alone is lowered, never an acronym."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] in " ’" else words


def _lines(found: Iterable[str]) -> str:
    kept = [line for line, _ in zip(dict.fromkeys(found), range(_MOST), strict=False)]
    return "\n".join(kept)
