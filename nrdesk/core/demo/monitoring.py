"""Step 9 of the demonstration: indicators and readings, reviews, purchases, the bilan of 2026 begun."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from nrdesk.core import dates, moments
from nrdesk.core.assessment.figures import computed
from nrdesk.core.demo.tables import rows
from nrdesk.core.document import Document
from nrdesk.core.model import (
    Action,
    ActionStatus,
    ActionYear,
    AnnualReview,
    DeclaredSpend,
    Direction,
    GovernanceBody,
    Indicator,
    Objective,
    Reading,
    Record,
    Review,
    ReviewDecision,
    ReviewLevel,
    TargetStep,
)
from nrdesk.core.monitoring import changes
from nrdesk.core.monitoring.changes import ActionState, PlanState
from nrdesk.core.planning import schedule


def fill(doc: Document) -> None:
    """Fill in the follow-up: it looks at the plan and at the campaigns, which must be there already.

    A review that was held keeps the plan as it stood that day, as `reviews.hold` would have done.
    """
    actions = {title: id for id, title in doc.column(Action, "title").items()}
    records = [*_indicators(doc, actions), *_reviews(doc, actions), *_spends(), *_bilan(doc, actions)]
    with doc.action("Remplir le suivi") as tx:
        tx.add_all(records)
        for review in doc.all(Review):
            if review.held and review.starts:
                then = _plan_on(doc, moments.day_of(review.starts))
                tx.update(Review, review.id, state=changes.dumped(then))


def _plan_on(doc: Document, day: dt.date) -> PlanState:
    """Return the plan of a day that is past: what began and what ended by then, what had been read."""
    now = changes.state_now(doc, day)
    spans = {action.id: schedule.span(action) for action in doc.all(Action)}

    def then(id: str, state: ActionState) -> ActionState:
        span = spans[id]
        if state.status in schedule.OVER and span.ends and span.ends <= day:
            return state
        began = span.starts is not None and span.starts <= day
        status = ActionStatus.UNDER_WAY if began else ActionStatus.TO_START
        return replace(state, status=status, blocked=state.blocked and began)

    dated = ((reading.id, reading.read_on) for reading in doc.all(Reading))
    read = {id for id, on in dated if on and dates.last_day(on) <= day}
    actions = {id: then(id, state) for id, state in now.actions.items()}
    return PlanState(now.on, actions, tuple(id for id in now.readings if id in read))


def _indicators(doc: Document, actions: dict[str, str]) -> Iterator[Record]:
    """Yield the indicators, the steps of their targets and their readings."""
    objectives = {title: id for id, title in doc.column(Objective, "title").items()}
    found: dict[str, Indicator] = {}
    for rank, row in enumerate(rows("indicateurs.csv"), start=1):
        found[row.required("key")] = Indicator(
            title=row.required("title"),
            unit=row.text("unit"),
            level=ReviewLevel(row.required("level")),
            direction=Direction(row.required("direction")),
            measured_by=row.text("measured_by"),
            objective_id=objectives.get(row.text("objective")),
            action_id=actions.get(row.text("action")),
            base_value=row.number("base_value"),
            base_date=row.text("base_date") or None,
            target_value=row.number("target_value"),
            target_date=row.text("target_date") or None,
            rhythm_months=row.integer("rhythm_months"),
            source=row.text("source"),
            owner=row.text("owner"),
            definition=row.text("definition"),
            rank=rank,
        )
    yield from found.values()
    for row in rows("indicateurs-paliers.csv"):
        yield TargetStep(
            indicator_id=found[row.required("indicator")].id,
            due=row.required("due"),
            value=row.number("value"),
        )
    for row in rows("indicateurs-releves.csv"):
        yield Reading(
            indicator_id=found[row.required("indicator")].id,
            read_on=row.required("read_on"),
            value=row.number("value"),
            source=row.text("source"),
            comment=row.text("comment"),
        )
    yield from _computed(doc, found.values())


def _computed(doc: Document, indicators: Iterable[Indicator]) -> Iterator[Reading]:
    """Yield what nrdesk read by itself at the date of each campaign."""
    for indicator in indicators:
        for campaign in doc.campaigns():
            found = computed(doc, indicator.measured_by, campaign) if indicator.measured_by else None
            if found and found.value is not None:
                yield Reading(
                    indicator_id=indicator.id,
                    read_on=campaign.as_of,
                    value=found.value,
                    source=f"nrdesk, inventaire de {campaign.year}",
                    computed=True,
                )


def _reviews(doc: Document, actions: dict[str, str]) -> Iterator[Record]:
    """Yield the reviews, the last of which is to come, and what they decided."""
    bodies = {name: id for id, name in doc.column(GovernanceBody, "name").items()}
    found = {
        (title := row.required("title")): Review(
            title=title,
            level=ReviewLevel(row.required("level")),
            body_id=bodies[row.required("body")],
            starts=row.required("starts"),
            minutes_long=row.integer("minutes_long"),
            place=row.text("place"),
            participants=row.text("participants"),
            agenda=row.text("agenda"),
            report=row.text("report"),
            held=row.flag("held"),
        )
        for row in rows("revues.csv")
    }
    yield from found.values()
    for row in rows("revues-decisions.csv"):
        yield ReviewDecision(
            review_id=found[row.required("review")].id,
            text=row.required("text"),
            owner=row.text("owner"),
            due=row.text("due") or None,
            done=row.flag("done"),
            action_id=actions.get(row.text("action")),
        )


def _spends() -> Iterator[DeclaredSpend]:
    """Yield what the grand livre says of purchases, by product type of the declaration."""
    for row in rows("achats-declares.csv"):
        yield DeclaredSpend(
            year=int(row.required("year")),
            product_type=row.required("product_type"),
            total=row.number("total"),
            reused=row.number("reused"),
            donated=row.number("donated"),
            recycled=row.number("recycled"),
            comment=row.text("comment"),
        )


def _bilan(doc: Document, actions: dict[str, str]) -> Iterator[Record]:
    """Yield the bilan of the latest campaign, begun and not closed, and the year of each action."""
    campaign = doc.campaign.id
    for row in rows("bilan.csv"):
        yield AnnualReview(
            campaign_id=campaign,
            foreword=row.text("foreword"),
            highlights=row.text("highlights"),
            difficulties=row.text("difficulties"),
            next_year=row.text("next_year"),
            inventory_checked=row.flag("inventory_checked"),
            readings_checked=row.flag("readings_checked"),
            actions_checked=row.flag("actions_checked"),
            compliance_checked=row.flag("compliance_checked"),
            comments_checked=row.flag("comments_checked"),
        )
    for row in rows("bilan-actions.csv"):
        yield ActionYear(
            action_id=actions[row.required("action")],
            campaign_id=campaign,
            done=row.text("done"),
            difficulty=row.text("difficulty"),
            next_step=row.text("next_step"),
        )
