"""The ten steps of the method: what each brings, asks, checks and produces.

>>> from nrdesk.core.steps import STEPS
>>> STEPS[3].title
'Réaliser l’état des lieux'
"""

from nrdesk.core.steps.flash_path import FLASH_PATH, flash
from nrdesk.core.steps.next_things import NextThing, next_things
from nrdesk.core.steps.progress import CheckResult, StepProgress, progress
from nrdesk.core.steps.registry import GUIDES, STEPS
from nrdesk.core.steps.snapshot import Snapshot
from nrdesk.core.steps.step import Check, Deliverable, Example, Gesture, Guide, Place, Resource, Step

__all__ = [
    "FLASH_PATH",
    "GUIDES",
    "STEPS",
    "Check",
    "CheckResult",
    "Deliverable",
    "Example",
    "Gesture",
    "Guide",
    "NextThing",
    "Place",
    "Resource",
    "Snapshot",
    "Step",
    "StepProgress",
    "flash",
    "next_things",
    "progress",
]
