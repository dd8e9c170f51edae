"""The names of the files of the archive, and the folder of each document."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from nrdesk.core.steps import STEPS

_LONGEST = 80
"""Longest name of a file or of a folder: Windows counts the whole path, of 260 characters at most."""


def safe(text: str) -> str:
    """Return a text as a name of file that every system takes: "État : x" gives "État, x"."""
    told = re.sub(r"[\s\u00a0\u202f]*:[\s\u00a0\u202f]*", ", ", text)
    told = re.sub(r'[<>"/\\|?*\x00-\x1f]', "-", told)
    told = re.sub(r"[\u00a0\u202f]", " ", told)
    return told[:_LONGEST].strip(" .") or "sans nom"


def unique(name: str, taken: Collection[str]) -> str:
    """Return a name that no other file has, even where capitals do not count."""
    known = {each.casefold() for each in taken}
    stem, dot, suffix = name.rpartition(".")
    found, number = name, 1
    while found.casefold() in known:
        number += 1
        found = f"{stem} ({number}){dot}{suffix}" if dot else f"{name} ({number})"
    return found


def shelf(key: str) -> str:
    """Return the folder of a document, that of the last step that it belongs to; "" when no step has it."""
    return _shelves().get(key, "")


@cache
def _shelves() -> Mapping[str, str]:
    return {each.key: f"{step.number:02d} {safe(step.title)}" for step in STEPS for each in step.deliverables}
