"""How much may be pasted at once, and what is said beyond."""

from __future__ import annotations

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP, number

LONGEST = 150_000
"""Characters of text that may be pasted at once: about fifty pages, ten times a long chapter."""
LONGEST_SOURCE = 20_000_000
"""Characters of the HTML around it: Word writes up to a hundred times the text, images apart."""


def too_long() -> UserError:
    """Return the error that refuses a text."""
    return UserError(
        f"Ce texte est trop long{NBSP}: nrdesk accepte {number(LONGEST)}{NBSP}caractères à la fois, "
        f"soit une cinquantaine de pages.",
        kept="Rien n’a été collé, et le texte copié reste dans le presse-papiers.",
        todo="Copiez-le chapitre par chapitre, ou joignez le fichier au document sans le recopier.",
    )
