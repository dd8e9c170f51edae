"""Step 4: what the collectivité owns, what it weighs, what is done, who was heard, what follows."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.ui.session import Session
from nrdesk.ui.steps.sections import Section
from nrdesk.ui.steps.step04_assessment import listening
from nrdesk.ui.steps.step04_assessment.answers_card import AnswersCard
from nrdesk.ui.steps.step04_assessment.figures_card import FiguresCard
from nrdesk.ui.steps.step04_assessment.maturity_card import MaturityCard
from nrdesk.ui.steps.step04_assessment.sites_card import folded_sites
from nrdesk.ui.steps.step04_assessment.start_card import StartCard
from nrdesk.ui.steps.step04_assessment.synthesis_card import SynthesisCard


def sections(session: Session) -> Sequence[Section]:
    """Return the cards of the step, in order."""
    heard = listening.interviews(session)
    return (
        StartCard(session),
        FiguresCard(session),
        folded_sites(session),
        listening.past_actions(session),
        listening.read_documents(session),
        heard,
        AnswersCard(session, heard),
        listening.question_guides(session),
        MaturityCard(session),
        SynthesisCard(session),
    )
