"""Step 7: the session, the text put to the vote, the vote, what follows it, the charters."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.ui.session import Session
from nrdesk.ui.steps.sections import Section
from nrdesk.ui.steps.step07_vote.after_card import AfterCard
from nrdesk.ui.steps.step07_vote.charters import ChartersSection
from nrdesk.ui.steps.step07_vote.draft_card import DraftCard
from nrdesk.ui.steps.step07_vote.session_card import SessionCard
from nrdesk.ui.steps.step07_vote.vote_card import VoteCard


def sections(session: Session) -> Sequence[Section]:
    """Return the cards of the step, in order."""
    meeting = SessionCard(session)
    return (
        meeting,
        DraftCard(session, meeting),
        VoteCard(session),
        AfterCard(session),
        ChartersSection(session),
    )
