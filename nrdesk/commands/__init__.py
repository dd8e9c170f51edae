"""The commands of the command line: one function each, over the same core as the window.

A command takes the parsed arguments and returns an `Answer`; it prints nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answers: data for `--json`, a few French lines for a person."""

    data: Mapping[str, object]
    text: str
    code: int = 0
    """Exit code: 0 when all went well."""
