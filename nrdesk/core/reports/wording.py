"""Turns of phrase that documents share."""

from __future__ import annotations

import datetime as dt
import re

from nrdesk.core import dates
from nrdesk.core.formatting import NBSP, number, significant, trimmed
from nrdesk.core.model import Authority, AuthorityKind
from nrdesk.core.model.obligation import Obligation
from nrdesk.core.reports.content import Meta, Paragraph, ParagraphStyle, Piece, paragraph

CONTENTS = "Sommaire"
NOTHING = "Rien à afficher dans ce tableau pour le moment."
"""Said in place of a table without rows."""
NO_WORDS = "Graphique, décrit par sa légende."
"""Alternative text of a figure that came with none."""
_VOWELS = "aàâeéèêiîoôuAÀÂEÉÈÊIÎOÔUŒœ"
_ELIDED = re.compile(rf"[{_VOWELS}]|Y[^{_VOWELS}]")
"""Names before which "de" loses its vowel: "d’Yvetot", but "de Yutz"."""
_COMMON_NOUNS = ("Loi ", "Code ", "Directive ")
_BEFORE = re.compile(r" (?=[:;?!»%€])")
_AFTER = re.compile(r"« ")


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


def the_authority(authority: Authority) -> str:
    """Return how the text speaks of it: "la commune", "la communauté de communes"."""
    label = authority.kind.label
    return f"l’{label}" if label[0] in _VOWELS else f"la {label}"


def texts(obligation: Obligation) -> str:
    """Return the sentence that cites the texts of an obligation, which often begin with "Loi" or "Décret"."""
    reference = obligation.text_reference
    if reference.startswith(_COMMON_NOUNS):
        reference = reference[0].lower() + reference[1:]
    return f"Textes : {reference}, {obligation.article}."


def facts(meta: Meta) -> list[tuple[str, str]]:
    """Return what a cover tells of a document, name and value."""
    told = [
        ("Date", dates.in_letters(meta.date)),
        ("Campagne", meta.campaign),
        ("Facteurs d’empreinte", meta.factors),
        ("État du droit", dates.in_letters(meta.legal_state) if meta.legal_state else ""),
        ("Statut", meta.status),
    ]
    return [(name, value) for name, value in told if value]


def facts_block(meta: Meta) -> str:
    """Return what a document without a cover tells under its title: date, status, law, notice."""
    law = f"état du droit au {dates.in_letters(meta.legal_state)}" if meta.legal_state else ""
    told = (dates.in_letters(meta.date), meta.status, law)
    line = " · ".join(part for part in told if part)
    return f"{line}\n{meta.notice}" if meta.notice else line


def running_title(meta: Meta) -> str:
    """Return what stands at the foot of every page."""
    return f"{meta.authority} · {meta.title} · {meta.status}"


def kilograms(value: float) -> str:
    """Return kilograms with the figures that an order of magnitude allows: "1 300", "71", "4,3"."""
    return trimmed(significant(value), 1) if value >= 0.05 else ("0" if value == 0 else "< 0,1")


def share(part: float, whole: float) -> str:
    """Return a share in percent, "< 1 %" rather than a zero that is not one."""
    if not whole or not part:
        return f"0{NBSP}%"
    percentage = 100 * part / whole
    return f"{number(percentage)}{NBSP}%" if percentage >= 0.5 else f"<{NBSP}1{NBSP}%"


def french(text: str) -> str:
    """Return our own sentence with the no-break spaces that French punctuation wants."""
    return _AFTER.sub(f"«{NBSP}", _BEFORE.sub(NBSP, text))


def prose(*pieces: Piece, style: ParagraphStyle = "body") -> Paragraph:
    """Return a paragraph of ours, spaces set as French wants them."""
    return paragraph(*(french(piece) if isinstance(piece, str) else piece for piece in pieces), style=style)


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


def days(number_of_days: float) -> str:
    """Return "0,5 jour", "2,75 jours"."""
    return f"{trimmed(number_of_days)}{NBSP}{'jour' if number_of_days < 2 else 'jours'}"


def capital(text: str) -> str:
    """Return a text whose first letter is a capital."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return what somebody wrote with a full stop at its end, unless it ends otherwise."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…:;" else f"{text}."


def council(authority: Authority) -> str:
    """Return the name of the assembly that votes, with its article."""
    return _COUNCILS[authority.kind]


_COUNCILS = {
    AuthorityKind.COMMUNE: "le conseil municipal",
    AuthorityKind.CC: "le conseil communautaire",
    AuthorityKind.CA: "le conseil communautaire",
    AuthorityKind.CU: "le conseil communautaire",
    AuthorityKind.METROPOLE: "le conseil de la métropole",
    AuthorityKind.EPT: "le conseil de territoire",
    AuthorityKind.METROPOLE_LYON: "le conseil de la métropole",
}
