"""The reviews of the plan: three levels, agendas told by what changed, decisions that become actions."""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nrdesk.core import dates, moments, paths
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import (
    Action,
    GovernanceBody,
    Review,
    ReviewDecision,
    ReviewLevel,
)
from nrdesk.core.model.team import BodyLevel, Rhythm
from nrdesk.core.monitoring import changes
from nrdesk.core.monitoring.changes import Changes
from nrdesk.core.monitoring.readings import months_later
from nrdesk.core.monitoring.telling import told
from nrdesk.core.workshops import in_order, length, name
from nrdesk.core.written.prose import french
from nrdesk.core.written.words import quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_RHYTHMS = {
    Rhythm.MONTHLY: 1,
    Rhythm.BIMONTHLY: 2,
    Rhythm.QUARTERLY: 3,
    Rhythm.THREE_A_YEAR: 4,
    Rhythm.HALF_YEARLY: 6,
    Rhythm.YEARLY: 12,
}
"""Months between two meetings of a body."""
_MOST_NAMED = 4
"""Actions that a point of an agenda names; the page of the changes has them all."""
_OF_POINT = {"indicators": ("off_track", "readings"), "started": ("started", "added")}
"""Kinds of changes that a point of the agenda tells, where they are not of its name."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda of a level."""

    minutes: int
    text: str
    tells: str = ""
    """What it tells of what changed (a key of `telling.told`, or of several of them); empty for none."""
    always: bool = False
    """Whether it stays when there is nothing to tell."""


@dataclass(frozen=True, slots=True)
class ReviewTemplate:
    """What a level of review is for, whom it gathers, how often and on what."""

    level: ReviewLevel
    title: str
    purpose: str
    participants: str
    months: int
    """Months between two of them (hypothesis of nrdesk)."""
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class LevelState:
    """Where a level of follow-up stands."""

    template: ReviewTemplate
    last: Review | None
    """The last one held."""
    next: Review | None
    """The next one planned."""
    expected: dt.date | None
    """Day by which the next one should be held; None when there was none yet."""
    overdue: bool
    """Whether it should have been held, and is not even planned."""

    @property
    def words(self) -> str:
        """Where it stands, in a French sentence."""
        said = f"Dernière{NBSP}: {_day(self.last)}." if self.last else "Aucune ne s’est encore tenue."
        if self.next:
            return f"{said} Prochaine{NBSP}: {_day(self.next)}."
        if self.expected:
            due = "elle était attendue avant le" if self.overdue else "la suivante est attendue avant le"
            return f"{said} {due[0].upper()}{due[1:]} {dates.in_letters(self.expected)}."
        return said


def template(level: ReviewLevel) -> ReviewTemplate:
    """Return what a level of review is."""
    return _templates()[level]


def levels(document: Document, today: dt.date) -> tuple[LevelState, ...]:
    """Return where the three levels of follow-up stand, the most political first."""
    reviews = in_order(document.all(Review))
    bodies = document.all(GovernanceBody)
    return tuple(_level(level, reviews, bodies, today) for level in ReviewLevel)


def last_held(reviews: Iterable[Review], level: ReviewLevel, *, but: str = "") -> Review | None:
    """Return the last review of a level that was held, but the one whose identifier is given."""
    held = [each for each in in_order(reviews) if each.level is level and each.held and each.id != but]
    return held[-1] if held else None


def since_last(document: Document, review: Review, today: dt.date) -> Changes:
    """Return what changed since the review of the same level that came before this one.

    For a review that was held too, it is what changed up to today: nothing tells the days in between.
    """
    reviews = document.all(Review)
    held = [
        each
        for each in in_order(reviews)
        if each.level is review.level and each.held and each.id != review.id and _before(each, review)
    ]
    last = held[-1] if held else None
    ours = {each.id for each in reviews if each.level is review.level and each.id != review.id}
    decisions = [each for each in document.all(ReviewDecision) if each.review_id in ours]
    day = moments.day_of(last.starts) if last and last.starts else None
    before = changes.loaded(last.state) if last else None
    if before and day is None:
        day = dt.date.fromisoformat(before.on)
    return changes.since(document, day, before=before, today=today, decisions=decisions)


def agenda(level: ReviewLevel, found: Changes) -> str:
    """Return the agenda of a review: a point per line, its length first, what it has to tell after it."""
    return "\n".join(_lines(template(level), found))


def planned(document: Document, level: ReviewLevel, today: dt.date) -> Review:
    """Return a new review of a level, its agenda prepared, not yet in the document."""
    known = template(level)
    body = _body(document.all(GovernanceBody), level)
    review = Review(
        title=known.title,
        level=level,
        body_id=body.id if body else None,
        participants=(body.members if body else "") or known.participants,
    )
    review = replace(review, agenda=agenda(level, since_last(document, review, today)))
    return replace(review, minutes_long=length(review) or None)


