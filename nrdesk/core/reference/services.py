"""Digital services: what can be counted beyond appliances, with the published value of each.

`services.csv` keeps the published values, `services_odbl.csv` those whose licence is share-alike, so that
they never mix with the others. `service_kinds.csv` says which of them a person can choose, in the unit of
their bills, and how many units of the published value one of theirs makes (`share`: a page is 1/500 of a
ream, a euro 1/1 000 of a thousand).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from nrdesk.core.model.factors import ServiceKind, ServiceMethod, ServiceSet, ServiceTopic
from nrdesk.core.reference.table import Row, read_data

VERSION = "2026-11"
"""Month in which the catalogue was last revised: a frozen campaign keeps it."""
_FILES = ("factors/services.csv", "factors/services_odbl.csv")
INCLUDED = frozenset(("terminals", "box", "network", "hosting"))
"""What a published value may include and that can be counted elsewhere too."""


@cache
def load() -> ServiceSet:
    """Return the catalogue.

    Raises:
        UserError: a line of the two tables cannot be read; the message names it.
    """
    factors = {line.required("id"): line for name in _FILES for line in read_data(name)}
    kinds = (_kind(line, factors) for line in read_data("factors/service_kinds.csv"))
    return ServiceSet(VERSION, {kind.id: kind for kind in kinds})


def _kind(line: Row, factors: Mapping[str, Row]) -> ServiceKind:
    factor = factors.get(line.required("factor"))
    topic, share = line.required("topic"), line.number("share")
    if factor is None:
        raise line.error("la colonne « factor » ne désigne aucune ligne de services.csv")
    if topic not in list(ServiceTopic):
        raise line.error(f"le sujet « {topic} » est inconnu")
    if share is None or share <= 0:
        raise line.error("il faut un nombre positif dans la colonne « share »")
    # What the electricity makes is counted with that of the campaign: it is not in the value kept here.
    kwh = factor.number("kwh")
    value = factor.number("value" if kwh is None else "embodied")
    if value is None:
        raise factor.error("il manque une valeur")
    return ServiceKind(
        id=line.required("id"),
        label=line.required("label"),
        group=line.required("group"),
        topic=ServiceTopic(topic),
        unit=factor.required("unit"),
        unit_text=line.required("unit_text"),
        factor=factor.required("label"),
        value=value * share,
        kwh=None if kwh is None else kwh * share,
        uncertainty=factor.number("uncertainty") or 0.0,
        uncertainty_basis=factor.required("uncertainty_basis"),
        source=factor.required("source"),
        year=factor.integer("year"),
        licence=factor.required("licence"),
        note=factor.text("note"),
        method=ServiceMethod(factor.required("method")),
        includes=_included(line, value * share),
        help=line.required("help"),
        advised=line.integer("advised"),
    )


def _included(line: Row, value: float) -> dict[str, float]:
    """Return what the value includes, from "terminals=0.0438;network=0.0132"."""
    included = {}
    for part in line.list("includes"):
        name, _, amount = part.partition("=")
        try:
            included[name] = float(amount)
        except ValueError:
            raise line.error(f"« {part} » n’est pas un nom suivi d’une valeur") from None
        if name not in INCLUDED:
            raise line.error(f"« {name} » est inconnu dans la colonne « includes »")
    if sum(included.values()) > value * (1 + 1e-6):
        raise line.error("ce que la valeur comprend dépasse la valeur elle-même")
    return included
