"""Scenarios: choices of actions kept with the document, copied, and set side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment
from nrdesk.core.errors import UserError
from nrdesk.core.footprint.cohorts import park_of
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Action, Scenario, ScenarioAction, new_id
from nrdesk.core.plan.chosen import chosen
from nrdesk.core.plan.effects import Effects, Inputs, gathered, simulated
from nrdesk.core.written.words import normal, quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document

PLAN = "Le plan"
"""Name of the plan among scenarios."""


@dataclass(frozen=True)
class ScenarioComparison:
    """The plan and scenarios, simulated up to the same year."""

    columns: tuple[Effects, ...]
    """The plan first, when it is compared."""
    last_year: int
    actions: tuple[Action, ...]
    """Actions that one of them keeps, in the order of the plan."""

    def aside(self, column: Effects) -> tuple[Action, ...]:
        """Return the actions that a column leaves aside while another keeps them."""
        kept = {each.action.id for each in column.kept}
        return tuple(action for action in self.actions if action.id not in kept)


def ordered(document: Document) -> list[Scenario]:
    """Return the scenarios in their order."""
    return sorted(document.all(Scenario), key=lambda scenario: scenario.rank)


def named(document: Document, name: str) -> Scenario | None:
    """Return the scenario of that name; None for the plan itself.

    Raises:
        UserError: there is none, or two have that name.
    """
    known = ordered(document)
    found = [each for each in known if normal(each.name) == normal(name)]
    if len(found) == 1:
        return found[0]
    if not found and normal(name) in ("plan", normal(PLAN)):
        return None
    if found:
        raise UserError(
            f"Plusieurs scénarios s’appellent {quoted(name)}.", todo="Donnez-leur des noms différents."
        )
    names = ", ".join(quoted(each.name or "sans nom") for each in known)
    raise UserError(
        f"Aucun scénario ne s’appelle {quoted(name)}.",
        todo=f"Choisissez parmi{NBSP}: {names}." if names else "Créez d’abord un scénario.",
    )


def add_from_plan(document: Document, name: str) -> Scenario:
    """Add a scenario that keeps what the plan keeps, and return it; one action."""
    kept, _ = chosen(document, None)
    made = Scenario(name=name, rank=_next_rank(document))
    with document.action(f"Créer le scénario {quoted(name)}") as tx:
        tx.add(made)
        tx.add_all(ScenarioAction(scenario_id=made.id, action_id=each.action.id) for each in kept)
    return made


def duplicate(document: Document, scenario: Scenario) -> Scenario:
    """Add a copy of a scenario with its actions, and return it; one action."""
    made = replace(
        scenario,
        id=new_id(),
        updated_at="",
        name=f"{scenario.name or 'Scénario'} (copie)",
        rank=_next_rank(document),
    )
    with document.action(f"Dupliquer le scénario {quoted(scenario.name or 'sans nom')}") as tx:
        tx.add(made)
        tx.add_all(
            replace(each, id=new_id(), updated_at="", scenario_id=made.id)
            for each in document.all(ScenarioAction, scenario_id=scenario.id)
        )
    return made


def keep(document: Document, scenario: Scenario, action_ids: Iterable[str], *, kept: bool) -> None:
    """Put actions in a scenario, or take them out of it; one action, none when nothing changes."""
    wanted = list(dict.fromkeys(action_ids))
    present = {each.action_id: each.id for each in document.all(ScenarioAction, scenario_id=scenario.id)}
    concerned = [action_id for action_id in wanted if (action_id in present) is not kept]
    if not concerned:
        return
    verb = "Mettre dans" if kept else "Retirer de"
    with document.action(f"{verb} {quoted(scenario.name or 'scénario sans nom')}") as tx:
        if kept:
            tx.add_all(ScenarioAction(scenario_id=scenario.id, action_id=each) for each in concerned)
        else:
            tx.delete(ScenarioAction, [present[each] for each in concerned])


def begin(document: Document, scenario: Scenario, action_id: str, year: int | None) -> None:
    """Say in which year the effects of an action begin in a scenario; None for as in the plan."""
    for each in document.all(ScenarioAction, scenario_id=scenario.id, action_id=action_id):
        if each.from_year != year:
            with document.action("Décaler une action dans un scénario") as tx:
                tx.update(ScenarioAction, each.id, from_year=year)


def compare(
    document: Document,
    scenarios: Sequence[Scenario | None] | None = None,
    assessment: Assessment | None = None,
) -> ScenarioComparison:
    """Return scenarios side by side, up to the latest year that one of them wants.

    Args:
        document: the document.
        scenarios: those to compare, None standing for the plan; the plan and all of them when not given.
        assessment: the figures of the latest campaign, when they are at hand.

    Raises:
        UserError: the figures of the latest campaign cannot be computed.
    """
    return compared(gathered_all(document, scenarios, assessment))


def gathered_all(
    document: Document,
    scenarios: Sequence[Scenario | None] | None = None,
    assessment: Assessment | None = None,
) -> tuple[Inputs, ...]:
    """Read what a comparison needs (see `compare`): the rest may run apart from the document."""
    wanted = [None, *ordered(document)] if scenarios is None else list(scenarios)
    found: list[Inputs] = []
    for each in wanted:
        found.append(gathered(document, each, assessment))
        assessment = found[0].assessment
    last = max((each.last_year for each in found), default=0)
    return tuple(replace(each, last_year=last) for each in found)


def compared(inputs: Sequence[Inputs]) -> ScenarioComparison:
    """Return the scenarios of these inputs side by side."""
    park = park_of(inputs[0].assessment.result)
    columns = tuple(simulated(each, park) for each in inputs)
    kept = {each.action.id: each.action for one in inputs for each in one.kept}
    actions = tuple(sorted(kept.values(), key=lambda action: action.rank))
    return ScenarioComparison(columns, columns[0].last_year, actions)


def _next_rank(document: Document) -> int:
    return max((each.rank for each in document.all(Scenario)), default=0) + 1
