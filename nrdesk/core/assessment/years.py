"""Two campaigns side by side: why the footprint changed, with the method told from the park."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from nrdesk.core.assessment import HEADLINE, Assessment, assess
from nrdesk.core.footprint import compute
from nrdesk.core.footprint.decomposition import (
    Comparison,
    Decomposition,
    Effect,
    decompose,
    explain_decomposition,
    prepare,
)
from nrdesk.core.footprint.explanation import Explanation
from nrdesk.core.formatting import NBSP, count, mass, precise, significant, trimmed
from nrdesk.core.model import Campaign, Equipment

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_WORTH_SAYING = 0.01
"""Least share of the earlier total that an effect must weigh to have its place in a sentence."""
_MOST_EFFECTS = 3


@dataclass(frozen=True)
class YearComparison:
    """Two campaigns and what lies between them."""

    before: Assessment
    after: Assessment
    at_constant_method: Assessment
    """The inventory of `before`, at its own date, with all the method of `after`."""
    prepared: Comparison
    added: tuple[Equipment, ...]
    """Lines in the park of `after` that were not in that of `before`."""
    removed: tuple[Equipment, ...]
    """Lines in the park of `before` that are not in that of `after` any more."""
    kept: tuple[tuple[Equipment, Equipment], ...]
    """Lines in both, as they were and as they are."""

    @cached_property
    def criteria(self) -> tuple[str, ...]:
        """Criteria that both families of factors know."""
        return tuple(id for id in self.before.result.totals if id in self.after.result.totals)

    @cached_property
    def decompositions(self) -> Mapping[str, Decomposition]:
        """Criterion -> the difference of the totals, split."""
        ends = self.before.result, self.after.result
        return {criterion: decompose(*ends, criterion, self.prepared) for criterion in self.criteria}

    @property
    def headline(self) -> Decomposition:
        """The difference of greenhouse gases, split."""
        return self.decompositions[HEADLINE]

    @property
    def at_constant(self) -> float:
        """What changed in greenhouse gases with the method of the later campaign on both sides."""
        return self.after.headline.value - self.at_constant_method.headline.value

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """What changed and why, in French sentences ready to show."""
        return tuple(_sentences(self))

    def explain(self, criterion: str = HEADLINE) -> Explanation:
        """Explain the difference of a criterion."""
        years = str(self.before.campaign.year), str(self.after.campaign.year)
        known = self.after.method.factors.criteria[criterion]
        return explain_decomposition(self.decompositions[criterion], known, years)


def compare_years(document: Document, before: Campaign, after: Campaign) -> YearComparison:
    """Return two campaigns side by side.

    Raises:
        UserError: the figures of one of them cannot be computed.
    """
    return compare(assess(document, before), assess(document, after))


def compare(before: Assessment, after: Assessment) -> YearComparison:
    """Return two assessments side by side."""
    method = replace(after.method, as_of=before.method.as_of)
    constant = replace(
        before,
        method=method,
        result=compute(before.equipment, method),
        family=after.family,
        family_label=after.family_label,
        kept=None,
    )
    prepared = prepare(before.result, after.result)
    old = {line.id: line.equipment for line in before.result.lines if line.in_park}
    new = {line.id: line.equipment for line in after.result.lines if line.in_park}
    kept = {
        first: prepared.pairs[first]
        for first in old
        if first in prepared.pairs and prepared.pairs[first] in new
    }
    still = set(kept.values())
    return YearComparison(
        before,
        after,
        constant,
        prepared,
        added=tuple(line for id, line in new.items() if id not in still),
        removed=tuple(line for id, line in old.items() if id not in kept),
        kept=tuple((old[first], new[last]) for first, last in kept.items()),
    )


def previous(document: Document, campaign: Campaign) -> Campaign | None:
    """Return the campaign before this one, None when it is the first."""
    earlier = [known for known in document.campaigns() if known.year < campaign.year]
    return earlier[-1] if earlier else None


def signed_mass(kilograms: float) -> str:
    """Return a change of mass with its sign: "+ 120 kg éq. CO₂", "− 1,2 t éq. CO₂"."""
    size = significant(abs(kilograms))
    value, unit = (size / 1000, "t") if size >= 1000 else (size, "kg")
    text = f"{trimmed(value, 1)}{NBSP}{unit} éq.{NBSP}CO₂"
    return f"{'−' if kilograms < 0 else '+'}{NBSP}{text}" if kilograms else text


def _sentences(told: YearComparison) -> Iterator[str]:
    found, years = told.headline, (told.before.campaign.year, told.after.campaign.year)
    ends = told.before.headline, told.after.headline
    if not (found.before or found.after):
        yield f"Rien n’est encore compté en {years[0]} ni en {years[1]}."
        return
    first, last = (mass(total.value, total.low, total.high) for total in ends)
    change = signed_mass(found.difference)
    yield f"De {years[0]} à {years[1]}, l’empreinte du parc passe de {first} à {last} par an ({change})."
    yield from _method(told, found)
    yield from _park(found)
    yield from _perimeter(found)
    lines = (
        count(len(told.added), "ligne ajoutée", "lignes ajoutées"),
        count(len(told.removed), "partie", "parties"),
        count(len(told.kept), "conservée", "conservées"),
    )
    yield f"Dans l’inventaire{NBSP}: {', '.join(lines)}."


def _worth(value: float, found: Decomposition) -> bool:
    return abs(value) > _WORTH_SAYING * max(abs(found.before), abs(found.after))


def _method(told: YearComparison, found: Decomposition) -> Iterator[str]:
    factors = found.effects[Effect.FACTORS]
    if not _worth(factors, found):
        return
    yield (
        f"Les facteurs d’émission expliquent {signed_mass(factors)}{NBSP}: c’est la façon de compter qui a "
        "changé, pas ce qui a été fait."
    )
    first, last = (each.method.per_kwh.get(HEADLINE) for each in (told.before, told.after))
    if first is not None and last is not None and first != last:
        yield (
            f"Un kWh d’électricité est compté {precise(first)} puis {precise(last)}{NBSP}kg éq.{NBSP}CO₂, "
            "d’après ce que publie l’ADEME."
        )
    if told.before.family_label != told.after.family_label:
        yield (
            f"La famille de facteurs n’est pas la même{NBSP}: {told.before.family_label}, "
            f"puis {told.after.family_label}."
        )
    yield f"À méthode constante, le changement est de {signed_mass(told.at_constant)} par an."


def _park(found: Decomposition) -> Iterator[str]:
    """Yield what the collectivité did that weighs most."""
    done = [(effect, value) for effect, value in found.effects.items() if not effect.of_method]
    heavy = [(effect, value) for effect, value in done if _worth(value, found)]
    heavy.sort(key=lambda item: -abs(item[1]))
    if not heavy:
        yield "Le parc lui-même a peu changé."
        return
    parts = ", ".join(
        f"{_lower(effect.label)} ({signed_mass(value)})" for effect, value in heavy[:_MOST_EFFECTS]
    )
    yield f"Dans le parc, ce qui pèse le plus{NBSP}: {parts}."


def _perimeter(found: Decomposition) -> Iterator[str]:
    value = found.effects[Effect.PERIMETER]
    if _worth(value, found):
        yield (
            f"Des lieux ou des lignes qui n’étaient pas comptés de la même façon expliquent "
            f"{signed_mass(value)}{NBSP}: ce n’est ni une hausse ni une baisse réelle."
        )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
