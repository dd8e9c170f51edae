"""An agenda as people write it, and the hours that it gives."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.model import Workshop
from nrdesk.core.workshops import length, slots


@pytest.mark.parametrize(
    ("written", "text", "minutes"),
    [
        ("10 min Accueil", "Accueil", 10),
        ("10\u00a0min Accueil", "Accueil", 10),
        ("- 15 mn : Quiz", "Quiz", 15),
        ("Accueil (10 min)", "Accueil", 10),
        ("Accueil : 10 minutes", "Accueil", 10),
        ("Ateliers 1 h 30", "Ateliers", 90),
        ("1h05 – Vote", "Vote", 65),
        ("2 heures de travail", "de travail", 120),
        ("5' Pause", "Pause", 5),
        ("Accueil", "Accueil", None),
        ("9 h 30 Accueil", "9 h 30 Accueil", None),
        ("2026 comme horizon", "2026 comme horizon", None),
        ("3 mineurs présents", "3 mineurs présents", None),
        ("10 min", "10 min", None),
        ("Article 12 minutes", "Article", 12),
        ("– ", "–", None),
    ],
)
def test_a_line_says_its_length_first_or_last(written, text, minutes):
    (slot,) = slots(Workshop(agenda=written))
    assert (slot.text, slot.minutes) == (text, minutes)


def test_each_point_has_its_hour():
    workshop = Workshop(
        starts="2026-03-12T14:00", agenda="10 min Accueil\n\n1 h 05 Atelier\nSuite\n5 min Fin"
    )
    assert [
        (slot.hours.replace("\u00a0", " "), slot.length.replace("\u00a0", " ")) for slot in slots(workshop)
    ] == [
        ("14 h 00 – 14 h 10", "10 min"),
        ("14 h 10 – 15 h 15", "1 h 05"),
        ("15 h 15", ""),
        ("", "5 min"),
    ]
    assert length(workshop) == 80


def test_without_an_hour_only_lengths_are_told():
    assert [slot.hours for slot in slots(Workshop(starts="2026-03-12", agenda="10 min Accueil"))] == [""]


def test_a_meeting_may_go_past_midnight():
    (slot,) = slots(Workshop(starts="2026-03-12T23:30", agenda="1 h Vote"))
    assert slot.ends == dt.datetime(2026, 3, 13, 0, 30)


@given(st.text())
def test_any_agenda_is_read(agenda):
    found = slots(Workshop(starts="2026-03-12T14:00", agenda=agenda))
    assert len(found) == sum(bool(line.strip()) for line in agenda.splitlines())


@given(st.lists(st.integers(1, 299), min_size=1, max_size=8))
def test_points_follow_one_another(lengths):
    agenda = "\n".join(f"{minutes} min Point" for minutes in lengths)
    found = slots(Workshop(starts="2026-03-12T08:00", agenda=agenda))
    assert [slot.minutes for slot in found] == lengths
    assert all(before.ends == after.starts for before, after in pairwise(found))
    assert found[-1].ends == dt.datetime(2026, 3, 12, 8) + dt.timedelta(minutes=sum(lengths))
