from nrdesk.core.reference import quiz


def test_forty_questions_have_four_choices_one_answer_and_its_reason():
    questions = quiz.load()
    assert len(questions) == 40
    for question in questions:
        assert len(set(question.choices)) == 4
        assert 0 <= question.answer < 4
        assert 1 <= question.level <= 3
        assert question.explanation
        assert question.text.endswith(("?", "…", ":"))


def test_the_threshold_of_the_strategy_is_right():
    first = quiz.load()[0]
    assert first.choices[first.answer].startswith("50")
