"""Rich text that says what things are: written in the window, kept as JSON, shown by every document."""

from nrdesk.core.richtext.codec import dumps, loads
from nrdesk.core.richtext.html import to_html
from nrdesk.core.richtext.pasted import Pasted, clean_html, from_html, from_plain
from nrdesk.core.richtext.text import (
    Block,
    Bullets,
    Heading,
    Insert,
    Paragraph,
    RichText,
    Run,
    is_empty,
    lines,
    plain,
    tidy,
    words,
)

__all__ = [
    "Block",
    "Bullets",
    "Heading",
    "Insert",
    "Paragraph",
    "Pasted",
    "RichText",
    "Run",
    "clean_html",
    "dumps",
    "from_html",
    "from_plain",
    "is_empty",
    "lines",
    "loads",
    "plain",
    "tidy",
    "to_html",
    "words",
]
