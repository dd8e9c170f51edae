"""How a level is written in a table, and what people write instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.maturity import sheet
from nrdesk.core.reference import questionnaire

QUESTION = questionnaire.by_id()["G01"]


@pytest.mark.parametrize("level", [None, 0, 1, 2, 3, 4])
def test_what_we_write_is_read_back(level):
    assert sheet.read(sheet.written(level, not_applicable=False), QUESTION) == (level, False)
    assert sheet.read(sheet.written(level, not_applicable=True), QUESTION) == (None, True)


@pytest.mark.parametrize("text", ["2", " 2 ", "2,0", "2.0", "niveau 2", "NIVEAU 2", QUESTION.levels[2],
                                  f"2 : {QUESTION.levels[2]}"])  # fmt: skip
def test_a_level_is_understood(text):
    assert sheet.read(text, QUESTION) == (2, False)


@pytest.mark.parametrize("text", ["sans objet", "Sans objet ici", "S.O.", "n/a", "NA"])
def test_what_makes_no_sense_is_understood(text):
    assert sheet.read(text, QUESTION) == (None, True)


@pytest.mark.parametrize("text", ["5", "23", "2 ou 3", "bien", "2,5", "-1 ?? x"])
def test_anything_else_is_no_level(text):
    with pytest.raises(sheet.NotALevelError):
        sheet.read(text, QUESTION)


@given(st.text(max_size=30), st.sampled_from(questionnaire.load()))
def test_a_level_is_always_one_of_five(text, question):
    try:
        level, not_applicable = sheet.read(text, question)
    except sheet.NotALevelError:
        return
    assert level in (None, 0, 1, 2, 3, 4)
    assert level is None or not not_applicable
