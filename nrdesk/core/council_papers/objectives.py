"""The objectives in one line each, for those who vote."""

from __future__ import annotations

from collections.abc import Iterable

from nrdesk.core.ambition import in_order, value_text
from nrdesk.core.model import Objective
from nrdesk.core.richtext import Run
from nrdesk.core.written.prose import french, when
from nrdesk.core.written.words import on_one_line

_LAST_MONTH = "-12"


def told(objectives: Iterable[Objective]) -> tuple[tuple[Run, ...], ...]:
    """Return each objective that has a title, in order, as the items of one enumeration.

    "Garder les ordinateurs : durée d’usage, de 5,6 ans (2026) à 7 ans, d’ici 2030 ;"
    """
    named = [each for each in in_order(objectives) if each.title.strip()]
    return tuple(_line(each, "." if each is named[-1] else " ;") for each in named)


def _line(objective: Objective, end: str) -> tuple[Run, ...]:
    title = on_one_line(objective.title).rstrip(" .;:")
    way = _way(objective)
    return (Run(title, bold=True), Run(french(f" : {way}{end}" if way else end)))


def _by(due: str) -> str:
    """Return "d’ici 2030", "d’ici fin 2030", "d’ici juin 2028", "au 30 juin 2028"."""
    year, rest = due[:4], due[4:]
    if rest in (_LAST_MONTH, f"{_LAST_MONTH}-31"):
        return f"d’ici fin {year}"
    return f"{'au' if len(due) == 10 else 'd’ici'} {when(due)}"


def _way(objective: Objective) -> str:
    # "de 5,1 à 7 ans", but "de 9 % à 40 %".
    said_twice = objective.unit if objective.unit == "%" or objective.target_value is None else ""
    base = value_text(objective.base_value, said_twice)
    target = value_text(objective.target_value, objective.unit)
    indicator = on_one_line(objective.indicator).rstrip(" .;:")
    year = f" ({objective.base_year})" if objective.base_year else ""
    steps = []
    if base:
        steps.append(f"de {base}{year}")
    if target:
        steps.append(f"à {target}" if base else f"atteindre {target}")
    way = " ".join(steps)
    if objective.due:
        way = f"{way}{', ' if way else ''}{_by(objective.due)}"
    name = f"{indicator[:1].lower()}{indicator[1:]}" if not indicator[:2].isupper() else indicator
    return ", ".join(filter(None, (name, way)))
