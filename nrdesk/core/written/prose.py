"""Turns of phrase of the French texts that nrdesk writes."""

from __future__ import annotations

import datetime as dt
import re

from nrdesk.core import dates
from nrdesk.core.formatting import NBSP, trimmed
from nrdesk.core.model import Authority, AuthorityKind
from nrdesk.core.model.obligation import Obligation

_VOWELS = "aàâeéèêiîoôuAÀÂEÉÈÊIÎOÔUŒœ"
_ELIDED = re.compile(rf"[{_VOWELS}]|Y[^{_VOWELS}]")
"""Names before which "de" loses its vowel: "d’Yvetot", but "de Yutz"."""
_BEFORE = re.compile(r" (?=[:;?!»%€])")
_AFTER = re.compile(r"« ")
_TIES = re.compile(
    r" (?=[:;?!»%€])|(?<=«) |(?<=\d) (?=\d{3}\b)"
    r"|(?<=\d) (?=(?:kg|g|t|kWh|Wh|W|Go|Mo|ko|km|m²|h|min|s|j|ans?|mois|jours?|heures?|pages?|HT|TTC)\b)"
)
"""Spaces where a line never ends: a sign that belongs to its word, the two halves of a number, its unit."""
_OPENINGS = re.compile(
    r"(?:Aucune?|Au|Aux|Avec|Ce|Ces|Cette|Dans|De|Des|Deux|Devait|Du|Elle|En|Il|La|Le|Les|Leurs?|Nos|Notre|Nous"
    r"|On|Par|Pas|Pour|Quatre|Rien|Sans|Trois|Trop|Un|Une) (?=[a-zà-ÿœ])|[CDLNQS]’(?=[a-zà-ÿœ])"
    r"|(?:Abandonnée|Bloquée)[., ]"
)
"""How a sentence begins whose first letter is a capital for that reason alone; "Le Mans" is none."""
_COMMON_NOUNS = ("Loi ", "Code ", "Directive ")
_COUNCILS = {
    AuthorityKind.COMMUNE: "le conseil municipal",
    AuthorityKind.CC: "le conseil communautaire",
    AuthorityKind.CA: "le conseil communautaire",
    AuthorityKind.CU: "le conseil communautaire",
    AuthorityKind.METROPOLE: "le conseil de la métropole",
    AuthorityKind.EPT: "le conseil de territoire",
    AuthorityKind.METROPOLE_LYON: "le conseil de la métropole",
}


def full_name(authority: Authority) -> str:
    """Return the name as on a title page: "Commune du Havre", or the name itself for an EPCI."""
    if authority.kind.is_epci:
        return authority.name
    return f"Commune {of(authority.name)}"


def of(name: str) -> str:
    """Return "de Lyon", "d’Annecy", "d’Yvetot", "du Havre", "des Andelys", "de La Rochelle"."""
    if name.startswith("Le "):
        return f"du {name[3:]}"
    if name.startswith("Les "):
        return f"des {name[4:]}"
    return f"d’{name}" if _ELIDED.match(name) else f"de {name}"


def at(name: str) -> str:
    """Return where one is: "à Lyon", "au Havre", "aux Andelys", "à La Rochelle"."""
    if name.startswith("Le "):
        return f"au {name[3:]}"
    return f"aux {name[4:]}" if name.startswith("Les ") else f"à {name}"


def the_authority(authority: Authority) -> str:
    """Return how the text speaks of it: "la commune", "la communauté de communes"."""
    label = authority.kind.label
    return f"l’{label}" if label[0] in _VOWELS else f"la {label}"


def french(text: str) -> str:
    """Return our own sentence with the no-break spaces that French punctuation wants."""
    return _AFTER.sub(f"«{NBSP}", _BEFORE.sub(NBSP, text))


def unbroken(text: str) -> str:
    """Return a text, whoever wrote it, whose lines never end where French forbids it: "5 800 kWh :"."""
    return _TIES.sub(NBSP, text)


def listed(items: list[str]) -> str:
    """Return "a, b et c"."""
    return f"{', '.join(items[:-1])} et {items[-1]}" if len(items) > 1 else "".join(items)


def when(partial: str | None) -> str:
    """Return a partial date in letters: "3 décembre 2026", "février 2027", "2027", or "à dater"."""
    if not partial:
        return "à dater"
    year, month, day = dates.parts(partial)
    if month and day:
        return dates.in_letters(dt.date(year, month, day))
    return f"{dates.MONTHS[month - 1]} {year}" if month else str(year)


def from_to(start: str, end: str) -> str:
    """Return a stretch between partial dates: "d’avril 2026 à juin 2027", "du 3 mars 2026 au 5 mai 2026"."""
    begins = f"du {when(start)}" if len(start) > len("2026-03") else of(when(start))
    return f"{begins} {'au' if len(end) > len('2026-03') else 'à'} {when(end)}"


def days(number_of_days: float) -> str:
    """Return "0,5 jour", "2,75 jours"."""
    return f"{trimmed(number_of_days)}{NBSP}{'jour' if number_of_days < 2 else 'jours'}"


def capital(text: str) -> str:
    """Return a text whose first letter is a capital."""
    return text[:1].upper() + text[1:]


def after_colon(text: str) -> str:
    """Return a sentence as it stands after a colon: without its capital, unless a name may begin it."""
    return text[0].lower() + text[1:] if _OPENINGS.match(text) else text


def sentence(text: str) -> str:
    """Return what somebody wrote with a full stop at its end, unless it ends otherwise."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…:;" else f"{text}."


def council(authority: Authority) -> str:
    """Return the name of the assembly that votes, with its article."""
    return _COUNCILS[authority.kind]


def texts(obligation: Obligation) -> str:
    """Return the sentence that cites the texts of an obligation."""
    return f"Textes : {reference(obligation)}, {obligation.article}."


def reference(obligation: Obligation) -> str:
    """Return the laws and decrees of an obligation as they stand in a sentence: "loi 2021-1485 (REEN)"."""
    told = obligation.text_reference
    return told[0].lower() + told[1:] if told.startswith(_COMMON_NOUNS) else told
