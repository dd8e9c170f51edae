"""What the papers of the vote share: the session, the texts, the count of the votes, the signatures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core import dates, moments
from nrdesk.core.council import day_of, executive, meeting_day
from nrdesk.core.council_papers import DeliberationDraft, Texts
from nrdesk.core.model import (
    Ambition,
    Authority,
    Deliberation,
    Interview,
    Objective,
    Person,
    PolicyDocument,
    PolicyLink,
    PriorityAxis,
    Workshop,
)
from nrdesk.core.reports import parts, rich
from nrdesk.core.reports.content import Block, Column, Heading, Table, bold
from nrdesk.core.reports.wording import capital, council, prose
from nrdesk.core.written.prose import at

if TYPE_CHECKING:
    from nrdesk.core.document import Document

BLANK = "………"
"""What is to be filled in by hand."""
_SOURCES = (
    Deliberation, Ambition, PriorityAxis, Objective, Person, PolicyDocument, PolicyLink, Interview, Workshop,
)  # fmt: skip
"""Records that the papers tell: they are dated of their last change."""


def date_of(document: Document) -> dt.date:
    """Return the date of the papers of a document: that of the last change of what they tell."""
    return parts.date_of(document, *_SOURCES)


def session(deliberation: Deliberation, *, held: bool) -> Iterator[Block]:
    """Yield where and when the assembly meets, who presides, who is there; blanks for what is not known."""
    yield Heading(2, "La séance")
    chair, rapporteur = deliberation.chair.strip(), deliberation.rapporteur.strip()
    told = [
        f"{capital(deliberation.body_name)}, séance {when(deliberation)}{_where(deliberation)}",
        f"Date de la convocation : {_day(deliberation.convened)}",
        f"Présidence : {chair or BLANK}",
        f"Rapporteur : {rapporteur or BLANK}",
    ]
    if held:
        told.append(f"Secrétaire de séance : {deliberation.secretary.strip() or BLANK}")
        told.append(members(deliberation))
    if deliberation.second_convocation:
        told.append("Seconde convocation, la première séance n’ayant pas réuni le quorum")
    yield prose("\n".join(told), style="block")


def members(deliberation: Deliberation) -> str:
    """Return how many members are in office."""
    seats = deliberation.seats
    return f"Membres en exercice : {BLANK if seats is None else seats}"


def when(deliberation: Deliberation) -> str:
    """Return "du mardi 15 décembre 2026 à 20 h 30", with a blank while the day is not known."""
    written = deliberation.meeting
    return f"du {moments.in_letters(written) if written and meeting_day(deliberation) else BLANK}"


def _where(deliberation: Deliberation) -> str:
    place = deliberation.place.strip()
    return f" ({place})" if place else ""


def _day(written: str | None) -> str:
    day = day_of(written)
    return dates.in_letters(day) if day else BLANK


def opening(
    authority: Authority, deliberation: Deliberation, draft: DeliberationDraft, texts: Texts
) -> Iterator[Block]:
    """Yield who decides, on what texts and for what reasons."""
    yield Heading(2, "Les textes et les raisons")
    rapporteur = deliberation.rapporteur.strip()
    heard = f"\nSur le rapport de {rapporteur}," if rapporteur else ""
    yield prose(f"{capital(council(authority))},{heard}")
    for visa in draft.visas:
        word, rest = visa[:3], visa[3:]
        yield prose(bold(word), rest)
    yield from rich.blocks(texts.grounds, level=3)


def decision(texts: Texts, lead: str) -> Iterator[Block]:
    """Yield what is decided, under a sentence that says how."""
    yield Heading(2, "La décision")
    yield prose(bold(lead))
    yield from rich.blocks(texts.articles, level=3)


def count_of(deliberation: Deliberation) -> Table:
    """Return the count of the votes, in the order in which a register tells it."""
    present, proxies = deliberation.present or 0, deliberation.proxies or 0
    told = {
        "En exercice": deliberation.seats,
        "Présents": present,
        "Pouvoirs": proxies,
        "Pour": deliberation.votes_for,
        "Contre": deliberation.votes_against,
        "Abstentions": deliberation.abstentions or 0,
        "Sans vote": deliberation.not_voting or 0,
    }
    columns = tuple(Column(label, align="right") for label in told)
    row = tuple("" if number is None else str(number) for number in told.values())
    return Table("Membres et votes", columns, (row,))


def signatures(authority: Authority, deliberation: Deliberation, *, secretary: bool) -> Iterator[Block]:
    """Yield where those who sign do."""
    head = capital(executive(authority))
    place = f"à {BLANK}" if authority.kind.is_epci else at(authority.name)
    who = deliberation.chair.strip() or head
    yield prose(f"Fait {place}, le {BLANK}\n\n\n{who}", style="aside")
    if secretary:
        name = deliberation.secretary.strip()
        yield prose(f"Secrétaire de séance\n\n\n{name}", style="aside")
