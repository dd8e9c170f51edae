"""Where each indicator stands: its last reading, what its target path expected, whether to worry and why.

    for state in states(document, dt.date.today()): ...

A reading is compared with what the path expected on the day of that reading, not today: an old figure is
late, which `due` tells, and not worse for it. An indicator is off track when its last reading lacks more than
`targets.TOLERANCE` of the whole way, or when the date of its target is past and the target is not reached.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.ambition import Way, in_order, value_text
from nrdesk.core.formatting import NBSP, significant
from nrdesk.core.model import Direction, Indicator, Reading, TargetStep
from nrdesk.core.monitoring import readings as reading_rules
from nrdesk.core.monitoring.targets import TargetPath, path

if TYPE_CHECKING:
    from nrdesk.core.document import Document

UNNAMED = "Indicateur sans nom"
_EXACT = 1e-9


@dataclass(frozen=True, slots=True)
class IndicatorState:
    """An indicator on a day."""

    indicator: Indicator
    readings: tuple[Reading, ...]
    """Those with a date and a value, the earliest first."""
    steps: tuple[TargetStep, ...]
    path: TargetPath
    direction: Direction
    """Which way it should go: that of its path, of the indicator while nothing tells."""
    last: Reading | None
    expected: float | None
    """What the path expects today, in the unit of the indicator."""
    expected_then: float | None
    """What it expected on the day of the last reading."""
    off_track: bool
    reason: str
    """French sentence: why it is off track; "" when it is not."""
    due: bool
    """Whether a new reading is due."""
    due_reason: str
    """French sentence: since when; "" when none is due."""
    next_due: dt.date | None
    """Day when the next reading is due; None when there never was any."""
    reached: bool
    """Whether the last reading reaches the target."""

    @property
    def title(self) -> str:
        """Name of the indicator, never empty."""
        return self.indicator.title or UNNAMED

    @property
    def value(self) -> float | None:
        """The last value read, in the unit of the indicator."""
        return self.last.value if self.last else None

    @property
    def before(self) -> Reading | None:
        """The reading before the last one."""
        return self.readings[-2] if len(self.readings) > 1 else None

    @property
    def way(self) -> Way | None:
        """The share of the way from base to target that the last reading tells; None when one is unknown."""
        points = self.path.points
        if self.value is None or not self.path.started or points[0].value == points[-1].value:
            return None
        return Way((self.value - points[0].value) / (points[-1].value - points[0].value))

    @property
    def remark(self) -> str:
        """French sentence when what was chosen contradicts the target; "" otherwise."""
        if self.direction is self.indicator.direction:
            return ""
        side = "plus basse" if self.direction is Direction.DOWN else "plus haute"
        return f"La cible est {side} que le départ{NBSP}: nrdesk lit «{NBSP}{self.direction.label}{NBSP}»."

    @property
    def words(self) -> str:
        """Where it stands, in two or three French words."""
        if self.last is None:
            return "aucun relevé"
        if self.off_track:
            return "hors trajectoire"
        if self.reached:
            return "cible atteinte"
        return "dans les temps" if self.path.points else "suivi sans cible"

    def text(self, value: float | None) -> str:
        """Return a value with the unit of the indicator; "" when it is unknown."""
        return value_text(value, self.indicator.unit)


def states(document: Document, today: dt.date) -> tuple[IndicatorState, ...]:
    """Return every indicator of the document as it stands on a day, in the order chosen."""
    return states_of(document.all(Indicator), document.all(Reading), document.all(TargetStep), today)


def states_of(
    indicators: Iterable[Indicator], readings: Iterable[Reading], steps: Iterable[TargetStep], today: dt.date
) -> tuple[IndicatorState, ...]:
    """Return indicators as they stand on a day, given all the readings and steps there are."""
    read = reading_rules.by_indicator(readings)
    stepped = list(steps)
    return tuple(
        state(each, read.get(each.id, ()), [step for step in stepped if step.indicator_id == each.id], today)
        for each in in_order(indicators)
    )


def state(
    indicator: Indicator, readings: Sequence[Reading], steps: Sequence[TargetStep], today: dt.date
) -> IndicatorState:
    """Return one indicator as it stands on a day; `readings` and `steps` are its own, in any order."""
    read = reading_rules.in_time(readings)
    last = read[-1] if read else None
    way = path(indicator, steps, read)
    direction = _direction(indicator, way)
    then = way.at(reading_rules.day(last, today)) if last else None
    reason = " ".join(_reasons(indicator, direction, last, way, then, today)) if last else ""
    next_due = reading_rules.next_due(indicator, last)
    due_reason = _due_reason(last, next_due, today)
    return IndicatorState(
        indicator=indicator,
        readings=read,
        steps=tuple(sorted(steps, key=lambda step: dates.last_day(step.due) if step.due else dt.date.max)),
        path=way,
        direction=direction,
        last=last,
        expected=way.at(today),
        expected_then=then,
        off_track=bool(reason),
        reason=reason,
        due=bool(due_reason),
        due_reason=due_reason,
        next_due=next_due,
        reached=_reached(direction, last, way),
    )


def lack(direction: Direction, expected: float, value: float) -> float:
    """Return what a value lacks to be what was expected, ≤ 0 when it is as good or better."""
    return expected - value if direction is Direction.UP else value - expected


def readable(value: float) -> float:
    """Return a value of a path with the figures that one would write: two under ten, three beyond."""
    return significant(value, 2 if abs(value) < 10 else 3)


def _direction(indicator: Indicator, way: TargetPath) -> Direction:
    """Return which way a path goes: a target below the start is to go down, whatever was chosen."""
    if not way.started or way.points[-1].value == way.points[0].value:
        return indicator.direction
    return Direction.UP if way.points[-1].value > way.points[0].value else Direction.DOWN


def _reached(direction: Direction, last: Reading | None, way: TargetPath) -> bool:
    if last is None or last.value is None or way.aim is None:
        return False
    return lack(direction, way.aim.value, last.value) <= _EXACT


def _reasons(
    indicator: Indicator,
    direction: Direction,
    last: Reading,
    way: TargetPath,
    expected: float | None,
    today: dt.date,
) -> Iterator[str]:
    assert last.value is not None
    assert last.read_on is not None
    if way.aim is None or _reached(direction, last, way):
        return
    unit, when = indicator.unit, dates.partial_in_letters(last.read_on)
    told, aim = value_text(last.value, unit), value_text(way.aim.value, unit)
    if way.aim.on < today:
        due = dates.in_letters(way.aim.on)
        yield f"La cible ({aim}) était pour le {due}. Dernier relevé{NBSP}: {told} ({when})."
    elif expected is not None and lack(direction, expected, last.value) > way.tolerance + _EXACT:
        wanted = value_text(readable(expected), unit)
        yield (
            f"{told} au dernier relevé ({when}). À cette date, il fallait {wanted} pour tenir la cible de "
            f"{aim}."
        )
    else:
        return
    if way.started and lack(direction, way.points[0].value, last.value) > _EXACT:
        start = value_text(way.points[0].value, unit)
        yield f"C’est en recul depuis le départ ({start})."


def _due_reason(last: Reading | None, next_due: dt.date | None, today: dt.date) -> str:
    if next_due is None:
        return "Aucun relevé pour l’instant."
    if next_due > today:
        return ""
    since = f"attendu depuis le {dates.in_letters(next_due)}" if next_due < today else "attendu aujourd’hui"
    if last is None or last.read_on is None:
        return f"Aucun relevé depuis le départ{NBSP}: {since}."
    return f"Dernier relevé{NBSP}: {dates.partial_in_letters(last.read_on)}. Le suivant est {since}."
