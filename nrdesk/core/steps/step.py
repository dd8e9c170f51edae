"""What a step of the method is: a declaration, its guide text, its checklist, its documents.

One small module per step declares a `Step`; the sidebar rings, the dashboard, the step pages, the command
line and the reports all read that same declaration.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nrdesk.core.steps.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Gesture:
    """One concrete thing to do, in the "Comment" part of the guide."""

    title: str
    """What to do, starting with a verb: "Choisir la personne qui coordonne"."""
    text: str
    small: str = ""
    """The same in a small commune, empty when nothing changes."""


@dataclass(frozen=True, slots=True)
class Resource:
    """Something to read, to watch or to use, outside nrdesk."""

    title: str
    publisher: str
    url: str
    checked: str = ""
    """French words saying when and by whom the link was checked, empty when nobody did."""

    @property
    def status(self) -> str:
        """Return what is known of the link, in French, never more than what is known."""
        return self.checked or "lien non vérifié"


@dataclass(frozen=True, slots=True)
class Example:
    """What a real collectivité did ("Ils l’ont fait")."""

    who: str
    figure: str
    """The fact in a few words, to be shown large: "42 % → 8 %"."""
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Guide:
    """The help of one step, in nrdesk's own words; every text is ready to show."""

    why: tuple[str, ...]
    """Paragraphs of one to three sentences."""
    with_whom: tuple[str, ...]
    """Items of a list."""
    how: tuple[Gesture, ...]
    questions: tuple[str, ...]
    """Questions to ask around the table; the forms of the step hold the answers."""
    further: tuple[Resource, ...]
    words: tuple[str, ...]
    """Terms of the glossary that the step uses."""
    examples: tuple[Example, ...]
    corrections: tuple[str, ...]
    """Where the method's published guide (2023) is wrong or out of date, and what is right; often empty."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is filled in: a page of the window, and a field of that page."""

    page: str
    """"authority", "inventory", "footprint", "obligations", or "step1" to "step10"."""
    field: str = ""
    """Name of the attribute, of the inventory field or of the section; empty for the page itself."""


@dataclass(frozen=True, slots=True)
class Check:
    """One item of the list "Suffisant pour avancer"."""

    text: str
    """What is true once it is done: "Chaque ligne a une catégorie"."""
    where: Place
    missing: Callable[[Snapshot], str]
    """French sentence of what is missing and where to go, empty once the check passes."""
    todo: str
    """The action that makes it pass, as the dashboard offers it: "Importer votre inventaire"."""
    essential: bool = True
    """Whether the flash path (small communes) keeps it."""


@dataclass(frozen=True, slots=True)
class Deliverable:
    """A document that the step produces."""

    key: str
    """Name of the document, the same for the reports and for `nrdesk exporter`."""
    title: str
    text: str
    """What it is for, in one sentence."""


@dataclass(frozen=True, slots=True)
class Step:
    """One of the ten steps."""

    number: int
    key: str
    title: str
    goal: str
    """What the step brings, in one sentence."""
    checks: tuple[Check, ...]
    deliverables: tuple[Deliverable, ...]

    @property
    def page(self) -> str:
        """Key of the step's page in the window, as in `Place.page`."""
        return f"step{self.number}"

    @property
    def guide(self) -> Guide:
        """The help of the step, read from `resources/data/guide` at first use."""
        from nrdesk.core.steps import loader

        return loader.guide(self.number)

    @property
    def examples(self) -> tuple[Example, ...]:
        """What real collectivités did."""
        return self.guide.examples
