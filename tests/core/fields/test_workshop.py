"""The fields of the meetings: every text that is shown is read back."""

import pytest

from nrdesk.core.fields import Unreadable
from nrdesk.core.fields.workshop import DECISION, WORKSHOP, moment
from nrdesk.core.model import Decision, Workshop, WorkshopKind

WHEN = moment("starts", "Date et heure")
FULL = Workshop(
    title="Cadrage",
    kind=WorkshopKind.SHARING,
    starts="2026-03-12T14:05",
    minutes_long=90,
    place="Mairie",
    participants="Élus\nAgents",
    agenda="10\u00a0min Accueil\nSuite",
    report="Dit.",
    held=True,
)
RECORDS = (
    (Workshop(title="Cadrage"), WORKSHOP),
    (FULL, WORKSHOP),
    (Decision(workshop_id="w"), DECISION),
    (Decision(workshop_id="w", text="Garder.", owner="Mairie", due="2026-04", done=True), DECISION),
)


@pytest.mark.parametrize(("record", "fields"), RECORDS)
def test_what_is_shown_is_read_back(record, fields):
    for field in fields:
        assert field.read(field.text(record)) == getattr(record, field.name), field.name


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("12/03/2026 14h", "12/03/2026, 14 h 00"), ("12 mars 2026", "12/03/2026"), ("", "")],
)
def test_a_moment_is_shown_as_it_will_be_read(typed, shown):
    assert WHEN.show(WHEN.read(typed)).replace("\u00a0", " ") == shown


def test_an_hour_alone_is_refused():
    with pytest.raises(Unreadable, match="Écrivez aussi le jour"):
        WHEN.read("14:00")


@pytest.mark.parametrize("typed", ["0", "1441", "une heure"])
def test_a_meeting_lasts_from_a_minute_to_a_day(typed):
    lasts = next(field for field in WORKSHOP if field.name == "minutes_long")
    with pytest.raises(Unreadable):
        lasts.read(typed)
