"""Step 1 says who is missing in the team, and where to write them down."""

from dataclasses import replace

import pytest

from nrdesk.core.fields.team import PERSON
from nrdesk.core.model import (
    Authority,
    BodyLevel,
    GovernanceBody,
    Person,
    PersonRole,
    Record,
    Rhythm,
    Scope,
    Stakeholder,
    Trade,
    TradeCoverage,
)
from nrdesk.core.steps import Snapshot
from nrdesk.core.steps.progress import step_progress
from nrdesk.core.steps.step01_team import STEP

SECRETARY = Person(
    name="Hélène Sorlinet", function="secrétaire générale", is_coordinator=True, mission_written=True
)
DEPUTY = Person(name="Nadia Brévault", role=PersonRole.ELECTED, is_sponsor=True)
TRADES = [TradeCoverage(trade=trade, by_epci=True) for trade in Trade]
DECIDE = GovernanceBody(name="Comité de suivi", rhythm=Rhythm.THREE_A_YEAR)
ADVANCE = GovernanceBody(name="Point numérique", level=BodyLevel.OPERATIONAL, rhythm=Rhythm.MONTHLY)
MAYOR = Stakeholder(name="Maire", interest=4, influence=5)
EPCI = Stakeholder(name="CC du Pays d’Orlette", scope=Scope.TERRITORY, interest=3, influence=5)
WHOLE: tuple[Record, ...] = (SECRETARY, DEPUTY, *TRADES, DECIDE, ADVANCE, MAYOR, EPCI)


def missing(*records: Record) -> dict[str, str]:
    """Return what is missing by the section that holds it."""
    results = step_progress(STEP, Snapshot(Authority(), records=records)).results
    return {result.check.where.field: result.missing for result in results if result.missing}


def without(*gone: Record) -> tuple[Record, ...]:
    return tuple(record for record in WHOLE if record not in gone)


def test_a_whole_team_passes():
    assert missing(*WHOLE) == {}


def test_every_section_of_an_empty_step_misses_something():
    assert set(missing()) == {"coordinator", "sponsor", "people", "trades", "governance", "stakeholders"}


@pytest.mark.parametrize(
    ("records", "field", "words"),
    [
        (without(SECRETARY), "coordinator", "Personne ne coordonne encore"),
        (
            (replace(SECRETARY, mission_written=False), DEPUTY),
            "coordinator",
            "n’est pas écrite (Hélène Sorlinet)",
        ),
        (without(DEPUTY), "sponsor", "Personne ne porte encore"),
        ((Person(function="agent d’accueil", is_sponsor=True),), "sponsor", "ni pour un élu, ni pour"),
        ((SECRETARY,), "people", "Aucun élu"),
        ((DEPUTY,), "people", "Aucun agent"),
        ((), "people", "L’équipe est vide"),
        (without(TRADES[2], TRADES[6]), "trades", "sans personne\u00a0: communication, solidarités."),
        (without(DECIDE, ADVANCE), "governance", "une instance pour décider et une pour avancer\u00a0:"),
        (without(DECIDE), "governance", "une instance pour décider\u00a0:"),
        (without(ADVANCE), "governance", "une instance pour avancer\u00a0:"),
        (
            (*without(ADVANCE), replace(ADVANCE, rhythm=Rhythm.UNKNOWN)),
            "governance",
            "Rythme à préciser\u00a0: Point numérique.",
        ),
        ((), "stakeholders", "Aucun acteur n’est noté"),
        (
            (*WHOLE, replace(EPCI, influence=None), replace(MAYOR, interest=None)),
            "stakeholders",
            "2\u00a0acteurs hors de la carte",
        ),
        (without(EPCI), "stakeholders", "Aucun acteur du territoire"),
        (without(MAYOR), "stakeholders", "Aucun acteur en interne"),
    ],
)
def test_what_is_missing_is_said(records, field, words):
    assert words in missing(*records)[field]


def test_the_direction_can_carry_the_approach():
    assert "sponsor" not in missing(replace(SECRETARY, is_sponsor=True))


def test_the_words_are_those_of_the_form():
    labels = {field.name: field.label for field in PERSON}
    assert f"«\u00a0{labels['is_coordinator']}\u00a0»" in missing()["coordinator"]
    assert f"«\u00a0{labels['is_sponsor']}\u00a0»" in missing()["sponsor"]
    unwritten = missing(replace(SECRETARY, mission_written=False))["coordinator"]
    assert f"«\u00a0{labels['mission_written']}\u00a0»" in unwritten
