"""The plan of the demonstration tells one story: late here, blocked there, on its way all the same."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from nrdesk.core import demo
from nrdesk.core.assessment import assess
from nrdesk.core.assessment.figures import computed
from nrdesk.core.dates import is_partial_date
from nrdesk.core.document import Document
from nrdesk.core.model import (
    Action,
    ActionLever,
    ActionStatus,
    ActionYear,
    AnnualReview,
    BudgetLine,
    Contribution,
    DeclaredSpend,
    Dependency,
    Indicator,
    Milestone,
    Objective,
    Person,
    Reading,
    Review,
    ReviewDecision,
    ReviewLevel,
    Scenario,
)
from nrdesk.core.monitoring import changes, reviews
from nrdesk.core.plan.effects import Measure, effects
from nrdesk.core.planning import graph, schedule, workload
from nrdesk.core.planning.workload import month_of
from nrdesk.core.reference import actions as catalogue
from nrdesk.core.reference import purchases

TODAY = dt.date.fromisoformat(demo.AS_OF)


@pytest.fixture(scope="module")
def valbrenne(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    with demo.create(tmp_path_factory.mktemp("demo") / "demo.nrdesk") as document:
        yield document


def titled(doc: Document, ids: object) -> set[str]:
    return {action.catalogue for action in doc.all(Action) if action.id in ids}


def test_every_action_can_be_led(valbrenne: Document) -> None:
    found = valbrenne.all(Action)
    assert 15 <= len(found) <= 25
    assert len({action.title for action in found}) == len(found)
    team = valbrenne.all(Person)
    for action in found:
        assert action.catalogue in catalogue.by_id(), action.title
        assert workload.same_person(action.owner, team), action.owner
        assert action.objective_id
        assert action.expected
        assert action.indicator
        assert schedule.span(action).starts
        assert action.continuous or schedule.span(action).days > 0
        assert (action.progress == 100) == (action.status is ActionStatus.DONE)
    assert set(Counter(action.status for action in found)) == set(ActionStatus)


def test_every_objective_is_served(valbrenne: Document) -> None:
    served = {action.objective_id for action in valbrenne.all(Action)}
    assert {objective.id for objective in valbrenne.all(Objective)} <= served


def test_one_action_is_late_and_another_one_is_blocked_with_its_reason(valbrenne: Document) -> None:
    actions = valbrenne.all(Action)
    found = schedule.plan(actions, valbrenne.all(Dependency), valbrenne.all(Milestone), TODAY)
    assert titled(valbrenne, {row.action_id for row in found.rows if row.late}) == {"A4-06"}
    (blocked,) = [action for action in actions if action.blocked]
    assert (blocked.catalogue, bool(blocked.blocked_reason)) == ("A3-03", True)
    # What is blocked holds the end of the plan: it is what the committee should look at first.
    assert titled(valbrenne, {row.action_id for row in found.rows if row.critical}) == {"A3-03", "A3-15"}
    assert not any(row.too_early_for for row in found.rows)
    assert graph.cycle(valbrenne.all(Dependency)) == ()


def test_the_coordinator_has_too_much_to_do_this_autumn(valbrenne: Document) -> None:
    first = month_of(TODAY)
    found = workload.workload(
        valbrenne.all(Action), valbrenne.all(Contribution), valbrenne.all(Person), range(first, first + 6)
    )
    assert found.overloaded[0].who == "secrétaire générale de mairie"
    assert not found.undated
    assert not found.unestimated
    assert len(found.overloaded) < len(found.rows)


def test_the_plan_reaches_its_target_and_would_not_without_money(valbrenne: Document) -> None:
    plan = effects(valbrenne)
    target = plan.target(Measure.PARK)
    assert target is not None
    assert plan.points(Measure.PARK)[-1].value <= target.value
    assert plan.points(Measure.PARK, acting=False)[-1].value > target.value
    poor, late = (effects(valbrenne, each) for each in valbrenne.all(Scenario))
    assert poor.points(Measure.PARK)[-1].value > target.value
    assert late.points(Measure.PARK)[2].value > plan.points(Measure.PARK)[2].value


def test_every_lever_is_simulated_or_known_not_to_weigh(valbrenne: Document) -> None:
    said = {each.reason for effect in effects(valbrenne).actions for each in effect.levers if each.reason}
    assert said == {"compte dans le taux de réemploi, pas dans l’empreinte"}
    assert all(lever.comment for lever in valbrenne.all(ActionLever))


def test_money_says_where_it_comes_from(valbrenne: Document) -> None:
    lines = valbrenne.all(BudgetLine)
    assert all(line.amount and line.comment for line in lines)
    assert {line.funder for line in lines if line.funder} == {
        "Syndicat numérique départemental",
        "CC du Pays d’Orlette",
    }


def test_indicators_have_readings_and_one_is_behind(valbrenne: Document) -> None:
    readings = valbrenne.all(Reading)
    found = {indicator.title: indicator for indicator in valbrenne.all(Indicator)}
    assert len(found) == 9
    for indicator in found.values():
        own = [reading for reading in readings if reading.indicator_id == indicator.id]
        assert len(own) >= 2
        assert all(is_partial_date(reading.read_on or "") for reading in own)
        assert max(reading.read_on or "" for reading in own) > "2026"
        assert all(reading.computed == bool(indicator.measured_by) for reading in own)
    given = found["Appareils donnés ou vendus dans l’année"]
    assert [each.value for each in readings if each.indicator_id == given.id] == [0, 0]


def test_computed_readings_are_those_of_the_screen(valbrenne: Document) -> None:
    figures = assess(valbrenne)
    for indicator in valbrenne.all(Indicator):
        if indicator.measured_by:
            now = computed(valbrenne, indicator.measured_by, assessment=figures)
            last = [each for each in valbrenne.all(Reading) if each.indicator_id == indicator.id][-1]
            assert now is not None
            assert last.value == now.value


def test_three_reviews_were_held_one_a_level_and_decided_something(valbrenne: Document) -> None:
    held = [review for review in valbrenne.all(Review) if review.held]
    assert {review.level for review in held} == set(ReviewLevel)
    decided = Counter(decision.review_id for decision in valbrenne.all(ReviewDecision))
    assert all(decided[review.id] and review.agenda and review.report for review in held)
    assert all((review.starts or "") <= demo.AS_OF for review in held)
    (to_come,) = [review for review in valbrenne.all(Review) if not review.held]
    for review in held:
        kept = changes.loaded(review.state)
        assert kept
        assert (review.starts or "").startswith(kept.on)
    since = reviews.since_last(valbrenne, to_come, dt.date.fromisoformat(demo.AS_OF))
    assert since.exact
    assert not since.added
    assert since.readings
    assert (to_come.starts or "") > demo.AS_OF


def test_the_bilan_of_the_year_is_begun_and_not_closed(valbrenne: Document) -> None:
    (review,) = valbrenne.all(AnnualReview)
    assert review.campaign_id == valbrenne.campaign.id
    assert review.closed_on is None
    assert review.inventory_checked
    assert not review.actions_checked
    assert any(each.difficulty for each in valbrenne.all(ActionYear))


def test_spending_is_in_product_types_of_the_declaration(valbrenne: Document) -> None:
    found = valbrenne.all(DeclaredSpend)
    assert {each.product_type for each in found} <= set(purchases.product_types())
    assert all((each.reused or 0) + (each.recycled or 0) <= (each.total or 0) for each in found)
    (last,) = [each for each in found if each.year == demo.YEAR]
    assert round(100 * (last.reused or 0) / (last.total or 1)) == 18


def test_the_story_is_well_written(valbrenne: Document) -> None:
    texts = [
        text
        for kind in (
            Action,
            Milestone,
            Review,
            ReviewDecision,
            ActionYear,
            AnnualReview,
            Indicator,
            BudgetLine,
        )
        for record in valbrenne.all(kind)
        for name in record.__slots__
        # What a review kept of the plan is read by nobody.
        if name != "state" and isinstance(text := getattr(record, name), str)
    ]
    for text in texts:
        if re.fullmatch(r"[0-9-]+(T[0-9:]+)?|[A-Z0-9-]+", text):
            continue
        assert not re.search("['\"]", text), text
        assert not re.search(r"[^\s\u00a0][:;?!»%€]| [:;?!»%€]|«(?!\u00a0)", text), text
        assert not re.search(r"\d \d{3}\b", text), text
        assert "  " not in text
        assert text == text.strip()
