"""The map of actors: what the four quarters of influence and interest call for, on screen and on paper."""

from __future__ import annotations

from enum import StrEnum

from nrdesk.core.model import Stakeholder

LOWEST, HIGHEST = 1, 5
"""Ends of both scales."""
HIGH = 4
"""Level from which an influence or an interest is high."""
X_AXIS, Y_AXIS = "Intérêt pour la démarche", "Influence"


class Quarter(StrEnum):
    """What a place on the map calls for; upper left, upper right, lower left, lower right."""

    CONVINCE = "convince"
    INVOLVE = "involve"
    INFORM = "inform"
    RELAY = "relay"

    @property
    def label(self) -> str:
        """French words."""
        return _LABELS[self]

    @property
    def advice(self) -> str:
        """What to do with those who are there, in one sentence."""
        return _ADVICE[self]


_LABELS = {
    Quarter.CONVINCE: "À convaincre",
    Quarter.INVOLVE: "À associer",
    Quarter.INFORM: "À informer",
    Quarter.RELAY: "Relais",
}
_ADVICE = {
    Quarter.CONVINCE: "Ils pèsent et le sujet ne les attire pas encore\u00a0: allez les voir.",
    Quarter.INVOLVE: "Ils pèsent et le sujet les intéresse\u00a0: commencez par eux.",
    Quarter.INFORM: "Une information de temps en temps leur suffit.",
    Quarter.RELAY: "Ils ont envie d’aider\u00a0: donnez-leur de quoi en parler autour d’eux.",
}


BY_WHOM_TO_START = (Quarter.INVOLVE, Quarter.CONVINCE, Quarter.RELAY, Quarter.INFORM)
"""The quarters in the order in which to go and see people."""


def quarter(actor: Stakeholder) -> Quarter | None:
    """Return the quarter of an actor, None as long as one of the two notes is not given."""
    if actor.interest is None or actor.influence is None:
        return None
    if actor.influence >= HIGH:
        return Quarter.INVOLVE if actor.interest >= HIGH else Quarter.CONVINCE
    return Quarter.RELAY if actor.interest >= HIGH else Quarter.INFORM
