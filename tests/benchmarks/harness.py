"""How a benchmark measures: ours and the floor take turns in one run, and only their ratio is quoted.

The machine's speed drifts; two works timed one right after the other drift together. Each round times both,
the first round warms up, and the median of the round-by-round ratios is what a goal is held against.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table."""

    work: str
    ours: float
    """Median seconds of ours."""
    floor: float
    """Median seconds of what it is compared with."""
    ratio: float
    goal: float
    floor_name: str

    def row(self) -> str:
        """Return the line as printed."""
        verdict = "ok" if self.ratio <= self.goal else "MANQUÉ"
        return (
            f"{self.work:58} {self.ours * 1e3:10.1f} ms {self.floor * 1e3:10.1f} ms  "
            f"× {self.ratio:6.2f}  (but ≤ {self.goal:g})  {verdict}   [{self.floor_name}]"
        )


def compare(
    work: str,
    ours: Callable[[], object],
    floor: Callable[[], object],
    *,
    goal: float,
    floor_name: str,
    rounds: int = ROUNDS,
) -> Measure:
    """Time `ours` and `floor` in turn; `goal` is the highest acceptable ratio."""
    pairs = [(_seconds(ours), _seconds(floor)) for _ in range(rounds + 1)][1:]
    return Measure(
        work,
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
        goal,
        floor_name,
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
