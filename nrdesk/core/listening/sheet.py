"""A question guide as a table to send and to take back: its titles, and the names of its sheets.

Whoever writes the table and whoever reads it back share this: that is what guarantees the round trip.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from nrdesk.core.written.words import line

QUESTION, ANSWER = "Question", "Réponse"
WHO, DATE = "Qui répond (service ou fonction)", "Date"
LONGEST_NAME = 31
"""Characters that the name of a sheet may have."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


def sheet_name(title: str, taken: Collection[str]) -> str:
    """Return the name of the sheet of a guide, different from those already taken."""
    name = line(_FORBIDDEN.sub(" ", title)).strip("'") or "Guide"
    cut = name[:LONGEST_NAME].strip()
    rank = 2
    while cut.casefold() in {each.casefold() for each in taken}:
        suffix = f" {rank}"
        cut = name[: LONGEST_NAME - len(suffix)].strip() + suffix
        rank += 1
    return cut
