"""Stories of the plan: an action that is done, a milestone passed, a target reached, half the way made."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core import dates
from nrdesk.core.communication.known import Known, few, low
from nrdesk.core.communication.story import Figure, Story, StoryKind
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Action, ActionStatus, Milestone, Reading
from nrdesk.core.monitoring.indicators import IndicatorState, lack
from nrdesk.core.monitoring.telling import title_of
from nrdesk.core.planning import schedule
from nrdesk.core.written.prose import of, sentence
from nrdesk.core.written.words import quoted

FOOTPRINT = "footprint.gwp"
"""The figure that nrdesk reads (`core.ambition.figure_kinds`) and that the measure of the park tells."""
_HALF = 0.5


def actions(known: Known) -> Iterator[Story]:
    """Yield the actions that are done."""
    for action in known.actions.values():
        if action.status is ActionStatus.DONE:
            yield _action(known, action)


def milestones(known: Known) -> Iterator[Story]:
    """Yield the milestones passed; those of an action that is done are part of its own story."""
    for stone in known.document.all(Milestone):
        action = known.actions.get(stone.action_id or "")
        if stone.title.strip() and known.happened(stone.reached) and not _is_over(action):
            yield _milestone(known, stone, action)


def indicators(known: Known) -> Iterator[Story]:
    """Yield the targets reached and the ways half made; those of an action that is done are in its story."""
    for state in known.indicators:
        way, action = state.way, known.actions.get(state.indicator.action_id or "")
        if state.last is None or _is_over(action) or not known.happened(state.last.read_on):
            continue
        if state.reached:
            yield _reached(known, state, action)
        # The footprint is told by the measure itself, and by the bilan.
        elif way and way.share >= _HALF and state.indicator.measured_by != FOOTPRINT:
            yield _progress(known, state, action)


def figure_of(state: IndicatorState | None) -> Figure | None:
    """Return the last reading of an indicator beside its start."""
    if state is None or state.last is None:
        return None
    label = low(state.title)
    value, day = _start(state)
    if value is not None and value != state.value:
        label = f"{label}, contre {state.text(value)} {_in(day)}"
    return Figure(state.text(state.value), label)


def source_of(state: IndicatorState | None) -> str:
    """Return where the last reading of an indicator comes from."""
    if state is None or state.last is None:
        return "Plan d’action"
    where = (state.last.source or state.indicator.source or state.title).strip().rstrip(".")
    day = dates.partial_in_letters(state.last.read_on) if state.last.read_on else ""
    return f"{where} ({day})" if day and day not in where else where


def _action(known: Known, action: Action) -> Story:
    state, said = known.indicator_of(action), known.said.get(action.id)
    facts = [sentence(said.done) if said else "", _span(action), _service(action)]
    return Story(
        id=f"action:{action.id}",
        kind=StoryKind.ACTION,
        date=_end(known, action),
        title=f"C’est fait{NBSP}: {low(title_of(action))}",
        facts=tuple(filter(None, facts)),
        not_done=few([_falling(state), *known.difficulties_of(action)]),
        figure=figure_of(state),
        source=source_of(state),
    )


def _milestone(known: Known, stone: Milestone, action: Action | None) -> Story:
    title = " ".join(stone.title.split())
    facts = [f"C’est un jalon de l’action {quoted(title_of(action))}." if action else ""]
    return Story(
        id=f"milestone:{stone.id}",
        kind=StoryKind.MILESTONE,
        date=stone.reached or "",
        title=f"Un jalon est passé{NBSP}: {low(title)}",
        facts=tuple(filter(None, facts)),
        not_done=known.difficulties_of(action) if action else (),
        figure=None,
        source="Plan d’action",
    )


def _reached(known: Known, state: IndicatorState, action: Action | None) -> Story:
    assert state.last is not None
    aim = state.path.aim
    target = (
        f"La cible était de {state.text(aim.value)}, pour {low(_month(aim.on.isoformat()))}." if aim else ""
    )
    return Story(
        id=f"target:{state.indicator.id}",
        kind=StoryKind.TARGET,
        date=state.last.read_on or "",
        title=f"Cible atteinte{NBSP}: {low(state.title)}",
        facts=(target,) if target else (),
        not_done=known.difficulties_of(action) if action else (),
        figure=figure_of(state),
        source=source_of(state),
    )


def _progress(known: Known, state: IndicatorState, action: Action | None) -> Story:
    assert state.last is not None
    way, aim = state.way, state.path.aim
    assert way is not None
    left = f"La cible est de {state.text(aim.value)}, pour {_month(aim.on.isoformat())}." if aim else ""
    return Story(
        id=f"progress:{state.indicator.id}",
        kind=StoryKind.PROGRESS,
        date=_half_way(state).read_on or "",
        title=f"La moitié du chemin est faite{NBSP}: {low(state.title)}",
        facts=(f"C’est {way.text} vers la cible.",),
        not_done=few(
            [left, _falling(state), state.reason, *(known.difficulties_of(action) if action else ())]
        ),
        figure=figure_of(state),
        source=source_of(state),
    )


def _half_way(state: IndicatorState) -> Reading:
    """Return the first of the last readings in a row that are beyond the half of the way."""
    first, last = state.path.points[0].value, state.path.points[-1].value
    beyond: Reading | None = None
    for reading in reversed(state.readings):
        if ((reading.value or 0.0) - first) / (last - first) < _HALF:
            break
        beyond = reading
    return beyond or state.readings[-1]


def _start(state: IndicatorState) -> tuple[float | None, str]:
    """Return the value that the last one is compared with, and its date: the base, else the first reading."""
    if state.path.started:
        return state.path.points[0].value, state.path.points[0].on.isoformat()
    return state.readings[0].value, state.readings[0].read_on or ""


def _falling(state: IndicatorState | None) -> str:
    """Return that the last reading is worse than the one before; empty when it is not."""
    before = state.before if state else None
    if state is None or before is None or before.value is None or state.value is None:
        return ""
    if lack(state.direction, before.value, state.value) <= 0:
        return ""
    values = f"{state.text(state.value)}, contre {state.text(before.value)} {_in(before.read_on or '')}"
    return f"Le dernier relevé recule{NBSP}: {values}."


def _end(known: Known, action: Action) -> str:
    """Return when a done action ended: its last milestone passed, its end, else when it was noted."""
    stones = (each.reached for each in known.document.all(Milestone, action_id=action.id))
    passed = [each for each in stones if each and known.happened(each)]
    if passed:
        return max(passed)
    if known.happened(action.ends):
        return action.ends or ""
    ends = schedule.span(action).ends
    if ends and ends <= known.today:
        return ends.isoformat()
    noted = action.updated_at[:10]
    return noted if noted and known.happened(noted) else known.today.isoformat()


def _span(action: Action) -> str:
    if not action.starts or not action.ends:
        return ""
    first, last = _month(action.starts), _month(action.ends)
    return f"Menée {of(first)} à {last}." if first != last else f"Menée en {first}."


def _service(action: Action) -> str:
    service = action.service.strip()
    return f"Service qui l’a menée{NBSP}: {service}." if service else ""


def _is_over(action: Action | None) -> bool:
    return action is not None and action.status is ActionStatus.DONE


def _in(partial: str) -> str:
    return f"en {_month(partial)}" if partial else "au relevé d’avant"


def _month(partial: str) -> str:
    return dates.partial_in_letters(partial[:7])
