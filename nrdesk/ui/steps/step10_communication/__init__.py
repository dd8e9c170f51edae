"""Step 10: what there is to tell, the messages, the moments, the community, the checklist."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.ui.session import Session
from nrdesk.ui.steps.sections import Section
from nrdesk.ui.steps.step10_communication.checklist_card import ChecklistCard
from nrdesk.ui.steps.step10_communication.community_section import CommunitySection, commitments
from nrdesk.ui.steps.step10_communication.kit_card import KitCard
from nrdesk.ui.steps.step10_communication.messages_section import MessagesSection
from nrdesk.ui.steps.step10_communication.moments_section import MomentsSection
from nrdesk.ui.steps.step10_communication.stories_card import StoriesCard


def sections(session: Session) -> Sequence[Section]:
    """Return the cards of the step, in order."""
    stories, messages, kit = StoriesCard(session), MessagesSection(session), KitCard(session)
    stories.told.connect(messages.open)
    stories.kit_asked.connect(kit.tell)
    return (
        stories,
        messages,
        kit,
        MomentsSection(session),
        CommunitySection(session),
        commitments(session),
        ChecklistCard(session),
    )
