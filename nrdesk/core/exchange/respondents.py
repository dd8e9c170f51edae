"""The rows of a returned questionnaire, gathered by who answers; see `nrdesk.core.exchange.returned`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nrdesk.core.exchange.neutral import restored
from nrdesk.core.exchange.source import SourceRow
from nrdesk.core.formatting import NBSP
from nrdesk.core.listening import sheet
from nrdesk.core.model import InterviewStatus
from nrdesk.core.written.dates import read as read_date
from nrdesk.core.written.values import Unreadable
from nrdesk.core.written.words import line, normal, quoted

_LONGEST_NAME = 300
"""Characters kept of who answers: those of a field of one line."""
_NEEDED = (sheet.QUESTION, sheet.ANSWER)
_WHO = normal("Qui répond")
"""How the title of that column begins: its help in brackets is often cut."""


@dataclass(frozen=True, slots=True)
class Titles:
    """Where the titles are, and which column each stands for."""

    place: int
    columns: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Reply:
    """A row under the titles."""

    number: int
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Respondent:
    """Who answers, and each row of theirs."""

    who: str
    held_on: str | None
    note: str
    """What was written as a date and is none, not to lose it."""
    replies: tuple[Reply, ...]
    status: InterviewStatus = InterviewStatus.HELD


def recognised(rows: Sequence[SourceRow]) -> Titles | None:
    """Return where our titles are, None when no row bears them."""
    needed = set(map(normal, _NEEDED))
    for place, row in enumerate(rows):
        titles = [normal(cell) for cell in row.cells]
        if needed <= set(titles):
            columns = {title: titles.index(normal(title)) for title in _NEEDED}
            who = next((i for i, title in enumerate(titles) if title.startswith(_WHO)), None)
            if who is not None:
                columns[sheet.WHO] = who
            if normal(sheet.DATE) in titles:
                columns[sheet.DATE] = titles.index(normal(sheet.DATE))
            return Titles(place, columns)
    return None


def respondents(table: Titles, rows: Sequence[SourceRow]) -> Iterator[Respondent]:
    """Yield who answers, in the order of the sheet; every row belongs to one of them.

    Who answers is often written once: it holds for the rows above it that come first, and for those below
    it until somebody else is named.
    """
    named = [line(_cell(table, row, sheet.WHO))[:_LONGEST_NAME] for row in rows]
    who = next((name for name in named if name), "")
    gathered: dict[str, tuple[str, list[SourceRow]]] = {}
    for row, name in zip(rows, named, strict=True):
        who = name or who
        gathered.setdefault(normal(who), (who, []))[1].append(row)
    for who, theirs in gathered.values():
        held_on, note = _date([_cell(table, row, sheet.DATE) for row in theirs])
        replies = tuple(
            Reply(row.number, _cell(table, row, sheet.QUESTION), _cell(table, row, sheet.ANSWER))
            for row in theirs
        )
        yield Respondent(who, held_on, note, replies)


def _date(written: Sequence[str]) -> tuple[str | None, str]:
    """Return the first date that can be read, and what else was written in its place."""
    found, unread = None, []
    for text in dict.fromkeys(line(each) for each in written):
        try:
            found = found or read_date(text).partial
        except Unreadable:
            unread.append(text)
    note = f"Date écrite{NBSP}: {', '.join(map(quoted, unread))}." if unread else ""
    return found, note


def _cell(table: Titles, row: SourceRow, title: str) -> str:
    place = table.columns.get(title)
    return restored(row.cells[place]) if place is not None and place < len(row.cells) else ""
