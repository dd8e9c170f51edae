"""Question guides filled in by services and sent back: planned row by row, then taken in one action.

Read = taken + empty + rejected. Each respondent of a file becomes an exchange of the kind "questionnaire".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.core.errors import UserError
from nrdesk.core.exchange.readers import read_source
from nrdesk.core.exchange.respondents import Reply, Respondent, recognised, respondents
from nrdesk.core.exchange.source import Source, SourceRow
from nrdesk.core.fields.field import LONGEST_TEXT
from nrdesk.core.formatting import NBSP, count, number
from nrdesk.core.listening import as_question, copied, guides, questions_of, sheet
from nrdesk.core.model import Interview, InterviewAnswer, InterviewKind, QuestionGuide
from nrdesk.core.written.words import line, normal, paragraphs, quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_KEPT = "Vos réponses n’ont pas été modifiées."
_TODO = f"Choisissez un tableau {quoted('Guides d’entretien')} exporté par nrdesk, une fois rempli."
MOST_SHEETS = 60
"""Sheets of a file that are looked at: beyond, it is no questionnaire of ours."""


class Outcome(StrEnum):
    """What becomes of a row."""

    TAKEN = "taken"
    EMPTY = "empty"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class PlannedReply:
    """A row of a file and what becomes of it."""

    place: str
    """File, sheet and line, in French."""
    outcome: Outcome
    reason: str = ""
    """Why it is rejected; "" otherwise."""


@dataclass(frozen=True, slots=True)
class ReturnedPlan:
    """What taking files back would do."""

    rows: tuple[PlannedReply, ...]
    interviews: tuple[Interview, ...]
    answers: tuple[InterviewAnswer, ...]
    guides: tuple[QuestionGuide, ...]
    """Guides of nrdesk that the document does not have yet, and that were answered."""
    refused: tuple[UserError, ...]
    """Why some of the files are not taken at all."""

    @property
    def read(self) -> int:
        """Number of rows."""
        return len(self.rows)

    def number(self, outcome: Outcome) -> int:
        """Return how many rows have this outcome; the three add up to `read`."""
        return Counter(row.outcome for row in self.rows)[outcome]

    @property
    def rejected(self) -> list[PlannedReply]:
        """The rows that cannot be taken as they are."""
        return [row for row in self.rows if row.outcome is Outcome.REJECTED]

    def answers_of(self, interview: Interview) -> list[InterviewAnswer]:
        """Return the answers of one respondent, in the order of the file."""
        return [each for each in self.answers if each.interview_id == interview.id]


def plan_returned(document: Document, paths: Sequence[Path]) -> ReturnedPlan:
    """Return what taking filled questionnaires back would do; nothing is written.

    Args:
        document: where the answers would go.
        paths: spreadsheets or CSV files with the titles of our own table; every sheet is read.

    Raises:
        UserError: none of the files can be read, or is one of ours.
    """
    planner = _Planner(document)
    refused = []
    for path in paths:
        try:
            sheets = list(_sheets(path))
        except UserError as error:
            refused.append(type(error)(error.what, kept=_KEPT, todo=error.todo))
        else:
            for each in sheets:
                planner.read(path, each)
    if refused and len(refused) == len(paths):
        raise refused[0]
    return planner.plan(refused)


def apply_returned(document: Document, plan: ReturnedPlan) -> None:
    """Write the exchanges and the answers of a plan, in one action; nothing to take, nothing done.

    Raises:
        UserError: the document could not be written; nothing was taken.
    """
    if not plan.interviews:
        return
    taken = count(len(plan.interviews), "questionnaire rempli", "questionnaires remplis")
    with document.action(f"Reprendre {taken} ({count(len(plan.answers), 'réponse')})") as tx:
        tx.add_all((*plan.guides, *plan.interviews, *plan.answers))


def _sheets(path: Path) -> Iterator[Source]:
    """Yield the sheets of a file that bear our titles.

    Raises:
        UserError: the file cannot be read, or none does.
    """
    first = read_source(path)
    found = False
    for source in _every_sheet(path, first):
        if recognised(_rows(source)) is not None:
            found = True
            yield source
    if not found:
        raise UserError(
            f"{quoted(path.name)} n’est pas un guide rempli{NBSP}: aucune feuille ne porte les titres "
            f"{quoted(sheet.QUESTION)} et {quoted(sheet.ANSWER)}.",
            todo=_TODO,
        )


def _every_sheet(path: Path, first: Source) -> Iterator[Source]:
    if len(first.sheets) < 2:
        yield first
        return
    for name in first.sheets[:MOST_SHEETS]:
        try:
            yield read_source(path, sheet=name)
        except UserError:  # an empty sheet has nothing to take, and is no reason to refuse the others
            continue


def _rows(source: Source) -> list[SourceRow]:
    """Return every row, wherever a reader of inventories thought the titles were."""
    return [*source.above, SourceRow(source.header_row, source.headers), *source.rows]


@dataclass
class _Planner:
    """Decides what becomes of each row, file after file."""

    document: Document
    rows: list[PlannedReply] = field(default_factory=list)
    interviews: list[Interview] = field(default_factory=list)
    answers: list[InterviewAnswer] = field(default_factory=list)
    new_guides: list[QuestionGuide] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._guides = self.document.all(QuestionGuide)
        asked = {normal(each) for guide in self._guides for each in questions_of(guide)}
        # A guide of nrdesk that the document already asks, whatever its title, is not copied again.
        self._shipped = [copied(each) for each in guides() if not asked >= set(map(normal, each.questions))]
        self._known = {_print(each.title, _said(self.document, each)) for each in _surveys(self.document)}

    def plan(self, refused: Iterable[UserError]) -> ReturnedPlan:
        return ReturnedPlan(
            tuple(self.rows),
            tuple(self.interviews),
            tuple(self.answers),
            tuple(self.new_guides),
            tuple(refused),
        )

    def read(self, path: Path, source: Source) -> None:
        """Add the rows of one sheet."""
        rows = _rows(source)
        table = recognised(rows)
        assert table is not None
        where = path.name if len(source.sheets) < 2 else f"{path.name}, {source.sheet}"
        for row in rows[: table.place]:
            if not row.blank:
                self._reject(where, row.number, "au-dessus des titres de colonnes")
        for respondent in respondents(table, rows[table.place + 1 :]):
            self._take(where, respondent, path.stem)

    def _take(self, where: str, respondent: Respondent, stem: str) -> None:
        """Plan the rows of one respondent."""
        taken: list[Reply] = []
        for reply in respondent.replies:
            if reason := _refusal(reply):
                self._reject(where, reply.number, reason)
            elif not reply.text.strip():
                self.rows.append(PlannedReply(_place(where, reply.number), Outcome.EMPTY))
            else:
                taken.append(reply)
        title = respondent.who or line(stem)
        said = {normal(reply.question): paragraphs(reply.text) for reply in taken}
        if taken and _print(title, said) in self._known:
            for reply in taken:
                self._reject(where, reply.number, f"déjà reprise, dans {quoted(title)}")
            return
        for reply in taken:
            self.rows.append(PlannedReply(_place(where, reply.number), Outcome.TAKEN))
        if taken:
            self._known.add(_print(title, said))
            self._add(title, respondent, taken)

    def _add(self, title: str, respondent: Respondent, taken: Sequence[Reply]) -> None:
        guide = self._guide_of(taken)
        interview = Interview(
            title=title,
            kind=InterviewKind.SURVEY,
            status=respondent.status,
            held_on=respondent.held_on,
            participants=respondent.who,
            findings=respondent.note,
            guide_id=guide.id if guide else None,
        )
        self.interviews.append(interview)
        texts: dict[str, tuple[str, str]] = {}
        for reply in taken:
            # The same question twice: both answers are kept, one under the other.
            key = normal(reply.question)
            question, before = texts.get(key, (as_question(reply.question), ""))
            texts[key] = question, "\n".join(filter(None, (before, paragraphs(reply.text))))
        self.answers += [
            InterviewAnswer(interview_id=interview.id, question=question, text=said)
            for question, said in texts.values()
        ]

    def _guide_of(self, taken: Sequence[Reply]) -> QuestionGuide | None:
        """Return the guide that asks most of the questions, None when none asks any."""
        asked = {normal(reply.question) for reply in taken}

        def alike(guide: QuestionGuide) -> int:
            return len(asked & set(map(normal, questions_of(guide))))

        found = max((*self._guides, *self._shipped), key=alike, default=None)
        if found is None or not alike(found):
            return None
        if found in self._shipped:
            self._shipped.remove(found)
            self._guides.append(found)
            self.new_guides.append(found)
        return found

    def _reject(self, where: str, row: int, reason: str) -> None:
        self.rows.append(PlannedReply(_place(where, row), Outcome.REJECTED, reason))


def _refusal(reply: Reply) -> str:
    """Return why a reply cannot be taken, "" when it can."""
    if not reply.text.strip():
        return ""
    if not normal(reply.question):
        return "réponse sans question"
    if len(reply.text) > LONGEST_TEXT:
        return f"réponse trop longue{NBSP}: {number(len(reply.text))} signes, {number(LONGEST_TEXT)} au plus"
    return ""


def _place(where: str, row: int) -> str:
    return f"{where}, ligne {row}"


def _surveys(document: Document) -> list[Interview]:
    return [each for each in document.all(Interview) if each.kind is InterviewKind.SURVEY]


def _said(document: Document, interview: Interview) -> dict[str, str]:
    answers = document.all(InterviewAnswer, interview_id=interview.id)
    return {normal(each.question): each.text for each in answers if each.text}


def _print(title: str, said: dict[str, str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return what tells one returned questionnaire from another: who, and what was answered."""
    return normal(title), tuple(sorted((question, normal(text)) for question, text in said.items()))
