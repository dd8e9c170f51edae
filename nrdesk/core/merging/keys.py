"""What makes two rows one thing, and which fields only mean something together."""

from __future__ import annotations

from collections.abc import Mapping

from nrdesk.core.merging.state import STORED, value_names
from nrdesk.core.model import (
    Action,
    ActionLever,
    ActionYear,
    Ambition,
    AnnualReview,
    AttachedFile,
    Authority,
    BudgetLine,
    Campaign,
    Chapter,
    ChosenMoment,
    Contribution,
    DeclaredSpend,
    Deliberation,
    Dependency,
    Equipment,
    FrozenMethod,
    GovernanceBody,
    ImportMapping,
    Indicator,
    InterviewAnswer,
    KitCheck,
    KitText,
    Look,
    MaturityAnswer,
    Objective,
    ObligationTracking,
    Person,
    PolicyDocument,
    PolicyLink,
    PriorityAxis,
    Reading,
    Record,
    ResourceReading,
    ScenarioAction,
    ServiceUse,
    Setting,
    SharedService,
    Site,
    Stakeholder,
    StepAnswer,
    SynthesisItem,
    TargetStep,
    TerritoryFact,
    TradeCoverage,
    WebSite,
)

SAME: Mapping[type[Record], tuple[str, ...]] = {
    Campaign: ("year",),
    Equipment: ("campaign_id", "lineage"),
    ImportMapping: ("signature",),
    Setting: ("key",),
    StepAnswer: ("step", "question"),
    Person: ("name",),
    TradeCoverage: ("trade",),
    GovernanceBody: ("name",),
    Stakeholder: ("name",),
    ResourceReading: ("resource",),
    PolicyDocument: ("title",),
    PolicyLink: ("document_id", "axis"),
    ObligationTracking: ("obligation",),
    AttachedFile: ("evidence_id",),
    FrozenMethod: ("campaign_id",),
    Site: ("name",),
    ServiceUse: ("campaign_id", "service", "name"),
    WebSite: ("campaign_id", "url"),
    MaturityAnswer: ("campaign_id", "question"),
    InterviewAnswer: ("interview_id", "question"),
    SynthesisItem: ("campaign_id", "draft_key"),
    Ambition: (),
    PriorityAxis: ("title",),
    Objective: ("title",),
    Chapter: ("key",),
    Look: (),
    Deliberation: (),
    Action: ("title",),
    Contribution: ("action_id", "who"),
    Dependency: ("action_id", "needs_id"),
    ScenarioAction: ("scenario_id", "action_id"),
    Indicator: ("title",),
    TargetStep: ("indicator_id", "due"),
    Reading: ("indicator_id", "read_on"),
    AnnualReview: ("campaign_id",),
    ActionYear: ("action_id", "campaign_id"),
    DeclaredSpend: ("year", "product_type"),
    ChosenMoment: ("moment",),
    KitText: ("piece", "story"),
    KitCheck: ("item",),
}
"""Fields whose values tell that two rows, born apart in two copies, are about one thing. Without any field,
a document has one row at most. Kinds that are not here are never brought together: both rows stay."""

_TOGETHER: Mapping[type[Record], tuple[tuple[str, ...], ...]] = {
    Authority: (("population_municipal", "population_total", "population_year"), ("agents", "agents_fte")),
    Equipment: (("purchased", "purchased_uncertain"), ("status", "retired")),
    MaturityAnswer: (("level", "not_applicable"),),
    TerritoryFact: (("value", "unit", "year", "source"),),
    Objective: (("base_year", "base_value"), ("unit", "target_value", "due")),
    Chapter: (("body", "proposed"),),
    Look: (("logo", "logo_alt"),),
    Deliberation: (("present", "proxies", "votes_for", "votes_against", "abstentions", "not_voting"),),
    Action: (("status", "progress"), ("blocked", "blocked_reason"), ("starts", "ends", "months")),
    BudgetLine: (("year", "kind", "amount"),),
    ActionLever: (("subject", "operation", "amount", "targets"),),
    Indicator: (("base_value", "base_date"), ("unit", "target_value", "target_date")),
    TargetStep: (("due", "value"),),
    Reading: (("read_on", "value", "source", "computed"),),
    AnnualReview: (("closed_on", "content"),),
    DeclaredSpend: (("total", "reused", "donated", "recycled"),),
    KitText: (("title", "body", "proposed"),),
    SharedService: (("quantity", "unit"),),
}
"""Fields that are taken from one copy or from the other as a whole: half of each would say a third thing."""


def groups(kind: type[Record]) -> tuple[tuple[str, ...], ...]:
    """Return the fields of a kind of record, those that go together in one group."""
    return _GROUPS[kind]


def _grouped(kind: type[Record]) -> tuple[tuple[str, ...], ...]:
    together = _TOGETHER.get(kind, ())
    grouped = {name for names in together for name in names}
    return (*((name,) for name in value_names(kind) if name not in grouped), *together)


_GROUPS = {kind: _grouped(kind) for kind in STORED}


def key_of(record: Record) -> tuple[object, ...] | None:
    """Return what tells that another row is about the same thing; None when nothing does."""
    names = SAME.get(type(record))
    if names is None:
        return None
    values = tuple(getattr(record, name) for name in names)
    # An empty title or lineage tells nothing.
    return None if values and values[-1] in ("", None) else values
