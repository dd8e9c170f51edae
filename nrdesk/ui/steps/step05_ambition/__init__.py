"""Step 5: where to go, in one sentence, a few axes and objectives that can be checked."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.ui.session import Session
from nrdesk.ui.steps.sections import Section
from nrdesk.ui.steps.step05_ambition.ambition_card import AmbitionCard
from nrdesk.ui.steps.step05_ambition.axes import axes_section
from nrdesk.ui.steps.step05_ambition.objectives import ObjectivesSection
from nrdesk.ui.steps.step05_ambition.proposals_card import ProposalsCard
from nrdesk.ui.steps.step05_ambition.reach_section import ReachSection
from nrdesk.ui.steps.step05_ambition.workshops import sections as meetings


def sections(session: Session) -> Sequence[Section]:
    """Return the cards of the step, in order."""
    axes = axes_section(session)
    objectives = ObjectivesSection(session)
    return (
        AmbitionCard(session),
        axes,
        ProposalsCard(session, axes),
        objectives,
        ReachSection(session, objectives),
        *meetings(session),
    )
