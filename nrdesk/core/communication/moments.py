"""The calendar of the moments to tell something: those of the table that come, and those that were chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import ChosenMoment
from nrdesk.core.monitoring.readings import months_later
from nrdesk.core.planning.schedule import first_day
from nrdesk.core.reference import moments as reference
from nrdesk.core.reference.moments import Dated, Moment
from nrdesk.core.written.prose import when

if TYPE_CHECKING:
    from nrdesk.core.document import Document

ENOUGH = 3
"""Moments of a year to begin with (the guide of the method names eight; three are held to)."""
A_YEAR = 12
_WHOLE = len("2026-03-12")
_PARTS = (len("2026"), len("2026-03"), _WHOLE)
"""Lengths of the year, of the month and of the day of a date, what two dates may share."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A moment of the table, the next time that it comes."""

    moment: Moment
    dated: Dated | None
    """None for what has no date of its own: an arrival, a milestone."""
    chosen: ChosenMoment | None
    """What was chosen of it for that time."""

    @property
    def when(self) -> str:
        """When it is, in French."""
        return period(self.dated.starts, self.dated.ends) if self.dated else self.moment.rule

    @property
    def sureness(self) -> str:
        """What has to be known of its date, in two or three French words; empty when it is sure."""
        if self.dated is None or (self.chosen.confirmed if self.chosen else self.dated.sure):
            return ""
        return "date à fixer chez vous" if self.moment.local else "date à confirmer"


def offers(document: Document, today: dt.date) -> tuple[Offer, ...]:
    """Return the moments of the table by their next date, those without a date of their own last."""
    taken = document.all(ChosenMoment)
    found = [
        Offer(moment, dated, _chosen(moment, dated, taken))
        for moment in reference.by_id().values()
        for dated in [_next(moment, today)]
    ]
    return tuple(sorted(found, key=lambda each: each.dated.starts if each.dated else "9999"))


def choose(document: Document, offer: Offer) -> ChosenMoment:
    """Note that one will tell something at a moment; the one that is noted already is returned as it is."""
    if offer.chosen:
        return offer.chosen
    found = ChosenMoment(
        moment=offer.moment.id,
        title=offer.moment.title,
        starts=offer.dated.starts if offer.dated else None,
        ends=offer.dated.ends if offer.dated else None,
        confirmed=bool(offer.dated and offer.dated.sure),
        idea=offer.moment.idea,
    )
    with document.action(f"Choisir un moment ({offer.moment.title})") as tx:
        tx.add(found)
    return found


def in_time(moments: Iterable[ChosenMoment]) -> list[ChosenMoment]:
    """Return moments by date, those that have none last."""
    return sorted(moments, key=lambda each: each.starts or "9999")


def of_the_year(moments: Iterable[ChosenMoment], today: dt.date) -> tuple[ChosenMoment, ...]:
    """Return those that count for the year: still to come, without a date, or of the last twelve months."""
    since = months_later(today, -A_YEAR)
    return tuple(each for each in in_time(moments) if each.starts is None or last_day(each) > since)


def coming(moments: Iterable[ChosenMoment], today: dt.date) -> tuple[ChosenMoment, ...]:
    """Return those that are dated and not over yet, the next one first."""
    return tuple(
        each for each in in_time(moments) if each.starts and last_day(each) >= today and not each.held
    )


def last_day(moment: ChosenMoment) -> dt.date:
    """Return the last day of a moment that is dated."""
    return dates.last_day(moment.ends or moment.starts or "9999")


def period(starts: str | None, ends: str | None) -> str:
    """Return when something is: "du 18 septembre au 8 octobre 2026", "21 mars 2026", "à dater"."""
    if not starts or not ends or starts == ends:
        return when(starts)
    if len(starts) < _WHOLE or len(ends) < _WHOLE:
        return f"{when(starts)} – {when(ends)}"
    first, shared = when(starts), 0
    while starts[: _PARTS[shared]] == ends[: _PARTS[shared]]:
        first = first.rpartition(" ")[0]
        shared += 1
    return f"du {first} au {when(ends)}"


def remarks(moments: Iterable[ChosenMoment], today: dt.date) -> tuple[str, ...]:
    """Return what asks for somebody, in French sentences: dates to check, moments past without a word."""
    return tuple(_remarks(list(moments), today))


def _remarks(moments: list[ChosenMoment], today: dt.date) -> Iterator[str]:
    unsure = [each for each in coming(moments, today) if not each.confirmed]
    soon = [each for each in unsure if first_day(each.starts or "9999") <= months_later(today, 2)]
    if soon:
        names = ", ".join(each.title for each in soon)
        yield f"À vérifier, c’est dans moins de deux mois{NBSP}: {names}."
    silent = [each for each in of_the_year(moments, today) if _is_past(each, today) and not each.held]
    if silent:
        told = count(len(silent), "moment est passé", "moments sont passés")
        yield (
            f"{told} sans que l’on sache s’ils ont eu lieu."
            if len(silent) > 1
            else (f"{told} sans que l’on sache s’il a eu lieu{NBSP}: {silent[0].title}.")
        )


def _is_past(moment: ChosenMoment, today: dt.date) -> bool:
    return moment.starts is not None and last_day(moment) < today


def _next(moment: Moment, today: dt.date) -> Dated | None:
    """Return the next time of a moment: under way or to come."""
    for year in (today.year, today.year + 1):
        dated = moment.in_year(year)
        if dated and dates.last_day(dated.ends or dated.starts) >= today:
            return dated
    return None


def _chosen(moment: Moment, dated: Dated | None, taken: Iterable[ChosenMoment]) -> ChosenMoment | None:
    """Return what was chosen of a moment for the same year; what has no date is chosen until it is held."""
    for each in taken:
        if each.moment != moment.id:
            continue
        if dated is None or not each.starts:
            if not each.held:
                return each
        elif each.starts[:4] == dated.starts[:4]:
            return each
    return None
