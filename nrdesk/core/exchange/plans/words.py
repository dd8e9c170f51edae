"""Attributes of actions as people write them in their plans, read without guessing silently."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

from nrdesk.core.fields import plan as fields
from nrdesk.core.fields.field import Value
from nrdesk.core.model import ActionStatus, Axis, Dimension, Moscow, Participation, Reach
from nrdesk.core.written import dates as written_dates
from nrdesk.core.written import values
from nrdesk.core.written.values import Unreadable, is_nothing
from nrdesk.core.written.words import listed, normal, quoted

_T = TypeVar("_T")
_FIELD = {field.name: field for field in fields.ACTION}


class State(NamedTuple):
    """Where an action stands, and whether something stops it."""

    status: ActionStatus
    blocked: bool = False
    reason: str = ""


_STATES: Mapping[str, State] = {
    word: state
    for words, state in (
        (
            """
            a lancer, a venir, a discuter, a faire, pas commence, pas commencee, non commence, non commencee,
            prevu, prevue, planifie, planifiee, non demarre, non demarree, idee, etude, a demarrer, a l etude,
            en projet, todo, en attente de lancement
            """,
            State(ActionStatus.TO_START),
        ),
        (
            """
            en cours, en retard, commence, commencee, demarre, demarree, lance, lancee, engage, engagee,
            en cours de realisation, doing, en realisation
            """,
            State(ActionStatus.UNDER_WAY),
        ),
        (
            """
            termine, terminee, realise, realisee, fait, faite, fini, finie, acheve, achevee, cloture,
            cloturee, solde, soldee, done, ok
            """,
            State(ActionStatus.DONE),
        ),
        (
            "abandonne, abandonnee, annule, annulee, abandon, sans suite, non retenue, non retenu",
            State(ActionStatus.DROPPED),
        ),
        ("bloque, bloquee, stoppe, stoppee", State(ActionStatus.UNDER_WAY, blocked=True)),
        (
            "en pause, suspendu, suspendue, en suspens, reporte, reportee, en attente",
            State(ActionStatus.UNDER_WAY, blocked=True, reason="En pause"),
        ),
    )
    for word in listed(words)
}
_LEVELS = {
    **dict.fromkeys(
        listed("eleve, elevee, haut, haute, fort, forte, urgent, urgente, prioritaire, p1, majeur, majeure"),
        1,
    ),
    **dict.fromkeys(listed("moyen, moyenne, p2, normal, normale, modere, moderee"), 2),
    **dict.fromkeys(listed("bas, basse, faible, p3, secondaire, mineur, mineure, limite"), 3),
}
_GREAT = {
    **{word: 4 - level for word, level in _LEVELS.items() if not word.startswith("p")},
    **dict.fromkeys(listed("facile, simple, tres facile"), 3),
    **dict.fromkeys(listed("difficile, complexe, tres difficile"), 1),
}
_MOSCOW = {
    **dict.fromkeys(("must", "m", "must have"), Moscow.MUST),
    **dict.fromkeys(("should", "s", "should have"), Moscow.SHOULD),
    **dict.fromkeys(("could", "c", "could have"), Moscow.COULD),
    **dict.fromkeys(("wont", "won t", "w", "won t have"), Moscow.WONT),
    **{normal(each.label): each for each in Moscow if each.label},
}
_DIMENSIONS = {
    **dict.fromkeys(
        listed("environnement, environnemental, environnementale, ecologique"), Dimension.ENVIRONMENT
    ),
    **dict.fromkeys(listed("social, sociale"), Dimension.SOCIAL),
    **dict.fromkeys(listed("societal, societale, ethique"), Dimension.SOCIETAL),
}
_REACHES = {
    **dict.fromkeys(listed("interne, en interne, agents, services"), Reach.INTERNAL),
    **dict.fromkeys(
        listed("externe, en externe, territoire, sur le territoire, territorial, territoriale, habitants"),
        Reach.TERRITORY,
    ),
}
_YES = frozenset(listed("oui, vrai, true, yes, x, 1, o"))
_NO = frozenset((*listed("non, faux, false, no, 0, n"), ""))
_RANK = re.compile(r"^\s*(?:axe\s*)?[A-Z]?\d+(?:\s*[.)]\s*\d+)*\s*[.):–—-]?\s+", re.IGNORECASE)
"""« 1. », « Axe 2 : », « 1.1. » before a title."""
_QUARTER = re.compile(r"(?:t|q)\s*([1-4])|([1-4])\s*(?:er|e|eme)?\s*trim(?:estre)?")
_HALF = re.compile(r"s\s*([12])|([12])\s*(?:er|e|eme)?\s*sem(?:estre)?")
_YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")
_PERIOD = re.compile(r"\s+(?:à|au|–|—|-|→|jusqu’à|jusqu'à)\s+|\s*[–—→]\s*|(?<=\d{4})\s*-\s*(?=\d{4}|\d\d?/)")
_MONTHS = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*(an|annee|mois|m|semaine|trimestre|semestre)?s?")
_UNITS = {None: 1.0, "mois": 1.0, "m": 1.0, "an": 12.0, "annee": 12.0, "trimestre": 3.0, "semestre": 6.0}
_THOUSANDS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(k|m)\s*€?(?:\s*h\.?t\.?)?", re.IGNORECASE)
_DAYS = re.compile(r"\bj(?:ours?)?\b|\s*/\s*mois|\bpar mois\b|\bh\b\.?", re.IGNORECASE)


def unnumbered(title: str) -> str:
    """Return the title of an axis without its rank: "1. Achats" gives "Achats"."""
    return _RANK.sub("", title, count=1).strip()


def state(text: str) -> State:
    """Return where an action stands; to be started when nothing is said.

    Raises:
        Unreadable: the words are not known.
    """
    if is_nothing(text):
        return State(ActionStatus.TO_START)
    return _found(_STATES, text, "où en est l’action")


def level(text: str) -> int | None:
    """Return a priority from 1 (first) to 3, None when nothing is said."""
    return _scale(text, _LEVELS)


def great(text: str) -> int | None:
    """Return an ease or an effect from 1 (small) to 3 (great), None when nothing is said."""
    return _scale(text, _GREAT)


def share(text: str, *, of_one: bool) -> int | None:
    """Return an advancement in percent; `of_one` when the column counts from 0 to 1, as spreadsheets do."""
    value = values.number(text, re.compile("%"))
    if value is None:
        return None
    percent = round(100 * value) if of_one and "%" not in text else round(value)
    if not 0 <= percent <= 100:
        raise Unreadable(f"{quoted(text.strip())} n’est pas un avancement entre 0 et 100")
    return percent


def yes(text: str) -> bool:
    """Return whether a cell says yes: "oui", "VRAI", "x"."""
    words = normal(text)
    if words in _YES:
        return True
    if words in _NO or is_nothing(text):
        return False
    raise Unreadable(f"{quoted(text.strip())} ne dit ni oui ni non")


def axis(text: str) -> Axis:
    """Return the axis of the decree that a text names, by its code or by its words.

    Raises:
        Unreadable: it is an axis of one's own.
    """
    words = normal(text)
    for known in Axis:
        if words == normal(known.value) or normal(unnumbered(text)) == normal(known.label):
            return known
    raise Unreadable(f"{quoted(text.strip()[:80])} n’est pas un axe du décret")


def dimension(text: str) -> Dimension:
    """Return the dimension that a text names."""
    return _found(_DIMENSIONS, text, "de quelle dimension il s’agit")


def reach(text: str) -> Reach:
    """Return where an action acts."""
    return _found(_REACHES, text, "où agit l’action")


def moscow(text: str) -> Moscow:
    """Return how much a workshop wanted an action."""
    if is_nothing(text):
        return Moscow.UNSAID
    return _found(_MOSCOW, text, "son rang MoSCoW")


def participation(text: str) -> Participation:
    """Return how far inhabitants take part."""
    if is_nothing(text):
        return Participation.UNSAID
    known = {normal(each.label): each for each in Participation if each.label}
    return _found(known, text, "la participation des habitants")


def months(text: str) -> float | None:
    """Return a duration in months: "6", "6 mois", "1 an", "2 trimestres"."""
    if is_nothing(text):
        return None
    found = _MONTHS.fullmatch(text.strip().casefold().replace("é", "e"))
    if found is None or found[2] == "semaine":
        raise Unreadable(f"{quoted(text.strip())} n’est pas une durée en mois")
    return float(found[1].replace(",", ".")) * _UNITS[found[2]]


def days(text: str) -> float | None:
    """Return days a month: "2", "1,5 j/mois"."""
    value = values.number(text, _DAYS)
    if value is not None and not 0 <= value <= 31:
        raise Unreadable(f"{quoted(text.strip())} n’est pas un nombre de jours par mois")
    return value


def date(text: str, *, last: bool = False) -> str | None:
    """Return a partial date; "T2 2027" gives its first month, or its last one when `last`.

    Raises:
        Unreadable: the text is not a date.
    """
    words = normal(text)
    year = _YEAR.search(words)
    if year:
        rest = words.replace(year[0], " ").strip()
        for pattern, length in ((_QUARTER, 3), (_HALF, 6)):
            if found := pattern.fullmatch(rest):
                rank = int(found[1] or found[2])
                return f"{year[0]}-{rank * length if last else (rank - 1) * length + 1:02}"
    return written_dates.read(text).partial


def period(text: str) -> tuple[str | None, str | None]:
    """Return first and last partial dates of "2025-2027", "janvier 2026 à mars 2026", "T2 2027".

    Raises:
        Unreadable: no dates are recognised.
    """
    pieces = [piece for piece in _PERIOD.split(text.strip()) if piece]
    if len(pieces) > 2:
        raise Unreadable(f"{quoted(text.strip()[:80])} n’est pas une période")
    return (date(pieces[0]), date(pieces[-1], last=True)) if pieces else (None, None)


def money(text: str) -> float | None:
    """Return an amount in euros excl. tax: "12 000 €", "12 k€", "1,5 M€"."""
    if found := _THOUSANDS.fullmatch(text.strip()):
        value = float(found[1].replace(",", "."))
        return value * (1_000 if found[2].lower() == "k" else 1_000_000)
    return values.price(text)


def plain(name: str, text: str) -> Value:
    """Return the value of an attribute as its own form reads it."""
    return _FIELD[name].read(text)


def pieces(text: str) -> list[str]:
    """Return the items of a list separated by commas, semicolons or lines."""
    each = (" ".join(piece.split()).strip("-•* ") for piece in re.split(r"[,;\n]", text))
    return list(dict.fromkeys(piece for piece in each if piece))


def milestones(text: str) -> list[tuple[str, str | None]]:
    """Return milestones and their dates: one a line, else one an item; "Marché signé (03/2027)"."""
    lines = text.splitlines() if "\n" in text.strip() else re.split(";", text)
    found: list[tuple[str, str | None]] = []
    for line in lines:
        title = " ".join(line.split()).strip("-•* ")
        if dated := re.fullmatch(r"(.+?) *\(([^()]+)\)", title):
            try:
                found.append((dated[1], date(dated[2])))
                continue
            except Unreadable:  # what stands between brackets is part of the title
                pass
        if title:
            found.append((title, None))
    return found


READERS: Mapping[str, Callable[[str], object]] = {
    "priority": level,
    "ease": great,
    "impact": great,
    "continuous": yes,
    "blocked": yes,
    "axis": axis,
    "dimension": dimension,
    "reach": reach,
    "moscow": moscow,
    "participation": participation,
    "months": months,
    "owner_days": days,
    "starts": date,
    "ends": lambda text: date(text, last=True),
}
"""Attributes that people write otherwise than the form does."""


def _scale(text: str, words: Mapping[str, int]) -> int | None:
    if is_nothing(text):
        return None
    bare = text.strip()
    if bare in ("1", "2", "3"):
        return int(bare)
    return _found(words, text, "un niveau de 1 à 3")


def _found(words: Mapping[str, _T], text: str, what: str) -> _T:
    if (value := words.get(normal(text))) is not None:
        return value
    raise Unreadable(f"{quoted(text.strip()[:80])} ne dit pas {what}")
