"""Scenarios: kept, copied, compared up to the same year, each gesture being one undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.model import Action, ActionStatus, Scenario, ScenarioAction
from nrdesk.core.plan import scenarios
from nrdesk.core.plan.effects import effects
from tests.core.plan.small import act, create, lever


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with create(tmp_path) as made:
        act(made, "Garder", lever("lifetime", "add", 2, "portable"))
        act(made, "Imprimer moins", lever("service", "multiply", 0.5, "ramettes"))
        act(made, "Abandonner", lever("lifetime", "add", 5), status=ActionStatus.DROPPED)
        yield made


def kept(doc: Document, scenario: Scenario) -> set[str]:
    ids = {each.action_id for each in doc.all(ScenarioAction, scenario_id=scenario.id)}
    return {action.title for action in doc.many(Action, ids)}


def test_a_new_scenario_starts_from_the_plan_and_is_one_undo(doc):
    made = scenarios.add_from_plan(doc, "Tout")
    assert kept(doc, made) == {"Garder", "Imprimer moins"}
    assert effects(doc, made).difference == pytest.approx(effects(doc).difference)
    doc.undo()
    assert doc.count(Scenario) == doc.count(ScenarioAction) == 0


def test_a_scenario_keeps_what_it_is_told_to(doc):
    made = scenarios.add_from_plan(doc, "Sans papier")
    ids = {action.title: action.id for action in doc.all(Action)}
    scenarios.keep(doc, made, [ids["Imprimer moins"]], kept=False)
    assert kept(doc, made) == {"Garder"}
    before = doc.undo_label
    scenarios.keep(doc, made, [ids["Imprimer moins"]], kept=False)
    assert doc.undo_label == before, "nothing changed, nothing to undo"
    scenarios.keep(doc, made, ids.values(), kept=True)
    assert kept(doc, made) == set(ids), "a scenario may try what the plan gave up"
    assert effects(doc, made).difference < effects(doc).difference


def test_an_action_may_begin_later_in_a_scenario(doc):
    made = scenarios.add_from_plan(doc, "Plus tard")
    (longer,) = [action for action in doc.all(Action) if action.title == "Garder"]
    scenarios.begin(doc, made, longer.id, 2030)
    (found,) = [each for each in effects(doc, made).actions if each.title == "Garder"]
    assert [each.lever.from_year for each in found.levers if each.lever] == [2030]
    label = doc.undo_label
    scenarios.begin(doc, made, longer.id, 2030)
    assert doc.undo_label == label
    scenarios.begin(doc, made, longer.id, None)
    assert doc.all(ScenarioAction, scenario_id=made.id, action_id=longer.id)[0].from_year is None


def test_a_copy_lives_its_own_life(doc):
    made = scenarios.add_from_plan(doc, "Tout")
    copy = scenarios.duplicate(doc, made)
    assert copy.name == "Tout (copie)"
    assert kept(doc, copy) == kept(doc, made)
    scenarios.keep(doc, copy, doc.ids(Action), kept=False)
    assert kept(doc, copy) == set()
    assert kept(doc, made) == {"Garder", "Imprimer moins"}
    assert [each.name for each in scenarios.ordered(doc)] == ["Tout", "Tout (copie)"]


def test_scenarios_are_compared_up_to_the_same_year(doc):
    made = scenarios.add_from_plan(doc, "Loin")
    with doc.action("Regarder loin") as tx:
        tx.update(Scenario, made.id, last_year=2036)
        tx.add(Scenario(name="Rien", rank=2))
    found = scenarios.compare(doc)
    assert [each.name for each in found.columns] == ["Le plan", "Loin", "Rien"]
    assert {each.last_year for each in found.columns} == {found.last_year} == {2036}
    assert found.columns[2].difference == 0
    assert [action.title for action in found.actions] == ["Garder", "Imprimer moins"]
    assert [action.title for action in found.aside(found.columns[2])] == ["Garder", "Imprimer moins"]
    assert found.aside(found.columns[1]) == ()
    only = scenarios.compare(doc, [scenarios.named(doc, "loin")])
    assert [each.name for each in only.columns] == ["Loin"]


def test_a_scenario_is_found_by_its_name(doc):
    made = scenarios.add_from_plan(doc, "Sans crédit")
    found = scenarios.named(doc, "SANS CREDIT")
    assert found is not None
    assert found.id == made.id
    assert scenarios.named(doc, "le plan") is None
    with pytest.raises(UserError, match="Aucun scénario") as error:
        scenarios.named(doc, "Autre")
    assert "Sans crédit" in error.value.todo
    scenarios.add_from_plan(doc, "sans crédit")
    with pytest.raises(UserError, match="Plusieurs"):
        scenarios.named(doc, "Sans crédit")


def test_without_any_scenario_one_is_to_be_created(doc):
    with pytest.raises(UserError) as error:
        scenarios.named(doc, "Autre")
    assert "Créez" in error.value.todo
