"""The steps that can be undone and redone, and the words of the menu."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Table

DEPTH = 200
"""Steps kept. The images of the oldest are dropped beyond it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One action that can be undone, or redone."""

    number: int
    label: str
    tables: tuple[Table, ...]
    """Tables whose rows it changed."""


class History:
    """Two piles: what was done, what was undone. An action empties the second."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._last = 0

    def next_number(self) -> int:
        """Return the number of the step to come."""
        return self._last + 1

    def leaving(self) -> list[int]:
        """Return the steps whose images go when one more step is pushed."""
        oldest = self._done[: max(0, len(self._done) + 1 - DEPTH)]
        return [step.number for step in (*self._undone, *oldest)]

    def push(self, step: Step) -> None:
        """Add the step that was just committed."""
        self._done = [*self._done, step][-DEPTH:]
        self._undone.clear()
        self._last = step.number

    def undoable(self) -> Step | None:
        """Return the step that undoing would undo."""
        return self._done[-1] if self._done else None

    def redoable(self) -> Step | None:
        """Return the step that redoing would redo."""
        return self._undone[-1] if self._undone else None

    def swapped(self, step: Step) -> None:
        """Move a step to the other pile, once it was undone or redone."""
        source, target = (
            (self._done, self._undone) if self._done[-1:] == [step] else (self._undone, self._done)
        )
        target.append(source.pop())
