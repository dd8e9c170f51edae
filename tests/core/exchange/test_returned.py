"""Filled guides come back: every row is taken, empty or rejected with its reason, in one action."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.exchange.returned import Outcome, ReturnedPlan, apply_returned, plan_returned
from nrdesk.core.listening import copied, guides, questions_of
from nrdesk.core.model import Authority, Interview, InterviewAnswer, InterviewKind, QuestionGuide
from nrdesk.core.reports.exporting import export

TITLES = ("Question", "Réponse", "Qui répond (service ou fonction)", "Date")
SERVICE = next(guide for guide in guides() if guide.id == "service")


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "ici.nrdesk", Authority(name="Ici"), year=2026) as document:
        yield document


def workbook(path: Path, *rows: Sequence[object], sheet: str = "Guide") -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in (TITLES, *rows):
        page.append(list(row))
    book.save(path)
    return path


def counts(plan: ReturnedPlan) -> tuple[int, ...]:
    found = tuple(plan.number(outcome) for outcome in Outcome)
    assert sum(found) == plan.read
    return found


def test_the_exported_table_filled_in_comes_back(doc: Document, tmp_path: Path) -> None:
    guide = copied(SERVICE)
    with doc.action("Copier") as tx:
        tx.add(guide)
    path = export(doc, "guides-d-entretien", tmp_path / "guides.xlsx")
    book = load_workbook(path)
    page = book.worksheets[0]
    page["B2"], page["C2"], page["D2"] = "Deux postes.", "Accueil", "12/03/2026"
    page["B4"] = "Le copieur.\nSouvent."
    book.save(path)

    plan = plan_returned(doc, [path])
    assert counts(plan) == (2, len(SERVICE.questions) - 2, 0)
    apply_returned(doc, plan)

    (interview,) = doc.all(Interview)
    assert (interview.title, interview.kind) == ("Accueil", InterviewKind.SURVEY)
    assert (interview.held_on, interview.guide_id) == ("2026-03-12", guide.id)
    answers = doc.all(InterviewAnswer, interview_id=interview.id)
    questions = questions_of(guide)
    assert [(each.question, each.text) for each in answers] == [
        (questions[0], "Deux postes."),
        (questions[2], "Le copieur.\nSouvent."),
    ]
    doc.undo()
    assert not doc.all(Interview)
    assert not doc.all(InterviewAnswer)


def test_a_guide_of_nrdesk_that_was_answered_joins_the_document(doc: Document, tmp_path: Path) -> None:
    path = workbook(tmp_path / "école.xlsx", (SERVICE.questions[0], "Rien"))
    apply_returned(doc, plan_returned(doc, [path]))
    (guide,) = doc.all(QuestionGuide)
    (interview,) = doc.all(Interview)
    assert (guide.title, interview.guide_id) == (SERVICE.title, guide.id)
    assert interview.title == "école"


def test_several_people_in_one_table(doc: Document, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "tous.xlsx",
        ("Qui ?", "Nous"),
        ("Quoi ?", "Deux", "Accueil", "mars 2026"),
        ("Où ?", ""),
        ("Qui ?", "Moi", "École"),
        ("Quoi ?", "Trois", "", "mardi dernier"),
        ("Quand ?", "Hier", "accueil"),
    )
    plan = plan_returned(doc, [path])
    assert counts(plan) == (5, 1, 0)
    told = {
        each.title: ([answer.text for answer in plan.answers_of(each)], each.held_on, each.findings)
        for each in plan.interviews
    }
    assert told == {
        "Accueil": (["Nous", "Deux", "Hier"], "2026-03", ""),
        "École": (["Moi", "Trois"], None, "Date écrite\u00a0: «\u00a0mardi dernier\u00a0»."),
    }


def test_what_cannot_be_taken_says_why(doc: Document, tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", ("", "Orpheline"), ("Qui ?", "a" * 20_001), ("Quoi ?", "Bien"))
    plan = plan_returned(doc, [path])
    assert counts(plan) == (1, 0, 2)
    reasons = [each.reason for each in plan.rejected]
    assert reasons[0] == "réponse sans question"
    assert "trop longue" in reasons[1]
    assert plan.rejected[0].place == "x.xlsx, ligne 2"


def test_the_same_question_twice_keeps_both_answers(doc: Document, tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", ("Qui ?", "Moi"), ("qui", "Elle"))
    plan = plan_returned(doc, [path])
    assert [each.text for each in plan.answers] == ["Moi\nElle"]
    assert counts(plan) == (2, 0, 0)


def test_the_same_file_twice_is_taken_once(doc: Document, tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", ("Qui ?", "Moi", "Accueil"))
    assert counts(plan_returned(doc, [path, path])) == (1, 0, 1)
    apply_returned(doc, plan_returned(doc, [path]))
    again = plan_returned(doc, [path])
    assert counts(again) == (0, 0, 1)
    assert again.rejected[0].reason == "déjà reprise, dans «\u00a0Accueil\u00a0»"
    apply_returned(doc, again)
    assert doc.count(Interview) == 1


def test_a_table_in_text_comes_back_too(doc: Document, tmp_path: Path) -> None:
    path = tmp_path / "réponses.csv"
    lines = ["Question;Réponse;Qui répond;Date", "Qu’y a-t-il, au fond ?;Rien;Élus;2026"]
    path.write_text("\n".join(lines), encoding="cp1252")
    plan = plan_returned(doc, [path])
    assert [(each.title, each.held_on) for each in plan.interviews] == [("Élus", "2026")]
    assert [each.text for each in plan.answers] == ["Rien"]


def test_a_file_that_is_not_ours_is_refused(doc: Document, tmp_path: Path) -> None:
    path = tmp_path / "budget.csv"
    path.write_text("Poste;Montant\nPapier;12\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        plan_returned(doc, [path])
    assert "«\u00a0Question\u00a0» et «\u00a0Réponse\u00a0»" in caught.value.what
    assert caught.value.kept == "Vos réponses n’ont pas été modifiées."
    assert "Guides d’entretien" in caught.value.todo


def test_one_bad_file_does_not_stop_the_others(doc: Document, tmp_path: Path) -> None:
    good = workbook(tmp_path / "bon.xlsx", ("Qui ?", "Moi"))
    plan = plan_returned(doc, [tmp_path / "absent.xlsx", good])
    assert [each.title for each in plan.interviews] == ["bon"]
    assert "introuvable" in plan.refused[0].what


def test_a_table_where_nothing_is_answered_adds_nothing(doc: Document, tmp_path: Path) -> None:
    plan = plan_returned(doc, [workbook(tmp_path / "vide.xlsx", ("Qui ?", ""), ("Quoi ?", None))])
    assert counts(plan) == (0, 2, 0)
    apply_returned(doc, plan)
    assert doc.undo_label is None
