"""Numbers that are hard to read: in letters, in Roman figures, large, percentages (European rules, FALC)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nrdesk.core.formatting import NBSP, THIN
from nrdesk.core.readability.remark import Aim, Kind, Remark
from nrdesk.core.readability.sentences import Sentence
from nrdesk.core.written.words import listed

_MANY_FIGURES = 5
"""Figures of a number for which a comparison says more."""
_SPACES = f" {NBSP}{THIN}"
_PERCENT = re.compile(rf"(\d{{1,3}})(?:,(\d+))?[{_SPACES}]?(?:%|pour[{_SPACES}]cent\b)")
_WHOLE = re.compile(rf"(?<![\w,.-])\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\w,])|(?<![\w,.-])\d{{5,12}}(?![\w,])")
_ROMAN = re.compile(r"(?<!\w)(?=[IVX]{2}|[VX]e)X{0,3}(?:IX|IV|V?I{0,3})(?=(?:er|e|ème)?(?!\w))")
_SHARES = {
    10: "1 sur 10",
    20: "1 sur 5",
    25: "1 sur 4, un quart",
    33: "1 sur 3, un tiers",
    50: "1 sur 2, la moitié",
    66: "2 sur 3, deux tiers",
    67: "2 sur 3, deux tiers",
    75: "3 sur 4, trois quarts",
    80: "4 sur 5",
    90: "9 sur 10",
    100: "tous, toutes",
}
_LETTERS = {
    word: str(number)
    for number, word in enumerate(
        listed(
            """
            deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, treize, quatorze, quinze,
            seize
            """
        ),
        2,
    )
} | {
    "vingt": "20",
    "trente": "30",
    "quarante": "40",
    "cinquante": "50",
    "soixante": "60",
    "cent": "100",
    "mille": "1 000",
}


def numbers(sentence: Sentence, aim: Aim) -> Iterator[Remark]:
    """Yield the numbers to write otherwise, in a text that has to be easy to read."""
    if aim is not Aim.EASY:
        return
    text, at = sentence.text, sentence.start
    for found in _PERCENT.finditer(text):
        share = "" if found[2] else _SHARES.get(int(found[1]), "")
        example = f"«{NBSP}{share}{NBSP}»" if share else f"«{NBSP}1 personne sur 4{NBSP}», ou une comparaison"
        yield _remark(at, found, f"Pourcentage{NBSP}: dites plutôt {example}.")
    for found in _WHOLE.finditer(text):
        if len(re.sub(rf"[{_SPACES}]", "", found[0]).lstrip("0")) >= _MANY_FIGURES:
            yield _remark(at, found, f"Grand nombre{NBSP}: aidez à l’imaginer par une comparaison.")
    for found in _ROMAN.finditer(text):
        if found[0]:
            yield _remark(at, found, f"Chiffres romains{NBSP}: écrivez le nombre en chiffres ordinaires.")
    for word in sentence.words:
        if figure := _LETTERS.get(word.key):
            told = f"Écrivez les nombres en chiffres{NBSP}: {figure}."
            yield Remark(word.start, len(word.text), Kind.NUMBER, told)


def _remark(at: int, found: re.Match[str], advice: str) -> Remark:
    return Remark(at + found.start(), len(found[0]), Kind.NUMBER, advice)
