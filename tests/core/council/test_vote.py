"""The vote: what cannot be is refused with its arithmetic, and the outcome follows the rules."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.council import check, outcome, quorum, secret_ballot_askers
from nrdesk.core.model import Deliberation

COUNCIL = Deliberation(seats=23, present=15, proxies=3)


def vote(votes_for, against=0, abstentions=None, not_voting=None, **others):
    return replace(
        COUNCIL,
        votes_for=votes_for,
        votes_against=against,
        abstentions=abstentions,
        not_voting=not_voting,
        **others,
    )


@pytest.mark.parametrize(
    ("seats", "present", "second", "needed", "reached"),
    [
        (23, 11, False, 12, False),
        (23, 12, False, 12, True),
        # Half is not more than half.
        (22, 11, False, 12, False),
        (22, 12, False, 12, True),
        (7, 4, False, 4, True),
        (1, 1, False, 1, True),
        (23, 0, False, 12, False),
        # Missed, then convened again.
        (23, 5, True, 0, True),
        (23, None, False, 12, None),
        (None, 12, False, None, None),
    ],
)
def test_quorum(seats, present, second, needed, reached):
    found = quorum(seats, present, second)
    assert (found.needed, found.reached) == (needed, reached)
    assert found.text.endswith(".")


@pytest.mark.parametrize(
    ("voted", "adopted", "said"),
    [
        (vote(18), True, "unanimité"),
        (vote(14, 3, 1), True, "14 voix pour et 3 contre, 1 abstention"),
        (vote(3, 14, 1), False, "Rejetée par 3 voix pour et 14 contre"),
        # Abstentions are no votes: one voice for is enough.
        (vote(1, 0, 17), True, "majorité absolue est de 1 sur 1 suffrage exprimé"),
        (vote(0, 0, 18), False, "Aucun suffrage"),
        (vote(0, 0, None, 18), False, "Aucun suffrage"),
        (vote(9, 9), None, "dites comment le président a voté"),
        (vote(9, 9, chair_in_favour=True), True, "prépondérante"),
        (vote(9, 9, chair_in_favour=False), False, "rejetée"),
        (vote(9, 9, secret=True), False, "scrutin secret"),
        # In a secret ballot nobody knows how the chair voted.
        (vote(9, 9, secret=True, chair_in_favour=True), False, "scrutin secret"),
        (vote(10, 0, present=10, proxies=0), None, "quorum"),
        (vote(10, 0, present=10, proxies=0, second_convocation=True), True, "unanimité"),
        (vote(18, seats=None), None, "membres en exercice"),
        (vote(None), None, "une fois le vote noté"),
        (vote(19), None, "tombe pas juste"),
    ],
)
def test_outcome(voted, adopted, said):
    found = outcome(voted)
    assert found.adopted is adopted
    assert said in found.reason.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("voted", "said"),
    [
        (
            vote(15, 4, 1),
            "15 pour + 4 contre + 1 abstention = 20, pour 18 membres présents ou représentés",
        ),
        (vote(15, 1), "il manque 2 voix"),
        (vote(17), "il manque 1 voix"),
        (vote(30, present=30, proxies=0), "30 présents pour 23 membres en exercice"),
        (vote(26, present=20, proxies=6), "20 présents + 6 pouvoirs = 26"),
        (vote(14, present=6, proxies=8, seats=23), "8 pouvoirs pour 6 présents"),
    ],
)
def test_what_cannot_be_is_refused_with_its_arithmetic(voted, said):
    assert any(said in problem.replace("\u00a0", " ") for problem in check(voted))
    assert outcome(voted).adopted is None


def test_a_count_under_way_is_no_problem():
    assert check(Deliberation()) == ()
    assert check(Deliberation(seats=23, present=15, votes_for=12)) == ()


@pytest.mark.parametrize(("present", "askers"), [(0, 0), (1, 1), (3, 1), (4, 2), (15, 5), (16, 6)])
def test_a_third_may_ask_for_a_secret_ballot(present, askers):
    assert secret_ballot_askers(present) == askers


NUMBERS = st.none() | st.integers(0, 40)
VOTES = st.builds(
    Deliberation,
    seats=NUMBERS,
    present=NUMBERS,
    proxies=NUMBERS,
    votes_for=NUMBERS,
    votes_against=NUMBERS,
    abstentions=NUMBERS,
    not_voting=NUMBERS,
    secret=st.booleans(),
    chair_in_favour=st.none() | st.booleans(),
    second_convocation=st.booleans(),
)


@given(VOTES)
def test_nothing_is_adopted_against_the_rules(voted):
    found = outcome(voted)
    assert found.reason
    if not found.adopted:
        return
    votes_for, against = voted.votes_for, voted.votes_against
    assert check(voted) == ()
    assert voted.second_convocation or voted.present * 2 > voted.seats
    told = (votes_for, against, voted.abstentions, voted.not_voting)
    assert sum(number or 0 for number in told) == voted.present + (voted.proxies or 0)
    assert (voted.proxies or 0) <= voted.present
    assert votes_for > against or (votes_for == against and voted.chair_in_favour and not voted.secret)
    assert found.cast == votes_for + against > 0


@given(VOTES, st.integers(1, 5))
def test_an_abstention_less_and_a_voice_more_never_undo_a_vote(voted, more):
    if not outcome(voted).adopted or (voted.abstentions or 0) < more:
        return
    swung = replace(voted, votes_for=voted.votes_for + more, abstentions=voted.abstentions - more)
    assert outcome(swung).adopted


@given(st.integers(1, 200), st.integers(0, 200))
def test_the_quorum_is_more_than_half(seats, present):
    found = quorum(seats, present)
    assert found.reached is (present >= found.needed) is (present > seats / 2)
