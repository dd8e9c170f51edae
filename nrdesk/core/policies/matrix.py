"""What the policies of a collectivité say of its digital strategy: priorities that emerge, dates to watch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from nrdesk.core import dates
from nrdesk.core.fields.field import inverted
from nrdesk.core.formatting import count
from nrdesk.core.model import Axis, PolicyDocument, PolicyLink, PolicyStatus
from nrdesk.core.written.words import quoted

MOST_PRIORITIES = 3
"""The method asks for one to three priorities: beyond, nothing is one."""
SOON = dt.timedelta(days=365)
"""A document that ends within this delay is to be renewed: a year is what writing the next one takes."""


@dataclass(frozen=True, slots=True)
class Priority:
    """An axis that the policies of the collectivité carry."""

    axis: Axis
    score: int
    """Sum of the strengths (0 to 3) that the documents give it."""
    documents: tuple[str, ...]
    """Titles of the documents that touch it, the strongest first."""
    reason: str
    """French sentence: which documents, and how many."""


class AlertKind(StrEnum):
    """What is to be watched in the dates of a document."""

    INVERTED = "inverted"
    ENDED = "ended"
    ENDS_SOON = "ends_soon"


@dataclass(frozen=True, slots=True)
class Alert:
    """Something to look at in the dates of a document."""

    document: PolicyDocument
    kind: AlertKind
    text: str
    """French sentence."""


def ranking(documents: Iterable[PolicyDocument], links: Iterable[PolicyLink]) -> tuple[Priority, ...]:
    """Return every axis that a document touches, the highest score first, then in the order of the decree.

    Documents that have expired no longer count: they carry nothing any more.
    """
    titles = {each.id: each.title for each in documents if each.status is not PolicyStatus.EXPIRED}
    touching: dict[Axis, list[PolicyLink]] = {axis: [] for axis in Axis}
    for link in links:
        if link.strength > 0 and link.document_id in titles:
            touching[link.axis].append(link)
    found = [_priority(axis, crossings, titles) for axis, crossings in touching.items() if crossings]
    return tuple(sorted(found, key=lambda priority: -priority.score))


def priorities(documents: Iterable[PolicyDocument], links: Iterable[PolicyLink]) -> tuple[Priority, ...]:
    """Return the axes that emerge: the first of the ranking, three at most.

    Axes of the same score stay together: when the next ones would make more than three, they stay out. A
    matrix where everything weighs the same has no priority.
    """
    emerging: list[Priority] = []
    for _, alike in groupby(ranking(documents, links), key=lambda priority: priority.score):
        tied = list(alike)
        if len(emerging) + len(tied) > MOST_PRIORITIES:
            break
        emerging += tied
    return tuple(emerging)


def alerts(documents: Iterable[PolicyDocument], today: dt.date) -> tuple[Alert, ...]:
    """Return what the dates of the documents call for; one alert for a document, the gravest."""
    found = (_alert(document, today) for document in documents)
    return tuple(alert for alert in found if alert)


def _priority(axis: Axis, crossings: Sequence[PolicyLink], titles: dict[str, str]) -> Priority:
    strongest = sorted(crossings, key=lambda link: -link.strength)
    named = tuple(titles[link.document_id] for link in strongest)
    if len(named) == 1:
        reason = f"Un document le porte\u00a0: {quoted(named[0])}."
    else:
        reason = (
            f"{count(len(named), 'document')} le portent, d’abord {quoted(named[0])} et {quoted(named[1])}."
        )
    return Priority(axis, sum(link.strength for link in crossings), named, reason)


def _alert(document: PolicyDocument, today: dt.date) -> Alert | None:
    title = quoted(document.title)
    if inverted(document.starts, document.ends):
        text = f"{title} finit avant de commencer\u00a0: vérifiez ses deux dates."
        return Alert(document, AlertKind.INVERTED, text)
    if not document.ends or document.status is PolicyStatus.EXPIRED:
        return None
    end, when = dates.last_day(document.ends), f"({dates.partial_in_letters(document.ends)})"
    if end < today:
        text = f"{title} est arrivé à échéance {when}\u00a0: dites ce qui le remplace."
        return Alert(document, AlertKind.ENDED, text)
    if end <= today + SOON:
        text = f"{title} arrive à échéance {when}\u00a0: pensez au numérique responsable dans le suivant."
        return Alert(document, AlertKind.ENDS_SOON, text)
    return None
