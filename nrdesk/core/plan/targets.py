"""What a lever of an action is about: the identifiers that people or the catalogue wrote, made categories."""

from __future__ import annotations

from dataclasses import dataclass

from nrdesk.core.model.factors import FactorSet, ServiceSet
from nrdesk.core.reference import factors as reference
from nrdesk.core.written.words import normal


@dataclass(frozen=True, slots=True)
class Targets:
    """The appliances and services that a lever is about."""

    everything: bool
    """Whether no target was written: all appliances, or all services."""
    categories: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()
    """What stands for nothing here, as it was written."""


def resolve(targets: str, factors: FactorSet, services: ServiceSet) -> Targets:
    """Return what the targets of a lever stand for.

    Args:
        targets: identifiers of categories, of kinds of services, or names of groups of either, separated by
            commas. A generic category stands for its variants: a laptop is a laptop of 14 inches too.
        factors: the family of the campaign.
        services: the catalogue of services.
    """
    words = [word for part in targets.split(",") if (word := part.strip())]
    variants = reference.variants()
    categories: set[str] = set()
    kinds: set[str] = set()
    unknown = []
    for word in words:
        group = normal(word)
        found = {
            name
            for name, category in factors.categories.items()
            if name in variants.get(word, (word,)) or normal(category.group) == group
        }
        used = {name for name, kind in services.kinds.items() if name == word or normal(kind.group) == group}
        categories |= found
        kinds |= used
        if not (found or used):
            unknown.append(word)
    return Targets(not words, frozenset(categories), frozenset(kinds), tuple(unknown))
