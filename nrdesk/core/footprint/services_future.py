"""Digital services while the years pass: the same as today, but for what levers change.

Nobody knows how many pages will be printed in ten years: without action, services stay what they are in the
campaign. What is not counted today (left out by a rule, or incomplete) is not counted later either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nrdesk.core.footprint.levers import Lever, LeverKind, factor
from nrdesk.core.footprint.services import ServiceLine, ServicesResult
from nrdesk.core.footprint.uncertainty import Spread


def acts_on(lever: Lever, line: ServiceLine) -> bool:
    """Return whether a lever changes a service."""
    if lever.kind is not LeverKind.SERVICE or line.kind is None:
        return False
    return not lever.services or line.kind.id in lever.services


def services_in(services: ServicesResult, year: int, levers: Sequence[Lever] = ()) -> Spread:
    """Return what the services of a campaign weigh in a later year, with its doubts.

    Args:
        services: the services of the campaign.
        year: a year after that of the campaign, which is observed: no lever acts on it.
        levers: what is changed, in any order; those on appliances are left aside.
    """
    whole = Spread()
    for line in services.counted:
        whole = whole.joined(line_in(line, year, levers))
    return whole


def line_in(line: ServiceLine, year: int, levers: Sequence[Lever]) -> Spread:
    """Return the same for one counted service."""
    acting = [lever for lever in levers if acts_on(lever, line)]
    if not acting:
        return line.spread
    return replace(line, quantity=line.quantity * factor(acting, LeverKind.SERVICE, year)).spread
