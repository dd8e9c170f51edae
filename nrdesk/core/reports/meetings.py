"""What the papers of a meeting share: which ones are written, what is known of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core import moments
from nrdesk.core.errors import NotReadyError
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Decision, Workshop
from nrdesk.core.reports import parts
from nrdesk.core.reports.content import Block, Heading, PageBreak, Report, bullets
from nrdesk.core.reports.wording import capital, french
from nrdesk.core.workshops.timetable import in_words, length

if TYPE_CHECKING:
    from nrdesk.core.document import Document

Writer = Callable[[Workshop, int], Iterator[Block]]
"""What writes a meeting, given the level of its titles."""


def find(document: Document, workshop_id: str) -> list[Workshop]:
    """Return one meeting.

    Raises:
        NotReadyError: it has been deleted.
    """
    found = document.all(Workshop, id=workshop_id)
    if not found:
        raise NotReadyError("Cette réunion n’existe plus.", todo="Choisissez-en une autre à l’étape 5.")
    return found


def paper(document: Document, title: str, found: Sequence[Workshop], write: Writer) -> Report:
    """Return the paper of one meeting, or of several, each on its page."""
    subtitle = name(found[0]) if len(found) == 1 else french(f"{len(found)} réunions")
    blocks: list[Block] = []
    for rank, workshop in enumerate(found):
        if len(found) > 1:
            blocks += [PageBreak()] if rank else []
            blocks.append(Heading(2, name(workshop)))
        blocks += write(workshop, 3 if len(found) > 1 else 2)
    date = parts.date_of(document, Workshop, Decision)
    return parts.note(document, title, subtitle, blocks, date=date)


def name(workshop: Workshop) -> str:
    """Return the title of a meeting, that of its kind when it has none."""
    return workshop.title or capital(workshop.kind.label)


def facts(workshop: Workshop, who: str) -> Iterator[Block]:
    """Yield when, where and who: what is not known yet has room to be written."""
    told = (("Quand", _when(workshop)), ("Où", workshop.place), (who, _in_line(workshop.participants)))
    yield bullets(*(f"{label}{NBSP}: {text or '………………………'}" for label, text in told))


def _in_line(people: str) -> str:
    """Return people listed one per line, or already in a line, in a line."""
    return ", ".join(piece.strip(" ,;-•") for piece in people.splitlines() if piece.strip(" ,;-•"))


def _when(workshop: Workshop) -> str:
    told = moments.in_letters(workshop.starts) if workshop.starts else ""
    lasts = workshop.minutes_long or length(workshop)
    return f"{told}, durée {in_words(lasts)}" if told and lasts else told
