"""What the documents look like: read from the document, checked, written back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core.branding import colour as colours
from nrdesk.core.branding import logo as logos
from nrdesk.core.errors import UserError
from nrdesk.core.model import Look

if TYPE_CHECKING:
    from nrdesk.core.document import Document
    from nrdesk.core.document.transaction import Transaction

LONGEST_ALT = 200


@dataclass(frozen=True, slots=True)
class Branding:
    """A logo that can be drawn and a colour that can be read, whatever the file holds."""

    logo: bytes | None = None
    """PNG or JPEG, opaque, at most `logo.LONGEST_SIDE` pixels a side."""
    alt: str = ""
    """Its words for who cannot see it; never empty beside a logo."""
    colour: str = ""
    """"#RRGGBB", dark enough for white letters; "" for nrdesk's own."""


def record(document: Document) -> Look | None:
    """Return what the collectivité chose, as it was kept; None when it chose nothing."""
    return next(iter(document.all(Look)), None)


def look(document: Document) -> Branding:
    """Return the look of the documents, checked: a file from elsewhere may hold anything."""
    kept = record(document)
    if kept is None:
        return Branding()
    image = kept.logo if logos.is_sound(kept.logo) else None
    alt = " ".join(kept.logo_alt.split())[:LONGEST_ALT] or f"Logo\u00a0: {document.authority.name}"
    return Branding(image, alt if image else "", _readable(kept.colour))


def write(tx: Transaction, kept: Look | None, **changes: object) -> None:
    """Write changes of the only record of the look, which is made when there is none."""
    if kept is None:
        tx.add(Look(**changes))  # type: ignore[arg-type]
    else:
        tx.update(Look, kept.id, **changes)


def _readable(colour: str) -> str:
    try:
        code = colours.read_colour(colour)
    except UserError:
        return ""
    return colours.darkened(code) if code else ""
