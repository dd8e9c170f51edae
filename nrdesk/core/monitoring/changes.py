"""What changed in the plan since a day, or since a review was held.

A review that is noted as held keeps the plan as it was (`PlanState`, in `Review.state`): what changed since
is then a comparison, exact whatever hand changed it. Without it (the beginning of a year) only the dates that
people gave can tell: an action has started since when it starts after that day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.ambition import in_order
from nrdesk.core.campaigns import codec
from nrdesk.core.model import Action, ActionStatus, Milestone, Reading, ReviewDecision
from nrdesk.core.monitoring import indicators
from nrdesk.core.monitoring.indicators import IndicatorState
from nrdesk.core.planning import schedule

if TYPE_CHECKING:
    from nrdesk.core.document import Document

UNNAMED = "Action sans titre"
_STARTED = (ActionStatus.UNDER_WAY, ActionStatus.DONE)


@dataclass(frozen=True, slots=True)
class ActionState:
    """An action as it was."""

    status: ActionStatus
    blocked: bool = False
    late: bool = False
    ends: str = ""
    """Its last day, ISO; empty when it was not known."""


@dataclass(frozen=True, slots=True)
class PlanState:
    """The plan on a day."""

    on: str
    """ISO date."""
    actions: Mapping[str, ActionState] = field(default_factory=dict)
    readings: tuple[str, ...] = ()
    """Identifiers of the readings that there were."""


@dataclass(frozen=True, slots=True)
class Moved:
    """An action whose end is no longer the same."""

    action: Action
    before: dt.date | None
    after: dt.date | None


@dataclass(frozen=True, slots=True)
class Late:
    """An action that is late, and why."""

    action: Action
    reason: str
    """French sentence."""


@dataclass(frozen=True, slots=True)
class Read:
    """An indicator read since, and how often."""

    state: IndicatorState
    readings: tuple[Reading, ...]
    """The new ones, the earliest first."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since a moment, and what waits for someone to decide now."""

    since: dt.date | None
    """None: since the beginning."""
    exact: bool
    """Whether it was compared with a plan that was kept, rather than told from dates."""
    added: tuple[Action, ...] = ()
    started: tuple[Action, ...] = ()
    done: tuple[Action, ...] = ()
    dropped: tuple[Action, ...] = ()
    unblocked: tuple[Action, ...] = ()
    moved: tuple[Moved, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    """Those passed since, the earliest first."""
    readings: tuple[Read, ...] = ()
    blocked: tuple[Action, ...] = ()
    """All those blocked now, since whenever."""
    late: tuple[Late, ...] = ()
    """All those late now."""
    off_track: tuple[IndicatorState, ...] = ()
    """Indicators off track now."""
    due: tuple[IndicatorState, ...] = ()
    """Indicators whose reading is due now."""
    decisions: tuple[ReviewDecision, ...] = ()
    """Decisions of earlier reviews that are not done, the earliest due first."""
    newly: frozenset[str] = frozenset()
    """Identifiers, among `blocked` and `late`, of those that were not so then; none when it is not exact."""

    @property
    def moves(self) -> int:
        """How many things changed."""
        parts: tuple[Sequence[object], ...] = (
            self.added,
            self.started,
            self.done,
            self.dropped,
            self.unblocked,
            self.moved,
            self.milestones,
            self.readings,
        )
        return sum(map(len, parts)) + len(self.newly)


def state_now(document: Document, today: dt.date) -> PlanState:
    """Return the plan as it is, to be kept with a review that is held."""
    stones = _milestones(document)
    actions = {action.id: _state(action, stones.get(action.id, ()), today) for action in document.all(Action)}
    return PlanState(today.isoformat(), actions, tuple(document.ids(Reading)))


def dumped(state: PlanState) -> str:
    """Return a state of the plan as a text to be kept."""
    return codec.dumps(state)


def loaded(text: str) -> PlanState | None:
    """Return a state of the plan from its text; None when there is none, or when it cannot be read."""
    if not text:
        return None
    try:
        return codec.loads(PlanState, text)
    except codec.UnreadableError:
        # Another program wrote it: dates then tell what they can.
        return None


def since(
    document: Document,
    moment: dt.date | None,
    *,
    before: PlanState | None = None,
    today: dt.date | None = None,
    decisions: Iterable[ReviewDecision] | None = None,
) -> Changes:
    """Return what changed since a day.

    Args:
        document: the document.
        moment: the day; None for the beginning.
        before: the plan as it was that day, when it was kept.
        today: the day that it is.
        decisions: those to follow up; all those of the document by default.
    """
    today = today or dt.date.today()
    actions = in_order(document.all(Action))
    stones = _milestones(document)
    now = {action.id: _state(action, stones.get(action.id, ()), today) for action in actions}
    found = _compared(actions, now, before) if before else _told_by_dates(actions, moment, today)
    known = indicators.states(document, today)
    follow = document.all(ReviewDecision) if decisions is None else decisions
    return replace(
        found,
        since=moment,
        milestones=_passed(stones, moment),
        readings=_read(known, moment, before),
        blocked=tuple(each for each in actions if now[each.id].blocked),
        late=tuple(
            Late(each, schedule.lateness(each, stones.get(each.id, ()), today))
            for each in actions
            if now[each.id].late
        ),
        off_track=tuple(each for each in known if each.off_track),
        due=tuple(each for each in known if each.due),
        decisions=tuple(
            sorted(
                (each for each in follow if each.text.strip() and not each.done),
                key=lambda each: each.due or "9999",
            )
        ),
        newly=_newly(now, before),
    )


def _compared(actions: Sequence[Action], now: Mapping[str, ActionState], before: PlanState) -> Changes:
    """Return what differs from the plan that was kept."""
    was = before.actions

    def became(test: Callable[[ActionState], bool]) -> tuple[Action, ...]:
        return tuple(
            each for each in actions if test(now[each.id]) and not (each.id in was and test(was[each.id]))
        )

    return Changes(
        None,
        exact=True,
        added=tuple(each for each in actions if each.id not in was),
        started=tuple(
            each
            for each in became(lambda state: state.status in _STARTED)
            if each.status is not ActionStatus.DONE
        ),
        done=became(lambda state: state.status is ActionStatus.DONE),
        dropped=became(lambda state: state.status is ActionStatus.DROPPED),
        unblocked=tuple(
            each for each in actions if each.id in was and was[each.id].blocked and not now[each.id].blocked
        ),
        moved=tuple(
            Moved(each, _day(was[each.id].ends), _day(now[each.id].ends))
            for each in actions
            if each.id in was and was[each.id].ends != now[each.id].ends
        ),
    )


def _told_by_dates(actions: Sequence[Action], moment: dt.date | None, today: dt.date) -> Changes:
    """Return what the dates of the actions tell of what happened after a day."""

    def recent(action: Action, day: dt.date | None) -> bool:
        # What ended on a day that nobody wrote was at least touched then.
        when = day if day and day <= today else _day(action.updated_at[:10])
        return moment is None or (when is not None and when > moment)

    spans = {action.id: schedule.span(action) for action in actions}
    of = {status: [each for each in actions if each.status is status] for status in ActionStatus}
    return Changes(
        None,
        exact=False,
        started=tuple(each for each in of[ActionStatus.UNDER_WAY] if recent(each, spans[each.id].starts)),
        done=tuple(each for each in of[ActionStatus.DONE] if recent(each, spans[each.id].ends)),
        dropped=tuple(each for each in of[ActionStatus.DROPPED] if recent(each, None)),
    )


def _newly(now: Mapping[str, ActionState], before: PlanState | None) -> frozenset[str]:
    if before is None:
        return frozenset()
    none = ActionState(ActionStatus.TO_START)
    return frozenset(
        id
        for id, state in now.items()
        if (state.blocked and not before.actions.get(id, none).blocked)
        or (state.late and not before.actions.get(id, none).late)
    )


def _state(action: Action, milestones: Sequence[Milestone], today: dt.date) -> ActionState:
    ends = schedule.span(action).ends
    return ActionState(
        status=action.status,
        blocked=action.blocked and action.status not in schedule.OVER,
        late=bool(schedule.lateness(action, milestones, today)),
        ends=ends.isoformat() if ends else "",
    )


def _milestones(document: Document) -> Mapping[str | None, list[Milestone]]:
    found: dict[str | None, list[Milestone]] = {}
    for each in document.all(Milestone):
        found.setdefault(each.action_id, []).append(each)
    return found


def _passed(
    stones: Mapping[str | None, Sequence[Milestone]], moment: dt.date | None
) -> tuple[Milestone, ...]:
    passed = [
        each
        for several in stones.values()
        for each in several
        if each.reached and (moment is None or dates.last_day(each.reached) > moment)
    ]
    return tuple(sorted(passed, key=lambda each: each.reached or ""))


def _read(
    states: Iterable[IndicatorState], moment: dt.date | None, before: PlanState | None
) -> tuple[Read, ...]:
    known = frozenset(before.readings) if before else frozenset()

    def is_new(reading: Reading) -> bool:
        if before:
            return reading.id not in known
        return moment is None or dates.last_day(reading.read_on or "") > moment

    found = ((each, tuple(filter(is_new, each.readings))) for each in states)
    return tuple(Read(each, new) for each, new in found if new)


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
