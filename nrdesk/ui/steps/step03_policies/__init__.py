"""Step 3: the documents that guide the collectivité, what they say of the digital, what comes out of it."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.core.fields.policy import POLICY
from nrdesk.core.model import PolicyDocument
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.steps.sections import Section
from nrdesk.ui.steps.step03_policies.alerts_card import AlertsCard
from nrdesk.ui.steps.step03_policies.goals_card import GoalsCard
from nrdesk.ui.steps.step03_policies.matrix_card import MatrixCard
from nrdesk.ui.steps.step03_policies.priorities_card import PrioritiesCard
from nrdesk.ui.steps.step03_policies.shared_card import SharedCard


def sections(session: Session) -> Sequence[Section]:
    """Return the cards of the step, in order."""
    policies = RecordSection(
        session,
        PolicyDocument,
        # The goals have a card of their own, with their names.
        [field for field in POLICY if field.name != "goals"],
        title="Les documents qui vous guident",
        columns=("title", "owner", "status", "ends"),
        add_label="Ajouter un document",
        noun="un document",
        empty="Commencez par le projet de mandat et le plan climat, même celui de l’intercommunalité.",
        places={"policies": ""},
    )
    return (
        policies,
        AlertsCard(session, policies),
        GoalsCard(session, policies),
        MatrixCard(session),
        PrioritiesCard(session),
        SharedCard(session),
    )
