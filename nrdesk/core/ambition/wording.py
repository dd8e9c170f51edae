"""What can be said of the words of an ambition without pretending to understand them.

The rules look at the shape of the text: how many sentences, whether a word looks like a verb, whether a year
or a date is written, whether the weights add up. Nothing here judges what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import Ambition
from nrdesk.core.written.words import listed, normal

MOST_SENTENCES = 2
MOST_WORDS = 60
"""Beyond, nobody can say it again by heart (hypothesis of nrdesk: two sentences of thirty words)."""
FULL = 100
"""Sum of the weights, in percent."""

_END = re.compile(r"(?<![.!?…])[.!?…]+(?=[\s»\"”)]|$)")
_SHORTENED = re.compile(r"\b(art|av|bd|cf|env|etc|ex|fig|hab|min|max|n°|p|st|ste|m|mme|mr)\.", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BEFORE_VERB = frozenset(listed("ne, n, pas, plus, se, s, nous, vous, mieux, toujours, d, ici, a"))
_NOUNS = frozenset(
    listed(
        "affaire, ailleurs, atelier, autre, avenir, bibliotheque, cadre, centre, chantier, cher, contre, "
        "courrier, dernier, desir, dossier, entre, hier, hiver, libre, loisir, maire, matiere, membre, "
        "metier, nombre, notre, numeraire, ordre, ouvrier, papier, particulier, plaisir, premier, "
        "quartier, quatre, registre, scolaire, semestre, solaire, souvenir, territoire, theatre, titre, "
        "trimestre, votre"
    )
)
"""Usual words that end as infinitives do."""
_VERBS = listed(
    "achet, adopt, amelior, apprend, assur, augment, avanc, baiss, chang, choisi, compt, conserv, "
    "construi, control, cree, developp, diminu, divis, donn, doubl, economis, ecri, engag, evit, faire, "
    "fait, favoris, ferm, form, garanti, gard, generalis, install, invest, laiss, limit, lutt, maintenir, "
    "maintien, mene, mesur, mett, mutualis, offr, optimis, ouvr, partag, pass, permet, prend, prepar, "
    "prete, privilegi, produi, prolong, propos, proteg, recycl, reduis, reduit, reemploi, refus, remplac, "
    "rend, renonc, repar, respect, sensibilis, simplifi, soutien, supprim, transform, trie, utilis, vend, "
    "veut, vise, vivre, voulons"
)
"""How the usual verbs of action begin, without accents."""
_WORDS = re.compile(r"[^\W\d_]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing noticed in a text."""

    ok: bool
    text: str
    """French sentence."""


def sentences(text: str) -> int:
    """Return the number of sentences: ends of sentence, and lines without one.

    A point inside a figure ("1.5") or after a usual abbreviation ("art. 35") ends nothing.
    """
    whole = 0
    for line in text.splitlines():
        shown = _SHORTENED.sub(r"\1", line).strip()
        if not _WORDS.search(shown):
            continue
        ends = len(_END.findall(shown))
        tail = _END.split(shown)[-1]
        whole += ends + bool(_WORDS.search(tail))
    return whole


def words(text: str) -> int:
    """Return the number of words."""
    return len(_WORDS.findall(text))


def starts_with_verb(title: str) -> bool:
    """Return whether a clause of a title opens on what looks like an infinitive: "D’ici 2030, garder…".

    A word in -er, -ir or -re, a few usual nouns aside. Nobody checks that it is really a verb.
    """
    for clause in re.split(r"[,;:()]", title):
        first = next((word for word in normal(clause).split() if word not in _BEFORE_VERB), "")
        if _ends(first, "er", "ir", "re"):
            return True
    return False


def says_verb(text: str) -> bool:
    """Return whether a word of a text is in -er or -ir, or begins as a usual verb of action does.

    Words in -re are left aside: within a sentence, most are adjectives ("sobre", "propre").
    """
    return any(
        _ends(word, "er", "ir") or any(word.startswith(stem) for stem in _VERBS)
        for word in normal(text).split()
    )


def says_date(ambition: Ambition) -> bool:
    """Return whether a year is written in the text or given as the horizon."""
    return ambition.horizon is not None or bool(_YEAR.search(ambition.text))


def remarks(ambition: Ambition) -> tuple[Remark, ...]:
    """Return what is noticed in an ambition: its length, a verb, a date; nothing for an empty one."""
    return tuple(_remarks(ambition)) if ambition.text.strip() else ()


def missing_weight(ambition: Ambition) -> int | None:
    """Return what the weights lack to make 100, negative when there is too much; None when none is given."""
    given = [each for each in _weights(ambition) if each is not None]
    return FULL - sum(given) if given else None


def weight_sentence(ambition: Ambition) -> str:
    """Return what the weights lack, in French: "Il manque 10 %."; "" when none is given."""
    missing = missing_weight(ambition)
    if missing is None:
        return ""
    if missing > 0:
        return f"Il manque {missing}{NBSP}%."
    if missing < 0:
        return f"Il y a {-missing}{NBSP}% de trop."
    if None in _weights(ambition):
        return f"Le compte y est{NBSP}: 100{NBSP}%. Une case vide compte pour zéro."
    return f"Le compte y est{NBSP}: 100{NBSP}%."


def _remarks(ambition: Ambition) -> Iterator[Remark]:
    found, size = sentences(ambition.text), words(ambition.text)
    told = count(found, "phrase")
    if found > MOST_SENTENCES:
        yield Remark(False, f"{told}{NBSP}: gardez-en deux, le reste ira dans la feuille de route.")
    elif size > MOST_WORDS:
        yield Remark(False, f"{told}, mais {count(size, 'mot')}{NBSP}: visez {MOST_WORDS} mots au plus.")
    else:
        yield Remark(True, f"{told}, {count(size, 'mot')}{NBSP}: la longueur convient.")
    if says_verb(ambition.text):
        yield Remark(True, "Un verbe dit ce que vous ferez.")
    else:
        yield Remark(False, f"nrdesk n’a pas vu de verbe d’action{NBSP}: garder, réduire, former, ouvrir…")
    if says_date(ambition):
        yield Remark(True, "Une date dit quand.")
    else:
        yield Remark(False, f"Il manque une date{NBSP}: «{NBSP}d’ici 2030{NBSP}», par exemple.")


def _weights(ambition: Ambition) -> tuple[int | None, int | None, int | None]:
    return ambition.environment, ambition.social, ambition.societal


def _ends(word: str, *endings: str) -> bool:
    return len(word) > 3 and word.endswith(endings) and word not in _NOUNS
