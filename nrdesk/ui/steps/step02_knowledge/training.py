"""The two plain lists of the step: sessions, and referents of the services."""

from __future__ import annotations

from nrdesk.core.fields.training import REFERENT, SESSION
from nrdesk.core.model import AwarenessSession, Referent
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session


def training_sessions(session: Session) -> RecordSection:
    """Return the card of the sessions, held and to come."""
    return RecordSection(
        session,
        AwarenessSession,
        SESSION,
        title="Séances",
        columns=("title", "held_on", "audience", "status"),
        add_label="Ajouter une séance",
        noun="une séance",
        empty="Aucune séance pour l’instant. Commencez par celle que vous prévoyez\u00a0: "
        "un titre et un mois suffisent.",
        places={"sessions": "", "training": ""},
    )


def referents(session: Session) -> RecordSection:
    """Return the card of the people who relay the approach."""
    return RecordSection(
        session,
        Referent,
        REFERENT,
        title="Référents des services",
        columns=("service", "name"),
        add_label="Ajouter un référent",
        noun="un référent",
        empty="Aucun référent pour l’instant. Dans une petite commune, une personne pour toute la mairie "
        "suffit.",
        places={"referents": ""},
    )
