"""« Note de synthèse »: what members of the assembly read before the session."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core import council_papers
from nrdesk.core.model.council_rule import CouncilTopic
from nrdesk.core.reports import council_parts, parts, rich
from nrdesk.core.reports.content import Block, Report
from nrdesk.core.reports.wording import prose, the_authority

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Note de synthèse"


def build(document: Document) -> Report:
    """Return the note of a document, ready to be rendered."""
    session = council_papers.under_way(document)
    date = council_parts.date_of(document)
    return parts.note(document, TITLE, session.title, _blocks(document), date=date)


def _blocks(document: Document) -> Iterator[Block]:
    session, rules = council_papers.under_way(document), council_papers.rules_of(document)
    applied = rules.on(CouncilTopic.CONVOCATION)
    rapporteur = session.rapporteur.strip()
    who = f"\nRapporteur : {rapporteur}" if rapporteur else ""
    yield prose(
        f"{session.body_name}, séance {council_parts.when(session)}\nNote jointe à la convocation{who}",
        style="block",
    )
    draft = council_papers.draft(document)
    for missing in draft.missing:
        yield parts.to_complete(missing.text)
    yield from rich.blocks(council_papers.texts(document, draft).presentation, level=2)
    if rules.note_required:
        unsure = ", à confirmer" if applied.to_confirm else ""
        told = f"Cette note accompagne la convocation ({applied.rule.article}{unsure})."
    else:
        told = f"La loi n’impose pas cette note à {the_authority(document.authority)} : elle aide à décider."
    yield prose(told, style="small")
