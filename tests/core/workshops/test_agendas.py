"""The agendas that come with nrdesk."""

import pytest

from nrdesk.core.model import WorkshopKind
from nrdesk.core.workshops import agenda_for, length, slots, template, usual

KINDS = list(WorkshopKind)


@pytest.mark.parametrize("small", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_an_agenda_that_is_read_back(kind, small):
    found = template(kind, small=small)
    (meeting,) = [each for each in usual(small=small) if each.kind is kind] or [None]
    if meeting:
        assert [(slot.minutes, slot.text) for slot in slots(meeting)] == [
            (item.minutes, item.text) for item in found.items
        ]
        assert length(meeting) == meeting.minutes_long == found.minutes
    assert agenda_for(kind, small=small).count("\n") == len(found.items) - 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_small_commune_is_done_in_an_hour(kind):
    assert template(kind, small=True).minutes <= 60
    assert template(kind).minutes <= 120


def test_the_three_usual_meetings_follow_the_method():
    assert [meeting.kind for meeting in usual()] == KINDS[:3]
    assert all(meeting.title and meeting.participants and not meeting.starts for meeting in usual())


@pytest.mark.parametrize("kind", KINDS)
def test_texts_are_typed_as_french_wants(kind):
    for small in (False, True):
        found = template(kind, small=small)
        for text in (
            found.purpose,
            found.participants,
            *found.materials,
            *(item.text for item in found.items),
        ):
            assert "'" not in text
            assert " :" not in text
            assert " ?" not in text
            assert len(text) <= 110
