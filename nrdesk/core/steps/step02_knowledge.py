"""Step 2: everybody around the table understands the same thing."""

from __future__ import annotations

import math

from nrdesk.core.formatting import count, percent
from nrdesk.core.knowledge.training import TrainingFigures, training
from nrdesk.core.model import (
    Attendance,
    AwarenessSession,
    Person,
    PersonRole,
    ReadingStatus,
    Referent,
    ResourceReading,
    SessionStatus,
)
from nrdesk.core.steps.snapshot import Snapshot
from nrdesk.core.steps.step import Check, Deliverable, Place, Step
from nrdesk.core.written.words import normal, quoted

PAGE = "step2"
ENOUGH = 3
"""One person out of so many is enough to go on: any meeting then has somebody who knows the orders of
magnitude. A hypothesis of nrdesk, the method gives no threshold."""


def _figures(now: Snapshot) -> TrainingFigures:
    return training(now.authority, now.all(AwarenessSession), now.all(Attendance))


def _held(now: Snapshot) -> str:
    figures = _figures(now)
    if figures.sessions:
        return ""
    if figures.planned:
        return "Aucune séance n’a encore eu lieu\u00a0: après la première, passez-la à «\u00a0tenue\u00a0»."
    return "Aucune séance n’est notée\u00a0: ajoutez un atelier ou un module en ligne, même court."


def _elected(now: Snapshot) -> str:
    return _share(_figures(now).elected_trained, now.authority.elected, "élu")


def _agents(now: Snapshot) -> str:
    return _share(_figures(now).agents_trained, now.authority.agents, "agent")


def _share(trained: int, staff: int | None, one: str) -> str:
    """Say what is missing for enough of a staff to be trained; `one` names a person of it."""
    if staff is None:
        return f"Le nombre d’{one}s est inconnu\u00a0: donnez-le dans la fiche de la collectivité."
    needed = math.ceil(staff / ENOUGH)
    if trained >= needed:
        return ""
    share = f"{trained} sur {count(staff, one)} ({percent(trained / staff)})"
    return f"{share}\u00a0: visez un tiers, soit {count(needed, one)}. Notez les présents de chaque séance."


def _referents(now: Snapshot) -> str:
    referents = [referent for referent in now.all(Referent) if referent.name]
    if not referents:
        return "Aucun référent n’est nommé\u00a0: dans une petite mairie, une seule personne suffit."
    known = {normal(referent.service) for referent in referents}
    agents = [person for person in now.all(Person) if person.role is PersonRole.AGENT and person.service]
    without = dict.fromkeys(person.service for person in agents if normal(person.service) not in known)
    return f"Services sans référent\u00a0: {', '.join(without)}." if without else ""


def _next_session(now: Snapshot) -> str:
    planned = [each for each in now.all(AwarenessSession) if each.status is SessionStatus.PLANNED]
    if any(session.held_on for session in planned):
        return ""
    if planned:
        return f"{quoted(planned[0].title)} n’a pas encore de date\u00a0: le mois suffit."
    return "Aucune séance n’est prévue\u00a0: choisissez une réunion qui peut céder une heure, et son mois."


def _library(now: Snapshot) -> str:
    done = (ReadingStatus.READ, ReadingStatus.RECOMMENDED)
    if any(reading.status in done for reading in now.all(ResourceReading)):
        return ""
    return "Rien n’est encore lu ni recommandé\u00a0: le module de 30 minutes est un bon début."


STEP = Step(
    number=2,
    key="knowledge",
    title="Partager un socle de connaissances",
    goal="Donner à l’équipe, aux élus et aux agents les mêmes repères avant de décider.",
    checks=(
        Check(
            "Une première séance a réuni l’équipe, des agents ou des élus.",
            Place(PAGE, "sessions"),
            _held,
            todo="Tenir une première séance",
        ),
        Check(
            "Un élu sur trois au moins a été sensibilisé.",
            Place(PAGE, "training"),
            _elected,
            todo="Sensibiliser les élus qui décideront",
        ),
        Check(
            "Un agent sur trois au moins a été formé ou sensibilisé.",
            Place(PAGE, "training"),
            _agents,
            todo="Former les agents",
            essential=False,
        ),
        Check(
            "Chaque service, ou la mairie entière si elle est petite, a une personne référente.",
            Place(PAGE, "referents"),
            _referents,
            todo="Nommer des référents",
            essential=False,
        ),
        Check(
            "Une prochaine séance est datée.",
            Place(PAGE, "sessions"),
            _next_session,
            todo="Dater la prochaine séance",
        ),
        Check(
            "Une ressource au moins a été lue ou recommandée.",
            Place(PAGE, "library"),
            _library,
            todo="Lire une ressource de la bibliothèque",
            essential=False,
        ),
    ),
    deliverables=(
        Deliverable(
            "plan-de-sensibilisation",
            "Plan de sensibilisation",
            "Les séances prévues et tenues, leur public, leur coût, et la liste des participants.",
        ),
    ),
)
