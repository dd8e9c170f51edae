"""The guide lets a trainer run the session alone: its hours add up, its answers and its buttons are real."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core import paths, training
from nrdesk.core.formatting import NBSP
from nrdesk.core.reports import docx, exercise_sheet, pdf, trainer_guide
from nrdesk.core.reports.content import Callout, Heading, Paragraph, Report, Table
from nrdesk.core.reports.trainer_guide.programme import WHO, programme
from nrdesk.core.reports.wording import french
from nrdesk.core.training.communes import KEYS

DATE = dt.date(2026, 11, 22)
QUOTED = re.compile(f"«{NBSP}([^»]+){NBSP}»")
NO_BUTTONS = {
    "inventaire-ecole.csv",
    "Qui aurait dit autre chose, et pourquoi ?",
    "Ce chiffre, vous le croyez ? Qu’est-ce qui le changerait le plus ?",
}
"""A file, and words that a trainer says."""


def _report() -> Report:
    return trainer_guide.report("Formation", DATE)


def _paragraphs(report: Report) -> Iterator[Paragraph]:
    for block in report.blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Callout):
            yield from block.paragraphs


def _texts(report: Report) -> str:
    return "\n".join("".join(run.text for run in each.runs) for each in _paragraphs(report))


def test_the_session_lasts_three_hours_with_a_break() -> None:
    session = programme()
    assert session.minutes == 180
    assert [each.who for each in session.sequences].count("break") == 1
    assert {each.who for each in session.sequences} == set(WHO)
    ends = 0
    for each in session.sequences:
        assert each.starts == ends
        ends += each.minutes


@pytest.mark.parametrize("key", KEYS)
def test_tables_have_the_time_that_their_exercises_take(key: str) -> None:
    session = programme()
    asked = [each for each in session.sequences if each.steps]
    assert {step for each in asked for step in each.steps} == {2, 4}
    for each in asked:
        minutes = sum(exercise.minutes for exercise in each.exercises(key))
        # In the commune of the session, everything fits; a table of another one leaves its last exercise.
        assert minutes <= each.minutes + (0 if key == session.commune else 10)


def test_every_step_has_its_exercises_and_every_answer_is_there() -> None:
    report = _report()
    told = _texts(report)
    titles = [block.text for block in report.blocks if isinstance(block, Heading) and block.level == 3]
    for key in KEYS:
        for exercise in training.exercises(key):
            assert titles.count(exercise.title) == 1
            assert french(" ".join(exercise.statement.split())) in told
            assert french(" ".join(exercise.solution.split())) in told
    steps = [
        block.text for block in report.blocks if isinstance(block, Heading) and block.text.startswith("Étape")
    ]
    assert len(steps) == 10


def test_the_timetable_adds_up() -> None:
    table = next(block for block in _report().blocks if isinstance(block, Table))
    assert table.total is not None
    assert table.total[0] == f"3{NBSP}h{NBSP}00"
    assert [row[1] for row in table.rows] == [each.title for each in programme().sequences]


def test_what_the_guide_tells_to_click_exists() -> None:
    """A guide that names a button that is gone leaves a trainer alone in front of a room."""
    folder = paths.resources().parent / "nrdesk"
    sources = "\n".join(
        file.read_text(encoding="utf-8").replace("\\u00a0", NBSP).replace("&", "")
        for file in sorted((folder / "ui").rglob("*.py"))
    )
    session = programme()
    told = [words for each in session.sequences for words in (*each.do, *(t.todo for t in each.wrong))]
    told += [each.todo for each in session.troubles] + [
        words for each in session.before for words in each.items
    ]
    named = {french(found) for words in told for found in QUOTED.findall(words)} - {
        french(s) for s in NO_BUTTONS
    }
    assert named
    assert sorted(words for words in named if words not in sources) == []


@pytest.mark.parametrize("key", KEYS)
def test_the_sheet_of_a_table_holds_every_statement_and_no_answer(key: str) -> None:
    told = _texts(exercise_sheet.report(key, "Formation", DATE))
    for exercise in training.exercises(key):
        assert french(" ".join(exercise.statement.split())) in told
        assert french(" ".join(exercise.solution.split())) not in told
        assert not any(french(hint) in told for hint in exercise.hints)


def test_both_are_written_as_pdf_and_word(tmp_path: Path) -> None:
    assert pdf.render(_report()).startswith(b"%PDF")
    assert docx.render(exercise_sheet.report("village", "Formation", DATE)).startswith(b"PK")
