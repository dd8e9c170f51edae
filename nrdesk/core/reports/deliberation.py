"""« Projet de délibération »: the text put to the vote; once it is held, the deliberation with its count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from nrdesk.core import council_papers
from nrdesk.core.council import outcome
from nrdesk.core.council_papers import DeliberationDraft
from nrdesk.core.model import Deliberation
from nrdesk.core.reports import council_parts, parts
from nrdesk.core.reports.content import Block, Heading, Report, bold
from nrdesk.core.reports.council_parts import BLANK
from nrdesk.core.reports.wording import council, prose

if TYPE_CHECKING:
    from nrdesk.core.document import Document

DRAFT, HELD = "Projet de délibération", "Délibération"


def build(document: Document) -> Report:
    """Return the deliberation of a document, ready to be rendered: a draft until the assembly has voted."""
    session = council_papers.under_way(document)
    held = outcome(session).adopted is not None
    number = session.number.strip()
    title = f"{HELD} n° {number}" if held and number else HELD if held else DRAFT
    blocks = tuple(_blocks(document, session, held=held))
    report = parts.note(document, title, session.title, blocks, date=council_parts.date_of(document))
    return replace(report, meta=replace(report.meta, status=status(session)))


def status(session: Deliberation) -> str:
    """Return what a paper of the vote says it is: a working document until the assembly has voted."""
    match outcome(session).adopted:
        case True:
            return "adoptée"
        case False:
            return "non adoptée"
        case _:
            return "document de travail"


def _blocks(document: Document, session: Deliberation, *, held: bool) -> Iterator[Block]:
    draft = council_papers.draft(document)
    texts = council_papers.texts(document, draft)
    yield from council_parts.session(session, held=held)
    yield from _gaps(draft)
    yield from council_parts.opening(document.authority, session, draft, texts)
    who = council(document.authority)
    yield from council_parts.decision(texts, f"Après en avoir délibéré, {who} décide :")
    yield from _vote(session, held=held)
    yield prose(bold("Annexe : "), "stratégie numérique responsable.")
    yield from council_parts.signatures(document.authority, session, secretary=held)


def _gaps(draft: DeliberationDraft) -> Iterator[Block]:
    for missing in draft.missing:
        yield parts.to_complete(missing.text)


def _vote(session: Deliberation, *, held: bool) -> Iterator[Block]:
    """Yield the result, or room to write it during the session."""
    if held:
        yield Heading(2, "Le vote")
        yield prose(outcome(session).reason)
        yield council_parts.count_of(session)
        return
    counted = ("Présents", "Pouvoirs", "Pour", "Contre", "Abstentions")
    blanks = " · ".join(f"{word} : {BLANK}" for word in counted)
    yield prose(bold("Vote. "), f"{council_parts.members(session)}\n{blanks}", style="block")
