"""Long work: a plain function that tells how far it is and stops when asked.

A job takes a `Progress` and calls it now and then; the caller may raise `Cancelled` from it. The window runs
jobs in a pool (`nrdesk.ui.tasks`), the command line and the tests run them as they are.
"""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 -- not an error: the user asked for it
    """The user cancelled; whatever was under way leaves no trace."""


class Progress(Protocol):
    """What a job calls to say how far it is."""

    def __call__(self, done: int, total: int, /) -> None:
        """Say that `done` units out of `total` are done; raises `Cancelled` when the user cancelled."""


def silent(done: int, total: int, /) -> None:
    """Ignore progress: the default of every job."""
