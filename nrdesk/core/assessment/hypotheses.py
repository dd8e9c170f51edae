"""The hypotheses that the collectivité may change, with the value of each and the one it stands for.

Each is a setting of the document, category by category: the share of the manufacture that a refurbished
appliance carries, the service life, the usage profile. A category without a value of its own takes the one
of the family of factors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment
from nrdesk.core.campaigns import LIFETIME_RULES, REFURBISHED_SHARE, USAGE_PROFILES
from nrdesk.core.errors import UserError
from nrdesk.core.model import Acquisition

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_LONGEST = 40.0
"""Years beyond which a service life is a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What is assumed of one category."""

    category: str
    label: str
    group: str
    quantity: int
    """Appliances of the park that it concerns, 0 when none does."""
    refurbished: float
    """Share of the manufacture counted for a refurbished appliance, 0 to 1."""
    refurbished_default: float
    lifetime: float | None
    """Years; None when nothing tells."""
    lifetime_default: float | None
    profile: str
    """Identifier of a usage profile; "" for the published electricity."""
    profile_default: str
    refurbished_quantity: int
    """Refurbished appliances of the park."""

    @property
    def changed(self) -> frozenset[str]:
        """Settings whose value is the collectivité's own."""
        own = {
            REFURBISHED_SHARE: self.refurbished != self.refurbished_default,
            LIFETIME_RULES: self.lifetime != self.lifetime_default,
            USAGE_PROFILES: self.profile != self.profile_default,
        }
        return frozenset(name for name, differs in own.items() if differs)


def hypotheses(assessment: Assessment) -> tuple[Hypothesis, ...]:
    """Return what is assumed of every category, those of the park first, the most numerous first."""
    method, factors = assessment.method, assessment.method.factors
    numbers: dict[str, int] = {}
    second_hand: dict[str, int] = {}
    for line in assessment.result.lines:
        if line.in_park and line.category:
            numbers[line.category] = numbers.get(line.category, 0) + max(line.quantity, 0)
            if line.equipment.acquisition is Acquisition.REFURBISHED:
                second_hand[line.category] = second_hand.get(line.category, 0) + max(line.quantity, 0)
    found = [
        Hypothesis(
            category=category.id,
            label=category.label,
            group=category.group,
            quantity=numbers.get(category.id, 0),
            refurbished=method.refurbished_share_of(category.id),
            refurbished_default=factors.refurbished_share.get(category.id, 1.0),
            lifetime=method.lifetime_rules.get(category.id) or factors.typical_lifetimes.get(category.id),
            lifetime_default=factors.typical_lifetimes.get(category.id),
            profile=method.profile_of(category.id),
            profile_default=factors.usual_profiles.get(category.id, ""),
            refurbished_quantity=second_hand.get(category.id, 0),
        )
        for category in factors.categories.values()
    ]
    return tuple(sorted(found, key=lambda each: -each.quantity))


def set_refurbished(document: Document, category: str, share: float | None) -> None:
    """Set the share of the manufacture that a refurbished appliance carries; None for the default one.

    Raises:
        UserError: it is not between 0 and 1.
    """
    if share is not None and not 0 <= share <= 1:
        raise UserError(
            "La part de la fabrication comptée pour un reconditionné va de 0 à 100 %.",
            kept="Rien n’a été modifié.",
        )
    _set(document, REFURBISHED_SHARE, category, share, "Changer l’hypothèse du reconditionné")


def set_lifetime(document: Document, category: str, years: float | None) -> None:
    """Set the service life of a category, in years; None for the default one.

    Raises:
        UserError: it makes no sense.
    """
    if years is not None and not 1 <= years <= _LONGEST:
        raise UserError(f"Une durée de vie va de 1 à {_LONGEST:.0f} ans.", kept="Rien n’a été modifié.")
    _set(document, LIFETIME_RULES, category, years, "Changer une durée de vie")


def set_profile(document: Document, category: str, profile: str | None) -> None:
    """Set the usage profile of a category: "" for the published electricity, None for the default one."""
    _set(document, USAGE_PROFILES, category, profile, "Changer un profil d’usage")


def reset(document: Document, category: str) -> None:
    """Go back to the values of the factors for a category, in one action."""
    kept = {key: document.setting(key) or {} for key in (REFURBISHED_SHARE, LIFETIME_RULES, USAGE_PROFILES)}
    with document.action("Revenir aux hypothèses d’origine") as tx:
        for key, values in kept.items():
            if category in values:
                others = {name: value for name, value in values.items() if name != category}
                tx.set_setting(key, others or None)


def _set(document: Document, key: str, category: str, value: float | str | None, label: str) -> None:
    kept: Mapping[str, float | str] = document.setting(key) or {}
    changed = {name: each for name, each in kept.items() if name != category}
    if value is not None:
        changed[category] = value
    if changed != kept:
        with document.action(label) as tx:
            tx.set_setting(key, changed or None)
