"""What becomes of the method that a frozen campaign keeps: its figures stay, its places and its people go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, fields, replace
from typing import TypeVar

from nrdesk.core.anonymise.collectivite import SHARED_TERRITORIES, anonymous
from nrdesk.core.campaigns import codec
from nrdesk.core.campaigns.frozen import Frozen, Headcount
from nrdesk.core.footprint import Method
from nrdesk.core.model import Authority
from nrdesk.core.model.factors import FactorSet, ImpactFactor
from nrdesk.core.reference import factors, profiles

T = TypeVar("T")
_OWN = "Facteurs apportés"
"""Stands for the name and the sources of a file of the user's."""


def anonymous_content(content: str, site: Callable[[str], str]) -> str:
    """Return what a frozen campaign keeps, without what tells who it is about.

    Args:
        content: as `FrozenMethod` holds it.
        site: from the name of a site, as `written.words.normal` gives it, to the one of the copy.

    Raises:
        UnreadableError: it is not what nrdesk writes.
    """
    kept = codec.loads(Frozen, content)
    ours = kept.method.factors.family in {family.id for family in factors.families()}
    return codec.dumps(
        replace(
            kept,
            method=_method(kept.method, site, ours=ours),
            family_label=kept.family_label if ours else _OWN,
            headcount=_headcount(kept.headcount),
        )
    )


def _headcount(people: Headcount) -> Headcount:
    hidden = anonymous(Authority(**asdict(people)))
    return Headcount(**{field.name: getattr(hidden, field.name) for field in fields(Headcount)})


def _method(method: Method, site: Callable[[str], str], *, ours: bool) -> Method:
    territory, electricity = method.territory, method.factors.electricity
    if territory not in SHARED_TERRITORIES:
        # The very impact of its kWh would name the commune.
        territory = factors.load().electricity[0].territory
        electricity = tuple(each for each in factors.load().electricity if each.territory == territory)
    known = replace(method.factors if ours else _unnamed(method.factors), electricity=electricity)
    return replace(
        method,
        factors=known,
        territory=territory,
        refurbished_share=_of(method.refurbished_share, known.categories),
        lifetime_rules=_of(method.lifetime_rules, known.categories),
        usage_profiles=_of(method.usage_profiles, known.categories, profiles.load()),
        site_profiles={
            site(name): profile
            for name, profile in method.site_profiles.items()
            if profile in profiles.load()
        },
    )


def _of(
    chosen: Mapping[str, T], categories: Collection[str], values: Collection[T] | None = None
) -> dict[str, T]:
    """Return the choices that only use words of nrdesk's own."""
    return {
        category: value
        for category, value in chosen.items()
        if category in categories and (values is None or not value or value in values)
    }


def _unnamed(own: FactorSet) -> FactorSet:
    """Return the factors of a user's file without its words: names, sources, criteria of its own."""
    ours = factors.load()
    return replace(
        own,
        family=_OWN,
        version="",
        criteria={name: each for name, each in own.criteria.items() if name in ours.criteria},
        categories=ours.categories,
        factors={key: _without_words(each) for key, each in own.factors.items() if key[1] in ours.criteria},
    )


def _without_words(factor: ImpactFactor) -> ImpactFactor:
    return replace(factor, family=_OWN, source=_OWN, licence="", note="")
