"""The guides that come with nrdesk are usable as they are, in French, and copied without loss."""

import re

import pytest

from nrdesk.core.listening import GuideTemplate, copied, guides, questions_of, sheet
from nrdesk.core.model import QuestionGuide

AUDIENCES = {"elus", "service", "informatique", "achats", "ecole", "habitants", "groupe"}


def test_there_is_a_guide_for_each_kind_of_people():
    assert {guide.id for guide in guides()} == AUDIENCES
    assert len({guide.title for guide in guides()}) == len(AUDIENCES)


@pytest.mark.parametrize("guide", guides(), ids=lambda guide: guide.id)
def test_a_guide_fits_on_a_sheet_and_says_what_becomes_of_the_answers(guide: GuideTemplate):
    assert 5 <= len(guide.questions) <= 9
    assert guide.audience
    assert guide.introduction
    assert all(question.endswith("?") and len(question) < 120 for question in guide.questions)


@pytest.mark.parametrize("guide", guides(), ids=lambda guide: guide.id)
def test_the_texts_follow_french_typography(guide: GuideTemplate):
    for text in (guide.title, guide.introduction, *guide.questions):
        assert "'" not in text, text
        assert not re.search(r"[^\s\u00a0][;:?!»]| [;:?!»]|«(?!\u00a0)", text), text


@pytest.mark.parametrize("guide", guides(), ids=lambda guide: guide.id)
def test_a_copy_asks_the_same_questions(guide: GuideTemplate):
    assert questions_of(copied(guide)) == guide.questions


def test_questions_are_one_a_line_each_once():
    guide = QuestionGuide(questions="  Qui ?\n\nQuoi  donc ?\nqui\n")
    assert questions_of(guide) == ("Qui ?", "Quoi donc ?")


def test_a_guide_without_questions_has_none():
    assert questions_of(QuestionGuide(questions=" \n\n")) == ()


def test_names_of_sheets_are_allowed_short_and_different():
    first = sheet.sheet_name("Entretien : un service / l’accueil, avec un titre trop long", [])
    second = sheet.sheet_name("Entretien : un service / l’accueil, avec un titre trop long", [first])
    assert len(first) <= 31 >= len(second)
    assert first != second
    assert not set("[]:*?/\\") & set(first + second)
    assert sheet.sheet_name("  ", ["guide"]) == "Guide 2"
