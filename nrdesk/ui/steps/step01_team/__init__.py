"""Step 1: who carries the approach, who covers which trade, where it is followed, who matters around."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.core.fields.team import BODY, PERSON, STAKEHOLDER
from nrdesk.core.model import GovernanceBody, Person, Stakeholder
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.steps.sections import Section
from nrdesk.ui.steps.step01_team.actors_card import ActorsCard
from nrdesk.ui.steps.step01_team.trades_card import TradesCard


def sections(session: Session) -> Sequence[Section]:
    """Return the cards of the step, in order."""
    people = RecordSection(
        session,
        Person,
        PERSON,
        title="L’équipe",
        columns=("name", "function", "is_coordinator", "is_sponsor"),
        add_label="Ajouter une personne",
        noun="une personne",
        empty="Commencez par la personne qui coordonne\u00a0: vous, peut-être.",
        places={"people": "", "coordinator": "is_coordinator", "sponsor": "is_sponsor"},
    )
    bodies = RecordSection(
        session,
        GovernanceBody,
        BODY,
        title="Les rendez-vous de suivi",
        columns=("name", "level", "rhythm"),
        add_label="Ajouter une instance",
        noun="une instance",
        empty="Deux suffisent\u00a0: l’une pour décider, l’autre pour avancer.",
        essential=False,
        places={"governance": ""},
    )
    actors = RecordSection(
        session,
        Stakeholder,
        STAKEHOLDER,
        title="Les acteurs",
        columns=("name", "kind", "role"),
        add_label="Ajouter un acteur",
        noun="un acteur",
        empty="Ceux qui décident, achètent, utilisent, réparent\u00a0: dix noms suffisent.",
        essential=False,
        places={"stakeholders": ""},
    )
    return people, TradesCard(session), bodies, actors, ActorsCard(session, actors)
