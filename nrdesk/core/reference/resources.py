"""The resource library: what to read, to watch, to play or to use, and what is known of each link."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nrdesk.core.reference.table import read_data

VERIFIED = "lien vérifié"
"""How the status of a link that somebody checked begins."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource of the library; nrdesk never opens its link by itself."""

    id: str
    title: str
    type: str
    """Kind of resource, in French: "MOOC", "guide", "atelier"…"""
    audience: tuple[str, ...]
    """Publics, in French: "élus", "agents"…"""
    publisher: str
    url: str
    """Address, empty when the source gives none."""
    cost: str
    """French words: "gratuit", "payant", "cotisation"…"""
    link_status: str
    """French words saying when and by whom the link was checked, or that nobody did."""
    source: str

    @property
    def verified(self) -> bool:
        """Whether somebody checked the link; the status says who, and when."""
        return self.link_status.startswith(VERIFIED)


@cache
def load() -> tuple[Resource, ...]:
    """Return the resources, in the order of the table."""
    return tuple(
        Resource(
            id=line.required("id"),
            title=line.required("title"),
            type=line.required("type"),
            audience=line.list("audience"),
            publisher=line.required("publisher"),
            url=line.text("url"),
            cost=line.required("cost"),
            link_status=line.required("link_status"),
            source=line.required("source"),
        )
        for line in read_data("content/resources.csv")
    )
