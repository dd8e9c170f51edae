"""The flash path: the essential checks and fields only, for small collectivités or by choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrdesk.core.model import Authority

if TYPE_CHECKING:
    from nrdesk.core.document import Document

FLASH_PATH = "flash_path"
"""Setting of the document: true or false once somebody chose, absent until then."""
FLASH_BELOW = 3500
"""Inhabitants under which the flash path applies by default (ANCT, "Démarche numérique responsable
flash")."""


def by_default(authority: Authority) -> bool:
    """Return whether the flash path applies to a collectivité that has not chosen."""
    population = authority.population_municipal
    return population is not None and population < FLASH_BELOW


def flash(document: Document) -> bool:
    """Return whether the flash path applies: what was chosen, or else what its population says."""
    chosen = document.setting(FLASH_PATH)
    return by_default(document.authority) if chosen is None else bool(chosen)
