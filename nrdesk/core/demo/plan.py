"""Step 8 of the demonstration: the actions, who helps, what waits for what, money, levers, two scenarios."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from nrdesk.core.demo.tables import filled, rows
from nrdesk.core.document import Document
from nrdesk.core.fields.plan import ACTION, BUDGET_LINE, CONTRIBUTION, MILESTONE, lever
from nrdesk.core.model import (
    Action,
    ActionLever,
    BudgetLine,
    Contribution,
    Dependency,
    Milestone,
    Objective,
    Record,
    Scenario,
    ScenarioAction,
)
from nrdesk.core.reference.table import Row


def fill(doc: Document) -> None:
    """Fill in the plan: it serves the objectives, which must be there already."""
    actions = list(_actions(doc))
    ids = {action.title: action.id for action in actions}
    link = _of_action(ids)
    with doc.action("Remplir le plan d’action") as tx:
        tx.add_all(actions)
        tx.add_all(filled(Contribution, CONTRIBUTION, "plan-contributions.csv", link))
        tx.add_all(_dependencies(ids))
        tx.add_all(filled(Milestone, MILESTONE, "plan-jalons.csv", link))
        tx.add_all(filled(BudgetLine, BUDGET_LINE, "plan-budget.csv", link))
        tx.add_all(_levers(ids))
        tx.add_all(_scenarios(ids))


def _actions(doc: Document) -> Iterator[Action]:
    """Yield the actions, in the order of their table."""
    objectives = {title: id for id, title in doc.column(Objective, "title").items()}
    fields = [field for field in ACTION if field.name != "objective_id"]
    found = filled(
        Action,
        fields,
        "plan-actions.csv",
        lambda row: {
            "objective_id": objectives[row.required("objective")],
            "catalogue": row.text("catalogue"),
        },
    )
    return (replace(action, rank=rank) for rank, action in enumerate(found, start=1))


def _of_action(ids: dict[str, str]) -> Callable[[Row], dict[str, str]]:
    """Return what says whose a line is; a milestone without an action is one of the whole plan."""
    return lambda row: {"action_id": ids[title]} if (title := row.text("action")) else {}


def _dependencies(ids: dict[str, str]) -> list[Record]:
    return [
        Dependency(action_id=ids[row.required("action")], needs_id=ids[row.required("needs")])
        for row in rows("plan-dependances.csv")
    ]


def _levers(ids: dict[str, str]) -> list[ActionLever]:
    """Return what the actions change; the table names targets as the records do."""
    fields = [field for field in lever({}) if field.name != "targets"]
    return list(
        filled(
            ActionLever,
            fields,
            "plan-leviers.csv",
            lambda row: {"action_id": ids[row.required("action")], "targets": row.text("targets")},
        )
    )


def _scenarios(ids: dict[str, str]) -> list[Record]:
    """Return the scenarios, and the actions that each keeps."""
    scenarios = {
        (name := row.required("name")): Scenario(
            name=name, comment=row.text("comment"), last_year=row.integer("last_year"), rank=rank
        )
        for rank, row in enumerate(rows("plan-scenarios.csv"), start=1)
    }
    kept = (
        ScenarioAction(
            scenario_id=scenarios[row.required("scenario")].id,
            action_id=ids[row.required("action")],
            from_year=row.integer("from_year"),
        )
        for row in rows("plan-scenarios-actions.csv")
    )
    return [*scenarios.values(), *kept]
