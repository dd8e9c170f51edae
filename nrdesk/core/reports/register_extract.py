"""« Extrait du registre »: the deliberation as it was voted, for the prefecture and for publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from nrdesk.core import council_papers, dates
from nrdesk.core.council import check, day_of, is_counted, meeting_day, outcome, quorum
from nrdesk.core.errors import NotReadyError
from nrdesk.core.model import Deliberation
from nrdesk.core.reports import council_parts, parts
from nrdesk.core.reports.content import Block, Heading, Report, bold
from nrdesk.core.reports.deliberation import status
from nrdesk.core.reports.wording import council, prose

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_LINE = "…" * 45
"""Room for names, which nrdesk does not keep."""
TITLE = "Extrait du registre des délibérations"


def build(document: Document) -> Report:
    """Return the extract of a document, ready to be rendered.

    Raises:
        NotReadyError: the assembly has not voted, or the count of the votes cannot be.
    """
    session = council_papers.under_way(document)
    _refuse_early(session)
    number = session.number.strip()
    subtitle = f"Délibération n° {number} : {session.title}" if number else session.title
    blocks = tuple(_blocks(document, session))
    report = parts.note(document, TITLE, subtitle, blocks, date=council_parts.date_of(document))
    return replace(report, meta=replace(report.meta, status=status(session)))


def _refuse_early(session: Deliberation) -> None:
    found = outcome(session)
    if found.adopted is None:
        raise NotReadyError(
            next(iter(check(session)), found.reason)
            if is_counted(session)
            else "L’extrait du registre se fait après le vote, et aucun n’est noté.",
            todo="À l’étape 7, complétez «\u00a0Le vote\u00a0».",
        )
    if not meeting_day(session):
        raise NotReadyError(
            "L’extrait du registre dit le jour de la séance, et il n’est pas noté.",
            todo="À l’étape 7, donnez la date de la séance.",
        )


def _blocks(document: Document, session: Deliberation) -> Iterator[Block]:
    draft = council_papers.draft(document)
    texts = council_papers.texts(document, draft)
    yield from council_parts.session(session, held=True)
    yield prose(f"Étaient présents :\n{_LINE}\n{_LINE}")
    yield prose(f"Avaient donné pouvoir :\n{_LINE}")
    yield prose(quorum(session.seats, session.present, session.second_convocation).text)
    yield from council_parts.opening(document.authority, session, draft, texts)
    who = council(document.authority)
    lead = (
        f"Après en avoir délibéré, {who} décide :"
        if outcome(session).adopted
        else f"Après en avoir délibéré, {who} n’adopte pas le projet suivant :"
    )
    yield from council_parts.decision(texts, lead)
    yield Heading(2, "Le vote")
    yield prose(outcome(session).reason)
    yield council_parts.count_of(session)
    yield from _executory(session)
    yield prose(bold("Annexe : "), "stratégie numérique responsable.")
    yield prose("Pour extrait conforme.")
    yield from council_parts.signatures(document.authority, session, secretary=True)


def _executory(session: Deliberation) -> Iterator[Block]:
    """Yield when it was transmitted and published."""
    sent, published = day_of(session.transmitted), day_of(session.published)
    told = [
        f"Transmise au représentant de l’État le {dates.in_letters(sent) if sent else council_parts.BLANK}",
        f"Publiée le {dates.in_letters(published) if published else council_parts.BLANK}"
        + (f" ({how})" if (how := session.published_how.strip()) else ""),
    ]
    yield prose("\n".join(told), style="block")
