"""The structure tree of a tagged PDF: what assistive software reads, in reading order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of the content of one page."""

    page: int
    """Rank of the page, from 0."""
    id: int
    """Rank of the mark on its page (MCID)."""


@dataclass(eq=False, slots=True)
class Element:
    """A node of the tree; `role` is a standard structure type (P, H1, Table, TH…)."""

    role: str
    alt: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Structure attributes, e.g. {"O": "Table", "Scope": "Row"} for the header of a row."""
    bounds: tuple[float, float, float, float] | None = None
    """Bounding box on the page, for a figure."""
    kids: list[Kid] = field(default_factory=list)

    def add(self, role: str, *, alt: str = "", **attributes: str) -> Element:
        """Return a new last child."""
        child = Element(role, alt, attributes)
        self.kids.append(child)
        return child


@dataclass(eq=False, slots=True)
class Link:
    """A clickable rectangle; it is a child of its `Link` element."""

    page: int
    rectangle: tuple[float, float, float, float]
    text: str
    """What the link leads to, read aloud."""
    element: Element
    target: str | Destination


@dataclass(frozen=True, slots=True)
class Destination:
    """A place in the document: the title of a heading, its level, its page (from 0), its height."""

    title: str
    level: int
    page: int
    top: float


Kid: TypeAlias = Element | Mark | Link
