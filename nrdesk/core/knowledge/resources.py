"""The resource library of a collectivité: what exists, what it read of it, and finding something there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nrdesk.core.model import ReadingStatus, ResourceReading
from nrdesk.core.reference.resources import Resource
from nrdesk.core.written.words import normal

EVERYONE = "tous"
"""Public of the resources that suit any public."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; an empty text means any."""

    words: str = ""
    """Words that all appear in the title, the publisher, the kind or the collectivité's remark."""
    type: str = ""
    audience: str = ""
    cost: str = ""
    status: ReadingStatus | None = None
    """None for any, `ReadingStatus.NONE` for those about which nothing was said."""


def publics(resources: Iterable[Resource]) -> tuple[str, ...]:
    """Return the publics of the resources, in alphabetical order; "tous" is none in particular."""
    return tuple(
        sorted({each for resource in resources for each in resource.audience} - {EVERYONE}, key=normal)
    )


def find(
    resources: Sequence[Resource], readings: Mapping[str, ResourceReading], wanted: Wanted
) -> tuple[Resource, ...]:
    """Return the resources that are wanted, in order.

    Args:
        resources: the whole library.
        readings: what was done of each resource, by its identifier; absent when nothing was.
        wanted: what is looked for.
    """
    return tuple(each for each in resources if _is_wanted(each, readings.get(each.id), wanted))


def _is_wanted(resource: Resource, reading: ResourceReading | None, wanted: Wanted) -> bool:
    status = reading.status if reading else ReadingStatus.NONE
    said = (resource.title, resource.publisher, resource.type, reading.comment if reading else "")
    text = normal(" ".join(said))
    return (
        wanted.type in ("", resource.type)
        and (not wanted.audience or wanted.audience in resource.audience or EVERYONE in resource.audience)
        and wanted.cost in ("", resource.cost)
        and wanted.status in (None, status)
        and all(word in text for word in normal(wanted.words).split())
    )
