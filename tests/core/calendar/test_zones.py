"""The clocks of the territories, compared with the database of time zones."""

import calendar
import datetime as dt
import zoneinfo

import pytest

from nrdesk.core.calendar import PARIS, zone_of
from nrdesk.core.calendar.zones import ZONES, Shift
from nrdesk.core.model import Authority, AuthorityKind


def _when(shift: Shift, year: int) -> dt.datetime:
    """Return when the clocks change in a year, as the recurrence rule says."""
    rule = dict(part.split("=") for part in shift.rule.split(";"))
    assert rule["FREQ"] == "YEARLY"
    assert rule["BYDAY"].endswith("SU")
    month, rank = int(rule["BYMONTH"]), int(rule["BYDAY"].removesuffix("SU"))
    days = range(1, calendar.monthrange(year, month)[1] + 1)
    sundays = [day for day in days if dt.date(year, month, day).weekday() == 6]
    hours = int(shift.since[9:11])
    return dt.datetime(year, month, sundays[rank - 1 if rank > 0 else rank], hours)


@pytest.mark.parametrize("zone", ZONES, ids=lambda zone: zone.id)
def test_clocks_are_those_of_the_database(zone):
    known = zoneinfo.ZoneInfo(zone.id)
    for year in (2024, 2026, 2031, 2036):
        if zone.summer is None:
            for month in range(1, 13):
                assert dt.datetime(year, month, 1, tzinfo=known).strftime("%z") == zone.offset
            continue
        summer, spring, autumn = zone.summer
        hour = dt.timedelta(hours=1)
        forward, back = _when(spring, year), _when(autumn, year)
        for moment, offset in (
            (forward - hour, zone.offset),
            (forward + hour, summer),
            (back - 2 * hour, summer),
            (back + hour, zone.offset),
        ):
            assert moment.replace(tzinfo=known).strftime("%z") == offset, moment


@pytest.mark.parametrize("zone", [zone for zone in ZONES if zone.summer], ids=lambda zone: zone.id)
def test_a_rule_begins_on_a_day_that_it_gives(zone):
    for shift in zone.summer[1:]:
        since = dt.datetime.strptime(shift.since, "%Y%m%dT%H%M%S")
        assert _when(shift, since.year) == since


@pytest.mark.parametrize(
    ("known", "zone"),
    [
        ({"department": "38", "insee_code": "38185"}, "Europe/Paris"),
        ({}, "Europe/Paris"),
        ({"department": "2A"}, "Europe/Paris"),
        ({"department": "974"}, "Indian/Reunion"),
        ({"insee_code": "97411"}, "Indian/Reunion"),
        ({"postcode": "97200"}, "America/Martinique"),
        ({"department": "975"}, "America/Miquelon"),
        ({"department": "976", "kind": AuthorityKind.CA}, "Indian/Mayotte"),
        ({"department": "987", "insee_code": "98735"}, "Pacific/Tahiti"),
        ({"department": "987", "insee_code": "98731"}, "Pacific/Marquesas"),
        ({"department": "987", "insee_code": "98719"}, "Pacific/Gambier"),
        ({"department": "988"}, "Pacific/Noumea"),
    ],
)
def test_a_collectivite_has_the_clocks_of_its_territory(known, zone):
    assert zone_of(Authority(**known)).id == zone


def test_the_usual_clocks_are_those_of_paris():
    assert PARIS.id == "Europe/Paris"
