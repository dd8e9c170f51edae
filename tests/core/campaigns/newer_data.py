"""nrdesk as a later version would be: other factors, another electricity, other hypotheses."""

import csv
import functools
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from nrdesk.core import paths


@contextmanager
def newer_data(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[None]:
    """Run with other reference data, as if nrdesk had been updated in between."""
    data = folder / "data"
    shutil.copytree(paths.data(), data)
    _edit(data / "factors/factors.csv", "value", lambda text: f"{float(text) * 1.7:g}")
    _edit(data / "factors/electricity.csv", "value", lambda text: f"{float(text) / 3:g}")
    _edit(data / "factors/categories.csv", "typical_lifetime_years", lambda text: f"{float(text) + 2:g}")
    _edit(data / "factors/categories.csv", "power_watts", lambda text: f"{float(text) * 2:g}")
    _edit(data / "factors/categories.csv", "refurbished_share", lambda text: "0.9")
    _edit(data / "factors/categories.csv", "label", lambda text: f"{text} (nouveau nom)")
    _edit(data / "factors/usage_profiles.csv", "hours_per_day", lambda text: "1")
    _edit(data / "factors/families.csv", "version", lambda text: "2040")
    with monkeypatch.context() as patch:
        patch.setattr(paths, "data", lambda: data)
        _forget()
        yield
    _forget()


def _edit(table: Path, column: str, change: Callable[[str], str]) -> None:
    with table.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows({**row, column: change(row[column]) if row[column] else ""} for row in rows)


def _forget() -> None:
    """Empty every cache of the readers of reference data, as a new process would find them."""
    for name, module in list(sys.modules.items()):
        if name.startswith("nrdesk.core."):
            for value in vars(module).values():
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()
