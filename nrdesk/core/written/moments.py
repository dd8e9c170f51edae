"""Days and hours of a meeting as people write them."""

from __future__ import annotations

import re

from nrdesk.core.formatting import NBSP
from nrdesk.core.moments import WEEKDAYS
from nrdesk.core.written import dates
from nrdesk.core.written.values import Unreadable
from nrdesk.core.written.words import quoted

_HOUR = re.compile(
    r"(?:^|[\s,;(]+|(?<=\d)T)(?:à\s*|a\s+|vers\s+)?(\d{1,2})\s*(?:(?:h|:|heures?)\s*(\d{2})?)"
    r"(?::\d{2}(?:\.\d+)?)?\s*(?:mn|min)?\s*\)?$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"^\s*(?:le\s+)?(?:{'|'.join(WEEKDAYS)})?\s*(?:le\s+)?", re.IGNORECASE)


def read(text: str) -> str | None:
    """Return the day, and the hour if there is one, that a text says; None when it says nothing.

    Understood: "12/03/2026", "12/03/2026 14h", "jeudi 12 mars 2026 à 14 h 30", "2026-03-12T14:00".

    Raises:
        Unreadable: the day is missing or is not a whole date, or the hour does not exist.
    """
    written = text.replace(NBSP, " ").replace("\u202f", " ").strip()
    found = _HOUR.search(written)
    day = _day((written[: found.start()] if found else written).rstrip(" ,;("), text)
    if found is None:
        return day
    if day is None:
        raise Unreadable(f"Écrivez aussi le jour, par exemple 12/03/2026 {found[0].strip()}")
    hours, minutes = int(found[1]), int(found[2] or 0)
    if hours > 23 or minutes > 59:
        raise Unreadable(f"{quoted(found[0].strip())} n’est pas une heure, par exemple 14{NBSP}h{NBSP}30")
    return f"{day}T{hours:02d}:{minutes:02d}"


def _day(written: str, text: str) -> str | None:
    bare = _WEEKDAY.sub("", written, count=1)
    try:
        partial, uncertain = dates.read(bare)
    except Unreadable:
        partial, uncertain = "", False
    if partial is None and not uncertain:
        return None
    if uncertain or partial is None or len(partial) < len("2026-03-12"):
        raise Unreadable(
            f"{quoted(text.strip())} ne dit pas un jour entier{NBSP}: écrivez 12/03/2026 ou 12/03/2026 14 h"
        )
    return partial
