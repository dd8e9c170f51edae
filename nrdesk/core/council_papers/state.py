"""The session under way, and the rules of its assembly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nrdesk.core.council import Rules, rules_for
from nrdesk.core.model import Authority, Deliberation
from nrdesk.core.reference import council
from nrdesk.core.written.prose import capital
from nrdesk.core.written.prose import council as assembly

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Adoption de la stratégie numérique responsable"
"""What is put to the vote, unless another title was written."""


def under_way(document: Document) -> Deliberation:
    """Return the deliberation under way; what nobody wrote yet is what can be told from the collectivité.

    Seats are the élus of the collectivité; nrdesk has no table of seats by population, and invents none.
    """
    found = next(iter(document.all(Deliberation)), Deliberation())
    return with_defaults(found, document.authority)


def with_defaults(deliberation: Deliberation, authority: Authority) -> Deliberation:
    """Return a deliberation whose empty title, body and seats are those of the collectivité."""
    return replace(
        deliberation,
        title=deliberation.title or TITLE,
        body_name=deliberation.body_name or capital(assembly(authority).removeprefix("le ")),
        seats=authority.elected if deliberation.seats is None else deliberation.seats,
    )


def rules_of(document: Document) -> Rules:
    """Return the rules of the assembly of a document."""
    return rules_for(council.load(), document.authority)


def executive(authority: Authority) -> str:
    """Return who carries out what the assembly decides: "le maire", "le président"."""
    return "le président" if authority.kind.is_epci else "le maire"
