"""An event of a calendar: a meeting at an hour, or a whole day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from nrdesk.core import dates

EPOCH = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
"""What an event is dated of when nobody said when it was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a calendar shows.

    Raises:
        ValueError: it ends before it starts, both an end and a length are given, an hour bears a time zone
            (hours are those of the clocks of the collectivité), or a whole day has a length in minutes.
    """

    uid: str
    """Stable and unique: the identifier of the record, and what it stands for when it has several dates."""
    starts: dt.date
    """A `datetime` for a meeting at an hour, without a time zone; a `date` for a whole day."""
    title: str
    ends: dt.date | None = None
    """Of the same type as `starts`; for whole days, the last of them."""
    minutes: int | None = None
    """Length, instead of an end."""
    place: str = ""
    text: str = ""
    """What there is to know, in paragraphs."""
    stamp: dt.datetime = EPOCH
    """UTC time when it was last changed: calendars keep the latest version of an event."""
    alarm: dt.timedelta | None = None
    """How long before the start to give notice; None for no notice."""

    def __post_init__(self) -> None:
        if isinstance(self.starts, dt.datetime) and self.starts.tzinfo is not None:
            raise ValueError("hours are those of the clocks of the collectivité: no time zone here")
        if self.stamp.tzinfo is None:
            raise ValueError("a stamp is a UTC time")
        if self.minutes is not None and (self.all_day or self.ends is not None or self.minutes <= 0):
            raise ValueError("a length is for an event at an hour, and instead of an end")
        if self.ends is None:
            return
        if isinstance(self.ends, dt.datetime) is self.all_day:
            raise ValueError("an event starts and ends on a day, or at an hour")
        if self.ends < self.starts or (not self.all_day and self.ends == self.starts):
            raise ValueError("an event ends after it starts")

    @property
    def all_day(self) -> bool:
        """Whether it takes whole days."""
        return not isinstance(self.starts, dt.datetime)

    @property
    def end(self) -> dt.date | None:
        """The first moment when it is over; None when it has an hour and no known length."""
        if self.all_day:
            return (self.ends or self.starts) + dt.timedelta(days=1)
        if self.minutes is not None:
            return self.starts + dt.timedelta(minutes=self.minutes)
        return self.ends


def moment(written: str) -> dt.date:
    """Return what a record says: "2026-03-12T14:00" as a `datetime`, a partial date as its last day.

    Raises:
        ValueError: it is neither.
    """
    return dt.datetime.fromisoformat(written) if "T" in written else dates.last_day(written)


def stamp(updated_at: str) -> dt.datetime:
    """Return when a record was last written, from its `updated_at`; `EPOCH` when it never was."""
    return dt.datetime.fromisoformat(updated_at).astimezone(dt.UTC) if updated_at else EPOCH
