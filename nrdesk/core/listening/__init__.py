"""Step 4: who is heard, with which questions, and what comes of it."""

from nrdesk.core.listening.guides import GuideTemplate, as_question, copied, guides, questions_of
from nrdesk.core.listening.interviews import Asked, asked, held, in_words

__all__ = [
    "Asked",
    "GuideTemplate",
    "as_question",
    "asked",
    "copied",
    "guides",
    "held",
    "in_words",
    "questions_of",
]
