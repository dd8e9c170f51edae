"""A calculation kept up to date: after an edit, only the lines that changed are resolved again.

`compute` reads a whole inventory; a person changes one line of it at a time. The ledger keeps every line
resolved and, for each kind, which lines weigh in its tally. A tally that an edit touched is added up again
from its own lines, in the order of the inventory, rather than corrected by a subtraction: no rounding builds
up, and `result` gives to the last bit what `compute` would.
"""

from __future__ import annotations

from collections.abc import Iterable

from nrdesk.core.footprint.calculator import Calculator
from nrdesk.core.footprint.line import LineResult
from nrdesk.core.footprint.result import FootprintResult
from nrdesk.core.footprint.tally import Kind, Tally
from nrdesk.core.model import Equipment

_Lines = dict[str, LineResult]
"""Identifier -> line resolved."""


class Ledger:
    """The footprint of an inventory whose lines come in the order of their identifiers, edit after edit."""

    def __init__(self, result: FootprintResult) -> None:
        """Go on from what `compute` gave."""
        self._method = result.method
        self._calculator = Calculator(result.method)
        self._calculator.learn(result.lines)
        self._lines: _Lines = {line.id: line for line in result.lines}
        self._kinds: dict[Kind, _Lines] = {kind: {} for kind in result.tallies}
        self._tallies = dict(result.tallies)
        self._stale: set[Kind] = set()
        self._incomplete: _Lines = {line.id: line for line in result.incomplete}
        self._out: _Lines = {line.id: line for line in result.out}
        for line in result.lines:
            if line.in_park and line.complete:
                self._kinds[line.kind][line.id] = line

    def put(self, lines: Iterable[Equipment]) -> None:
        """Add lines, or put them in place of those that have their identifiers.

        Raises:
            ValueError: a date is not a (partial) ISO date.
        """
        for line in lines:
            result = self._calculator.resolve(line)
            self._take_out(line.id)
            self._lines[line.id] = result
            self._place(result)[line.id] = result

    def drop(self, ids: Iterable[str]) -> None:
        """Take lines out; unknown identifiers are ignored."""
        for identifier in ids:
            self._take_out(identifier)
            self._lines.pop(identifier, None)

    def result(self) -> FootprintResult:
        """Return the footprint of the lines as they are now: the same as `compute` gives."""
        for kind in self._stale:
            self._add_up(kind)
        self._stale.clear()
        # As in `compute`: the kinds in the order in which the inventory meets them.
        met = sorted(self._kinds, key=lambda kind: next(iter(self._kinds[kind])))
        return FootprintResult(
            self._method,
            _in_order(self._lines),
            {kind: self._tallies[kind] for kind in met},
            _in_order(self._incomplete),
            _in_order(self._out),
        )

    def _place(self, result: LineResult) -> _Lines:
        """Return where a line belongs; the tally of its kind is to be added up again."""
        if not result.in_park:
            return self._out
        if not result.complete:
            return self._incomplete
        kind = result.kind
        self._stale.add(kind)
        return self._kinds.setdefault(kind, {})

    def _take_out(self, identifier: str) -> None:
        if known := self._lines.get(identifier):
            del self._place(known)[identifier]

    def _add_up(self, kind: Kind) -> None:
        """Make the tally of a kind anew; a kind that no line has any more goes."""
        own = self._kinds[kind] = {i: self._kinds[kind][i] for i in sorted(self._kinds[kind])}
        if not own:
            del self._kinds[kind]
            self._tallies.pop(kind, None)
            return
        # A new one: the results given before this edit keep theirs.
        tally = self._tallies[kind] = Tally()
        for line in own.values():
            lifetime = line.lifetime
            tally.add(line.quantity, lifetime.years, lifetime.sigma, line.kwh)


def _in_order(lines: _Lines) -> tuple[LineResult, ...]:
    return tuple(lines[identifier] for identifier in sorted(lines))
