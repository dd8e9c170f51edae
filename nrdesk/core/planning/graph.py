"""What waits for what: cycles found with their path, an order in which everything can be done."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from nrdesk.core.model import Action, Dependency


def needs(dependencies: Iterable[Dependency]) -> dict[str, list[str]]:
    """Return the identifiers of what each action waits for, in the order given."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in dependencies:
        found[each.action_id].append(each.needs_id)
    return dict(found)


def followers(dependencies: Iterable[Dependency]) -> dict[str, list[str]]:
    """Return the identifiers of what waits for each action, in the order given."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in dependencies:
        found[each.needs_id].append(each.action_id)
    return dict(found)


def cycle(dependencies: Iterable[Dependency], new: tuple[str, str] | None = None) -> tuple[str, ...]:
    """Return the actions that wait for each other in a circle, () when none does.

    Args:
        dependencies: those that there are.
        new: one more, (the action that waits, the one that must be over): only circles through it are
            looked for, and the path starts with it.

    Returns:
        Identifiers, each waiting for the next, and the last for the first.
    """
    waits = needs(dependencies)
    if new is None:
        return _any_cycle(waits)
    waiting, needed = new
    path = _path(waits, needed, waiting)
    return (waiting, *path[:-1]) if path else ()


def order(actions: Sequence[Action], dependencies: Iterable[Dependency]) -> tuple[str, ...]:
    """Return the identifiers of actions, each after what it waits for, else in the order given.

    Actions caught in a circle, or behind one, come last in the order given: nothing is lost for a plan
    that was made elsewhere. Dependencies on actions that are not given count for nothing.
    """
    rank = {action.id: place for place, action in enumerate(actions)}
    kept = [each for each in dependencies if each.action_id in rank and each.needs_id in rank]
    missing = dict.fromkeys(rank, 0)
    for each in kept:
        missing[each.action_id] += 1
    after = followers(kept)
    ready = [rank[key] for key, count in missing.items() if not count]
    heapq.heapify(ready)
    done: dict[str, None] = {}
    while ready:
        key = actions[heapq.heappop(ready)].id
        done[key] = None
        for follower in after.get(key, ()):
            missing[follower] -= 1
            if not missing[follower]:
                heapq.heappush(ready, rank[follower])
    return (*done, *(key for key in rank if key not in done))


def _path(waits: Mapping[str, Sequence[str]], start: str, end: str) -> list[str]:
    """Return a shortest way from an action to another along what each waits for, [] without one."""
    before: dict[str, str] = {start: ""}
    queue = [start]
    for key in queue:  # grows while it is read
        if key == end:
            way = [key]
            while before[way[-1]]:
                way.append(before[way[-1]])
            return way[::-1]
        for need in waits.get(key, ()):
            if need not in before:
                before[need] = key
                queue.append(need)
    return []


def _any_cycle(waits: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the first circle met by walking down from each action in turn; iterative, chains can be long."""
    over: set[str] = set()
    for start in waits:
        if start in over:
            continue
        path = [start]
        on_path = {start: 0}
        todo = [iter(waits[start])]
        while todo:
            key = next(todo[-1], None)
            if key is None:
                todo.pop()
                left = path.pop()
                del on_path[left]
                over.add(left)
            elif key in on_path:
                return tuple(path[on_path[key] :])
            elif key not in over:
                on_path[key] = len(path)
                path.append(key)
                todo.append(iter(waits.get(key, ())))
    return ()
