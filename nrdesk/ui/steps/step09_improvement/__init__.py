"""Step 9: what advances, what is blocked, what is measured, who meets, the bilan of the year."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.ui.history.card import HistoryCard
from nrdesk.ui.session import Session
from nrdesk.ui.steps.sections import Section
from nrdesk.ui.steps.step09_improvement.indicators_card import IndicatorsCard
from nrdesk.ui.steps.step09_improvement.reviews_card import sections as reviews
from nrdesk.ui.steps.step09_improvement.status_card import StatusCard
from nrdesk.ui.steps.step09_improvement.year_card import YearCard


def sections(session: Session) -> Sequence[Section]:
    """Return the cards of the step, in order."""
    return (
        StatusCard(session),
        IndicatorsCard(session),
        *reviews(session),
        YearCard(session),
        HistoryCard(session),
    )
