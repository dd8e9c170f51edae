"""The maturity questionnaire filled in a spreadsheet, taken back: planned line by line, then applied at once.

Read = taken + unchanged + rejected + ignored. An empty cell never erases an answer that is there.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.core.errors import UserError
from nrdesk.core.exchange.readers import read_source
from nrdesk.core.exchange.source import Source, SourceRow
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.maturity import answers_of, sheet
from nrdesk.core.model import Campaign, MaturityAnswer
from nrdesk.core.reference import questionnaire
from nrdesk.core.reference.questionnaire import HIGHEST, MaturityQuestion
from nrdesk.core.written.words import normal, paragraphs, quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_KEPT = "Vos réponses n’ont pas été modifiées."
_TODO = f"Choisissez le tableau {quoted('Questionnaire de maturité')} exporté par nrdesk, une fois rempli."
_LONGEST = 20_000
"""Longest comment: that of the forms."""


class Outcome(StrEnum):
    """What becomes of a row."""

    TAKEN = "taken"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class PlannedAnswer:
    """A row of the file and what becomes of it."""

    number: int
    """Number of its line in the file."""
    outcome: Outcome
    reason: str
    """Why it is rejected or ignored; "" otherwise."""
    answer: MaturityAnswer | None = None
    """The answer to write, when it is taken."""


@dataclass(frozen=True, slots=True)
class MaturityPlan:
    """What taking a file back would do."""

    path: Path
    campaign: Campaign
    rows: tuple[PlannedAnswer, ...]
    """Every row of the file but the titles."""

    @property
    def read(self) -> int:
        """Number of rows."""
        return len(self.rows)

    def number(self, outcome: Outcome) -> int:
        """Return how many rows have this outcome; the four add up to `read`."""
        return Counter(row.outcome for row in self.rows)[outcome]

    @property
    def answers(self) -> list[MaturityAnswer]:
        """The answers to write, in the order of the file."""
        return [row.answer for row in self.rows if row.answer is not None]

    @property
    def rejected(self) -> list[PlannedAnswer]:
        """The rows that cannot be taken as they are."""
        return [row for row in self.rows if row.outcome is Outcome.REJECTED]


def plan_maturity(document: Document, path: Path, campaign: Campaign | None = None) -> MaturityPlan:
    """Return what taking a filled questionnaire back would do; nothing is written.

    Args:
        document: where the answers would go.
        path: a spreadsheet or a CSV with the titles of our own table; other columns are left alone.
        campaign: the campaign that they are about; the latest one when None.

    Raises:
        UserError: the file cannot be read, or has not these titles.
    """
    campaign = campaign or document.campaign
    try:
        source = read_source(path)
        if _titles(_every_row(source)) is None and sheet.SHEET in source.sheets:
            source = read_source(path, sheet=sheet.SHEET)
    except UserError as error:
        raise type(error)(error.what, kept=_KEPT, todo=error.todo) from error
    rows = _every_row(source)
    place = _titles(rows)
    if place is None:
        raise UserError(
            f"{quoted(path.name)} n’est pas le questionnaire{NBSP}: aucune ligne ne porte les titres "
            f"{quoted(sheet.NUMBER)} et {quoted(sheet.LEVEL)}.",
            kept=_KEPT,
            todo=_TODO,
        )
    reader = _RowReader(rows[place], answers_of(document, campaign), campaign)
    above = [
        PlannedAnswer(row.number, Outcome.IGNORED, "au-dessus des titres de colonnes") for row in rows[:place]
    ]
    return MaturityPlan(path, campaign, (*above, *map(reader.plan, rows[place + 1 :])))


def apply_maturity(document: Document, plan: MaturityPlan) -> None:
    """Write the answers of a plan, in one action; nothing to take, nothing done.

    Raises:
        UserError: the campaign is frozen, or the document could not be written; nothing was taken.
    """
    answers = plan.answers
    if not answers:
        return
    known = set(document.ids(MaturityAnswer, campaign_id=plan.campaign.id))
    label = f"Reprendre {quoted(plan.path.name)} ({count(len(answers), 'réponse')})"
    with document.action(label) as tx:
        tx.replace(answer for answer in answers if answer.id in known)
        tx.add_all(answer for answer in answers if answer.id not in known)


def in_words(plan: MaturityPlan) -> str:
    """Return what becomes of the rows in a sentence: read = taken + unchanged + rejected + ignored."""
    parts = (
        count(plan.number(Outcome.TAKEN), "reprise"),
        count(plan.number(Outcome.UNCHANGED), "inchangée"),
        count(plan.number(Outcome.REJECTED), "rejetée"),
        count(plan.number(Outcome.IGNORED), "ignorée"),
    )
    return f"{count(plan.read, 'ligne lue', 'lignes lues')} = {' + '.join(parts)}."


def _every_row(source: Source) -> list[SourceRow]:
    return [*source.above, SourceRow(source.header_row, source.headers), *source.rows]


def _titles(rows: Sequence[SourceRow]) -> int | None:
    """Return the place of the row of titles, wherever a reader of inventories thought it was."""
    needed = {normal(sheet.NUMBER), normal(sheet.LEVEL)}
    return next((place for place, row in enumerate(rows) if needed <= set(map(normal, row.cells))), None)


class _RowReader:
    """Decides what becomes of each row under the titles."""

    def __init__(self, titles: SourceRow, known: Mapping[str, MaturityAnswer], campaign: Campaign) -> None:
        self._columns = {normal(title): place for place, title in reversed(list(enumerate(titles.cells)))}
        self._known, self._campaign = known, campaign
        self._seen: dict[str, int] = {}

    def plan(self, row: SourceRow) -> PlannedAnswer:
        if row.skip or row.blank:
            return PlannedAnswer(row.number, Outcome.IGNORED, row.skip or "ligne vide")
        question = questionnaire.by_id().get(self._cell(row, sheet.NUMBER).strip().upper())
        if question is None:
            given = self._cell(row, sheet.NUMBER).strip()
            reason = f"question inconnue{NBSP}: {quoted(given)}" if given else "aucun numéro de question"
            return PlannedAnswer(row.number, Outcome.REJECTED, reason)
        if first := self._seen.get(question.id):
            reason = f"question {question.id} déjà donnée à la ligne {first}"
            return PlannedAnswer(row.number, Outcome.REJECTED, reason)
        self._seen[question.id] = row.number
        return self._answer(row, question)

    def _answer(self, row: SourceRow, question: MaturityQuestion) -> PlannedAnswer:
        text = self._cell(row, sheet.LEVEL)
        try:
            level, not_applicable = sheet.read(text, question)
        except sheet.NotALevelError:
            reason = (
                f"niveau illisible{NBSP}: {quoted(text.strip()[:60])}, un nombre de 0 à {HIGHEST} est attendu"
            )
            return PlannedAnswer(row.number, Outcome.REJECTED, reason)
        said = {
            name: paragraphs(self._cell(row, title))[:_LONGEST]
            for name, title in (("comment", sheet.COMMENT), ("evidence", sheet.EVIDENCE))
        }
        changes: dict[str, object] = {name: words for name, words in said.items() if words}
        if level is not None or not_applicable:
            changes |= {"level": level, "not_applicable": not_applicable}
        if not changes:
            return PlannedAnswer(row.number, Outcome.IGNORED, "sans réponse")
        kept = self._known.get(question.id)
        before = kept or MaturityAnswer(campaign_id=self._campaign.id, question=question.id)
        answer = dataclasses.replace(before, **changes)  # type: ignore[arg-type] # names are those above
        if answer == kept:
            return PlannedAnswer(row.number, Outcome.UNCHANGED, "")
        return PlannedAnswer(row.number, Outcome.TAKEN, "", answer)

    def _cell(self, row: SourceRow, title: str) -> str:
        place = self._columns.get(normal(title))
        return row.cells[place] if place is not None and place < len(row.cells) else ""
