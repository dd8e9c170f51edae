"""What is typed about the session and the vote is read, or refused with its reason."""

import pytest

from nrdesk.core.fields import Unreadable
from nrdesk.core.fields.council import AFTER, CHARTER, SESSION, VOTE
from nrdesk.core.model import Charter, Deliberation

FIELDS = {field.name: field for field in (*SESSION, *VOTE, *AFTER)}


def test_every_field_is_one_of_the_record_and_shows_what_it_reads():
    deliberation, charter = Deliberation(), Charter()
    for field in FIELDS.values():
        assert field.read(field.text(deliberation)) == getattr(deliberation, field.name), field.name
    for field in CHARTER:
        assert hasattr(charter, field.name)


@pytest.mark.parametrize(("typed", "value"), [("10/12/2026", "2026-12-10"), ("", None)])
def test_a_day(typed, value):
    assert FIELDS["convened"].read(typed) == value
    assert FIELDS["convened"].show(value) == typed


@pytest.mark.parametrize("typed", ["2026", "12/2026", "10/12/2026 ?", "demain"])
def test_a_delay_is_counted_from_a_whole_day(typed):
    with pytest.raises(Unreadable):
        FIELDS["published"].read(typed)


@pytest.mark.parametrize(
    ("typed", "value"), [("", None), ("pour", True), ("Pour", True), ("contre, ou abstention", False)]
)
def test_how_the_chair_voted(typed, value):
    assert FIELDS["chair_in_favour"].read(typed) is value


@pytest.mark.parametrize("typed", ["-1", "1001", "douze", "1,5"])
def test_members_are_counted_in_whole_numbers(typed):
    with pytest.raises(Unreadable):
        FIELDS["present"].read(typed)


def test_an_answer_that_is_not_in_the_list_is_refused():
    with pytest.raises(Unreadable):
        FIELDS["chair_in_favour"].read("peut-être")
