"""Scores: means of what was answered, nothing when too little was."""

from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.maturity import asked, maturity_of
from nrdesk.core.maturity.scoring import TOO_FEW
from nrdesk.core.model import MaturityAnswer
from nrdesk.core.reference import questionnaire

IDS = tuple(questionnaire.by_id())
levels = st.one_of(st.none(), st.integers(0, 4))
any_answers = st.dictionaries(st.sampled_from(IDS), st.tuples(levels, st.booleans()))


def answers(given_levels):
    """Return answers from question -> level, or None for one that makes no sense here."""
    return [
        MaturityAnswer(campaign_id="c", question=id, level=level, not_applicable=level is None)
        for id, level in given_levels.items()
    ]


def theme_of(maturity, letter):
    theme = next(question.theme for question in questionnaire.load() if question.id.startswith(letter))
    return next(each for each in maturity.by_theme if each.theme == theme)


def test_a_theme_is_the_mean_of_its_levels():
    maturity = maturity_of(answers({"X01": 1, "X02": 2, "X03": 4}))
    assert theme_of(maturity, "X").score == pytest.approx(7 / 3)
    assert theme_of(maturity, "X").text == "2,3 sur 4"
    assert theme_of(maturity, "X").answered == 3


def test_what_makes_no_sense_here_is_left_out():
    maturity = maturity_of(answers({"X01": 1, "X02": None, "X03": None, "X04": None, "X05": 3}))
    found = theme_of(maturity, "X")
    assert found.score == 2
    assert (found.answered, found.not_applicable, found.settled, found.questions) == (2, 3, 5, 6)


def test_too_few_answers_give_no_score():
    found = theme_of(maturity_of(answers({"X01": 4, "X02": 4})), "X")
    assert found.score is None
    assert found.text == TOO_FEW
    assert maturity_of([]).score is None
    assert maturity_of([]).text == TOO_FEW


def test_a_theme_that_makes_no_sense_at_all_has_no_score():
    found = theme_of(maturity_of(answers(dict.fromkeys(("X01", "X02", "X03", "X04", "X05", "X06")))), "X")
    assert found.score is None
    assert found.settled == found.questions == 6


def test_a_level_that_does_not_exist_and_an_unknown_question_count_for_nothing():
    wrong = [MaturityAnswer(campaign_id="c", question="G01", level=7)]
    wrong.append(MaturityAnswer(campaign_id="c", question="Z99", level=2))
    assert maturity_of(wrong) == maturity_of([])


def test_the_last_answer_counts():
    twice = [*answers({"G01": 0}), *answers({"G01": 3})]
    assert maturity_of(twice).levels == {"G01": 3}


def test_the_flash_path_asks_what_a_small_commune_needs_and_what_it_answered():
    shown = asked([], flash=True)
    assert len(shown) == 39
    kept = asked(answers({"X03": 2}), flash=True)
    assert {question.id for question in kept} - {question.id for question in shown} == {"X03"}
    assert len(asked([], flash=False)) == 74


@given(any_answers)
def test_scores_are_means_within_their_bounds(given_answers):
    records = [
        MaturityAnswer(campaign_id="c", question=id, level=level, not_applicable=out)
        for id, (level, out) in given_answers.items()
    ]
    maturity = maturity_of(records)
    for theme in maturity.by_theme:
        assert theme.settled <= theme.questions
        if theme.score is not None:
            assert min(theme.levels) <= theme.score <= max(theme.levels)
            assert theme.score == pytest.approx(mean(theme.levels))
    assert sum(theme.answered for theme in maturity.by_theme) == len(maturity.levels)
    assert 0 <= maturity.share <= 1
    if maturity.score is not None:
        assert maturity.score == pytest.approx(mean(maturity.levels.values()))


@given(any_answers)
def test_the_path_never_changes_a_score(given_answers):
    records = [
        MaturityAnswer(campaign_id="c", question=id, level=level, not_applicable=out)
        for id, (level, out) in given_answers.items()
    ]
    whole, flash = maturity_of(records), maturity_of(records, flash=True)
    assert whole.score == flash.score
    assert [theme.score for theme in whole.by_theme] == [theme.score for theme in flash.by_theme]
    assert whole.first_gains == flash.first_gains
    assert whole.settled == flash.settled


@given(st.dictionaries(st.sampled_from(IDS), st.integers(0, 3), min_size=1), st.data())
def test_one_level_higher_never_lowers_a_score(given_levels, data):
    chosen = data.draw(st.sampled_from(sorted(given_levels)))
    before = maturity_of(answers(given_levels))
    after = maturity_of(answers({**given_levels, chosen: given_levels[chosen] + 1}))
    for old, new in zip(before.by_theme, after.by_theme, strict=True):
        assert (old.score is None) == (new.score is None)
        if old.score is not None:
            assert new.score >= old.score
