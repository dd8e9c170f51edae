"""What every stored record has: an identifier that two copies of a file can share, and a date."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from typing import ClassVar

from nrdesk.core.model.values import Holds, holding

_last = 0


def new_id() -> str:
    """Return a new identifier: a UUID version 7 (RFC 9562) in 32 hexadecimal digits.

    The leading 60 bits grow with time, and strictly so within a process, so that sorting by identifier
    is sorting by creation: rows keep their order without a column for it, and the index of a bulk
    import is written from left to right.
    """
    global _last
    # 48 bits of milliseconds and 12 bits of fraction (RFC 9562, method 3), never the same twice.
    now = time.time_ns()
    ticks = (now // 1_000_000) << 12 | (now % 1_000_000) * 4096 // 1_000_000
    _last = ticks = max(ticks, _last + 1)
    tail = int.from_bytes(os.urandom(8)) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    return f"{ticks >> 12:012x}7{ticks & 0xFFF:03x}{tail:016x}"


def reference(parent: str) -> dict[str, str]:
    """Return the field metadata that makes a column a foreign key to the table named `parent`."""
    return {"references": parent}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of the document.

    Field types are what SQLite can hold strictly: `str`, `int`, `float`, `bool`, a `StrEnum`, or one of
    them `| None`. Dates are ISO 8601 text, possibly partial (see `nrdesk.core.dates`).
    """

    TABLE: ClassVar[str] = ""

    id: str = field(default_factory=new_id)
    updated_at: str = field(default="", metadata=holding(Holds.INSTANT))
    """UTC time of the last write, set by the document."""
