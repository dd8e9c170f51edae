"""What the plan changes to the footprint, as documents say it: the trajectory, the part of each action."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core.plan import effects_words as words
from nrdesk.core.plan.effects import Effects, Measure
from nrdesk.core.plan.money import price_of_kwh
from nrdesk.core.reports.content import (
    Block,
    BulletList,
    Callout,
    Column,
    Figure,
    LineSeries,
    LinesSpec,
    Table,
    bullets,
)
from nrdesk.core.reports.wording import french, prose

if TYPE_CHECKING:
    from nrdesk.core.document import Document
    from nrdesk.core.footprint.trajectory import YearPoint
    from nrdesk.core.plan.effects import ActionEffect

_MOST = 20
"""Actions that a table tells; the others are added up in its last line."""


def blocks(document: Document, effects: Effects) -> Iterator[Block]:
    """Yield where the actions lead and the part of each, headings apart; nothing when none is simulated."""
    if not any(each.simulated for each in effects.actions):
        return
    measure = effects.measure
    for sentence in words.sentences(effects, measure):
        yield prose(sentence)
    yield figure(effects, measure)
    if any(each.effect for each in effects.actions):
        yield table(effects)
        yield prose(words.method(effects), style="small")
    if unsimulated := notes(effects):
        yield prose("Ces réglages ne changent rien à l’empreinte :")
        yield unsimulated
    yield cautions(document, effects)
    yield prose(f"Ce que la simulation suppose : {' '.join(words.hypotheses(effects))}", style="small")


def figure(effects: Effects, measure: Measure | None = None) -> Figure:
    """Return the trajectory to the objective: without action and with the actions, with its range."""
    measure = measure or effects.measure
    before, after = effects.points(measure, acting=False), effects.points(measure)
    target = effects.target(measure)
    level = None
    if target:
        aim = words.amount(measure, target.value)
        level = LineSeries("Objectif", (target.value,) * len(before), f"{aim} en {target.year}")
    lines = (
        _line(measure, words.WITHOUT, before),
        _line(measure, "Avec ces actions", after, ranged=True),
    )
    told = " ; ".join(f"{line.name.lower()} : {line.text}" for line in (*lines, *([level] if level else [])))
    first = words.point(measure, before[0])
    return Figure(
        LinesSpec(tuple(str(point.year) for point in before), lines, f"{words.unit(measure)} par an", level),
        french(
            f"De {effects.first_year} à {effects.last_year} ({measure.label}) : sans action, avec ces actions"
            f"{', et l’objectif' if level else ''}. En clair, la fourchette."
        ),
        french(f"Courbes. En {effects.first_year} : {first}. En {effects.last_year}, {told}."),
    )


def table(effects: Effects) -> Table:
    """Return what each action changes in the last year, the greatest saving first; their sum is the total."""
    acting = [each for each in effects.actions if each.effect]
    shown = acting if len(acting) <= _MOST else acting[: _MOST - 1]
    rows = [_row(each) for each in shown]
    if rest := acting[len(shown) :]:
        rows.append(
            (
                "Une autre action" if len(rest) == 1 else f"Les {len(rest)} autres actions",
                words.short(sum(each.effect for each in rest)),
                "",
                words.money(sum(each.money.purchases for each in rest)),
            )
        )
    spent = sum(each.money.purchases for each in acting)
    return Table(
        french(
            f"Ce que chaque action change en {effects.last_year}, équipements et services, par rapport à ne "
            "rien faire"
        ),
        (
            Column("Action", 3),
            Column("Effet par an", 1.1, "right"),
            Column("Fourchette", 1.2, "right"),
            Column(f"Achats d’ici {effects.last_year}", 1.2, "right"),
        ),
        tuple(rows),
        ("Ensemble", words.short(effects.difference), "", words.money(spent)),
    )


def notes(effects: Effects) -> BulletList | None:
    """Return the actions that carry a setting and change nothing, each with its reason; None without any."""
    told = [
        french(f"{each.title} : {words.why_nothing(effects, each)}.")
        for each in effects.actions
        if not each.effect
    ]
    return bullets(*told) if told else None


def cautions(document: Document, effects: Effects) -> Callout:
    """Return what to keep in mind when reading these figures."""
    said = [*words.cautions(effects), *words.money_hypotheses(effects, price_of_kwh(document))]
    return Callout("À lire avec prudence", tuple(prose(sentence) for sentence in said), "caution")


def _row(effect: ActionEffect) -> tuple[str, ...]:
    return (
        effect.title,
        words.short(effect.effect),
        words.effect_range(effect, brief=True),
        words.money(effect.money.purchases),
    )


def _line(measure: Measure, name: str, points: tuple[YearPoint, ...], *, ranged: bool = False) -> LineSeries:
    return LineSeries(
        name,
        tuple(point.value for point in points),
        words.point(measure, points[-1]),
        tuple((point.low, point.high) for point in points) if ranged else (),
    )
