"""Errors that a user can read: one French sentence each for what happened, what was kept, what to do."""

from __future__ import annotations


class UserError(Exception):
    """Something that the user can understand and act on.

    Anything else that is raised is a bug, and is reported as such.
    """

    def __init__(self, what: str, *, kept: str = "", todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        """What happened."""
        self.kept = kept
        """What was kept, or was not touched."""
        self.todo = todo
        """What to do now."""

    def __str__(self) -> str:
        """Return the sentences that there are, in reading order."""
        return " ".join(part for part in (self.what, self.kept, self.todo) if part)


class NotReadyError(UserError):
    """What is asked for cannot be made yet: the user has something to fill in first."""


class SurroundingsError(UserError):
    """The machine said no (disk full, file locked or gone, folder read-only): trying again may work."""
