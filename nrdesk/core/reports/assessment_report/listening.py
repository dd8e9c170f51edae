"""What is already done, what was read, who was heard, and what the collectivité concludes from it all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment, synthesis
from nrdesk.core.formatting import count
from nrdesk.core.listening import held, in_words
from nrdesk.core.model import Finding, Interview, PastAction, ReadDocument, SynthesisItem
from nrdesk.core.reports.content import Block, Column, Heading, PageBreak, Run, Table, bold, bullets, runs
from nrdesk.core.reports.wording import capital, french, prose, sentence, when
from nrdesk.core.written.words import on_one_line

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Ce que nous faisons, ce que nous retenons"
_LISTS = {
    Finding.STRENGTH: "Nos forces",
    Finding.WEAKNESS: "Nos faiblesses",
    Finding.AXIS: "Nos axes de travail",
}
_LATER = "9999"
"""Sorts what is not dated after what is."""


def blocks(document: Document, assessment: Assessment) -> Iterator[Block]:
    """Yield the chapter, unless nothing was written of any of its parts."""
    concluded = [item for item in synthesis.items(document, assessment.campaign) if item.text]
    chapter = (
        *actions(document.all(PastAction)),
        *heard(held(document.all(Interview))),
        *_read(document.all(ReadDocument)),
        *conclusions(concluded),
    )
    if chapter:
        yield PageBreak()
        yield Heading(1, TITLE)
        yield prose(
            "Les chiffres ne disent pas tout. Ce chapitre rappelle ce qui se fait déjà, dit qui a parlé, "
            "et ce que nous en concluons.",
            style="lead",
        )
        yield from chapter


def actions(engaged: Sequence[PastAction]) -> Iterator[Block]:
    """Yield what the collectivité does already; nothing when none is written."""
    if not engaged:
        return
    yield Heading(2, "Les actions déjà engagées")
    told = count(len(engaged), "action en témoigne", "actions en témoignent")
    yield prose(f"Nous ne partons pas de rien : {told}.")
    columns = (
        Column("Action", 2.2),
        Column("Axe", 1.5),
        Column("Depuis", 0.9),
        Column("Où elle en est", 1),
        Column("Ce que cela a donné", 2.2),
    )
    rows = tuple(
        (
            _led(action),
            action.axis.label,
            when(action.since) if action.since else "non daté",
            action.status.label,
            action.result or "à préciser",
        )
        for action in sorted(engaged, key=lambda each: (each.since or _LATER, each.id))
    )
    yield Table("Les actions déjà engagées", columns, rows)


def _led(action: PastAction) -> str:
    title = action.title or "Action sans titre"
    return f"{title} ({action.owner})" if action.owner else title


def heard(interviews: Sequence[Interview]) -> Iterator[Block]:
    """Yield who was heard, by function, and what is remembered of it; nothing when nobody was."""
    if not interviews:
        return
    yield Heading(2, "Qui a été entendu")
    yield prose(f"{in_words(interviews)}. Chacun est cité par sa fonction.")
    columns = (
        Column("Qui ou quoi", 1.7),
        Column("Forme", 1.1),
        Column("Date", 1),
        Column("Participants", 1.6),
    )
    rows = tuple(
        (each.title or "Échange", each.kind.label, when(each.held_on), each.participants or "non précisés")
        for each in interviews
    )
    yield Table("Les échanges tenus", columns, rows)
    told = [each for each in interviews if each.findings.strip()]
    if told:
        yield Heading(3, "Ce que nous en retenons")
        yield bullets(*(_finding(each) for each in told))


def _finding(interview: Interview) -> tuple[Run, ...]:
    words = on_one_line(interview.findings)
    return runs(bold(french(f"{interview.title or 'Échange'} : ")), sentence(words))


def _read(documents: Sequence[ReadDocument]) -> Iterator[Block]:
    if not documents:
        return
    yield Heading(2, "Les documents lus")
    columns = (
        Column("Document", 2),
        Column("D’où il vient", 1.4),
        Column("Date", 1),
        Column("Ce qu’il apprend", 2.6),
    )
    rows = tuple(
        (
            each.title or "Document sans titre",
            each.source or "non précisé",
            when(each.dated) if each.dated else "non daté",
            each.lessons or "à préciser",
        )
        for each in documents
    )
    yield Table("Les documents lus", columns, rows)


def conclusions(items: Sequence[SynthesisItem]) -> Iterator[Block]:
    """Yield forces, weaknesses and axes as the collectivité wrote them; nothing when none is."""
    if not items:
        return
    yield Heading(2, "Ce que nous en concluons")
    for finding, title in _LISTS.items():
        found = [item for item in items if item.finding is finding]
        if found:
            yield Heading(3, title)
            yield bullets(*(_conclusion(item) for item in found))


def _conclusion(item: SynthesisItem) -> tuple[Run, ...]:
    text = capital(sentence(on_one_line(item.text)))
    return runs(text, Run(f" {sentence(item.basis)}", italic=True)) if item.basis else runs(text)
