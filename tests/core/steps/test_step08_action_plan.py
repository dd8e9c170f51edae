"""Step 8 is enough once every objective has an action, with someone, a date and what it should change."""

import datetime as dt
from dataclasses import replace

import pytest

from nrdesk.core.model import (
    Action,
    ActionStatus,
    Authority,
    BudgetLine,
    Contribution,
    Dependency,
    MoneyKind,
    Objective,
    Person,
    Record,
    Review,
    ReviewLevel,
)
from nrdesk.core.steps import Snapshot
from nrdesk.core.steps.progress import step_progress
from nrdesk.core.steps.step08_action_plan import STEP

OBJECTIVE = Objective(title="Garder les ordinateurs sept ans")
ACTION = Action(
    title="Changer les batteries",
    objective_id=OBJECTIVE.id,
    owner="Secrétaire générale",
    owner_days=0.5,
    starts="2027-01",
    ends="2027-06",
    expected="Deux ans de plus",
    indicator="Âge moyen",
    rank=1,
)
MONEY = BudgetLine(action_id=ACTION.id, year=2027, kind=MoneyKind.OPERATING, amount=900.0)
REVIEW = Review(title="Comité", level=ReviewLevel.PLAN, held=True)
TEAM = Person(name="Hélène", function="secrétaire générale", days_per_month=1.0)
WHOLE: tuple[Record, ...] = (OBJECTIVE, ACTION, MONEY, REVIEW, TEAM)


def missing(*records: Record, flash: bool = False) -> list[str]:
    now = Snapshot(Authority(), flash=flash, records=records, today=dt.date(2026, 11, 22))
    return [text for text in step_progress(STEP, now).missing if text]


def test_a_whole_plan_is_enough():
    assert missing(*WHOLE) == []


def test_an_empty_plan_is_told_once():
    assert len(missing()) == 1
    assert "nrdesk en propose" in missing()[0]


def test_an_objective_without_action_is_named():
    other = Objective(title="Donner dix appareils")
    assert missing(*WHOLE, other) == ["L’objectif «\u00a0Donner dix appareils\u00a0» n’a pas d’action."]
    dropped = Action(title="Abandon", objective_id=other.id, status=ActionStatus.DROPPED)
    assert len(missing(*WHOLE, other, dropped)) == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"owner": " "}, "de responsable ou de début"),
        ({"starts": None}, "de responsable ou de début"),
        ({"indicator": ""}, "de résultat attendu ou d’indicateur"),
        ({"owner_days": None}, "de temps estimé"),
    ],
)
def test_an_action_that_lacks_something_is_named(change, words):
    lacking = replace(ACTION, **change)
    told = missing(OBJECTIVE, lacking, MONEY, REVIEW, TEAM)
    assert told[0] == f"L’action «\u00a0Changer les batteries\u00a0» n’a pas {words}."


def test_several_are_counted():
    others = (replace(ACTION, id="b", rank=2, owner=""), replace(ACTION, id="c", rank=3, owner=""))
    told = missing(*WHOLE, *others)
    assert told[0].startswith("2\u00a0actions n’ont pas de responsable ou de début, dont «")


def test_money_somewhere_is_asked_for_but_not_on_the_flash_path():
    assert missing(OBJECTIVE, ACTION, REVIEW, TEAM)[0].startswith("Aucune somme n’est notée")
    assert missing(OBJECTIVE, ACTION, REVIEW, TEAM, flash=True) == []


def test_overload_names_the_person_and_the_months():
    more = Contribution(action_id=ACTION.id, who="Hélène", days_per_month=0.75)
    assert missing(*WHOLE, more) == [
        "Secrétaire générale\u00a0: plus de travail que de temps pendant 6\u00a0mois. "
        "Déplacez ou confiez une action."
    ]


def test_a_circle_is_told_with_its_path():
    other = replace(ACTION, id="b", title="Nettoyer", owner_days=0.1, rank=2)
    circle = (
        Dependency(action_id=ACTION.id, needs_id="b"),
        Dependency(action_id="b", needs_id=ACTION.id),
    )
    (told,) = missing(*WHOLE, other, *circle)
    assert told == (
        "Ces actions s’attendent en boucle\u00a0: Changer les batteries\u00a0→ Nettoyer\u00a0→ "
        "Changer les batteries."
    )


def test_a_plan_that_nobody_saw_is_not_validated():
    told = missing(OBJECTIVE, ACTION, MONEY, TEAM, replace(REVIEW, level=ReviewLevel.PROJECTS))
    assert told == ["Présentez le plan aux services, puis notez cette revue à l’étape 9."]
