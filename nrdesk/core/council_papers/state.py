"""The session under way, and the rules of its assembly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrdesk.core.council import Rules, rules_for, with_defaults
from nrdesk.core.model import Deliberation
from nrdesk.core.reference import council

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def under_way(document: Document) -> Deliberation:
    """Return the deliberation under way; what nobody wrote yet is what can be told from the collectivité."""
    found = next(iter(document.all(Deliberation)), Deliberation())
    return with_defaults(found, document.authority)


def rules_of(document: Document) -> Rules:
    """Return the rules of the assembly of a document."""
    return rules_for(council.load(), document.authority)
