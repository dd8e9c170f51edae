"""What the papers of a meeting share: which ones are written, what is known of each, what was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from nrdesk.core import moments
from nrdesk.core.errors import NotReadyError
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Decision, Review, ReviewDecision, Workshop
from nrdesk.core.reports import parts
from nrdesk.core.reports.content import (
    Block,
    Column,
    Heading,
    PageBreak,
    Report,
    Table,
    bullets,
    paragraph,
)
from nrdesk.core.reports.wording import french, when
from nrdesk.core.workshops import Meeting, MeetingDecision, Slot, length, name, slots
from nrdesk.core.workshops.timetable import in_words

if TYPE_CHECKING:
    from nrdesk.core.document import Document

M = TypeVar("M", bound=Meeting)


def find(document: Document, meeting_id: str, kind: type[M]) -> list[M]:
    """Return one meeting.

    Raises:
        NotReadyError: it has been deleted.
    """
    found = document.all(kind, id=meeting_id)
    if not found:
        step = 9 if kind is Review else 5
        raise NotReadyError("Cette réunion n’existe plus.", todo=f"Choisissez-en une autre à l’étape {step}.")
    return found


def paper(
    document: Document,
    title: str,
    found: Sequence[M],
    write: Callable[[M, int], Iterator[Block]],
) -> Report:
    """Return the paper of one meeting, or of several, each on its page.

    Args:
        document: the document.
        title: title of the paper.
        found: the meetings.
        write: writes a meeting, given the level of its titles.
    """
    subtitle = name(found[0]) if len(found) == 1 else french(f"{len(found)} réunions")
    blocks: list[Block] = []
    for rank, meeting in enumerate(found):
        if len(found) > 1:
            blocks += [PageBreak()] if rank else []
            blocks.append(Heading(2, name(meeting)))
        blocks += write(meeting, 3 if len(found) > 1 else 2)
    kinds = (Workshop, Decision) if isinstance(found[0], Workshop) else (Review, ReviewDecision)
    return parts.note(document, title, subtitle, blocks, date=parts.date_of(document, *kinds))


def facts(meeting: Meeting, who: str) -> Iterator[Block]:
    """Yield when, where and who: what is not known yet has room to be written."""
    told = (("Quand", _when(meeting)), ("Où", meeting.place), (who, _in_line(meeting.participants)))
    yield bullets(*(f"{label}{NBSP}: {text or '………………………'}" for label, text in told))


def timetable(points: Sequence[Slot]) -> Table:
    """Return the points of an agenda, each at its hour when it is known."""
    point, length = Column("Point", 6), Column("Durée", 1, "right")
    caption = "Déroulé de la réunion"
    if not any(slot.hours for slot in points):
        rows = tuple((slot.text, slot.length or "—") for slot in points)
        return Table(caption, (point, length), rows)
    timed = tuple((slot.hours or "ensuite", slot.text, slot.length or "—") for slot in points)
    return Table(caption, (Column("Heure", 2.2), point, length), timed)


def minutes(meeting: Meeting, level: int, decisions: Sequence[MeetingDecision]) -> Iterator[Block]:
    """Yield the minutes of a meeting: who met, on what, what was said and decided there.

    Args:
        meeting: the meeting.
        level: level of its titles.
        decisions: those taken there.
    """
    yield from facts(meeting, "Présents")
    if points := slots(meeting):
        yield Heading(level, "Ordre du jour")
        yield bullets(*(slot.text for slot in points))
    yield Heading(level, "Ce qui s’est dit")
    told = [line for line in meeting.report.splitlines() if line.strip()]
    yield from map(paragraph, told)
    if not told:
        yield parts.to_complete("trois lignes suffisent.")
    yield Heading(level, "Ce qui a été décidé")
    kept = [each for each in decisions if each.text.strip()]
    yield (
        decided(kept) if kept else parts.to_complete("les décisions, avec un responsable et une échéance.")
    )


def decided(decisions: Sequence[MeetingDecision], caption: str = "Décisions") -> Table:
    """Return decisions, who answers for each, and when it falls due."""
    columns = (Column("Décision", 5), Column("Responsable", 2), Column("Échéance", 1.5))
    rows = tuple(
        (each.text, each.owner or french("à désigner"), "fait" if each.done else when(each.due))
        for each in decisions
    )
    return Table(caption, columns, rows)


def _in_line(people: str) -> str:
    """Return people listed one per line, or already in a line, in a line."""
    return ", ".join(piece.strip(" ,;-•") for piece in people.splitlines() if piece.strip(" ,;-•"))


def _when(meeting: Meeting) -> str:
    told = moments.in_letters(meeting.starts) if meeting.starts else ""
    lasts = meeting.minutes_long or length(meeting)
    return f"{told}, durée {in_words(lasts)}" if told and lasts else told
