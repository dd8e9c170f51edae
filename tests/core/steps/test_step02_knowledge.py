"""Step 2 says who is still to be trained, and what is still to be dated."""

import pytest

from nrdesk.core.model import (
    Audience,
    Authority,
    AwarenessSession,
    Person,
    PersonRole,
    ReadingStatus,
    Record,
    Referent,
    ResourceReading,
    SessionStatus,
)
from nrdesk.core.steps import Snapshot
from nrdesk.core.steps.progress import step_progress
from nrdesk.core.steps.step02_knowledge import STEP

HERE = Authority(agents=18, elected=23)
HELD = AwarenessSession(title="Atelier", status=SessionStatus.HELD, agents_present=6, elected_present=8)
NEXT = AwarenessSession(title="Retour du bilan", held_on="2026-12")
REFERENT = Referent(service="Médiathèque", name="Lucie Fontabel")
READ = ResourceReading(resource="R02", status=ReadingStatus.READ)
WHOLE: tuple[Record, ...] = (HELD, NEXT, REFERENT, READ)


def missing(*records: Record, authority: Authority = HERE) -> dict[str, str]:
    """Return what is missing by the action that mends it."""
    results = step_progress(STEP, Snapshot(authority, records=records)).results
    return {result.check.todo: result.missing for result in results if result.missing}


def test_enough_people_trained_and_a_next_session_pass():
    assert missing(*WHOLE) == {}


def test_every_check_of_an_empty_step_misses_something():
    assert len(missing()) == len(STEP.checks)


@pytest.mark.parametrize(
    ("records", "todo", "words"),
    [
        ((), "Tenir une première séance", "Aucune séance n’est notée"),
        ((NEXT,), "Tenir une première séance", "passez-la à «\u00a0tenue\u00a0»"),
        (
            (AwarenessSession(status=SessionStatus.HELD, audience=Audience.INHABITANTS),),
            "Tenir une première séance",
            "Aucune séance n’est notée",
        ),
        (
            (AwarenessSession(status=SessionStatus.HELD, elected_present=7),),
            "Sensibiliser les élus qui décideront",
            "7 sur 23\u00a0élus (30\u00a0%)\u00a0: visez un tiers, soit 8\u00a0élus.",
        ),
        (
            (AwarenessSession(status=SessionStatus.HELD, agents_present=5),),
            "Former les agents",
            "5 sur 18\u00a0agents (28\u00a0%)\u00a0: visez un tiers, soit 6\u00a0agents.",
        ),
        ((), "Nommer des référents", "Aucun référent n’est nommé"),
        (
            (
                REFERENT,
                Person(service="mediatheque"),
                Person(service="École"),
                Person(service="Transition", role=PersonRole.ELECTED),
            ),
            "Nommer des référents",
            "Services sans référent\u00a0: École.",
        ),
        ((HELD,), "Dater la prochaine séance", "Aucune séance n’est prévue"),
        ((AwarenessSession(title="Café"),), "Dater la prochaine séance", "«\u00a0Café\u00a0» n’a pas encore"),
        (
            (ResourceReading(resource="R01", status=ReadingStatus.TO_READ),),
            "Lire une ressource de la bibliothèque",
            "Rien n’est encore lu",
        ),
    ],
)
def test_what_is_missing_is_said(records, todo, words):
    assert words in missing(*records)[todo]


def test_an_unknown_staff_is_asked_for():
    said = missing(*WHOLE, authority=Authority())
    assert set(said) == {"Sensibiliser les élus qui décideront", "Former les agents"}
    assert "nombre d’élus est inconnu" in said["Sensibiliser les élus qui décideront"]
    assert all("fiche de la collectivité" in sentence for sentence in said.values())


def test_a_collectivite_without_agents_has_none_to_train():
    assert "Former les agents" not in missing(authority=Authority(agents=0))
