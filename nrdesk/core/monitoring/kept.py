"""What a bilan tells, and what one that is closed keeps: figures and actions as they were that day.

A bilan that is not closed yet is told from the document (`bilan.tell`) as the same dataclasses: whoever
writes it never asks whether it is closed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from nrdesk.core.campaigns import codec
from nrdesk.core.errors import UserError
from nrdesk.core.model import AnnualReview, Direction, Progress
from nrdesk.core.monitoring.year import YearPlace
from nrdesk.core.planning.budget import Money

FORMAT = 1
"""Of the JSON: to be raised when an older nrdesk would misread it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFootprint:
    """The greenhouse gases of the park over a year, in kg CO₂e."""

    value: float
    low: float
    high: float
    appliances: int
    per_agent: float | None = None
    per_inhabitant: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEffect:
    """A cause of the difference with the year before."""

    key: str
    """Value of a `core.footprint.decomposition.Effect`."""
    label: str
    value: float
    """kg CO₂e a year; they add up to the difference."""
    of_method: bool
    """Whether it tells nothing of what the collectivité did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPoint:
    """A year of the trajectory, in kg CO₂e: with the plan, and without any action."""

    year: int
    value: float
    low: float
    high: float
    without: float


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTarget:
    """A footprint to reach, in kg CO₂e."""

    title: str
    year: int
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAction:
    """An action in the year."""

    id: str
    title: str
    axis: str
    """French words."""
    objective: str = ""
    owner: str = ""
    place: YearPlace
    progress: int | None = None
    starts: str = ""
    ends: str = ""
    """ISO dates; empty when they are not known."""
    late: str = ""
    blocked_reason: str = ""
    done: str = ""
    difficulty: str = ""
    next_step: str = ""
    effect: float | None = None
    """kg CO₂e a year in the last year simulated, its part of the whole, negative where there is less; None
    when nothing of it is simulated."""
    money: Money = field(default_factory=Money)
    """Budget of the year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptIndicator:
    """An indicator, or an objective with its figure."""

    id: str
    title: str
    unit: str = ""
    direction: Direction = Direction.UP
    base: float | None = None
    base_date: str = ""
    before: float | None = None
    """Last value of the years before; `before_date` says when."""
    before_date: str = ""
    value: float | None = None
    """Last value up to the end of the year."""
    read_on: str = ""
    expected: float | None = None
    """What the way to the target expected on the day of the reading."""
    target: float | None = None
    target_date: str = ""
    off_track: bool = False
    reason: str = ""
    """French sentence: why it is off track."""
    words: str = ""
    """Where it stands, in two or three French words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptObligation:
    """An obligation that applies."""

    id: str
    title: str
    progress: Progress
    proofs: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPurchases:
    """A product type of the AGEC article 58 declaration; amounts in euros excl. tax."""

    product_type: str
    total: float | None = None
    reused: float | None = None
    donated: float | None = None
    recycled: float | None = None
    reuse_share: float | None = None
    reuse_target: float | None = None
    recycled_share: float | None = None
    recycled_target: float | None = None
    reuse_share_before: float | None = None
    recycled_share_before: float | None = None
    """Shares, 0 to 1; the last two are those of the year before."""
    verified: bool = False
    """Whether the shares to reach are sure; otherwise « à confirmer »."""
    verdict: str = ""
    """French words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReuse:
    """The reuse rate of REEN article 16."""

    a: int
    b: int
    stock_known: bool
    rate: float | None = None
    target: float | None = None
    """0 to 1."""
    verified: bool = False
    verdict: str = ""
    """French words."""
    over_age: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReview:
    """All that a bilan tells besides the words of the collectivité (`AnnualReview`)."""

    format: int = FORMAT
    year: int
    told_on: str
    """ISO date."""
    as_of: str
    """Date of the inventory."""
    previous_year: int | None = None
    """None when there is no earlier campaign."""
    factors: str = ""
    """Family of factors, and its version."""
    agents: int | None = None
    population: int | None = None
    footprint: KeptFootprint
    footprint_before: KeptFootprint | None = None
    at_constant_method: float | None = None
    """What changed in kg CO₂e with the method of this year on both sides."""
    effects: tuple[KeptEffect, ...] = ()
    sentences: tuple[str, ...] = ()
    """What changed and why, in French."""
    actions: tuple[KeptAction, ...] = ()
    money: Money = field(default_factory=Money)
    """Budget of the year, all actions together."""
    money_next: Money = field(default_factory=Money)
    """Budget of the next one."""
    indicators: tuple[KeptIndicator, ...] = ()
    objectives: tuple[KeptIndicator, ...] = ()
    obligations: tuple[KeptObligation, ...] = ()
    purchases: tuple[KeptPurchases, ...] = ()
    reuse: KeptReuse | None = None
    trajectory: tuple[KeptPoint, ...] = ()
    target: KeptTarget | None = None

    def of(self, *places: YearPlace) -> tuple[KeptAction, ...]:
        """Return the actions that the year left in one of these places."""
        return tuple(each for each in self.actions if each.place in places)


def dumped(told: KeptReview) -> str:
    """Return a bilan as the text to be kept."""
    return codec.dumps(told)


def kept(review: AnnualReview | None) -> KeptReview | None:
    """Return what a closed bilan tells; None when it is not closed.

    Raises:
        UserError: what was kept cannot be read.
    """
    if review is None or not review.closed_on:
        return None
    try:
        found = codec.loads(KeptReview, review.content)
    except codec.UnreadableError as error:
        raise UserError(
            f"Le bilan clos ne peut pas être lu (détail\u00a0: {error}).",
            kept="L’inventaire et le plan sont intacts.",
            todo="Rouvrez ce bilan puis fermez-le de nouveau, ou restaurez une sauvegarde.",
        ) from error
    if found.format > FORMAT:
        raise UserError(
            f"Le bilan {found.year} a été clos par une version plus récente de nrdesk.",
            kept="Vos données sont intactes.",
            todo="Installez la dernière version de nrdesk.",
        )
    return found
