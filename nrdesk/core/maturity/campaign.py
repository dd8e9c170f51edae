"""The maturity of a campaign of a document, and the campaign that it is compared with."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from nrdesk.core import compliance
from nrdesk.core.maturity.scoring import Maturity, is_settled, maturity_of
from nrdesk.core.model import Authority, Campaign, MaturityAnswer
from nrdesk.core.model.obligation import Status
from nrdesk.core.reference import obligations

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def answers_of(document: Document, campaign: Campaign) -> dict[str, MaturityAnswer]:
    """Return the answers of a campaign by identifier of question; the last one counts."""
    return {each.question: each for each in document.all(MaturityAnswer, campaign_id=campaign.id)}


def of_campaign(
    document: Document, campaign: Campaign, *, flash: bool = False, authority: Authority | None = None
) -> Maturity:
    """Return the maturity of a campaign; what the law asks is judged on the day of its inventory.

    Args:
        document: where the answers are.
        campaign: whose answers.
        flash: whether the path of small communes applies; it changes the progress, never a score.
        authority: whom the law is judged for: as a frozen campaign kept it, that of the document when None.
    """
    on = dt.date.fromisoformat(campaign.as_of)
    answers = document.all(MaturityAnswer, campaign_id=campaign.id)
    return maturity_of(answers, flash=flash, binding=binding_on(authority or document.authority, on))


def binding_on(authority: Authority, on: dt.date) -> dict[str, str]:
    """Return the obligations that apply to a collectivité on a day: identifier -> title."""
    verdicts = compliance.evaluate_all(obligations.load(), authority, on)
    return {
        verdict.obligation.id: f"{verdict.obligation.title}{'' if verdict.verified else ' (à confirmer)'}"
        for verdict in verdicts
        if verdict.status is Status.APPLICABLE
    }


def previous(document: Document, campaign: Campaign) -> Campaign | None:
    """Return the latest campaign of an earlier year that has answers, None when there is none."""
    earlier = sorted(
        (each for each in document.campaigns() if each.year < campaign.year), key=lambda each: -each.year
    )
    return next((each for each in earlier if any(map(is_settled, answers_of(document, each).values()))), None)
