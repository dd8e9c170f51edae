"""What goes back to each collectivité: what was counted of its document, what was not and why, what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.core import consolidation
from nrdesk.core.consolidation import Entry, Reason
from nrdesk.core.errors import NotReadyError
from nrdesk.core.formatting import number
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.model import Action, SharedService
from nrdesk.core.reports.consolidation import figures, meta_of, once, plan, sharing
from nrdesk.core.reports.content import Block, Column, Heading, Report, Table, bullets
from nrdesk.core.reports.wording import french, prose
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.consolidation import View
    from nrdesk.core.document import Document

TITLE = "Retour de consolidation"
_FORMATS = ("pdf", "xlsx")
_TO_DO = {
    Reason.LENT_MAYBE: (
        "« {what} » : vérifiez avec {owner} que cet appareil est bien à son inventaire.",
        "« {what} », chez {member} : votre inventaire compte moins d’appareils de cette catégorie que ce "
        "qu’on dit recevoir de vous. Complétez-le s’il en manque.",
    ),
    Reason.LENT_UNKNOWN: (
        "« {what} » : votre document dit qu’il vient de {owner}, qui ne l’a pas. Vérifiez ensemble.",
        "« {what} », prêté à {member} : ajoutez-le à votre inventaire.",
    ),
    Reason.SERIAL: (
        "« {what} » : {owner} a le même numéro de série. S’il lui appartient, écrivez son nom dans « Fourni "
        "par » ; sinon, corrigez le numéro.",
        "« {what} » : {member} a le même numéro de série. S’il lui appartient, écrivez son nom dans « Fourni "
        "par » ; sinon, corrigez le numéro.",
    ),
    Reason.SERVICE_MAYBE: (
        "« {what} » : vérifiez avec {owner} que sa quantité comprend la vôtre.",
        "« {what} », pour {member} : votre quantité est plus petite que ce qu’on dit recevoir de vous. "
        "Vérifiez qu’elle compte tout le monde.",
    ),
}
"""Reason -> what who tells it has to do, what who owns it has to do."""


def build(document: Document, view: View, member: str) -> Report:
    """Return the sheet of one of the collectivités of a consolidation.

    Args:
        document: the consolidation.
        view: its figures.
        member: name of the collectivité.
    """
    meta = meta_of(document, view, TITLE, member)
    return Report(meta, tuple(_blocks(document, view, member)), cover=False)


def write_all(document: Document, folder: Path, progress: Progress = silent) -> tuple[Path, ...]:
    """Write the sheet of every collectivité of a consolidation, as PDF and XLSX; return the files.

    Raises:
        NotReadyError: the document is no consolidation.
        SurroundingsError: the folder refuses, or the disk is full.
    """
    from nrdesk.core.reports import look, pdf, workbook
    from nrdesk.core.reports.exporting import save_from

    journal = consolidation.journal_of(document)
    if journal is None:
        raise NotReadyError(
            "Ce document n’est pas une consolidation.",
            todo="Consolidez d’abord l’EPCI et ses communes : « Portefeuille », puis « Consolider ».",
        )
    view = consolidation.view(document, journal)
    written = []
    renderers = {"pdf": pdf.render, "xlsx": workbook.render}
    for done, member in enumerate(journal.members, start=1):
        report = look.dressed(document, build(document, view, member.name))
        for suffix in _FORMATS:
            name = f"retour-{normal(member.name).replace(' ', '-') or done}.{suffix}"
            written.append(save_from(document, renderers[suffix](report), folder / name))
        progress(done, len(journal.members))
    return tuple(written)


def _blocks(document: Document, view: View, member: str) -> Iterator[Block]:
    journal = view.journal
    entries = journal.of(member)
    yield prose(
        f"Votre document a été réuni avec ceux de {len(journal.members) - 1} autres collectivités"
        if len(journal.members) > 2
        else "Votre document a été réuni avec celui d’une autre collectivité",
        f" pour la campagne {journal.year}. Il n’a pas été modifié. Voici ce qui en a été compté, et ce "
        "qu’il vous reste à vérifier.",
        style="lead",
    )
    if to_do := [_to_do(entry, member) for entry in entries if not entry.reason.sure]:
        yield Heading(2, "À faire")
        yield bullets(*(french(text) for text in dict.fromkeys(to_do)))
    yield from _figures(view, member)
    if told := [entry for entry in entries if entry.member == member]:
        yield Heading(2, "Dans votre document, mais compté ailleurs")
        yield once.table(told, "Compté chez une autre collectivité")
    if lent := [entry for entry in entries if entry.owner == member]:
        yield Heading(2, "Compté chez vous, et aussi dans un autre document")
        yield once.table(lent, "Compté chez vous")
    yield from sharing.services(
        [each for each in document.all(SharedService) if _concerns(each, member)], member
    )
    led = [action for action in document.all(Action) if member in consolidation.leaders(action)]
    if led:
        yield Heading(2, "Votre part du plan commun")
        yield plan.table(led, "Actions que vous menez, seuls ou avec d’autres")
    if remarks := [remark for remark in journal.remarks if re.search(rf"\b{re.escape(member)}\b", remark)]:
        yield Heading(2, "Ce qui vous concerne aussi")
        yield bullets(*remarks)


def _figures(view: View, member: str) -> Iterator[Block]:
    share = next(each for each in view.shares if each.name == member)
    gathering = share.gathering
    if gathering is None:
        return
    aside = -sum(entry.kilograms or 0.0 for entry in view.journal.of(member)
                 if entry.appliance and entry.member == member)  # fmt: skip
    taken = sum(entry.kilograms or 0.0 for entry in view.journal.of(member)
                if entry.counted and entry.owner == member)  # fmt: skip
    rows = [
        ("Vos appareils, dans votre document", gathering.own),
        ("La même méthode pour tous", gathering.common - gathering.own),
        ("Compté chez une autre collectivité", aside),
        ("Trouvé dans un autre document, compté chez vous", taken),
        ("Modifié depuis", share.appliances - gathering.common - aside - taken),
    ]
    yield Heading(2, "De votre document à la consolidation")
    yield Table(
        french("Vos appareils, en kg éq. CO₂ par an"),
        (Column("Étape du calcul", 4), Column("kg éq. CO₂ par an", 1.6, "right")),
        figures.steps(rows),
        total=("Vos appareils, dans la consolidation", number(share.appliances)),
    )


def _to_do(entry: Entry, member: str) -> str:
    teller, owner = _TO_DO[entry.reason]
    words = teller if entry.member == member else owner
    return words.format(what=entry.what, member=entry.member, owner=entry.owner)


def _concerns(service: SharedService, member: str) -> bool:
    receivers = service.beneficiaries.split("\n")
    return member in (service.provider, *receivers) or not service.beneficiaries.strip()
