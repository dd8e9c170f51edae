"""Whether a word is one that everyone reads often.

The list has the 8 000 most frequent forms, as they are written. Forms that it lacks are brought back to one
that it may have: plural, feminine, a tense of a regular verb, an adverb. That is a guess from the end of the
word: it may take a rare word for a frequent one that it looks like, rarely the other way round. The list
comes from what is published and subtitled: `_EVERYDAY` adds the things of every day that people seldom write
about.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from nrdesk.core.reference import frequent_words
from nrdesk.core.written.words import listed

_EVERYDAY = frozenset(
    listed(
        """
        abonnement, accueil, affiche, agenda, aujourd'hui, bibliothèque, cantine, cartable, chargeur,
        chauffage, clavier, clé, courriel, crèche, déchet, déchets, écran, fabriquer, électricité,
        facture, formulaire, guichet, imprimante, imprimer, interrupteur, jardin, mairie, médiathèque,
        ordinateur, panne, poubelle, prise, quelqu'un, polluer, recycler, réparer, smartphone, souris,
        tablette, télécharger, téléphone, trier, trottoir
        """
    )
)
_SHORTEST = 4
"""Letters under which a word is never called rare."""
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("eaux", ("eau",)),
    ("aux", ("al", "ail")),
    ("s", ("",)),
    ("x", ("",)),
    ("ées", ("é", "er")),
    ("ée", ("é", "er")),
    ("és", ("é", "er")),
    ("é", ("er",)),
    ("elles", ("el",)),
    ("elle", ("el",)),
    ("ennes", ("en",)),
    ("enne", ("en",)),
    ("ères", ("er",)),
    ("ère", ("er",)),
    ("euses", ("eur", "eux")),
    ("euse", ("eur", "eux")),
    ("trices", ("teur",)),
    ("trice", ("teur",)),
    ("ives", ("if",)),
    ("ive", ("if",)),
    ("es", ("", "er", "e")),
    ("e", ("", "er")),
    ("ment", ("", "e")),
    ("ent", ("er", "ir", "re", "e")),
    ("issent", ("ir",)),
    ("issons", ("ir",)),
    ("issez", ("ir",)),
    ("issant", ("ir",)),
    ("geons", ("ger",)),
    ("çons", ("cer",)),
    ("ons", ("er", "ir", "re")),
    ("ez", ("er", "ir", "re")),
    ("geant", ("ger",)),
    ("ant", ("er", "ir", "re")),
    ("geait", ("ger",)),
    ("ait", ("er", "ir", "re")),
    ("ais", ("er", "ir", "re")),
    ("aient", ("er", "ir", "re")),
    ("era", ("er",)),
    ("erai", ("er",)),
    ("eront", ("er",)),
    ("erons", ("er",)),
    ("erez", ("er",)),
    ("erait", ("er",)),
    ("eraient", ("er",)),
    ("ira", ("ir",)),
    ("iront", ("ir",)),
    ("irons", ("ir",)),
    ("ra", ("re",)),
    ("ront", ("re",)),
    ("it", ("ir",)),
    ("ie", ("i", "ir")),
    ("ies", ("i", "ir")),
    ("i", ("ir",)),
    ("ue", ("u",)),
    ("ues", ("u",)),
    ("er", ("é", "e")),
)
"""Ends of words -> what may stand there instead."""
MOST_FREQUENT = 8_000
EASIEST = 5_000


@lru_cache(maxsize=50_000)
def is_frequent(key: str, most: int = MOST_FREQUENT) -> bool:
    """Return whether a word is among the most frequent ones, in this form or in another.

    Args:
        key: in lower case, as `Word.key`.
        most: how many forms count as frequent.
    """
    if key in _EVERYDAY:
        return True
    if len(key) < _SHORTEST or not key.isalpha():
        parts = key.replace("'", "-").split("-")
        # A figure, or several words: "quelques-uns" is read as "quelques" and "uns".
        return len(parts) == 1 or all(is_frequent(part, most) for part in parts)
    rank = frequent_words.load()
    return any(form in _EVERYDAY or rank.get(form, most + 1) <= most for form in _forms(key))


def _forms(key: str) -> Iterator[str]:
    yield key
    for ending, others in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= 2:
            stem = key.removesuffix(ending)
            yield from (stem + other for other in others)
