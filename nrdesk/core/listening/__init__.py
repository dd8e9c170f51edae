"""Step 4: who is heard, with which questions, and what comes of it."""

from nrdesk.core.listening.guides import GuideTemplate, copied, guides, questions_of
from nrdesk.core.listening.interviews import Asked, asked, by_kind, held

__all__ = ["Asked", "GuideTemplate", "asked", "by_kind", "copied", "guides", "held", "questions_of"]
