"""What each step asks to fill in: the cards between its checklist and its documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from nrdesk.ui.session import Session


class Section(Protocol):
    """A card of a step page; it is a `QWidget`."""

    def refresh(self) -> None:
        """Show what the document holds."""

    def focus_field(self, name: str) -> bool:
        """Lead to what a `Place.field` of the checklist names; return whether it is here."""


def _team(session: Session) -> Sequence[Section]:
    from nrdesk.ui.steps import step01_team

    return step01_team.sections(session)


def _knowledge(session: Session) -> Sequence[Section]:
    from nrdesk.ui.steps import step02_knowledge

    return step02_knowledge.sections(session)


def _policies(session: Session) -> Sequence[Section]:
    from nrdesk.ui.steps import step03_policies

    return step03_policies.sections(session)


def _assessment(session: Session) -> Sequence[Section]:
    from nrdesk.ui.steps import step04_assessment

    return step04_assessment.sections(session)


def _ambition(session: Session) -> Sequence[Section]:
    from nrdesk.ui.steps import step05_ambition

    return step05_ambition.sections(session)


def _roadmap(session: Session) -> Sequence[Section]:
    from nrdesk.ui.steps import step06_roadmap

    return step06_roadmap.sections(session)


def _vote(session: Session) -> Sequence[Section]:
    from nrdesk.ui.steps import step07_vote

    return step07_vote.sections(session)


def _plan(session: Session) -> Sequence[Section]:
    from nrdesk.ui.steps import step08_action_plan

    return step08_action_plan.sections(session)


def _improvement(session: Session) -> Sequence[Section]:
    from nrdesk.ui.steps import step09_improvement

    return step09_improvement.sections(session)


def _communication(session: Session) -> Sequence[Section]:
    from nrdesk.ui.steps import step10_communication

    return step10_communication.sections(session)


SECTIONS: Mapping[int, Callable[[Session], Sequence[Section]]] = {
    1: _team,
    2: _knowledge,
    3: _policies,
    4: _assessment,
    5: _ambition,
    6: _roadmap,
    7: _vote,
    8: _plan,
    9: _improvement,
    10: _communication,
}
"""Number of a step -> what makes its cards; a step that is not here has no form of its own yet."""
