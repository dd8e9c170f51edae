"""Names of places as people type them: without accents, hyphens, apostrophes or the right case."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ÿ": "y"})
_SAINT = re.compile(r"\b(s)(t|te|ts|tes)\b")
_SAINTS = {"t": "saint", "te": "sainte", "ts": "saints", "tes": "saintes"}
_NATURES = {
    "communaute de communes": "cc",
    "communaute d agglomeration": "ca",
    "communaute urbaine": "cu",
}
_NATURE = re.compile("|".join(_NATURES))


def normalise(text: str) -> str:
    """Return `text` as it is compared: lower case, no accent, words separated by one space.

    "Saint-Étienne-d’Orthe" and "st etienne d'orthe" both give "saint etienne d orthe"; the nature of an EPCI
    written in full is abbreviated as in the official list ("cc", "ca", "cu"). Line ends are kept, so that
    a whole column of names is normalised at once.
    """
    decomposed = unicodedata.normalize("NFD", text.casefold().translate(_LIGATURES))
    words = re.sub(r"[^a-z0-9\n]+", " ", re.sub(r"[\u0300-\u036f]", "", decomposed))
    words = re.sub(r" ?\n ?", "\n", words).strip(" ")
    words = _SAINT.sub(lambda match: _SAINTS[match[2]], words)
    return _NATURE.sub(lambda match: _NATURES[match[0]], words)
