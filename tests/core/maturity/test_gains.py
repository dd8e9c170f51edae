"""By which questions to start: what the law asks, then small steps in the weakest themes."""

from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.maturity import maturity_of
from nrdesk.core.maturity.gains import MET, MOST_GAINS, MOST_PER_THEME
from nrdesk.core.reference import questionnaire
from tests.core.maturity.test_scoring import IDS, answers

EVERYTHING = dict.fromkeys(IDS, 3)


def gains(levels, **binding):
    return maturity_of(answers(levels), binding=binding).first_gains


def test_what_the_law_asks_comes_first():
    found = gains({**EVERYTHING, "G01": 0, "N03": 2, "G02": 1}, RGAA="Accessibilité des sites")
    assert [gain.question.id for gain in found] == ["N03", "G01", "G02"]
    assert "Une obligation le demande\u00a0: «\u00a0Accessibilité des sites\u00a0»" in found[0].reason
    assert found[0].target == 3
    assert found[0].next_level == questionnaire.by_id()["N03"].levels[3]


def test_an_obligation_that_does_not_apply_is_not_called_one():
    found = gains({**EVERYTHING, "N03": 1})
    assert [gain.question.id for gain in found] == ["N03"]
    assert "obligation" not in found[0].reason


def test_a_text_that_binds_everybody_needs_no_verdict():
    (found,) = gains({**EVERYTHING, "D06": 2})
    assert "RGPD art. 32" in found.reason


def test_the_weakest_theme_comes_first_then_the_lowest_level():
    weak = {id: 1 for id in IDS if id.startswith("P")}
    found = gains({**EVERYTHING, **weak, "P05": 0, "G01": 0})
    assert [gain.question.id for gain in found] == ["P05", "P01", "G01"]
    assert "0,9 sur 4" in found[0].reason


def test_nothing_to_gain_when_nothing_is_answered_or_all_is_there():
    assert gains({}) == ()
    assert gains(dict.fromkeys(IDS, 4)) == ()


@given(st.dictionaries(st.sampled_from(IDS), st.integers(0, 4)), st.booleans())
def test_every_gain_is_answered_can_rise_and_is_named_once(levels, bound):
    binding = {"RGAA": "Accessibilité", "RGPD-DPO": "Délégué"} if bound else {}
    found = maturity_of(answers(levels), binding=binding).first_gains
    ids = [gain.question.id for gain in found]
    assert len(ids) == len(set(ids)) <= MOST_GAINS
    for gain in found:
        assert gain.level == levels[gain.question.id] < gain.target <= MET
        assert gain.next_level
        assert gain.reason.endswith(".")
    small = [gain.question.theme for gain in found if "petit pas" in gain.reason]
    assert all(small.count(theme) <= MOST_PER_THEME for theme in small)
