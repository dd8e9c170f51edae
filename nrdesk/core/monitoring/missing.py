"""What is missing on each screen of « Préparer le bilan », in French sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.assessment import Assessment
from nrdesk.core.compliance.agec58 import SpendVerdict
from nrdesk.core.duties import purchases
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import AnnualReview, ObligationTracking, Progress
from nrdesk.core.monitoring import bilan, indicators
from nrdesk.core.monitoring.telling import title_of
from nrdesk.core.monitoring.year import ActionOfYear, YearPlace
from nrdesk.core.written.words import quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document

WORDS = {
    "foreword": "Le mot du maire ou de la présidence n’est pas écrit.",
    "highlights": "Les faits marquants ne sont pas écrits.",
    "difficulties": "Les difficultés ne sont pas dites\u00a0: c’est ce qui rend un bilan crédible.",
    "next_year": "L’année qui vient n’est pas annoncée.",
}
"""What is missing while a field of `AnnualReview` is empty."""
_AGEC = "AGEC58"
"""How the identifiers of the obligation to buy reused products begin, in the law table."""
_MOST = 6
"""Actions or indicators that a screen names as missing, one by one."""


def inventory(document: Document, found: Assessment, today: dt.date) -> Iterator[str]:
    """Yield what the inventory of the year lacks."""
    campaign = found.campaign
    if not found.result.quantity:
        yield f"L’inventaire {campaign.year} est vide."
        return
    if today.year > campaign.year and campaign.id == document.campaign.id:
        yield f"Nous sommes en {today.year}{NBSP}: pour ce bilan-là, ouvrez d’abord la campagne {today.year}."
    if dates.parts(campaign.as_of)[0] != campaign.year:
        day = dates.partial_in_letters(campaign.as_of)
        yield f"L’inventaire est arrêté au {day}, hors de l’année {campaign.year}."
    unsorted = [line for line in found.equipment if not line.category]
    if unsorted:
        yield f"{count(len(unsorted), 'ligne')} sans catégorie{NBSP}: ces appareils ne sont pas comptés."
    unread = [line for line in found.equipment if line.unread]
    if unread:
        yield f"{count(len(unread), 'ligne')} avec une cellule que nrdesk n’a pas comprise."
    undated = [each for each in found.result.lines if each.in_park and not each.equipment.purchased]
    if undated:
        yield f"{count(len(undated), 'ligne')} sans date d’achat."


def readings(document: Document, today: dt.date) -> Iterator[str]:
    """Yield the readings that are due."""
    known = indicators.states(document, today)
    if not known:
        yield "Aucun indicateur n’est suivi\u00a0: nrdesk en propose, à la page des indicateurs."
    due = [each for each in known if each.due]
    for each in due[:_MOST]:
        yield f"{each.title}{NBSP}: {each.due_reason[:1].lower()}{each.due_reason[1:]}"
    if len(due) > _MOST:
        yield f"Et {count(len(due) - _MOST, 'autre relevé', 'autres relevés')}."


def actions(found: tuple[ActionOfYear, ...], year: int) -> Iterator[str]:
    """Yield what is not said of the actions of the year."""
    if not found:
        yield "Le plan n’a aucune action pour cette année."
    silent = [title_of(each.action) for each in found if each.place.wants_words and not each.told]
    if silent:
        yield f"Rien n’est dit de {year} pour{NBSP}: {_some(silent)}."
    late = [title_of(each.action) for each in found if each.place is YearPlace.LATE]
    if late:
        yield f"Une nouvelle date, ou un autre statut, pour{NBSP}: {_some(late)}."
    mute = [
        title_of(each.action)
        for each in found
        if each.place is YearPlace.BLOCKED and not each.action.blocked_reason.strip()
    ]
    if mute:
        yield f"Ce qui bloque n’est pas dit pour{NBSP}: {_some(mute)}."


def compliance(document: Document, found: Assessment, today: dt.date) -> Iterator[str]:
    """Yield what is not said of the obligations and of the purchases."""
    said = {each.obligation: each.progress for each in document.all(ObligationTracking)}
    applies = list(bilan.applicable(found, today))
    unsaid = [
        each.obligation.title
        for each in applies
        if said.get(each.obligation.id, Progress.UNSAID) is Progress.UNSAID
    ]
    if unsaid:
        yield f"Où vous en êtes n’est pas dit pour{NBSP}: {_some([quoted(each) for each in unsaid])}."
    if not any(each.obligation.id.startswith(_AGEC) for each in applies):
        return
    year = found.campaign.year
    shares = purchases.shares(document, year)
    if not shares:
        yield f"Les achats de {year} ne sont pas notés{NBSP}: la déclaration de l’article{NBSP}58 les attend."
    incomplete = [each.product_type for each in shares if each.verdict is SpendVerdict.INCOMPLETE]
    if incomplete:
        yield f"Un montant manque dans les achats de {year}{NBSP}: {_some(incomplete)}."


def comments(review: AnnualReview | None) -> Iterator[str]:
    """Yield the words of the bilan that are not written."""
    for name, sentence in WORDS.items():
        if not (review and getattr(review, name).strip()):
            yield sentence


def _some(titles: list[str]) -> str:
    left = len(titles) - _MOST
    shown = ", ".join(titles[:_MOST])
    return f"{shown} et {left} de plus" if left > 0 else shown
