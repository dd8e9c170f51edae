"""What the stories are drawn from, read once for all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from nrdesk.core.ambition import in_order
from nrdesk.core.assessment import Assessment, assess
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Action, ActionStatus, ActionYear, Campaign
from nrdesk.core.monitoring.indicators import IndicatorState, states
from nrdesk.core.monitoring.telling import title_of
from nrdesk.core.planning import schedule
from nrdesk.core.written.prose import sentence
from nrdesk.core.written.words import quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document

MOST_DIFFICULTIES = 3
"""What did not work, in one story: a reader keeps three things in mind at most."""


class Known:
    """A document on a day."""

    def __init__(self, document: Document, today: dt.date, assessment: Assessment | None = None) -> None:
        """Take a document.

        Args:
            document: the document.
            today: the day that it is.
            assessment: the figures of one of its campaigns, when they are at hand.
        """
        self.document = document
        self.today = today
        self._at_hand = assessment

    def assessment(self, campaign: Campaign) -> Assessment:
        """Return the figures of a campaign.

        Raises:
            UserError: they cannot be computed.
        """
        at_hand = self._at_hand
        return at_hand if at_hand and at_hand.campaign.id == campaign.id else assess(self.document, campaign)

    @cached_property
    def actions(self) -> Mapping[str, Action]:
        """The actions by identifier, in the order of the plan."""
        return {each.id: each for each in in_order(self.document.all(Action))}

    @cached_property
    def said(self) -> Mapping[str, ActionYear]:
        """What was last written of each action, by its identifier."""
        years = {each.id: each.year for each in self.document.campaigns()}
        found = sorted(self.document.all(ActionYear), key=lambda each: years.get(each.campaign_id, 0))
        return {each.action_id: each for each in found}

    @cached_property
    def indicators(self) -> tuple[IndicatorState, ...]:
        """Every indicator as it stands."""
        return states(self.document, self.today)

    def happened(self, partial: str | None) -> bool:
        """Return whether a day that may be partial has come: at least its first day."""
        return bool(partial) and schedule.first_day(partial or "") <= self.today

    def indicator_of(self, action: Action) -> IndicatorState | None:
        """Return the indicator that measures an action and has a reading."""
        return next(
            (each for each in self.indicators if each.indicator.action_id == action.id and each.last), None
        )

    def difficulties_of(self, action: Action) -> tuple[str, ...]:
        """Return what did not work in an action, then in those that serve the same objective."""
        own = [sentence(self.difficulty(action))]
        siblings = [
            self.told(each)
            for each in self.actions.values()
            if action.objective_id and each.objective_id == action.objective_id and each.id != action.id
        ]
        return few([*own, *siblings])

    @cached_property
    def difficulties(self) -> tuple[str, ...]:
        """What did not work in the whole plan: what is blocked or given up first, what was difficult next."""
        actions = list(self.actions.values())
        stuck = [each for each in actions if _is_stuck(each)]
        off_track = [
            sentence(f"{each.title}{NBSP}: {low(each.reason)}") for each in self.indicators if each.off_track
        ]
        others = [each for each in actions if not _is_stuck(each)]
        return tuple(filter(None, [*map(self.told, stuck), *off_track, *map(self.told, others)]))

    def told(self, action: Action) -> str:
        """Return what did not work in an action, with its title; empty when nothing is said of it."""
        words = self.difficulty(action)
        return sentence(f"{quoted(title_of(action))}{NBSP}: {low(words)}") if words else ""

    def difficulty(self, action: Action) -> str:
        """Return what did not work in an action in the words of who led it; empty when nothing is said."""
        said = self.said.get(action.id)
        if said and said.difficulty.strip():
            return said.difficulty.strip()
        if action.blocked and action.status not in schedule.OVER:
            return action.blocked_reason.strip() or "l’action est bloquée"
        return "l’action est abandonnée" if action.status is ActionStatus.DROPPED else ""


def few(sentences: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Return the first sentences that say something, each once."""
    return tuple(dict.fromkeys(filter(None, sentences)))[:MOST_DIFFICULTIES]


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text as sentences."""
    return tuple(sentence(line) for line in text.splitlines() if line.strip())


def _is_stuck(action: Action) -> bool:
    return action.status is ActionStatus.DROPPED or (action.blocked and action.status not in schedule.OVER)


def low(words: str) -> str:
    """Return a text as the end of a sentence: without its capital, unless it begins with an acronym."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
