"""The indicators that nrdesk reads by itself: « Relever maintenant »."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.ambition import Measured, figures, in_order
from nrdesk.core.assessment import Assessment, assess
from nrdesk.core.assessment.figures import computed
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import Indicator, Reading
from nrdesk.core.monitoring import readings
from nrdesk.core.written.words import quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of reading an indicator."""

    indicator: Indicator
    reading: Reading | None
    reason: str = ""
    """French sentence: why there is no value."""


def is_automatic(indicator: Indicator) -> bool:
    """Return whether nrdesk computes an indicator."""
    return indicator.measured_by in figures()


def measured(
    document: Document,
    indicator: Indicator,
    *,
    assessment: Assessment | None = None,
    today: dt.date | None = None,
) -> Measured | None:
    """Return what an indicator is worth now, with its explanation; None when nrdesk does not compute it.

    Args:
        document: the document.
        indicator: one of its indicators.
        assessment: the figures of the latest campaign, when they are at hand; those of another are not used.
        today: the day told; the current one when None.
    """
    return computed(document, indicator.measured_by, assessment=assessment, today=today)


def read_all(
    document: Document,
    indicators: Iterable[Indicator] | None = None,
    *,
    assessment: Assessment | None = None,
    today: dt.date | None = None,
) -> tuple[Outcome, ...]:
    """Return what reading indicators now would give, nothing written yet.

    Args:
        document: the document.
        indicators: those to read; all those that nrdesk computes when None.
        assessment: as for `measured`.
        today: the day told; the current one when None.
    """
    asked = in_order(document.all(Indicator)) if indicators is None else list(indicators)
    automatic = [each for each in asked if is_automatic(each)]
    if not automatic:
        return ()
    at_hand = assessment if _is_latest(document, assessment) else assess(document)
    day = today or dt.date.today()
    return tuple(_outcome(document, each, at_hand, day) for each in automatic)


def read_past(document: Document, indicator: Indicator) -> tuple[Outcome, ...]:
    """Return the readings that earlier campaigns give, nothing written yet; years already read are left out.

    A campaign that is frozen tells what it told then: a path can begin before the indicator was thought of.
    """
    if not is_automatic(indicator):
        return ()
    read = {(each.read_on or "")[:4] for each in document.all(Reading, indicator_id=indicator.id)}
    kind = figures()[indicator.measured_by]
    return tuple(
        _made(
            indicator,
            computed(document, indicator.measured_by, campaign),
            campaign.as_of if kind.dated else f"{campaign.year}-12-31",
        )
        for campaign in document.campaigns()[:-1]
        if str(campaign.year) not in read
    )


def note(document: Document, outcomes: Iterable[Outcome]) -> tuple[Reading, ...]:
    """Write readings of nrdesk as one action; one made for the same day is replaced.

    Raises:
        UserError: none has a value.
    """
    made = [(each.indicator, each.reading) for each in outcomes if each.reading]
    if not made:
        raise UserError(
            "nrdesk n’a aucune valeur à relever pour l’instant.",
            kept="Rien n’a changé.",
            todo="Complétez l’inventaire ou le plan, puis recommencez.",
        )
    if len({indicator.id for indicator, _ in made}) == 1:
        label = f"Relever {quoted(made[0][0].title)}"
    else:
        label = f"Relever {count(len(made), 'indicateur')}"
    with document.action(label) as tx:
        return tuple(readings.keep(document, tx, reading) for _, reading in made)


def _outcome(
    document: Document, indicator: Indicator, assessment: Assessment | None, today: dt.date
) -> Outcome:
    kind = figures().get(indicator.measured_by)
    on = _day(document, today) if kind and kind.dated else today.isoformat()
    return _made(indicator, measured(document, indicator, assessment=assessment, today=today), on)


def _made(indicator: Indicator, found: Measured | None, on: str) -> Outcome:
    """Return the reading of a figure on a day, or why there is none."""
    if found is None:
        return Outcome(indicator, None, "nrdesk ne calcule pas cette mesure.")
    if found.value is None:
        return Outcome(indicator, None, found.text)
    kind = figures()[indicator.measured_by]
    if indicator.unit and indicator.unit.split() != kind.unit.split():
        units = f"L’indicateur est en {indicator.unit}, nrdesk calcule en {kind.unit}"
        return Outcome(indicator, None, f"{units}{NBSP}: changez l’unité.")
    reading = Reading(
        indicator_id=indicator.id,
        read_on=on,
        value=found.value,
        source=f"nrdesk{NBSP}: {kind.label[:1].lower()}{kind.label[1:]}",
        computed=True,
    )
    return Outcome(indicator, reading)


def _day(document: Document, today: dt.date) -> str:
    """Return the day that the inventory of the latest campaign tells of, today at the latest."""
    return min(dates.last_day(document.campaign.as_of), today).isoformat()


def _is_latest(document: Document, assessment: Assessment | None) -> bool:
    return assessment is not None and assessment.campaign.id == document.campaign.id
