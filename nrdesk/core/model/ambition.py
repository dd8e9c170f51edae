"""Step 5: the ambition, its axes, its objectives, the workshops where they were decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from nrdesk.core.model.policy import Axis
from nrdesk.core.model.record import Record, reference
from nrdesk.core.model.values import Holds, holding, within


class Dimension(StrEnum):
    """The three dimensions of a responsible digital policy."""

    ENVIRONMENT = "environment"
    SOCIAL = "social"
    SOCIETAL = "societal"

    @property
    def label(self) -> str:
        """French word."""
        return {"environment": "environnement", "social": "social", "societal": "sociétal"}[self]


class Reach(StrEnum):
    """Where an objective or an action acts."""

    INTERNAL = "internal"
    TERRITORY = "territory"

    @property
    def label(self) -> str:
        """French words."""
        return {"internal": "en interne", "territory": "sur le territoire"}[self]


class WorkshopKind(StrEnum):
    """The meetings of the guide."""

    FRAMING = "framing"
    COCREATION = "cocreation"
    SHARING = "sharing"
    OTHER = "other"

    @property
    def label(self) -> str:
        """French words."""
        return _WORKSHOPS[self]


_WORKSHOPS = {
    WorkshopKind.FRAMING: "réunion de cadrage",
    WorkshopKind.COCREATION: "atelier de co-construction",
    WorkshopKind.SHARING: "mise en commun",
    WorkshopKind.OTHER: "autre réunion",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambition(Record):
    """Where the collectivité wants to go. At most one row."""

    TABLE: ClassVar[str] = "ambition"

    text: str = ""
    """One or two sentences."""
    scope: str = ""
    """What it covers, and what it leaves aside for now."""
    horizon: int | None = None
    """Year when it is to be reached."""
    environment: int | None = None
    social: int | None = None
    societal: int | None = None
    """Weights given to the three dimensions, in percent; they should add up to 100."""
    publics: str = ""
    """For whom first."""
    renounced: str = ""
    """What will not be done, at least for now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityAxis(Record):
    """A priority of the strategy."""

    TABLE: ClassVar[str] = "priority_axis"

    title: str = ""
    axis: Axis = Axis.LIFE_CYCLE
    """The axis of the decree that it serves most."""
    reason: str = ""
    """Why this one: a figure, a finding, a commitment."""
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(Record):
    """An objective that can be checked: from a base to a target, at a date, by someone."""

    TABLE: ClassVar[str] = "objective"

    title: str = ""
    axis_id: str | None = field(default=None, metadata=reference("priority_axis"))
    dimension: Dimension = Dimension.ENVIRONMENT
    reach: Reach = Reach.INTERNAL
    indicator: str = ""
    """What is measured, in words."""
    unit: str = ""
    measured_by: str = ""
    """Identifier of a figure that nrdesk computes ("footprint.gwp", "lifetime.computers"…); empty when the
    readings are typed."""
    base_year: int | None = None
    base_value: float | None = None
    target_value: float | None = None
    due: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date of the target, possibly partial."""
    owner: str = ""
    """Service or function."""
    means: str = ""
    """With what it is attainable: time, money, partners."""
    reason: str = ""
    """Why it matters here."""
    expected: str = ""
    """What people will see changed."""
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop(Record):
    """A meeting where the strategy is built."""

    TABLE: ClassVar[str] = "workshop"

    title: str = ""
    kind: WorkshopKind = WorkshopKind.FRAMING
    starts: str | None = field(default=None, metadata=holding(Holds.MOMENT))
    """ISO date and time, local: "2026-03-12T14:00"; a date alone while the hour is unknown."""
    minutes_long: int | None = field(default=None, metadata=within(1, 1440))
    place: str = ""
    participants: str = ""
    """Functions rather than names."""
    agenda: str = ""
    report: str = ""
    """The minutes of what was said."""
    held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """What was decided in a workshop."""

    TABLE: ClassVar[str] = "decision"

    workshop_id: str = field(metadata=reference("workshop"))
    text: str = ""
    owner: str = ""
    due: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date, possibly partial."""
    done: bool = False
