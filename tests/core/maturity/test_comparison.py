"""Two years side by side: every question answered twice went up, down, or stayed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.maturity import compare, maturity_of
from tests.core.maturity.test_scoring import IDS, answers

years = st.dictionaries(st.sampled_from(IDS), st.integers(0, 4))


def test_progress_and_regressions_are_told_largest_first():
    before = maturity_of(answers({"X01": 0, "X02": 1, "X03": 3, "X04": 2, "X05": 2}))
    after = maturity_of(answers({"X01": 1, "X02": 4, "X03": 2, "X04": 2, "X06": 4}))
    found = compare(before, after)
    assert [(c.question.id, c.before, c.after) for c in found.progress] == [("X02", 1, 4), ("X01", 0, 1)]
    assert [(c.question.id, c.before, c.after) for c in found.regressions] == [("X03", 3, 2)]
    assert found.unchanged == 1
    theme = found.by_theme[-1]
    assert theme.theme == "Territoire connecté et coopération"
    assert theme.difference == pytest.approx(13 / 5 - 8 / 5)


def test_no_difference_without_two_scores():
    found = compare(maturity_of([]), maturity_of(answers({"X01": 1, "X02": 2, "X03": 3})))
    assert found.by_theme[-1].difference is None
    assert found.difference is None


@given(years, years)
def test_every_question_answered_twice_is_told_once(one, other):
    found = compare(maturity_of(answers(one)), maturity_of(answers(other)))
    assert len(found.progress) + len(found.regressions) + found.unchanged == len(one.keys() & other.keys())
    back = compare(maturity_of(answers(other)), maturity_of(answers(one)))
    assert {(c.question.id, c.after, c.before) for c in back.regressions} == {
        (c.question.id, c.before, c.after) for c in found.progress
    }
    for there, again in zip(found.by_theme, back.by_theme, strict=True):
        assert (there.difference is None) == (again.difference is None)
        if there.difference is not None:
            assert there.difference == pytest.approx(-again.difference)
