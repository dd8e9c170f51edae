"""What a deliberation is called, and by whom it is taken, while nobody wrote it."""

from __future__ import annotations

from dataclasses import replace

from nrdesk.core.model import Authority, Deliberation
from nrdesk.core.written.prose import capital, council

TITLE = "Adoption de la stratégie numérique responsable"
"""What is put to the vote, unless another title was written."""


def with_defaults(deliberation: Deliberation, authority: Authority) -> Deliberation:
    """Return a deliberation whose empty title, body and seats are those of the collectivité.

    Seats are its élus; nrdesk has no table of seats by population, and invents none.
    """
    return replace(
        deliberation,
        title=deliberation.title or TITLE,
        body_name=deliberation.body_name or capital(council(authority).removeprefix("le ")),
        seats=authority.elected if deliberation.seats is None else deliberation.seats,
    )


def executive(authority: Authority) -> str:
    """Return who carries out what the assembly decides: "le maire", "le président"."""
    return "le président" if authority.kind.is_epci else "le maire"
