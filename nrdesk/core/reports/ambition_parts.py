"""The axes and objectives of step 5 in a document: tables by dimension, charts from base to target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from nrdesk.core.ambition import in_order, value_text
from nrdesk.core.assessment import Assessment
from nrdesk.core.assessment.figures import computed
from nrdesk.core.formatting import count
from nrdesk.core.model import Dimension, Objective, PriorityAxis, Reach
from nrdesk.core.reports.content import Block, ChartSpec, Column, Figure, Heading, Series, Table
from nrdesk.core.reports.wording import capital, french, when

if TYPE_CHECKING:
    from nrdesk.core.document import Document

UNNAMED = "Objectif sans titre"
_TO_SAY = "à préciser"
_LABEL = 24
"""Characters of a title beside a bar: the label of a chart has room for 40, "départ 2025" included."""
_COLUMNS = (
    Column("Objectif", 2.1),
    Column("Indicateur", 1.7),
    Column("Départ", 1.3),
    Column("Cible", 1.3),
    Column("Échéance", 1.1),
    Column("Qui", 1.4),
)
_TITLES = {
    Dimension.ENVIRONMENT: "Pour l’environnement",
    Dimension.SOCIAL: "Pour le social",
    Dimension.SOCIETAL: "Pour le sociétal",
}


def axes(document: Document) -> Iterator[Block]:
    """Yield the table of the priority axes, with what each rests on; nothing while there is none."""
    found = in_order(document.all(PriorityAxis))
    objectives = document.all(Objective)
    if not found:
        return
    yield Table(
        "Nos axes prioritaires",
        (Column("Axe", 1.8), Column("Axe du décret", 1.3), Column("Pourquoi", 2.6), Column("Objectifs", 0.9)),
        tuple(
            (
                axis.title or "Axe sans titre",
                axis.axis.label,
                axis.reason,
                count(sum(each.axis_id == axis.id for each in objectives), "objectif"),
            )
            for axis in found
        ),
    )


def objectives(document: Document, *, level: int = 2) -> Iterator[Block]:
    """Yield the objectives by dimension, then in-house and on the territory; nothing while there is none.

    Args:
        document: where they are.
        level: level of the title of each dimension.
    """
    found = document.all(Objective)
    for dimension, title in _TITLES.items():
        of_dimension = [each for each in found if each.dimension is dimension]
        if not of_dimension:
            continue
        yield Heading(level, title)
        for reach in Reach:
            rows = [each for each in in_order(of_dimension) if each.reach is reach]
            if rows:
                yield table(f"{title}, {reach.label}", rows)


def table(caption: str, found: Sequence[Objective]) -> Table:
    """Return objectives as a table: what, measured how, from where to where, when, by whom."""
    return Table(caption, _COLUMNS, tuple(_row(each) for each in found))


def charts(document: Document, assessment: Assessment) -> Iterator[Figure]:
    """Yield a chart of base, value of today and target for the objectives of each unit that have all of them.

    The value of today is known of the objectives that nrdesk measures itself.

    Args:
        document: where they are.
        assessment: the figures of the campaign told.
    """
    ready = [each for each in in_order(document.all(Objective)) if _is_whole(each)]
    for unit, alike in groupby(sorted(ready, key=lambda each: each.unit), key=lambda each: each.unit):
        found = list(alike)
        now = {each.id: value for each in found if (value := _today(document, assessment, each)) is not None}
        yield _chart(unit, found, now, assessment.campaign.year)


def _row(objective: Objective) -> tuple[str, ...]:
    base = value_text(objective.base_value, objective.unit)
    if base and objective.base_year is not None:
        base = f"{base} ({objective.base_year})"
    return (
        objective.title or UNNAMED,
        capital(objective.indicator) or _TO_SAY,
        base or _TO_SAY,
        value_text(objective.target_value, objective.unit) or _TO_SAY,
        when(objective.due),
        objective.owner or _TO_SAY,
    )


def _is_whole(objective: Objective) -> bool:
    return None not in (objective.base_value, objective.target_value) and bool(objective.unit.strip())


def _today(document: Document, assessment: Assessment, objective: Objective) -> float | None:
    campaign = assessment.campaign
    latest = campaign.id == document.campaign.id
    found = computed(document, objective.measured_by, None if latest else campaign, assessment=assessment)
    # A value in another unit than the one that was written could not stand beside the others.
    return found.value if found and found.unit == objective.unit else None


def _chart(unit: str, found: Sequence[Objective], now: Mapping[str, float], year: int) -> Figure:
    """Return one bar for each known value; the objective is named in the caption when it is alone."""
    bars: list[tuple[str, float]] = []
    told: list[str] = []
    for objective in found:
        title = objective.title or UNNAMED
        steps = (
            (f"départ {objective.base_year or ''}".strip(), objective.base_value),
            (f"relevé {year}", now.get(objective.id)),
            (f"cible {(objective.due or '')[:4]}".strip(), objective.target_value),
        )
        known = [(name, value) for name, value in steps if value is not None]
        named = f"{_cut(title)} : " if len(found) > 1 else ""
        bars += [(french(f"{named}{name}"), value) for name, value in known]
        words = ", ".join(f"{name}, {value_text(value, unit)}" for name, value in known)
        told.append(f"{title} : {words}.")
    chart = ChartSpec(
        "bars",
        tuple(name for name, _ in bars),
        (Series(unit, tuple(value for _, value in bars)),),
        unit,
        totals=tuple(value_text(value, unit) for _, value in bars),
    )
    subject = found[0].title or UNNAMED if len(found) == 1 else f"Objectifs en {unit}"
    return Figure(chart, f"{subject}, du départ à la cible", french(" ".join(told)))


def _cut(title: str) -> str:
    return title if len(title) <= _LABEL else f"{title[: _LABEL - 1].rstrip()}…"
