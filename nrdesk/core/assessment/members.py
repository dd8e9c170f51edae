"""Whose are the lines of a document that joins several collectivités (`core.consolidation` writes it)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nrdesk.core.document import Document

SETTING = "consolidation"
"""Key of the setting that keeps what the consolidation did."""
BETWEEN = " · "
"""Between the name of a collectivité and that of its place, or of its service."""
NOBODY = "Ajouté depuis"
"""Whose are the lines written in the document after the consolidation, whose place names no member."""


def members_of(document: Document) -> tuple[str, ...]:
    """Return the names of the collectivités that a document joins, none for that of a single one."""
    found = document.setting(SETTING)
    return tuple(member["name"] for member in found["members"]) if found else ()


def placed(member: str, place: str) -> str:
    """Return the name that a place or a service of a member has in the document."""
    return f"{member}{BETWEEN}{place}" if place else member


def member_of(name: str) -> str:
    """Return the member that such a name begins with."""
    return name.partition(BETWEEN)[0]