def prepare(document: Document, review: Review, today: dt.date) -> None:
    """Write the agenda of a review from what changed since the last one of its level.

    Raises:
        UserError: it was held already.
    """
    if review.held:
        raise UserError(
            "Cette revue a déjà eu lieu.",
            kept="Son ordre du jour ne change pas.",
            todo="Préparez la suivante.",
        )
    text = agenda(review.level, since_last(document, review, today))
    with document.action(f"Préparer l’ordre du jour de {quoted(name(review))}") as tx:
        tx.update(Review, review.id, agenda=text)


def hold(document: Document, review: Review, today: dt.date) -> None:
    """Note that a review was held, and keep the plan as it is: the next review is told what changed since."""
    state = changes.dumped(changes.state_now(document, today))
    starts = review.starts or today.isoformat()
    with document.action(f"Noter que {quoted(name(review))} a eu lieu") as tx:
        tx.update(Review, review.id, held=True, state=state, starts=starts)


def reopen(document: Document, review: Review) -> None:
    """Note that a review was not held after all."""
    with document.action(f"Noter que {quoted(name(review))} n’a pas eu lieu") as tx:
        tx.update(Review, review.id, held=False, state="")


def to_action(document: Document, decision: ReviewDecision) -> Action:
    """Make an action of the plan out of a decision; return it.

    Raises:
        UserError: it is one already, or it says nothing.
    """
    if decision.action_id:
        raise UserError("Cette décision est déjà une action du plan.", kept="Rien n’a changé.")
    if not decision.text.strip():
        raise UserError("Cette décision est vide.", todo="Écrivez-la d’abord en une phrase.")
    review = document.get(Review, decision.review_id)
    ranks = document.column(Action, "rank").values()
    action = Action(
        title=" ".join(decision.text.split()).rstrip("."),
        owner=decision.owner,
        ends=decision.due,
        origin=f"Décision de {quoted(name(review))}, {_day(review)}" if review.starts else name(review),
        rank=max(ranks, default=-1) + 1,
    )
    with document.action(f"Faire une action de {quoted(action.title)}") as tx:
        tx.add(action)
        tx.update(ReviewDecision, decision.id, action_id=action.id)
    return document.get(Action, action.id)


def _lines(known: ReviewTemplate, found: Changes) -> Iterator[str]:
    by_key = {each.key: each for each in told(found)}
    for point in known.points:
        items = [
            item
            for key in _OF_POINT.get(point.tells, (point.tells,))
            if key in by_key
            for item in by_key[key].items
        ]
        if point.always or items:
            more = f"{NBSP}: {_named(items)}" if items else ""
            yield f"{point.minutes}{NBSP}min {point.text}{more}"


def _named(items: list[str]) -> str:
    shown = f"{NBSP}; ".join(items[:_MOST_NAMED])
    left = len(items) - _MOST_NAMED
    return f"{shown}{NBSP}; et {left} de plus" if left > 0 else shown


def _before(one: Review, other: Review) -> bool:
    return not other.starts or (one.starts or "") <= other.starts


def _level(
    level: ReviewLevel, reviews: Iterable[Review], bodies: Iterable[GovernanceBody], today: dt.date
) -> LevelState:
    ours = [each for each in reviews if each.level is level]
    last = last_held(ours, level)
    coming = [each for each in ours if not each.held and each.starts and moments.day_of(each.starts) >= today]
    body = _body(bodies, level)
    months = _RHYTHMS.get(body.rhythm) if body else None
    expected = None
    if last and last.starts:
        expected = months_later(moments.day_of(last.starts), months or template(level).months)
    overdue = not coming and (last is None or (expected is not None and expected < today))
    return LevelState(template(level), last, coming[0] if coming else None, expected, overdue)


def _body(bodies: Iterable[GovernanceBody], level: ReviewLevel) -> GovernanceBody | None:
    """Return the body of the collectivité that would hold the reviews of a level."""
    wanted = BodyLevel.STRATEGIC if level is ReviewLevel.AMBITION else BodyLevel.OPERATIONAL
    return next((each for each in bodies if each.level is wanted), None)


def _day(review: Review | None) -> str:
    starts = review.starts if review else None
    return dates.partial_in_letters(starts.partition("T")[0]) if starts else "date à fixer"


@functools.cache
def _templates() -> Mapping[ReviewLevel, ReviewTemplate]:
    """Read `resources/data/content/reviews.toml`."""
    with (paths.data() / "content" / "reviews.toml").open("rb") as file:
        written = tomllib.load(file)["reviews"]
    return {
        ReviewLevel(each["level"]): ReviewTemplate(
            level=ReviewLevel(each["level"]),
            title=each["title"],
            purpose=french(each["purpose"]),
            participants=french(each["participants"]),
            months=each["months"],
            points=tuple(
                Point(
                    item["minutes"],
                    french(item["text"]),
                    item.get("tells", ""),
                    item.get("always", False),
                )
                for item in each["items"]
            ),
        )
        for each in written
    }
