"""Who writes, on which machine, when."""

from __future__ import annotations

import datetime as dt
import getpass
import platform
from functools import cache


@cache
def user_name() -> str:
    """Return the name of the session; empty when the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


@cache
def machine_name() -> str:
    """Return the name of the machine."""
    return platform.node()


def utc_now() -> str:
    """Return the present UTC time, ISO 8601 to the millisecond."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
