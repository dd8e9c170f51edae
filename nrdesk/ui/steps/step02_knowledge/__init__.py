"""Step 2: sessions and people present, referents, indicators, library, quiz."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.ui.session import Session
from nrdesk.ui.steps.sections import Section
from nrdesk.ui.steps.step02_knowledge.attendance import AttendanceCard
from nrdesk.ui.steps.step02_knowledge.indicators import IndicatorsCard
from nrdesk.ui.steps.step02_knowledge.quiz import QuizCard
from nrdesk.ui.steps.step02_knowledge.resources import LibraryCard
from nrdesk.ui.steps.step02_knowledge.training import referents, training_sessions


def sections(session: Session) -> Sequence[Section]:
    """Return the cards of the step, from top to bottom."""
    held = training_sessions(session)
    return (
        held,
        AttendanceCard(session, held),
        IndicatorsCard(session),
        referents(session),
        LibraryCard(session),
        QuizCard(session),
    )
