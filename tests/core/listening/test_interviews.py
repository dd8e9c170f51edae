"""A changed guide never loses an answer."""

from nrdesk.core.listening import asked, held, in_words
from nrdesk.core.model import Interview, InterviewAnswer, InterviewKind, InterviewStatus, QuestionGuide


def answer(question: str, text: str) -> InterviewAnswer:
    return InterviewAnswer(interview_id="i", question=question, text=text)


def said(guide: QuestionGuide | None, *answers: InterviewAnswer) -> list[tuple[str, str, bool]]:
    return [(each.question, each.text, each.in_guide) for each in asked(guide, answers)]


def test_the_questions_of_the_guide_come_in_its_order():
    guide = QuestionGuide(questions="Quoi ?\nQui ?")
    assert said(guide, answer("Qui ?", "Moi")) == [("Quoi ?", "", True), ("Qui ?", "Moi", True)]


def test_a_question_that_left_the_guide_keeps_its_answer():
    guide = QuestionGuide(questions="Quoi ?")
    assert said(guide, answer("Où ?", "Ici")) == [("Quoi ?", "", True), ("Où ?", "Ici", False)]


def test_an_empty_answer_to_a_question_that_left_is_no_more_asked():
    assert said(None, answer("Où ?", "")) == []


def test_case_and_spaces_make_no_other_question():
    guide = QuestionGuide(questions="Qu’y a-t-il\u00a0?")
    assert said(guide, answer("qu’y a-t-il ?", "Rien")) == [("Qu’y a-t-il\u00a0?", "Rien", True)]


def test_two_answers_to_one_question_both_show():
    guide = QuestionGuide(questions="Qui ?")
    shown = said(guide, answer("Qui ?", "Moi"), answer("Qui ?", "Elle"))
    assert [text for _, text, _ in shown] == ["Moi", "Elle"]


def test_those_held_in_order_of_date_the_undated_last():
    held_ = InterviewStatus.HELD
    found = held(
        [
            Interview(title="sans date", status=held_),
            Interview(title="avril", status=held_, held_on="2026-04"),
            Interview(title="prévu", held_on="2026-01"),
            Interview(title="mars", status=held_, held_on="2026-03-02"),
        ]
    )
    assert [each.title for each in found] == ["mars", "avril", "sans date"]


def test_kinds_are_counted_in_words():
    kinds = [InterviewKind.VISIT, InterviewKind.INTERVIEW, InterviewKind.VISIT, InterviewKind.WORKING_GROUP]
    words = in_words(Interview(kind=kind) for kind in kinds)
    assert words == "1\u00a0entretien, 1\u00a0groupe de travail, 2\u00a0visites de site"
    assert in_words([]) == ""
