"""The appliances of a park while the years pass: what is kept, what is renewed, and by what."""

from __future__ import annotations

from dataclasses import dataclass

from nrdesk.core.footprint.cohorts import Cohort, Stream, to_the_quarter
from nrdesk.core.footprint.levers import NO_LEVER, Bearing, Bearings
from nrdesk.core.footprint.tally import Kind, Tally


@dataclass(slots=True)
class _Batch:
    """Replacements bought in one year, all in the same way."""

    cohorts: list[Cohort]
    """As many as if no lever acted on their number."""
    quantity: float = 1.0
    """What levers leave of them."""
    refurbished: float = 0.0


class Future:
    """The appliances of one stream while the years pass."""

    def __init__(self, stream: Stream, bearings: Bearings) -> None:
        self.stream = stream
        self._bearings = bearings
        self._kept = list(stream.cohorts)
        self._batches: list[_Batch] = []
        self._new: _Batch | None = None
        self._now = NO_LEVER

    def grow_old(self, step: int, year: int) -> None:
        """Take out what ends its life in a year, and prepare its replacements."""
        now = self._now = self._bearings.of(year, self.stream.kept)
        heirs: dict[float, Cohort] = {}
        more = now.more_years if self.stream.movable else 0.0
        self._kept = self._renew(self._kept, more, step, heirs)
        for batch in self._batches:
            batch.cohorts = self._renew(batch.cohorts, now.more_years, step, heirs)
        self._batches = [batch for batch in self._batches if batch.cohorts]
        self._new = _Batch(list(heirs.values()), now.quantity, now.refurbished) if heirs else None

    def _renew(
        self, cohorts: list[Cohort], more: float, step: int, heirs: dict[float, Cohort]
    ) -> list[Cohort]:
        """Return the cohorts that stay; what replaces the others joins `heirs`, by the end of its life."""
        staying = []
        for cohort in cohorts:
            end = cohort.end + more
            if end > step:
                staying.append(cohort)
            elif self.stream.replaced:
                born = max(end, step - 1)
                next_end = to_the_quarter(born + self.stream.kept)
                heir = heirs.get(next_end)
                if heir is None:
                    heir = heirs[next_end] = Cohort(next_end)
                heir.add_heirs_of(cohort)
        return staying

    @property
    def bought(self) -> float:
        """Appliances about to be bought."""
        return sum(cohort.number for cohort in self._new.cohorts) * self._new.quantity if self._new else 0.0

    def forgo(self, share: float) -> None:
        """Give up a share of what is about to be bought, for good."""
        if self._new:
            self._new.cohorts = [_part(cohort, 1 - share) for cohort in self._new.cohorts]

    def buy(self, into: Sums) -> None:
        """Buy what was prepared."""
        if self._new:
            self._batches.append(self._new)
            into.buy(self.stream.category.id, self.bought, self._new.refurbished)
            self._new = None

    def weigh(self, step: int, into: Sums) -> None:
        """Add up what the appliances weigh."""
        now = self._now
        if self._kept:
            own = into.of(self.stream.kind)
            for cohort in self._kept:
                years = self._years(cohort, step, now)
                shrink = cohort.number / years / cohort.per_year
                own.per_year += cohort.number / years
                own.per_year_variance += cohort.variance * shrink * shrink
                _consume(own, cohort, now.usage)
                into.number += cohort.number
        for batch in self._batches:
            if batch.quantity:
                self._weigh_batch(batch, into, now)

    def _weigh_batch(self, batch: _Batch, into: Sums, now: Bearing) -> None:
        stream, life = self.stream, self.stream.life.years + now.more_years
        own_sigma = stream.life.sigma
        for kind, share in (
            (stream.heir, 1 - batch.refurbished),
            (stream.refurbished_heir, batch.refurbished),
        ):
            if not share:
                continue
            tally, part = into.of(kind), share * batch.quantity
            for cohort in batch.cohorts:
                tally.per_year += cohort.number * part / life
                tally.per_year_variance += cohort.squares * (part * own_sigma / life) ** 2
                _consume(tally, cohort, now.usage * part)
                into.number += cohort.number * part

    def _years(self, cohort: Cohort, step: int, now: Bearing) -> float:
        """Return the years that the manufacture of appliances of the inventory is spread over."""
        stream, years = self.stream, cohort.number / cohort.per_year
        if not stream.movable:
            return years + step if stream.ageing else years
        if stream.ageing:
            return max(years + step, stream.life.years + now.more_years)
        # The real age, once beyond the expected life; it is not known of those without a date.
        age = stream.kept - cohort.end + step if stream.kind.dated else 0.0
        return max(years + now.more_years, age)


class Sums:
    """What the appliances of one year add up to."""

    def __init__(self) -> None:
        self.weights: dict[Kind, Tally] = {}
        self.number = 0.0
        self.bought: dict[str, float] = {}
        self.refurbished: dict[str, float] = {}

    def of(self, kind: Kind) -> Tally:
        """Return what the appliances of a kind weigh, to add to."""
        tally = self.weights.get(kind)
        if tally is None:
            tally = self.weights[kind] = Tally()
        return tally

    def buy(self, category: str, number: float, refurbished: float) -> None:
        """Note a purchase, and the share of it that is refurbished."""
        self.bought[category] = self.bought.get(category, 0.0) + number
        self.refurbished[category] = self.refurbished.get(category, 0.0) + number * refurbished


def _part(cohort: Cohort, share: float) -> Cohort:
    """Return a share of replacements, with no more doubt on each than before."""
    return Cohort(
        cohort.end,
        number=cohort.number * share,
        kwh=cohort.kwh * share,
        squares=cohort.squares * share * share,
        kwh_squares=cohort.kwh_squares * share * share,
    )


def _consume(tally: Tally, cohort: Cohort, share: float) -> None:
    tally.kwh += cohort.kwh * share
    tally.kwh_squares += cohort.kwh_squares * share * share
