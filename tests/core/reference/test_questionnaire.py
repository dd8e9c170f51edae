"""The questionnaire is whole: ten themes, five levels, and every reference leads somewhere."""

from itertools import groupby

from nrdesk.core.reference import obligations, questionnaire
from nrdesk.core.reference.questionnaire import LEVELS, SmallCommune
from nrdesk.core.steps import STEPS


def test_seventy_four_questions_in_ten_themes_one_after_the_other():
    questions = questionnaire.load()
    assert len(questions) == len(questionnaire.by_id()) == 74
    assert [theme for theme, _ in groupby(question.theme for question in questions)] == list(
        questionnaire.themes()
    )
    assert len(questionnaire.themes()) == 10


def test_levels_are_five_different_sentences():
    for question in questionnaire.load():
        assert len(question.levels) == len(set(question.levels)) == len(LEVELS), question.id
        assert question.text.endswith("\u00a0?") or question.text.endswith(" ?"), question.id


def test_what_a_question_refers_to_exists():
    laws = {obligation.id for obligation in obligations.load()}
    for question in questionnaire.load():
        assert question.obligation in {"", *laws}, question.id
        assert question.step in {step.number for step in STEPS}, question.id
        assert question.references, question.id


def test_the_flash_path_asks_just_enough_of_every_theme_to_have_a_score():
    for theme in questionnaire.themes():
        mine = [question for question in questionnaire.load() if question.theme == theme]
        essential = [question for question in mine if question.flash]
        assert len(mine) <= len(essential) * 2 <= len(mine) + 1, theme
        assert {question.small_commune for question in essential} == {SmallCommune.YES}
