"""Step 8: who does what, when, with which means; the plan itself has a page of its own."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.ui.session import Session
from nrdesk.ui.steps.sections import Section
from nrdesk.ui.steps.step08_action_plan.means_card import MeansCard
from nrdesk.ui.steps.step08_action_plan.plan_card import PlanCard
from nrdesk.ui.steps.step08_action_plan.proposals_card import ProposalsCard
from nrdesk.ui.steps.step08_action_plan.validation_card import ValidationCard


def sections(session: Session) -> Sequence[Section]:
    """Return the cards of the step, in order."""
    return (PlanCard(session), ProposalsCard(session), MeansCard(session), ValidationCard(session))
