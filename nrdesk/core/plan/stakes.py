"""What an action of the catalogue would change here, were it the only one: the footprint at stake.

It is simulated as an action of the plan would be (`levers`, `footprint.attribution`), on the park of the
assessment, up to the last year of the plan; it begins in the year after that of the campaign.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from nrdesk.core.footprint.attribution import Ground, attribute
from nrdesk.core.plan.editing import drafted, levers_of_entry
from nrdesk.core.plan.effects import ground_of, horizon
from nrdesk.core.plan.levers import read
from nrdesk.core.reference.actions import CatalogueAction

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document


def effects_alone(
    document: Document, assessment: Assessment, entries: Iterable[CatalogueAction]
) -> dict[str, float]:
    """Return what entries of the catalogue would change, by identifier; those that change nothing left out.

    Returns:
        kg CO₂e a year in the last year of the plan, below zero where there is less.
    """
    ground = ground_of(document, assessment, horizon(document))
    found = ((entry.id, _alone(entry, ground)) for entry in entries if entry.levers)
    return {key: effect for key, effect in found if effect}


def _alone(entry: CatalogueAction, ground: Ground) -> float:
    action = drafted(entry)
    simulated = (read(record, action, ground).lever for record in levers_of_entry(entry, action.id))
    levers = [lever for lever in simulated if lever]
    return attribute(ground, {entry.id: levers})[entry.id].impact if levers else 0.0
