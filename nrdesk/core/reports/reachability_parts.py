"""Whether the objectives of footprint can be reached, as the strategy says it: chart, table, sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core.assessment import reach_words as words
from nrdesk.core.assessment.aim import Aim, Option, Verdict
from nrdesk.core.assessment.reachability import Reach, reach
from nrdesk.core.reports.content import Block, Callout, ChartSpec, Column, Figure, Series, Table
from nrdesk.core.reports.wording import french, prose

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document
    from nrdesk.core.model import Objective


def blocks(document: Document, assessment: Assessment, objective: Objective) -> Iterator[Block]:
    """Yield what can be said of an objective, headings apart; nothing when it cannot be simulated."""
    found = reach(document, objective, assessment=assessment)
    if found.aim is None:
        return
    for sentence in (*found.sentences, f"{_capital(found.verdict.label)} : {_lower(found.reason)}"):
        yield prose(sentence)
    yield figure(found, found.aim)
    if found.options or found.combination:
        yield table(found, found.aim)
    yield Callout("À lire avec prudence", tuple(prose(sentence) for sentence in found.cautions), "caution")


def figure(found: Reach, aim: Aim) -> Figure:
    """Return where the park stands, where it goes without action and with levers, and the target."""
    first, last = found.baseline[0], found.baseline[-1]
    bars = [
        (f"{first.year}", first.value, words.amount(aim, *first[1:])),
        (f"{last.year}, sans rien changer", last.value, words.amount(aim, *last[1:])),
    ]
    if best := _chosen(found):
        bars.append((f"{last.year}, avec des leviers", best.value, words.amount(aim, best.value)))
    bars.append((f"Cible {last.year}", aim.target, words.exact(aim, aim.target)))
    labels, values, texts = zip(*bars, strict=True)
    told = " ; ".join(f"{label.lower()} : {text}" for label, _, text in bars)
    with_levers = f" Leviers : {_lower(best.title)}." if best else ""
    return Figure(
        ChartSpec("bars", labels, (Series("par an", values),), f"{aim.unit} par an", totals=texts),
        french(f"De {first.year} à {last.year} : sans rien changer, avec des leviers, et la cible."),
        french(f"Barres, en {aim.unit} par an : {told}.{with_levers}"),
    )


def table(found: Reach, aim: Aim) -> Table:
    """Return the levers tried, alone then together, and where each leads."""
    options = [*found.options, *([found.combination] if found.combination else [])]
    columns = (
        Column("Levier", 2.6),
        Column(f"En {aim.due_year}", 1.2, "right"),
        Column("Écart", 0.8, "right"),
        Column("Cible", 1),
    )
    return Table(
        french(f"Ce que chaque levier apporte d’ici {aim.due_year}, par rapport à ne rien changer"),
        columns,
        tuple(
            (
                french(option.title),
                words.amount(aim, option.value),
                words.change(option.change),
                "atteinte" if option.reaches else "non atteinte",
            )
            for option in options
        ),
    )


def _chosen(found: Reach) -> Option | None:
    """Return what best shows the way: the combination, or else the single lever that leads furthest."""
    if found.verdict is Verdict.REACHED:
        return None
    return found.combination or min(found.options, key=lambda option: option.value, default=None)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
