"""« Mutualisation et consolidation »: who provides what to whom and, once gathered, the whole of a territory.

The document of one collectivité tells what it shares. That of a consolidation tells the whole, how it was
reached from the documents of its members, and what each has to check.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core import consolidation
from nrdesk.core.model import Action, Equipment, ServiceUse, SharedService, WebSite
from nrdesk.core.reports import parts, wording
from nrdesk.core.reports.consolidation import figures, once, plan, sharing
from nrdesk.core.reports.content import Block, Callout, Heading, Meta, Report
from nrdesk.core.reports.wording import french, prose

if TYPE_CHECKING:
    from nrdesk.core.consolidation import View
    from nrdesk.core.document import Document

TITLE = "Mutualisation et consolidation"
_KINDS = (SharedService, Equipment, ServiceUse, WebSite, Action)


def build(document: Document) -> Report:
    """Return what a collectivité shares, or the consolidation of several, ready to be rendered."""
    journal = consolidation.journal_of(document)
    if journal is None:
        return parts.note(
            document,
            TITLE,
            "Qui fournit quoi à qui",
            _of_one(document),
            date=parts.date_of(document, SharedService, Equipment),
        )
    view = consolidation.view(document, journal)
    return Report(
        meta_of(document, view, TITLE, "Un territoire, compté une seule fois"), tuple(_of_all(document, view))
    )


def meta_of(document: Document, view: View, title: str, subtitle: str) -> Meta:
    """Return what a document drawn from a consolidation bears."""
    authority = document.authority
    return Meta(
        title=title,
        subtitle=subtitle,
        authority=wording.full_name(authority),
        date=parts.date_of(document, *_KINDS),
        campaign=str(view.journal.year),
        factors=parts.factors_of(view.assessment),
        notice=parts.notice(authority),
    )


def _of_one(document: Document) -> Iterator[Block]:
    yield prose(
        "Ce qu’une collectivité prête ou fournit à une autre ne doit compter qu’une fois : chez celle qui le "
        "possède. Cette note dit ce que nous partageons.",
        style="lead",
    )
    services, lent = document.all(SharedService), sharing.lent_lines(document)
    if not services and not lent:
        yield parts.to_complete(
            "aucune mutualisation n’est encore notée. Dans les réglages de la collectivité, dites ce que "
            "vous fournissez et ce que vous recevez ; dans l’inventaire, remplissez « Fourni par »."
        )
    yield from sharing.services(services, document.authority.name)
    yield from sharing.lines(lent)
    yield Heading(2, french("Et pour tout le territoire ?"))
    yield prose(
        "nrdesk réunit le document d’un EPCI et ceux de ses communes en un seul, sans rien compter deux fois "
        ": page d’accueil, « Portefeuille », puis « Consolider »."
    )


def _of_all(document: Document, view: View) -> Iterator[Block]:
    yield from figures.blocks(view)
    yield Heading(1, "Qui fournit quoi à qui")
    yield from sharing.services(document.all(SharedService), "")
    yield from sharing.entries(view.journal)
    yield from once.blocks(view.journal)
    yield from plan.blocks(document.all(Action))
    yield from _to_know(view)


def _to_know(view: View) -> Iterator[Block]:
    yield Heading(1, "Ce qu’il faut savoir")
    if view.journal.unread:
        left = tuple(prose(f"{each.file} : {each.reason}") for each in view.journal.unread)
        yield Callout("Des documents n’ont pas été comptés", left, "caution")
    yield from (prose(remark) for remark in view.journal.remarks)
    yield prose(
        "Comment nous comptons : un appareil prêté compte chez la collectivité qui le possède ; deux "
        "appareils de même numéro de série n’en font qu’un ; un service compte chez celle qui le fournit "
        "quand elle le compte déjà ; une somme payée à une autre collectivité du territoire n’est pas "
        "ajoutée, car ce qu’elle paie est déjà dans l’inventaire et les services de celle-ci. Une seule "
        "méthode sert pour tous : celle du premier document."
    )
    yield prose(
        "Les réglages des actions restent dans le document de chaque collectivité : ils ne valent que pour "
        "son parc."
    )
