"""What changed, in French: the same words on screen, on an agenda and in a bilan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nrdesk.core import dates
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import Action, ReviewDecision
from nrdesk.core.monitoring.changes import UNNAMED, Changes, Moved, Read
from nrdesk.core.written.prose import when

_DASH = f"{NBSP}– "


@dataclass(frozen=True, slots=True)
class Told:
    """A kind of change, and what is in it."""

    key: str
    title: str
    items: tuple[str, ...]
    """Short French texts."""
    wanting: bool = False
    """Whether it waits for someone: late, blocked, off track, not done."""


def told(changes: Changes) -> tuple[Told, ...]:
    """Return what changed, kind by kind; kinds of which there is nothing to say are left out."""
    return tuple(
        Told(key, title, items, wanting) for key, title, wanting, of in _KINDS if (items := of(changes))
    )


def headline(changes: Changes) -> str:
    """Return in one sentence what happened since."""
    counted = (
        (changes.done, "action terminée", "actions terminées"),
        (changes.started, "action commencée", "actions commencées"),
        (changes.late, "action en retard", "actions en retard"),
        (changes.blocked, "action bloquée", "actions bloquées"),
    )
    parts = [count(len(found), one, several) for found, one, several in counted if found]
    start = f"Depuis le {dates.in_letters(changes.since)}" if changes.since else "Depuis le début"
    return f"{start}{NBSP}: {', '.join(parts) or 'rien n’a commencé ni fini, rien ne bloque'}."


def title_of(action: Action) -> str:
    """Return the title of an action, never empty."""
    return " ".join(action.title.split()) or UNNAMED


def _titles(of: Callable[[Changes], tuple[Action, ...]]) -> Callable[[Changes], tuple[str, ...]]:
    return lambda changes: tuple(map(title_of, of(changes)))


def _blocked(changes: Changes) -> tuple[str, ...]:
    return tuple(
        f"{title_of(each)}{_DASH}{_low(each.blocked_reason.strip()) or 'la raison n’est pas dite'}"
        for each in changes.blocked
    )


def _late(changes: Changes) -> tuple[str, ...]:
    return tuple(f"{title_of(each.action)}{_DASH}{_low(each.reason)}" for each in changes.late)


def _moved(changes: Changes) -> tuple[str, ...]:
    return tuple(map(_move, changes.moved))


def _move(moved: Moved) -> str:
    title = title_of(moved.action)
    if moved.after is None:
        return f"{title}{_DASH}la fin n’est plus datée"
    after = dates.in_letters(moved.after)
    if moved.before is None:
        return f"{title}{_DASH}fin prévue le {after}"
    return f"{title}{_DASH}du {dates.in_letters(moved.before)} au {after}"


def _milestones(changes: Changes) -> tuple[str, ...]:
    return tuple(f"{each.title or 'Jalon'} ({when(each.reached)})" for each in changes.milestones)


def _readings(changes: Changes) -> tuple[str, ...]:
    return tuple(_reading(each.state.title, list(_values(each))) for each in changes.readings)


def _values(read: Read) -> Iterator[str]:
    first, last = read.readings[0], read.readings[-1]
    earlier = [each for each in read.state.readings if each not in read.readings]
    before = earlier[-1] if earlier else first
    if before is not last:
        yield read.state.text(before.value)
    yield read.state.text(last.value)


def _reading(title: str, values: list[str]) -> str:
    same = len(values) > 1 and values[0] == values[-1]
    return f"{title}{NBSP}: {f'toujours {values[0]}' if same else ', puis '.join(values)}"


def _off_track(changes: Changes) -> tuple[str, ...]:
    return tuple(f"{each.title}{_DASH}{_low(each.reason)}" for each in changes.off_track)


def decision_text(decision: ReviewDecision) -> str:
    """Return a decision with who answers for it and when it falls due."""
    details = [part for part in (decision.owner.strip(), when(decision.due) if decision.due else "") if part]
    text = decision.text.strip().rstrip(".")
    return f"{text} ({', '.join(details)})" if details else text


def _low(sentence: str) -> str:
    """Return a sentence as the end of another one."""
    return (sentence[:1].lower() + sentence[1:]).rstrip(".")


_KINDS: tuple[tuple[str, str, bool, Callable[[Changes], tuple[str, ...]]], ...] = (
    (
        "decisions",
        "Décidé et pas encore fait",
        True,
        lambda changes: tuple(map(decision_text, changes.decisions)),
    ),
    ("late", "En retard", True, _late),
    ("blocked", "Bloqué", True, _blocked),
    ("off_track", "Indicateurs hors trajectoire", True, _off_track),
    ("done", "Terminé", False, _titles(lambda changes: changes.done)),
    ("started", "Commencé", False, _titles(lambda changes: changes.started)),
    ("added", "Ajouté au plan", False, _titles(lambda changes: changes.added)),
    ("dropped", "Abandonné", False, _titles(lambda changes: changes.dropped)),
    ("unblocked", "Débloqué", False, _titles(lambda changes: changes.unblocked)),
    ("milestones", "Jalons passés", False, _milestones),
    ("moved", "Dates changées", False, _moved),
    ("readings", "Relevés", False, _readings),
)
"""Key, title, whether it waits for someone, and what tells it."""
