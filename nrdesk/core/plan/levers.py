"""From what an action says that it changes to the levers of the simulation.

What is written relative to the inventory ("bring the pages to 40 000", "ten printers fewer") becomes a share
of what the campaign counts, once and for all actions alike: two actions that bring the pages to the same
number are then one saving, whatever their order. A level to reach only counts for what has not reached it:
screens that are kept nine years already gain one year from "keep screens ten years", and not five.

An action that is done is in the inventory of the campaign when its effect began by then: it is not counted
twice, except for a level to reach, of which only what is missing counts in any case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from nrdesk.core.footprint.attribution import Ground
from nrdesk.core.footprint.levers import Lever, LeverKind
from nrdesk.core.model import Action, ActionLever, ActionStatus, LeverSubject, Operation
from nrdesk.core.plan.targets import Targets, resolve
from nrdesk.core.planning.schedule import span
from nrdesk.core.written.words import quoted

if TYPE_CHECKING:
    from nrdesk.core.footprint.cohorts import Stream

ON_EXIT = "compte dans le taux de réemploi, pas dans l’empreinte"
_NO_AMOUNT = "il manque de combien"
_NO_APPLIANCE = "aucun appareil de ce genre n’est compté dans l’inventaire"
_NO_USE = "ces appareils n’utilisent pas d’électricité dans l’inventaire"
_NO_SERVICE = "aucun de ces services n’est compté dans la campagne"
_UNITS = "ces services ne se comptent pas dans la même unité\u00a0: visez-en un seul, ou un pourcentage"
_SHORTER = "une durée de vie qui baisse ne se simule pas"


@dataclass(frozen=True, slots=True)
class ReadLever:
    """A lever of an action, as the simulation takes it."""

    record: ActionLever
    lever: Lever | None
    reason: str = ""
    """Why it is not simulated, in French; "" when it is."""
    assumed: bool = False
    """Whether nothing tells when it begins, so that it begins after the campaign."""


class Beginning(NamedTuple):
    """When a lever begins to act."""

    year: int
    """First year, after that of the campaign."""
    begun: bool = False
    """Whether the inventory of the campaign shows it already."""
    assumed: bool = False


def read(record: ActionLever, action: Action, ground: Ground, *, from_year: int | None = None) -> ReadLever:
    """Return a lever of an action as the simulation takes it.

    Args:
        record: the lever.
        action: its action, which tells when it begins.
        ground: the park and the services of the campaign, and its year.
        from_year: the first year that a scenario gives to the effects of the action.
    """
    begins = beginning(record, action, ground.first_year, from_year=from_year)
    made = _made(record, ground)
    if isinstance(made, str):
        return ReadLever(record, None, made)
    if begins.begun and not made.bound:
        return ReadLever(record, None, f"déjà dans l’inventaire de {ground.first_year}")
    if made.bound and _reached(made, ground):
        return ReadLever(record, None, f"déjà atteint dans l’inventaire de {ground.first_year}")
    lever = Lever(
        made.kind,
        made.amount,
        begins.year,
        categories=made.categories,
        services=made.services,
        bound=made.bound,
    )
    return ReadLever(record, lever, assumed=begins.assumed)


def _reached(lever: Lever, ground: Ground) -> bool:
    """Return whether a level to reach changes nothing: the campaign is there already."""
    if lever.kind is LeverKind.LIFETIME:
        streams = [each for each in ground.park.streams if each.replaced and lever.acts_on(each.category)]
        return all(stream.kept >= lever.amount for stream in streams)
    return lever.amount == (0.0 if lever.kind is LeverKind.REFURBISHED else 1.0)


def beginning(
    record: ActionLever, action: Action, campaign_year: int, *, from_year: int | None = None
) -> Beginning:
    """Return when a lever begins: in a scenario, as written, or in the year after the end of the action."""
    next_year = campaign_year + 1
    if from_year is not None:
        return Beginning(max(from_year, next_year))
    dates = span(action)
    day = dates.starts if action.continuous else dates.ends
    first = record.from_year or (day.year + 1 if day else None)
    if first is None:
        return Beginning(next_year, begun=action.status is ActionStatus.DONE, assumed=True)
    if first > campaign_year:
        return Beginning(first)
    under_way = record.from_year is not None and action.status is ActionStatus.UNDER_WAY
    return Beginning(next_year, begun=under_way or action.status is ActionStatus.DONE)


def _made(record: ActionLever, ground: Ground) -> Lever | str:
    """Return the lever without its year, or why there is none."""
    if record.subject is LeverSubject.REUSE_EXIT:
        return ON_EXIT
    if record.amount is None:
        return _NO_AMOUNT
    targets = resolve(record.targets, ground.park.result.method.factors, ground.services.services)
    if targets.unknown:
        return f"nrdesk ne connaît pas {', '.join(map(quoted, targets.unknown))}"
    if record.subject is LeverSubject.SERVICE:
        return _of_services(record.operation, record.amount, targets, ground)
    streams = [
        stream
        for stream in ground.park.streams
        if stream.replaced and (targets.everything or stream.category.id in targets.categories)
    ]
    if not streams or not (targets.everything or targets.categories):
        return _NO_APPLIANCE
    return _BY_SUBJECT[record.subject](record.operation, record.amount, targets, streams)


def _of_services(operation: Operation, amount: float, targets: Targets, ground: Ground) -> Lever | str:
    lines = [
        line
        for line in ground.services.counted
        if line.kind and (targets.everything or line.kind.id in targets.services)
    ]
    quantity = sum(line.quantity for line in lines)
    if not quantity:
        return _NO_SERVICE
    if operation is not Operation.MULTIPLY and len({line.kind.unit_text for line in lines if line.kind}) > 1:
        return _UNITS
    return Lever(
        LeverKind.SERVICE,
        _at_most(operation, _factor(operation, amount, quantity)),
        services=targets.services,
        bound=operation is Operation.SET,
    )


def _lifetime(
    operation: Operation, amount: float, targets: Targets, streams: Iterable[Stream]
) -> Lever | str:
    if operation is Operation.MULTIPLY:
        if amount < 1:
            return _SHORTER
        return _lever(LeverKind.LIFETIME, (amount - 1) * _mean_life(streams), targets)
    if amount < 0:
        return _SHORTER
    return _lever(LeverKind.LIFETIME, amount, targets, bound=operation is Operation.SET)


def _refurbished(
    operation: Operation, amount: float, targets: Targets, streams: Iterable[Stream]
) -> Lever | str:
    """Return the share of what is bought new today: what is bought refurbished today stays so."""
    numbers = [(_number([stream]), stream.kind.recipe.refurbished != 1) for stream in streams]
    today = sum(number for number, again in numbers if again) / sum(number for number, _ in numbers)
    wanted = {Operation.ADD: today + amount, Operation.MULTIPLY: today * amount, Operation.SET: amount}[
        operation
    ]
    if today >= 1:
        return "tout y est déjà reconditionné"
    share = min(max((min(wanted, 1.0) - today) / (1 - today), 0.0), 1.0)
    return _lever(LeverKind.REFURBISHED, share, targets, bound=operation is Operation.SET)


def _electricity(
    operation: Operation, amount: float, targets: Targets, streams: Iterable[Stream]
) -> Lever | str:
    today = _kwh(streams)
    if not today:
        return _NO_USE
    factor = _at_most(operation, _factor(operation, amount, today))
    return _lever(LeverKind.USAGE, factor, targets, bound=operation is Operation.SET)


def _quantity(
    operation: Operation, amount: float, targets: Targets, streams: Iterable[Stream]
) -> Lever | str:
    factor = _factor(operation, amount, _number(streams))
    return _lever(LeverKind.QUANTITY, factor, targets, bound=operation is Operation.SET)


def _at_most(operation: Operation, factor: float) -> float:
    """Return the factor of a consumption to bring down to a level: one that is below already stays there."""
    return min(factor, 1.0) if operation is Operation.SET else factor


def _factor(operation: Operation, amount: float, today: float) -> float:
    """Return what multiplies what there is today; nothing goes below zero."""
    factors = {
        Operation.ADD: (today + amount) / today,
        Operation.MULTIPLY: amount,
        Operation.SET: amount / today,
    }
    return max(factors[operation], 0.0)


def _lever(kind: LeverKind, amount: float, targets: Targets, *, bound: bool = False) -> Lever:
    return Lever(kind, amount, categories=targets.categories, bound=bound)


def _number(streams: Iterable[Stream]) -> float:
    return sum(cohort.number for stream in streams for cohort in stream.cohorts)


def _kwh(streams: Iterable[Stream]) -> float:
    return sum(cohort.kwh for stream in streams for cohort in stream.cohorts)


def _mean_life(streams: Iterable[Stream]) -> float:
    numbers = [(_number([stream]), stream.kept) for stream in streams]
    return sum(number * kept for number, kept in numbers) / sum(number for number, _ in numbers)


_BY_SUBJECT: Mapping[LeverSubject, Callable[[Operation, float, Targets, list[Stream]], Lever | str]] = {
    LeverSubject.LIFETIME: _lifetime,
    LeverSubject.REFURBISHED: _refurbished,
    LeverSubject.QUANTITY: _quantity,
    LeverSubject.ELECTRICITY: _electricity,
}
