"""« Préparer le bilan »: six screens, once a year, that say what is missing and can be left at any time.

What was checked is kept in the `AnnualReview` of the campaign, which is born with the first thing said.
Closing writes what the bilan tells (`kept`) and freezes the campaign, as one action: one undo for both.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nrdesk.core import campaigns, dates
from nrdesk.core.assessment import Assessment, assess
from nrdesk.core.errors import NotReadyError, UserError
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import ActionYear, AnnualReview, Campaign
from nrdesk.core.monitoring import bilan, missing
from nrdesk.core.monitoring.kept import KeptReview, dumped, kept
from nrdesk.core.monitoring.year import actions_of

if TYPE_CHECKING:
    from nrdesk.core.document import Document

__all__ = [
    "SCREENS",
    "Cycle",
    "CycleStep",
    "KeptReview",
    "check",
    "close",
    "kept",
    "reopen",
    "review_of",
    "say",
    "say_of_action",
    "state",
    "told",
]

SCREENS = {
    "inventory": "L’inventaire",
    "readings": "Les relevés",
    "actions": "Les actions",
    "compliance": "Les obligations",
    "comments": "Les mots du bilan",
    "compare": "Comparer et clore",
}
"""Screens, in order: key -> title."""


@dataclass(frozen=True, slots=True)
class CycleStep:
    """A screen of the cycle."""

    key: str
    title: str
    missing: tuple[str, ...]
    """French sentences."""
    checked: bool
    """Whether somebody said that it was looked at."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """Where the bilan of a campaign stands."""

    campaign: Campaign
    review: AnnualReview | None
    """None while nothing was said."""
    steps: tuple[CycleStep, ...]
    barrier: str = ""
    """Why nothing can be written, in French; empty when it can."""

    @property
    def closed(self) -> bool:
        """Whether the bilan is closed."""
        return bool(self.review and self.review.closed_on)

    @property
    def ready(self) -> bool:
        """Whether it can be closed: every screen but the last was looked at, and nothing prevents it."""
        return not self.barrier and all(step.checked for step in self.steps[:-1])

    @property
    def current(self) -> CycleStep:
        """The first screen that was not looked at: where to take up the work again."""
        return next((step for step in self.steps if not step.checked), self.steps[-1])

    @property
    def sentence(self) -> str:
        """Where it stands, in a French sentence."""
        year = self.campaign.year
        if self.closed:
            assert self.review is not None
            day = dates.partial_in_letters(self.review.closed_on or "")
            return f"Le bilan {year} est clos depuis le {day}."
        if self.barrier:
            return self.barrier
        done = sum(step.checked for step in self.steps)
        if not done:
            return f"Le bilan {year} n’est pas commencé."
        looked_at = count(done, "écran vérifié", "écrans vérifiés")
        return f"Le bilan {year} est commencé{NBSP}: {looked_at} sur {len(self.steps) - 1}."


def state(
    document: Document, campaign: Campaign, today: dt.date, *, assessment: Assessment | None = None
) -> Cycle:
    """Return where the bilan of a campaign stands.

    Args:
        document: the document.
        campaign: the campaign of the year.
        today: the day that it is.
        assessment: the figures of that campaign, when they are at hand.

    Raises:
        UserError: its figures cannot be computed.
    """
    review = review_of(document, campaign)
    if review and review.closed_on:
        steps = (CycleStep(key, title, (), checked=True) for key, title in SCREENS.items())
        return Cycle(campaign, review, tuple(steps))
    at_hand = assessment if assessment and assessment.campaign.id == campaign.id else None
    found = at_hand or assess(document, campaign)
    lacking: dict[str, Callable[[], Iterator[str]]] = {
        "inventory": lambda: missing.inventory(document, found, today),
        "readings": lambda: missing.readings(document, today),
        "actions": lambda: missing.actions(actions_of(document, campaign, today), campaign.year),
        "compliance": lambda: missing.compliance(document, found, today),
        "comments": lambda: missing.comments(review),
        "compare": lambda: iter(()),
    }
    return Cycle(
        campaign,
        review,
        tuple(
            CycleStep(key, title, tuple(lacking[key]()), checked=_checked(review, key))
            for key, title in SCREENS.items()
        ),
        _barrier(document, campaign),
    )


def review_of(document: Document, campaign: Campaign) -> AnnualReview | None:
    """Return the bilan of a campaign, None while nothing was said."""
    found = document.all(AnnualReview, campaign_id=campaign.id)
    return found[0] if found else None


def told(
    document: Document, campaign: Campaign, today: dt.date, *, assessment: Assessment | None = None
) -> KeptReview:
    """Return what the bilan of a campaign tells: as it was closed, else as it stands.

    Raises:
        UserError: what was kept cannot be read, or the figures cannot be computed.
    """
    closed = kept(review_of(document, campaign))
    return closed or bilan.tell(document, campaign, today, assessment=assessment)


def say(document: Document, campaign: Campaign, label: str, **changes: Any) -> None:  # noqa: ANN401
    """Write fields of the bilan of a campaign as one action, whose label is given."""
    review = review_of(document, campaign)
    with document.action(label) as tx:
        if review:
            tx.update(AnnualReview, review.id, **changes)
        else:
            tx.add(AnnualReview(campaign_id=campaign.id, **changes))


def check(document: Document, campaign: Campaign, key: str, *, checked: bool = True) -> None:
    """Note that a screen was looked at, or that it must be again.

    Raises:
        KeyError: no such screen, or the last one, which is closed rather than checked.
    """
    if key not in SCREENS or key == "compare":
        raise KeyError(key)
    title = SCREENS[key].lower()
    label = (
        f"Vérifier {title} du bilan {campaign.year}"
        if checked
        else f"Revoir {title} du bilan {campaign.year}"
    )
    say(document, campaign, label, **{f"{key}_checked": checked})


def say_of_action(document: Document, campaign: Campaign, action_id: str, label: str, **changes: str) -> None:
    """Write what became of an action in a year as one action, whose label is given."""
    known = document.all(ActionYear, action_id=action_id, campaign_id=campaign.id)
    with document.action(label) as tx:
        if known:
            tx.update(ActionYear, known[0].id, **changes)
        else:
            tx.add(ActionYear(action_id=action_id, campaign_id=campaign.id, **changes))


def close(
    document: Document, campaign: Campaign, today: dt.date, *, assessment: Assessment | None = None
) -> None:
    """Close the bilan of a campaign and freeze it, as one action.

    Raises:
        UserError: something prevents it, a screen was not looked at, or the figures cannot be computed.
    """
    now = state(document, campaign, today, assessment=assessment)
    if now.closed:
        raise UserError(f"Le bilan {campaign.year} est déjà clos.", kept="Rien n’a été modifié.")
    if not now.ready:
        left = ", ".join(step.title.lower() for step in now.steps[:-1] if not step.checked)
        raise NotReadyError(
            now.barrier or f"Il reste à vérifier{NBSP}: {left}.",
            kept="Rien n’a été modifié.",
            todo="" if now.barrier else "Un écran se vérifie même s’il y manque quelque chose.",
        )
    content = dumped(bilan.tell(document, campaign, today, assessment=assessment))
    assert now.review is not None
    with document.action(f"Clore le bilan {campaign.year} et figer la campagne") as tx:
        tx.update(AnnualReview, now.review.id, closed_on=today.isoformat(), content=content)
        campaigns.freeze_within(document, tx, campaign)


def reopen(document: Document, campaign: Campaign) -> None:
    """Open a closed bilan again, and unfreeze its campaign, as one action.

    Raises:
        UserError: it is not closed.
    """
    review = review_of(document, campaign)
    if review is None or not review.closed_on:
        raise UserError(f"Le bilan {campaign.year} n’est pas clos.", kept="Rien n’a été modifié.")
    with document.action(f"Rouvrir le bilan {campaign.year}") as tx:
        if campaign.frozen:
            campaigns.unfreeze_within(document, tx, campaign)
        tx.update(AnnualReview, review.id, closed_on=None, content="")


def _barrier(document: Document, campaign: Campaign) -> str:
    if document.read_only:
        return "Ce document est ouvert en lecture seule."
    if campaign.frozen:
        return (
            f"La campagne {campaign.year} est figée sans bilan{NBSP}: défigez-la dans "
            "«\u00a0Campagnes et comparaisons\u00a0» pour l’écrire."
        )
    return ""


def _checked(review: AnnualReview | None, key: str) -> bool:
    return key != "compare" and bool(review and getattr(review, f"{key}_checked"))
