"""The addresses that a text may lead to: the web and mailboxes."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

SCHEMES = frozenset({"http", "https", "mailto"})
LONGEST = 2_000
"""Characters of an address; past that it is no longer something that one reads or checks."""

_MAILBOX = re.compile(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?:[/?#].*)?")


def is_allowed(href: str) -> bool:
    """Return whether a document may lead to an address: never to a program, a file nor a script."""
    if len(href) > LONGEST or not href.isprintable() or any(character.isspace() for character in href):
        return False
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return parts.scheme in SCHEMES and bool(parts.netloc if parts.scheme != "mailto" else parts.path)


def completed(typed: str) -> str:
    """Return the address that people mean: "www.ademe.fr" and "mairie@valbrenne.fr" need no scheme.

    Returns:
        An address that `is_allowed`, "" when none can be read there.
    """
    typed = typed.strip()
    if _MAILBOX.fullmatch(typed):
        typed = f"mailto:{typed}"
    elif _SITE.fullmatch(typed):
        typed = f"https://{typed}"
    return typed if is_allowed(typed) else ""
