"""Step 5 is enough once the ambition is written and one can check its objectives."""

import datetime as dt
from dataclasses import replace

import pytest

from nrdesk.core.model import (
    Ambition,
    Authority,
    Decision,
    Objective,
    PriorityAxis,
    Record,
    Workshop,
    WorkshopKind,
)
from nrdesk.core.steps import Snapshot
from nrdesk.core.steps.progress import step_progress
from nrdesk.core.steps.step05_ambition import STEP

AMBITION = Ambition(
    text="Garder nos appareils plus longtemps d’ici 2030.",
    scope="Toute la commune",
    publics="Les élèves",
    environment=50,
    social=30,
    societal=20,
)
AXES = (PriorityAxis(title="Garder", rank=1), PriorityAxis(title="Inclure", rank=2))
FRAMING = Workshop(title="Cadrage", kind=WorkshopKind.FRAMING, starts="2026-03-12T14:00", held=True)
DECISION = Decision(workshop_id=FRAMING.id, text="L’ambition est validée.")


def objective(axis: PriorityAxis) -> Objective:
    return Objective(
        title="Garder les ordinateurs sept ans",
        axis_id=axis.id,
        indicator="Âge moyen",
        unit="ans",
        base_year=2025,
        base_value=5.1,
        target_value=7.0,
        due="2030",
        owner="Secrétariat",
        means="Du temps",
        reason="Utile",
        expected="Moins d’achats",
    )


GOALS = tuple(objective(axis) for axis in AXES)
WHOLE: tuple[Record, ...] = (AMBITION, *AXES, *GOALS, FRAMING, DECISION)


def missing(*records: Record, flash: bool = False) -> list[str]:
    now = Snapshot(Authority(), flash=flash, records=records, today=dt.date(2026, 11, 22))
    return [text for text in step_progress(STEP, now).missing if text]


def test_nothing_is_missing_from_a_whole_step() -> None:
    assert missing(*WHOLE) == []


def test_the_flash_path_is_content_with_one_axis_and_one_objective() -> None:
    assert missing(AMBITION, AXES[0], GOALS[0], flash=True) == []
    assert missing(AMBITION, AXES[0], GOALS[0])[0].startswith("Un seul axe")


@pytest.mark.parametrize(
    ("gone", "put", "said"),
    [
        ((AMBITION,), (), "n’est pas écrite"),
        ((AMBITION,), (replace(AMBITION, text="Un. Deux. Trois."),), "3\u00a0phrases"),
        ((AMBITION,), (replace(AMBITION, scope=""),), "ce que l’ambition couvre"),
        ((AMBITION,), (replace(AMBITION, societal=10),), "il manque 10\u00a0%"),
        (
            (AMBITION,),
            (replace(AMBITION, environment=None, social=None, societal=None),),
            "Donnez un poids",
        ),
        ((AMBITION,), (replace(AMBITION, publics=""),), "Nommez ceux"),
        ((GOALS[1],), (), "Sans objectif complet\u00a0: «\u00a0Inclure\u00a0»"),
        ((), (replace(GOALS[0], id="late", due="2024"),), "échéance est passée (2024)"),
        ((), (replace(GOALS[0], id="owner", owner=""),), "échéance ou de responsable"),
        ((DECISION,), (), "Aucune décision"),
        ((FRAMING, DECISION), (), "Aucune réunion de cadrage"),
        ((FRAMING,), (replace(FRAMING, starts=None, held=False),), "n’a pas de date"),
    ],
)
def test_what_is_missing_is_said(gone: tuple[Record, ...], put: tuple[Record, ...], said: str) -> None:
    records = [record for record in WHOLE if record not in gone]
    told = missing(*records, *put)
    assert any(said in text for text in told), told


def test_more_than_five_axes_is_too_many() -> None:
    more = tuple(PriorityAxis(title=f"Axe {rank}") for rank in range(4))
    told = missing(*WHOLE, *more, *(objective(axis) for axis in more))
    assert told == ["6 axes, c’est trop pour les tenir tous\u00a0: gardez-en 5."]


def test_an_untitled_axis_is_no_axis_yet() -> None:
    told = missing(AMBITION, PriorityAxis(), *GOALS[:1], FRAMING, DECISION)
    assert any("Aucun axe n’est retenu" in text for text in told)


def test_a_workshop_to_come_is_a_workshop_planned() -> None:
    planned = replace(FRAMING, held=False)
    told = missing(AMBITION, *AXES, *GOALS, planned, DECISION)
    assert told == [
        "Aucune réunion ne s’est encore tenue\u00a0: cochez «\u00a0s’est tenue\u00a0» après coup."
    ]
