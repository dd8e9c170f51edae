"""The rules of the assembly are read with their numbers, and say where they were read."""

import re

from nrdesk.core.council import vote
from nrdesk.core.model.council_rule import CouncilTopic, CouncilUnit
from nrdesk.core.reference import council

RULES = {rule.id: rule for rule in council.load()}


def test_every_topic_has_its_rule():
    assert {rule.topic for rule in RULES.values()} == set(CouncilTopic)


def test_the_convocation_changes_at_3500_inhabitants():
    below, above = RULES["CONV-3J"], RULES["CONV-5J"]
    assert (below.value, above.value) == (3, 5)
    assert below.unit is above.unit is CouncilUnit.CLEAR_DAYS
    assert [below.population.met_by(size) for size in (3_499, 3_500)] == [True, False]
    assert [above.population.met_by(size) for size in (3_499, 3_500)] == [False, True]
    assert above.synthesis_note
    assert not below.synthesis_note


def test_the_number_of_a_rule_is_the_one_that_its_words_tell():
    words = {2: ("moitié", "deux", "2"), 3: ("tiers", "3"), 1: ("un", "Un", "une"), 5: ("5",)}
    for rule in RULES.values():
        if rule.value:
            assert any(re.search(rf"\b{word}\b", rule.text) for word in words[rule.value]), rule.id
        assert bool(rule.value) == (rule.unit is not CouncilUnit.NONE), rule.id


def test_the_half_and_the_third_of_the_calculation_are_those_of_the_table():
    assert RULES["QUORUM"].value == vote.HALF
    assert RULES["SECRET"].value == vote.THIRD


def test_what_was_not_read_is_said():
    assert {rule.id for rule in RULES.values() if not rule.verified} == {"RECOURS", "EPCI", "DROIT-LOCAL"}
    assert all(rule.source for rule in RULES.values())
