"""The session minute by minute: the timetable, then a part for each sequence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nrdesk.core.formatting import NBSP
from nrdesk.core.reports.content import (
    Block,
    Callout,
    Column,
    Heading,
    Table,
    bold,
    bullets,
    paragraph,
)
from nrdesk.core.reports.trainer_guide import programme as told
from nrdesk.core.reports.trainer_guide.programme import WHO, Programme, Trouble
from nrdesk.core.reports.wording import in_quotes, prose
from nrdesk.core.training import Exercise
from nrdesk.core.workshops.timetable import in_words


def blocks(session: Programme) -> Iterator[Block]:
    """Yield the timetable, then each sequence."""
    yield Heading(1, "La séance, minute par minute")
    yield prose(
        "Les heures se comptent depuis le début. Chaque séquence s’arrête à son heure : ce qui n’est pas "
        "fini se reprend à la mise en commun."
    )
    yield _timetable(session)
    for sequence in session.sequences:
        yield from _sequence(sequence, session.commune)


def at(minutes: int) -> str:
    """Return a moment of the session, counted from its beginning: "0 h 20"."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}{NBSP}h{NBSP}{rest:02d}"


def exercise_table(caption: str, exercises: Sequence[Exercise]) -> Table:
    """Return exercises with their time and their points."""
    columns = (Column("Exercice", 5), Column("Durée", 1, "right"), Column("Points", 1, "right"))
    rows = tuple((each.title, in_words(each.minutes), str(each.points)) for each in exercises)
    return Table(caption, columns, rows)


def _timetable(session: Programme) -> Table:
    columns = (Column("À", 1), Column("Séquence", 5), Column("Durée", 1.2, "right"), Column("Comment", 2))
    rows = tuple(
        (at(each.starts), each.title, in_words(each.minutes), WHO[each.who]) for each in session.sequences
    )
    total = (at(session.minutes), "Fin de la séance", in_words(session.minutes), "")
    return Table("Le déroulé de la séance", columns, rows, total)


def _sequence(sequence: told.Sequence, commune: str) -> Iterator[Block]:
    ends = at(sequence.starts + sequence.minutes)
    yield Heading(2, f"{at(sequence.starts)}{NBSP}– {sequence.title}")
    yield paragraph(
        f"{in_words(sequence.minutes)}, jusqu’à {ends}, {WHO[sequence.who]}. ",
        bold(f"À la fin{NBSP}: "),
        f"{sequence.goal[0].lower()}{sequence.goal[1:]}",
    )
    yield Callout("À dire", (paragraph(in_quotes(sequence.say)),))
    yield bullets(*sequence.do)
    if sequence.ask:
        yield paragraph(bold(f"À demander{NBSP}:"))
        yield bullets(*sequence.ask)
    if exercises := sequence.exercises(commune):
        yield exercise_table(f"Exercices de la séquence «{NBSP}{sequence.title}{NBSP}»", exercises)
    if sequence.wrong:
        yield from _wrong(sequence.wrong)


def _wrong(troubles: tuple[Trouble, ...]) -> Iterator[Block]:
    yield paragraph(bold(f"Ce qui coince{NBSP}:"))
    yield bullets(*((bold(f"{each.what} "), each.todo) for each in troubles))
