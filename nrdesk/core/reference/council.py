"""The rules of the assembly that votes: convocation, quorum, majority, publication."""

from __future__ import annotations

from functools import cache

from nrdesk.core.formatting import NBSP
from nrdesk.core.model.authority import AuthorityKind
from nrdesk.core.model.council_rule import CouncilRule, CouncilTopic, CouncilUnit
from nrdesk.core.model.obligation import Comparison, PopulationBasis, Threshold
from nrdesk.core.reference.table import Row, read_data


@cache
def load() -> tuple[CouncilRule, ...]:
    """Return the rules, in the order of the table."""
    return tuple(_rule(line) for line in read_data("law/council_rules.csv"))


def _rule(line: Row) -> CouncilRule:
    return CouncilRule(
        id=line.required("id"),
        topic=CouncilTopic(line.required("topic")),
        text=line.required("rule"),
        value=line.integer("value") or 0,
        unit=CouncilUnit(line.text("unit")),
        urgent=line.integer("urgent"),
        synthesis_note=line.text("synthesis_note") == "yes",
        population=_threshold(line),
        population_basis=PopulationBasis(line.text("population_basis")),
        population_note=line.text("population_note"),
        also=frozenset(map(AuthorityKind, line.list("also"))),
        departments=frozenset(line.list("departments")),
        article=line.required("article").replace(". ", f".{NBSP}"),
        verified=line.flag("verified"),
        source=line.required("source"),
    )


def _threshold(line: Row) -> Threshold | None:
    size = line.number("population")
    return None if size is None else Threshold(Comparison(line.required("population_operator")), size)
