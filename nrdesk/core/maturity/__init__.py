"""What the answers to the maturity questionnaire come to: scores, first gains, progress from year to year.

    maturity = maturity_of(document.all(MaturityAnswer, campaign_id=campaign.id))

or `of_campaign`, which also knows which obligations apply and under which path the document is filled in.
"""

from nrdesk.core.maturity.campaign import answers_of, of_campaign, previous
from nrdesk.core.maturity.comparison import (
    MaturityComparison,
    QuestionChange,
    ThemeChange,
    compare,
    difference_text,
)
from nrdesk.core.maturity.explanation import explain_overall, explain_theme
from nrdesk.core.maturity.gains import Gain
from nrdesk.core.maturity.scoring import Maturity, ThemeScore, asked, is_settled, maturity_of

__all__ = [
    "Gain",
    "Maturity",
    "MaturityComparison",
    "QuestionChange",
    "ThemeChange",
    "ThemeScore",
    "answers_of",
    "asked",
    "compare",
    "difference_text",
    "explain_overall",
    "explain_theme",
    "is_settled",
    "maturity_of",
    "of_campaign",
    "previous",
]
