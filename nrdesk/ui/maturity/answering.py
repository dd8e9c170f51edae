"""Writing an answer to a question: one action each, whose label says which question."""

from __future__ import annotations

from nrdesk.core.model import MaturityAnswer
from nrdesk.core.reference.questionnaire import MaturityQuestion
from nrdesk.ui.session import Session


def write_answer(session: Session, question: MaturityQuestion, said: str, **changes: object) -> None:
    """Change the answer to a question in the campaign shown; it is made with the first change.

    Args:
        session: the open document.
        question: which question.
        said: what the action is about, for the label of undo: "niveau 3".
        changes: fields of `MaturityAnswer`.

    Raises:
        UserError: the campaign is frozen, or the document cannot be written; nothing was changed.
    """
    document, campaign = session.document, session.campaign
    known = document.ids(MaturityAnswer, campaign_id=campaign.id, question=question.id)
    with session.act(f"Répondre à «\u00a0{question.text}\u00a0» ({said})") as tx:
        if known:
            tx.update(MaturityAnswer, known[-1], **changes)
        else:
            answer = MaturityAnswer(campaign_id=campaign.id, question=question.id)
            tx.add(answer)
            tx.update(MaturityAnswer, answer.id, **changes)


def is_locked(session: Session) -> bool:
    """Return whether the answers shown can only be read."""
    return session.document.read_only or session.campaign.frozen
