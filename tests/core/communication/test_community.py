"""The community is alive when people meet; nobody is listed without agreeing."""

import datetime as dt

from nrdesk.core.communication import community
from nrdesk.core.model import ChosenMoment, Pioneer

TODAY = dt.date(2026, 11, 22)
INSIDE, OUTSIDE = Pioneer(name="Lucie", agreed=True), Pioneer(name="Mireille", internal=False)
MET = ChosenMoment(title="Café", starts="2026-10-15", community=True, held=True)
NEXT = ChosenMoment(title="Café", starts="2027-02", community=True)


def test_nobody_is_a_beginning() -> None:
    found = community.state([], [], TODAY)
    assert not found.alive
    assert found.sentence.startswith("Personne")
    assert found.remarks == ()


def test_people_who_do_not_meet_are_no_community_yet() -> None:
    festival = ChosenMoment(title="Fête", starts="2026-10-15", held=True)
    old = ChosenMoment(title="Café", starts="2025-05", community=True, held=True)
    found = community.state([INSIDE, OUTSIDE], [festival, old], TODAY)
    assert not found.alive
    assert found.sentence.replace("\u00a0", " ") == (
        "2 volontaires, dont 1 hors de la collectivité. Aucune rencontre n’est datée."
    )


def test_a_meeting_behind_or_ahead_makes_it_alive() -> None:
    met = community.state([INSIDE, OUTSIDE], [MET], TODAY)
    assert met.alive
    assert "Dernière rencontre" in met.sentence
    ahead = community.state([INSIDE, OUTSIDE], [MET, NEXT], TODAY)
    assert ahead.next == NEXT
    assert "Prochaine rencontre\u00a0: février 2027" in ahead.sentence


def test_agreement_and_openness_are_asked_for() -> None:
    (silent,) = community.state([INSIDE, OUTSIDE], [MET], TODAY).remarks
    assert silent.startswith("1\u00a0personne n’a pas encore donné son accord")
    (two,) = community.state([OUTSIDE, OUTSIDE], [MET], TODAY).remarks
    assert "leur accord" in two
    (closed,) = community.state([INSIDE, INSIDE], [MET], TODAY).remarks
    assert closed.startswith("Tous sont de la maison")
