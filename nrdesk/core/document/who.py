"""Who writes, on which machine."""

from __future__ import annotations

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
