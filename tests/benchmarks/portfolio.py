"""A folder of 500 collectivités, one in 25 unreadable: where each is shows in less than half a minute."""

import os
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from nrdesk.core import portfolio
from tests.benchmarks.grid import against
from tests.benchmarks.harness import Measure
from tests.portfolio_samples import fill, held

FILES = 500
FIRST, AGAIN = 20.0, 5.0
"""Seconds allowed: everything read, then read again when nothing has changed. Files held by another program
are waited for two seconds each, a few at a time."""


def measures() -> Iterable[Measure]:
    """Yield the bars of a large portfolio."""
    with tempfile.TemporaryDirectory() as place:
        os.environ["NRDESK_HOME"] = str(Path(place) / "home")
        made = fill(Path(place) / "dossier", FILES)
        with held(made.busy):
            first, found = _scan(made.path)
            again, _ = _scan(made.path)
        assert {each.file: each.kind for each in found.failures} == made.wrong
        yield against(f"portefeuille : {FILES} documents, dont {len(made.wrong)} illisibles", [first], FIRST)
        yield against("portefeuille : les mêmes, inchangés", [again], AGAIN)


def _scan(folder: Path) -> tuple[float, portfolio.Portfolio]:
    start = time.perf_counter()
    found = portfolio.scan(folder)
    return time.perf_counter() - start, found


if __name__ == "__main__":
    for measure in measures():
        print(measure.row())
