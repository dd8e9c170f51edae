"""What a meeting lacks."""

import datetime as dt
from dataclasses import replace

import pytest

from nrdesk.core.model import Decision, Workshop
from nrdesk.core.workshops import problems

TODAY = dt.date(2026, 3, 1)
PLANNED = Workshop(title="Cadrage", starts="2026-03-12T14:00", minutes_long=60, agenda="60 min Échange")
HELD = replace(PLANNED, starts="2026-02-12T14:00", held=True, report="Tout est dit.")
DECIDED = Decision(workshop_id=HELD.id, text="Garder les écrans.", owner="Services techniques")


def test_a_meeting_that_is_ready_lacks_nothing():
    assert problems(PLANNED, (), TODAY) == ()
    assert problems(HELD, (DECIDED,), TODAY) == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"starts": None}, "pas encore de date"),
        ({"starts": "2026-02-12T14:00"}, "Sa date est passée"),
        ({"starts": "2026-03-12"}, "Il manque l’heure"),
        ({"agenda": " "}, "L’ordre du jour est vide"),
        ({"agenda": "2 h 05 Échange"}, "prend 2 h 05, la réunion dure 1 h"),
    ],
)
def test_before_it_is_held(change, told):
    (found,) = problems(replace(PLANNED, **change), (), TODAY)
    assert told in found.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("change", "decisions", "told"),
    [
        ({"starts": "2026-03-12"}, (DECIDED,), "sa date est à venir"),
        ({}, (), "Aucune décision n’est notée"),
        ({}, (replace(DECIDED, text=" "),), "Aucune décision n’est notée"),
        ({}, (replace(DECIDED, owner=""),), "Une décision n’a pas de responsable"),
        ({}, (replace(DECIDED, owner=""),) * 2, "2 décisions n’ont pas de responsable"),
        ({"report": ""}, (DECIDED,), "Le compte rendu est vide"),
    ],
)
def test_once_it_is_held(change, decisions, told):
    (found,) = problems(replace(HELD, **change), decisions, TODAY)
    assert told in found


def test_a_meeting_held_today_is_neither_past_nor_to_come():
    today = replace(PLANNED, starts=f"{TODAY}T09:00")
    assert problems(today, (), TODAY) == ()


def test_a_length_that_nobody_said_is_never_too_short():
    assert problems(replace(PLANNED, minutes_long=None, agenda="4 h Échange"), (), TODAY) == ()
