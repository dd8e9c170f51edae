"""What the bilan of a year tells, worked out from the document: see `kept` for what it is made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from nrdesk.core import compliance, dates
from nrdesk.core.ambition import in_order, way
from nrdesk.core.assessment import Assessment, assess
from nrdesk.core.assessment.figures import computed
from nrdesk.core.assessment.years import YearComparison, compare, previous
from nrdesk.core.duties import purchases, reuse
from nrdesk.core.model import (
    Action,
    BudgetLine,
    Campaign,
    Direction,
    Evidence,
    Indicator,
    Objective,
    ObligationTracking,
    Progress,
    Reading,
    TargetStep,
)
from nrdesk.core.monitoring import indicators
from nrdesk.core.monitoring.kept import (
    KeptAction,
    KeptEffect,
    KeptFootprint,
    KeptIndicator,
    KeptObligation,
    KeptPoint,
    KeptPurchases,
    KeptReuse,
    KeptReview,
    KeptTarget,
)
from nrdesk.core.monitoring.year import ActionOfYear, YearPlace, actions_of
from nrdesk.core.plan.effects import ActionEffect, Effects, Measure
from nrdesk.core.plan.effects import effects as effects_of_plan
from nrdesk.core.planning.budget import Budget, Money, budget
from nrdesk.core.reference import obligations

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def tell(
    document: Document, campaign: Campaign, today: dt.date, *, assessment: Assessment | None = None
) -> KeptReview:
    """Return what the bilan of a campaign tells today, whether it is closed or not.

    Args:
        document: the document.
        campaign: the campaign of the year.
        today: the day that it is.
        assessment: the figures of that campaign, when they are at hand.

    Raises:
        UserError: the figures of this campaign or of the one before cannot be computed.
    """
    at_hand = assessment if assessment and assessment.campaign.id == campaign.id else None
    after = at_hand or assess(document, campaign)
    earlier = previous(document, campaign)
    told = compare(assess(document, earlier), after) if earlier else None
    simulated = _simulated(document, campaign, after)
    by_action = {each.action_id: each for each in simulated.actions} if simulated else {}
    lines = document.all(BudgetLine, year=campaign.year)
    money = budget(document.all(Action), lines)
    followed = tuple(_indicators(document, campaign.year, today))
    return KeptReview(
        year=campaign.year,
        told_on=today.isoformat(),
        as_of=campaign.as_of,
        previous_year=earlier.year if earlier else None,
        factors=", ".join(filter(None, (after.family_label, after.method.factors.version))),
        agents=after.authority.agents,
        population=after.authority.population_municipal,
        footprint=_footprint(after),
        footprint_before=_footprint(told.before) if told else None,
        at_constant_method=told.at_constant if told else None,
        effects=_effects(told),
        sentences=told.sentences if told else after.sentences,
        actions=tuple(_actions(document, campaign, today, by_action, money)),
        money=money.total,
        money_next=budget(document.all(Action), document.all(BudgetLine, year=campaign.year + 1)).total,
        indicators=followed,
        objectives=tuple(_objectives(document, campaign, earlier, after, followed)),
        obligations=tuple(_obligations(document, after, today)),
        purchases=tuple(_purchases(document, campaign.year)),
        reuse=_reuse(document, campaign.year),
        trajectory=_trajectory(simulated),
        target=_target(simulated),
    )


def _footprint(found: Assessment) -> KeptFootprint:
    total = found.headline
    return KeptFootprint(
        value=total.value,
        low=total.low,
        high=total.high,
        appliances=found.result.quantity,
        per_agent=found.per_agent,
        per_inhabitant=found.per_inhabitant,
    )


def _effects(told: YearComparison | None) -> tuple[KeptEffect, ...]:
    if told is None:
        return ()
    return tuple(
        KeptEffect(key=effect.value, label=effect.label, value=value, of_method=effect.of_method)
        for effect, value in told.headline.effects.items()
    )


def _simulated(document: Document, campaign: Campaign, found: Assessment) -> Effects | None:
    """Return what the plan changes; None for an earlier campaign, whose future is the present of another."""
    if campaign.id != document.campaign.id or not found.headline.value:
        return None
    return effects_of_plan(document, assessment=found)


def _trajectory(found: Effects | None) -> tuple[KeptPoint, ...]:
    if found is None:
        return ()
    pairs = zip(found.points(Measure.PARK), found.points(Measure.PARK, acting=False), strict=True)
    return tuple(
        KeptPoint(year=acting.year, value=acting.value, low=acting.low, high=acting.high, without=idle.value)
        for acting, idle in pairs
    )


def _target(found: Effects | None) -> KeptTarget | None:
    target = found.target(Measure.PARK) if found else None
    if target is None:
        return None
    return KeptTarget(title=target.objective.title, year=target.year, value=target.value)


def _actions(
    document: Document,
    campaign: Campaign,
    today: dt.date,
    effects: Mapping[str, ActionEffect],
    money: Budget,
) -> Iterator[KeptAction]:
    objectives = document.column(Objective, "title")
    sums = {each.action_id: each.money for each in money.actions}
    for each in actions_of(document, campaign, today):
        objective = objectives.get(each.action.objective_id or "", "")
        yield _action(each, objective, effects.get(each.action.id), sums.get(each.action.id, Money()))


def _action(each: ActionOfYear, objective: str, effect: ActionEffect | None, money: Money) -> KeptAction:
    action, said = each.action, each.said
    return KeptAction(
        id=action.id,
        title=action.title,
        axis=action.axis.label,
        objective=objective,
        owner=action.owner,
        place=each.place,
        progress=action.progress,
        starts=each.span.starts.isoformat() if each.span.starts else "",
        ends=each.span.ends.isoformat() if each.span.ends else "",
        late=each.late,
        blocked_reason=action.blocked_reason if each.place is YearPlace.BLOCKED else "",
        done=said.done if said else "",
        difficulty=said.difficulty if said else "",
        next_step=said.next_step if said else "",
        effect=effect.effect if effect and effect.simulated else None,
        money=money,
    )


def _indicators(document: Document, year: int, today: dt.date) -> Iterator[KeptIndicator]:
    """Yield the indicators as the end of the year saw them: a later reading belongs to the next bilan."""
    read = [each for each in document.all(Reading) if each.read_on and dates.parts(each.read_on)[0] <= year]
    day = min(today, dt.date(year, 12, 31))
    for state in indicators.states_of(document.all(Indicator), read, document.all(TargetStep), day):
        earlier = [each for each in state.readings if dates.parts(each.read_on or "")[0] < year]
        before, indicator = (earlier[-1] if earlier else None), state.indicator
        yield KeptIndicator(
            id=indicator.id,
            title=state.title,
            unit=indicator.unit,
            direction=indicator.direction,
            base=indicator.base_value,
            base_date=indicator.base_date or "",
            before=before.value if before else None,
            before_date=(before.read_on or "") if before else "",
            value=state.value,
            read_on=(state.last.read_on or "") if state.last else "",
            expected=state.expected_then,
            target=indicator.target_value,
            target_date=indicator.target_date or "",
            off_track=state.off_track,
            reason=state.reason,
            words=state.words,
        )


def _objectives(
    document: Document,
    campaign: Campaign,
    earlier: Campaign | None,
    found: Assessment,
    followed: Sequence[KeptIndicator],
) -> Iterator[KeptIndicator]:
    """Yield the objectives, each with what nrdesk computes of it, else with the readings of its indicator."""
    serving = {each.objective_id: each.id for each in document.all(Indicator) if each.objective_id}
    by_id = {each.id: each for each in followed}
    for objective in in_order(document.all(Objective)):
        if not objective.title:
            continue
        now = computed(document, objective.measured_by, campaign, assessment=found)
        if now and now.value is not None:
            before = computed(document, objective.measured_by, earlier) if earlier else None
            ends = (before.value if before else None, str(earlier.year) if earlier else "")
            yield _objective(objective, ends, (now.value, str(campaign.year)))
        else:
            read = by_id.get(serving.get(objective.id, ""))
            same = read if read and read.unit == objective.unit else None
            ends = (same.before, same.before_date) if same else (None, "")
            yield _objective(objective, ends, (same.value, same.read_on) if same else (None, ""))


def _objective(
    objective: Objective, before: tuple[float | None, str], now: tuple[float | None, str]
) -> KeptIndicator:
    """Return an objective with its value of the years before and of this one, each with its date."""
    done = way(objective, now[0])
    falls = (objective.target_value or 0) < (objective.base_value or 0)
    return KeptIndicator(
        id=objective.id,
        title=objective.title,
        unit=objective.unit,
        direction=Direction.DOWN if falls else Direction.UP,
        base=objective.base_value,
        base_date=str(objective.base_year or ""),
        before=before[0],
        before_date=before[1] if before[0] is not None else "",
        value=now[0],
        read_on=now[1] if now[0] is not None else "",
        target=objective.target_value,
        target_date=objective.due or "",
        words=done.text if done else "",
    )


def _obligations(document: Document, found: Assessment, today: dt.date) -> Iterator[KeptObligation]:
    tracked = {each.obligation: each.progress for each in document.all(ObligationTracking)}
    proofs = [each.obligation for each in document.all(Evidence)]
    for verdict in applicable(found, today):
        yield KeptObligation(
            id=verdict.obligation.id,
            title=verdict.obligation.title,
            progress=tracked.get(verdict.obligation.id, Progress.UNSAID),
            proofs=proofs.count(verdict.obligation.id),
        )


def applicable(found: Assessment, today: dt.date) -> Iterable[compliance.Verdict]:
    """Return the obligations that bind the collectivité, as the figures of a campaign know it."""
    verdicts = compliance.evaluate_all(obligations.load(), found.authority, today)
    return [each for each in verdicts if each.status is compliance.Status.APPLICABLE]


def _purchases(document: Document, year: int) -> Iterator[KeptPurchases]:
    before = {each.product_type: each for each in purchases.shares(document, year - 1)}
    for each in purchases.shares(document, year):
        earlier = before.get(each.product_type)
        yield KeptPurchases(
            product_type=each.product_type,
            total=each.total,
            reused=each.reused,
            donated=each.donated,
            recycled=each.recycled,
            reuse_share=each.reuse_share,
            reuse_target=each.reuse_target,
            recycled_share=each.recycled_share,
            recycled_target=each.recycled_target,
            reuse_share_before=earlier.reuse_share if earlier else None,
            recycled_share_before=earlier.recycled_share if earlier else None,
            verified=each.verified,
            verdict=each.verdict.label,
        )


def _reuse(document: Document, year: int) -> KeptReuse:
    rate = reuse.rate_of(document, year)
    return KeptReuse(
        a=rate.a,
        b=rate.b,
        stock_known=rate.stock_known,
        rate=rate.rate,
        target=rate.target_share,
        verified=rate.verified,
        verdict=rate.verdict.label,
        over_age=rate.over_age,
    )
