"""The look of the documents of a collectivité: its logo, its colour, checked before they are kept.

Pillow is imported when a logo is read, never on the way to the window.
"""

from nrdesk.core.branding.colour import CONTRAST, contrast, darkened, read_colour
from nrdesk.core.branding.look import Branding, look, record, write

__all__ = [
    "CONTRAST",
    "Branding",
    "contrast",
    "darkened",
    "look",
    "read_colour",
    "record",
    "write",
]
