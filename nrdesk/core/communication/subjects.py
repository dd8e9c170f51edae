"""What a kit can tell: the strategy as a whole, or one of the stories drawn from the data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.ambition import in_order
from nrdesk.core.communication import explained, stories
from nrdesk.core.communication.known import few
from nrdesk.core.communication.story import Figure, Story
from nrdesk.core.council import day_of, outcome
from nrdesk.core.footprint import Explanation
from nrdesk.core.footprint.terms import Term
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import ActionStatus, Ambition, Deliberation, Objective, PriorityAxis
from nrdesk.core.monitoring.status import board
from nrdesk.core.written.prose import capital, council, listed, sentence, the_authority
from nrdesk.core.written.words import line, quoted

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document

STRATEGY = ""
"""Identifier of the strategy as a whole, as `KitText.story` keeps it."""
_MOST_OBJECTIVES = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """What there is to tell."""

    id: str
    """Identifier of a story, or `STRATEGY`."""
    title: str
    """Without a full stop."""
    date: str
    """When it happened: ISO date, possibly partial; "" when it has none."""
    facts: tuple[str, ...]
    """French sentences: what was done."""
    not_done: tuple[str, ...]
    """French sentences: what did not work; empty when the document says nothing of it."""
    figure: Figure | None
    source: str
    """Where the figure comes from; empty when there is none to tell."""


def subjects(document: Document, today: dt.date) -> tuple[Subject, ...]:
    """Return the strategy as a whole, then the stories, in the order of `stories`."""
    return (whole(document, today), *map(_of_story, stories.stories(document, today)))


def subject(document: Document, today: dt.date, story: str) -> Subject:
    """Return what a kit tells, by its identifier; the strategy as a whole when that story is gone."""
    found = stories.story(document, today, story) if story != STRATEGY else None
    return _of_story(found) if found else whole(document, today)


def whole(document: Document, today: dt.date) -> Subject:
    """Return what there is to tell of the strategy as a whole."""
    voted = _voted(document, today)
    state = "est votée" if voted else "se prépare"
    figure = _figure(document, today)
    return Subject(
        STRATEGY,
        f"Notre stratégie numérique responsable {state}",
        voted,
        tuple(filter(None, [_vote_sentence(document, voted), *_direction(document), _work(document, today)])),
        few(stories.difficulties(document, today)),
        figure,
        "Plan d’action" if figure else "",
    )


def explain(
    document: Document, today: dt.date, story: str, assessment: Assessment | None = None
) -> Explanation | None:
    """Explain the figure of what is told; None when it has none.

    Args:
        document: the document.
        today: the day that it is.
        story: identifier of a story; `STRATEGY` for the strategy as a whole.
        assessment: the figures of the latest campaign, when they are at hand.

    Raises:
        UserError: the figures of the campaign cannot be computed.
    """
    if story != STRATEGY:
        found = stories.story(document, today, story)
        return explained.explain(document, found, today, assessment) if found else None
    figure = _figure(document, today)
    if figure is None:
        return None
    plan = board(document, today)
    done, dropped = len(plan.of(ActionStatus.DONE)), len(plan.of(ActionStatus.DROPPED))
    return Explanation(
        title=capital(figure.label),
        formula="actions terminées, sur les actions du plan moins celles qui sont abandonnées",
        terms=(
            Term("Actions terminées", str(done), "Plan d’action"),
            Term("Actions du plan", str(len(plan.actions)), "Plan d’action"),
            Term("Actions abandonnées", str(dropped), "Plan d’action"),
        ),
        hypotheses=("Une action abandonnée n’est plus à faire\u00a0: elle se dit parmi les difficultés.",),
    )


def _of_story(story: Story) -> Subject:
    return Subject(story.id, story.title, story.date, story.facts, story.not_done, story.figure, story.source)


def _voted(document: Document, today: dt.date) -> str:
    """Return the day of the vote that adopted the strategy, "" while there was none."""
    for each in document.all(Deliberation):
        day = day_of(each.meeting)
        if day and day <= today and outcome(each).adopted:
            return day.isoformat()
    return ""


def _vote_sentence(document: Document, voted: str) -> str:
    if not voted:
        return ""
    day = dates.partial_in_letters(voted)
    return f"{capital(council(document.authority))} l’a adoptée le {day}."


def _direction(document: Document) -> list[str]:
    """Return the ambition, the axes and the first objectives, each as one sentence."""
    ambition = next(iter(document.all(Ambition)), Ambition())
    found = [sentence(line(ambition.text))] if ambition.text.strip() else []
    axes = [line(each.title) for each in in_order(document.all(PriorityAxis)) if each.title.strip()]
    if axes:
        subject = capital(the_authority(document.authority))
        how_many = count(len(axes), "axe") if len(axes) > 1 else "un axe"
        found.append(f"{subject} a choisi {how_many}{NBSP}: {listed(list(map(quoted, axes)))}.")
    for each in in_order(document.all(Objective))[:_MOST_OBJECTIVES]:
        if each.title.strip():
            due = f", pour {dates.partial_in_letters(each.due)}" if each.due else ""
            found.append(f"Un objectif{NBSP}: {quoted(line(each.title))}{due}.")
    return found


def _work(document: Document, today: dt.date) -> str:
    found = board(document, today)
    going = len(found.of(ActionStatus.UNDER_WAY))
    if not going:
        return ""
    verb = "est en cours" if going == 1 else "sont en cours"
    return f"{count(going, 'action')} {verb}."


def _figure(document: Document, today: dt.date) -> Figure | None:
    """Return how far the plan is; an action given up is not one that is still to come."""
    found = board(document, today)
    kept = len(found.actions) - len(found.of(ActionStatus.DROPPED))
    done = len(found.of(ActionStatus.DONE))
    if not done:
        return None
    label = "action du plan terminée" if done == 1 else "actions du plan terminées"
    verb = "est terminée" if done == 1 else "sont terminées"
    told = f"{count(done, 'action')} du plan sur {kept} {verb}"
    return Figure(f"{done} sur {kept}", label, counted=True, told=told)
