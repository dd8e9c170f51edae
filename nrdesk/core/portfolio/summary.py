"""What a portfolio keeps of one document: a few figures and dates, in place of the document itself.

A summary is plain data, kept as JSON between two readings of a folder; no register of persons is read.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from nrdesk.core.model import AuthorityKind

SOON = dt.timedelta(days=183)
"""How long before its date an obligation that is not met is at risk: nrdesk's choice, half a year."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something that falls due."""

    on: str
    """ISO date."""
    title: str
    legal: bool = False
    """Whether a text of law asks for it."""

    @property
    def date(self) -> dt.date:
        """The day."""
        return dt.date.fromisoformat(self.on)


@dataclass(frozen=True, slots=True)
class Risk:
    """An obligation that applies and may not be met."""

    obligation: str
    """Identifier in the law table."""
    title: str
    why: str
    """French words: its date is past, is near, or the collectivité says that it is still to do."""
    on: str = ""
    """ISO date that it depends on, empty when it has none."""
    verified: bool = True
    """Whether the row of the law table was checked against the text; otherwise « à confirmer »."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Where one collectivité is, on the day when its document was read."""

    file: str
    """Path of the document in the folder of the portfolio, with "/"."""
    authority_id: str
    """Identifier of the collectivité in its document: two copies of one file share it."""
    name: str
    kind: AuthorityKind
    code: str = ""
    """INSEE code of a commune, SIREN of a group; empty when unknown."""
    department: str = ""
    epci_siren: str = ""
    epci_name: str = ""
    population: int | None = None
    agents: int | None = None
    fictional: bool = False
    """Whether its data are invented: demonstration, exercise. It is shown, and compared with nobody."""
    exercise: bool = False
    """Whether it is the exercise of a training session: what shows it is stamped EXERCICE."""

    year: int
    as_of: str
    """ISO date of the inventory of the latest campaign."""
    frozen: bool = False
    campaigns: int = 1

    steps: tuple[float, ...]
    """Share of each of the ten steps that is done, from 0 to 1."""

    appliances: int = 0
    footprint: float | None = None
    """Greenhouse gases of the park of the latest campaign, in kg CO₂e a year; None while nothing counts."""
    low: float = 0.0
    high: float = 0.0
    """Bounds of its 95 % interval."""
    per_agent: float | None = None
    per_inhabitant: float | None = None
    coverage: float = 0.0
    """Share of the appliances that the footprint counts, from 0 to 1."""
    known: float = 0.0
    """Share of the appliances whose line is of good or fair quality, rather than estimated or incomplete."""

    applicable: int = 0
    """Obligations that apply."""
    met: int = 0
    """Those of them that the collectivité says are met."""
    unanswered: int = 0
    """Those of them of which it says nothing."""
    risks: tuple[Risk, ...] = ()

    deadlines: tuple[Due, ...] = ()
    """What falls due next, the nearest first."""
    actions: int = 0
    """Actions of the plan that are not dropped."""
    actions_done: int = 0
    late: int = 0
    blocked: int = 0

    changed: str = ""
    """UTC time of the last action, ISO 8601; empty when nothing was ever done."""
    warnings: tuple[str, ...] = ()
    """What could not be read of the document, in French."""
    opened_by: str = ""
    """Who has it open while the folder is read: its figures are those last saved."""

    @property
    def progress(self) -> float:
        """Mean of the ten steps, from 0 to 1."""
        return math.fsum(self.steps) / len(self.steps)  # 20 % is 20 %, whatever the order of the sum

    @property
    def doubt(self) -> float | None:
        """Half the width of the range of the footprint, as a share of it; None while there is none."""
        return (self.high - self.low) / (2 * self.footprint) if self.footprint else None

    @property
    def next_due(self) -> Due | None:
        """What falls due first, None when nothing does."""
        return self.deadlines[0] if self.deadlines else None
