"""Which line of one campaign is which line of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from nrdesk.core.model import Equipment


def pair(before: Iterable[Equipment], after: Iterable[Equipment]) -> Mapping[str, str]:
    """Return the identifier in `after` of each line of `before` that is still known there.

    Two lines are one when they come from the same first line (`Equipment.lineage`), or else when they bear
    the same inventory number, that no other line bears in either campaign.
    """
    before, after = list(before), list(after)
    found = _matching(_by_lineage(before), _by_lineage(after))
    taken = set(found.values())
    rest = [line for line in before if line.id not in found]
    others = [line for line in after if line.id not in taken]
    return found | _matching(_by_number(rest), _by_number(others))


def _matching(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    return {id: after[mark] for mark, id in before.items() if mark in after}


def _by_lineage(lines: list[Equipment]) -> dict[str, str]:
    """Return the identifier of the line of each lineage; a line without one is the first of its own."""
    return {line.lineage or line.id: line.id for line in lines}


def _by_number(lines: list[Equipment]) -> dict[str, str]:
    times = Counter(line.number for line in lines)
    return {line.number: line.id for line in lines if line.number and times[line.number] == 1}
