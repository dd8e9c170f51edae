"""Whether an objective is SMART: each letter looked at with a simple rule, and the reason told in French.

The rules look at what is filled in, never at what it means: a well filled objective may still be a poor one,
and the screen says so. What each letter asks:

- S, spécifique: a title that opens on an infinitive and goes on (three words or more), an axis, someone who
  answers for it;
- M, mesurable: an indicator, its unit, a base year, a base value, a target that differs from the base;
- A, atteignable: the means are written. Whether the park allows it is another question, asked of the
  inventory (`core.assessment.reachability`) for the objectives of footprint;
- R, réaliste et pertinent: why it matters here, the axis that it serves, the effect expected;
- T, daté: a due date that is not past, and later than the base year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nrdesk.core import dates
from nrdesk.core.ambition.progress import value_text
from nrdesk.core.ambition.wording import starts_with_verb, words
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Objective, PriorityAxis
from nrdesk.core.written.words import quoted

SHORTEST_TITLE = 3
"""Words of a title that says a verb and its object: "garder les ordinateurs"."""


@dataclass(frozen=True, slots=True)
class SmartLetter:
    """One letter, and why."""

    letter: str
    word: str
    """What it stands for, in French."""
    ok: bool
    reason: str
    """French sentence: what makes it so, or what to fill in."""


def smart(
    objective: Objective, axes: Sequence[PriorityAxis], today: dt.date
) -> tuple[SmartLetter, SmartLetter, SmartLetter, SmartLetter, SmartLetter]:
    """Return the five letters of an objective, in their order.

    Args:
        objective: the objective.
        axes: the priority axes of the document.
        today: the day when its due date is looked at.
    """
    axis = next((each for each in axes if each.id == objective.axis_id), None)
    return (
        _specific(objective, axis),
        _measurable(objective),
        _attainable(objective),
        _relevant(objective, axis),
        _timed(objective, today),
    )


def is_smart(objective: Objective, axes: Sequence[PriorityAxis], today: dt.date) -> bool:
    """Return whether the five letters hold."""
    return all(each.ok for each in smart(objective, axes, today))


def _specific(objective: Objective, axis: PriorityAxis | None) -> SmartLetter:
    missing = []
    if not starts_with_verb(objective.title):
        missing.append("un titre qui commence par un verbe (garder, réduire, former…)")
    elif words(objective.title) < SHORTEST_TITLE:
        missing.append("ce sur quoi porte le verbe du titre")
    if axis is None:
        missing.append("l’axe")
    if not objective.owner.strip():
        missing.append("le responsable")
    return _letter(
        "S", "Spécifique", missing, f"Un verbe, un objet, un responsable{NBSP}: {objective.owner}."
    )


def _measurable(objective: Objective) -> SmartLetter:
    asked = {
        "l’indicateur": objective.indicator.strip(),
        "l’unité": objective.unit.strip(),
        "l’année de départ": objective.base_year is not None,
        "la valeur de départ": objective.base_value is not None,
        "la valeur visée": objective.target_value is not None,
    }
    missing = _absent(asked)
    if not missing and objective.base_value == objective.target_value:
        return SmartLetter("M", "Mesurable", False, "La valeur visée est celle du départ.")
    base = value_text(objective.base_value, objective.unit)
    target = value_text(objective.target_value, objective.unit)
    return _letter("M", "Mesurable", missing, f"De {base} en {objective.base_year} à {target}.")


def _attainable(objective: Objective) -> SmartLetter:
    missing = _absent({"les moyens (temps, budget, partenaire)": objective.means.strip()})
    return _letter("A", "Atteignable", missing, "Les moyens sont écrits.")


def _relevant(objective: Objective, axis: PriorityAxis | None) -> SmartLetter:
    asked = {
        "l’axe qu’il sert": axis is not None,
        "pourquoi c’est utile ici": objective.reason.strip(),
        "l’effet attendu": objective.expected.strip(),
    }
    served = quoted(axis.title) if axis else ""
    return _letter("R", "Réaliste", _absent(asked), f"Il sert l’axe {served}, et l’effet attendu est écrit.")


def _timed(objective: Objective, today: dt.date) -> SmartLetter:
    if not objective.due:
        return _letter("T", "Daté", ["l’échéance"], "")
    when = dates.partial_in_letters(objective.due)
    last = dates.last_day(objective.due)
    if last < today:
        return SmartLetter("T", "Daté", False, f"L’échéance est passée ({when}).")
    if objective.base_year is not None and last.year <= objective.base_year:
        return SmartLetter("T", "Daté", False, f"L’échéance ({when}) ne vient pas après l’année de départ.")
    return SmartLetter("T", "Daté", True, f"À atteindre{NBSP}: {when}.")


def _absent(asked: dict[str, object]) -> list[str]:
    return [name for name, given in asked.items() if not given]


def _letter(letter: str, word: str, missing: Iterable[str], reason: str) -> SmartLetter:
    absent = ", ".join(missing)
    return SmartLetter(letter, word, not absent, f"Il manque{NBSP}: {absent}." if absent else reason)
