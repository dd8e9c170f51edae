"""The questionnaire taken back: every line of the file is accounted for, and undo takes all of it back."""

import csv

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.exchange.maturity_file import Outcome, apply_maturity, in_words, plan_maturity
from nrdesk.core.maturity import answers_of
from nrdesk.core.model import Authority, MaturityAnswer
from nrdesk.core.reference import questionnaire
from nrdesk.core.reports import export

IDS = tuple(questionnaire.by_id())


@pytest.fixture
def document(tmp_path):
    with Document.create(tmp_path / "a.nrdesk", Authority(name="X"), year=2026) as document:
        yield document


def answer(document, **levels):
    with document.action("Répondre") as tx:
        tx.add_all(
            MaturityAnswer(campaign_id=document.campaign.id, question=id, level=level)
            for id, level in levels.items()
        )


def table(path, *rows, titles=("N°", "Question", "Niveau", "Commentaire", "Preuve")):
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([titles, *rows])
    return path


def outcomes(plan):
    return [(row.number, row.outcome) for row in plan.rows]


def test_every_line_is_accounted_for(document, tmp_path):
    answer(document, G01=2, G02=1)
    path = table(
        tmp_path / "rempli.csv",
        ("G01", "", "Niveau 2", "", ""),
        ("G02", "", "3", "vu en conseil", ""),
        ("G03", "", "très bien", "", ""),
        ("G03", "", "Sans objet", "", ""),
        ("", "", "2", "", ""),
        ("Z99", "", "2", "", ""),
        ("g04", "", "", "", ""),
        ("S01", "", "", "à demander", "note du 3 mars"),
        ("S01", "", "4", "", ""),
        ("", "", "", "", ""),
        ("S02", "", "0", "", ""),
    )
    plan = plan_maturity(document, path)
    assert outcomes(plan) == [
        (2, Outcome.UNCHANGED),
        (3, Outcome.TAKEN),
        (4, Outcome.REJECTED),
        (5, Outcome.REJECTED),
        (6, Outcome.REJECTED),
        (7, Outcome.REJECTED),
        (8, Outcome.IGNORED),
        (9, Outcome.TAKEN),
        (10, Outcome.REJECTED),
        (11, Outcome.IGNORED),
        (12, Outcome.TAKEN),
    ]
    reasons = {row.number: row.reason for row in plan.rows if row.reason}
    assert "niveau illisible\u00a0: «\u00a0très bien\u00a0»" in reasons[4]
    assert "déjà donnée à la ligne 4" in reasons[5]
    assert "question inconnue" in reasons[7]
    assert plan.read == sum(plan.number(outcome) for outcome in Outcome) == 11
    assert in_words(plan).startswith("11\u00a0lignes lues = 3\u00a0reprises")


def test_answers_are_taken_in_one_action_that_undo_takes_back(document, tmp_path):
    answer(document, G01=2)
    before = answers_of(document, document.campaign)
    path = table(tmp_path / "rempli.csv", ("G01", "", "3", "", "arrêté"), ("G02", "", "sans objet", "", ""))
    apply_maturity(document, plan_maturity(document, path))
    found = answers_of(document, document.campaign)
    assert (found["G01"].level, found["G01"].evidence, found["G01"].id) == (3, "arrêté", before["G01"].id)
    assert found["G02"].not_applicable
    assert "rempli.csv" in (document.undo_label or "")
    document.undo()
    assert answers_of(document, document.campaign) == before


def test_an_empty_cell_erases_nothing(document, tmp_path):
    with document.action("Répondre") as tx:
        tx.add(MaturityAnswer(campaign_id=document.campaign.id, question="G01", level=2, comment="vu"))
    plan = plan_maturity(document, table(tmp_path / "a.csv", ("G01", "", "", "", "note")))
    apply_maturity(document, plan)
    found = answers_of(document, document.campaign)["G01"]
    assert (found.level, found.comment, found.evidence) == (2, "vu", "note")
    label = document.undo_label
    apply_maturity(document, plan_maturity(document, tmp_path / "a.csv"))
    assert document.undo_label == label


def test_our_own_workbook_comes_back_whatever_was_added_around(document, tmp_path):
    answer(document, G01=2, C01=4)
    path = export(document, "questionnaire-de-maturite", tmp_path / "q.xlsx")
    plan = plan_maturity(document, path)
    assert (plan.number(Outcome.UNCHANGED), plan.number(Outcome.IGNORED), plan.read) == (2, 72, 74)
    book = openpyxl.load_workbook(path)
    page = book["Questionnaire"]
    titles = {cell.value: cell.column for cell in page[1]}
    page.cell(3, titles["Niveau"]).value = 1
    page.cell(4, titles["Niveau"]).value = "Niveau 0"
    page.insert_rows(1, 2)
    page["A1"] = "À rendre avant vendredi"
    book.move_sheet("Lisez-moi", -1)
    book.save(path)
    plan = plan_maturity(document, path)
    apply_maturity(document, plan)
    found = answers_of(document, document.campaign)
    assert {id: each.level for id, each in found.items()} == {"G01": 2, "C01": 4, "G02": 1, "G03": 0}
    assert plan.read == sum(plan.number(outcome) for outcome in Outcome)


def test_a_file_that_is_something_else_is_refused(document, tmp_path):
    other = table(tmp_path / "parc.csv", ("A1", "Portable"), titles=("N°", "Catégorie"))
    with pytest.raises(UserError, match="n’est pas le questionnaire") as refused:
        plan_maturity(document, other)
    assert refused.value.kept == "Vos réponses n’ont pas été modifiées."
    with pytest.raises(UserError, match="introuvable") as absent:
        plan_maturity(document, tmp_path / "absent.xlsx")
    assert absent.value.kept == "Vos réponses n’ont pas été modifiées."


cells = st.one_of(
    st.sampled_from(("", "0", "3", "Niveau 4", "Sans objet", "n’importe quoi")),
    st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    rows=st.lists(st.tuples(st.one_of(st.sampled_from(IDS), cells), cells, cells), min_size=1, max_size=12)
)
def test_read_is_always_the_sum(document, tmp_path, rows):
    path = tmp_path / "x.csv"
    table(path, ("G01", "", "2", "", ""), *((id, "", level, comment, "") for id, level, comment in rows))
    plan = plan_maturity(document, path)
    assert plan.read == sum(plan.number(outcome) for outcome in Outcome)
    assert all(row.reason for row in plan.rows if row.outcome in (Outcome.REJECTED, Outcome.IGNORED))
    assert len(plan.answers) == plan.number(Outcome.TAKEN)
    assert len({each.question for each in plan.answers}) == len(plan.answers)
