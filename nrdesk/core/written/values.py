"""Figures and words as people write them in an inventory, read without ever guessing silently.

Each function takes the text of a cell and returns its value, or raises `Unreadable` with the reason in
French. A blank, a dash or "inconnu" is a value: nothing. Dates are read in `written_dates`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from nrdesk.core.formatting import NBSP, THIN
from nrdesk.core.model import Acquisition, EquipmentStatus, ExitRoute
from nrdesk.core.written.words import listed, normal, quoted

_Choice = TypeVar("_Choice", Acquisition, EquipmentStatus, ExitRoute)

NOTHING = frozenset(
    listed(
        """
        , nc, n c, nr, na, n a, nd, so, sans objet, neant, aucun, aucune, none, null, vide, inconnu, inconnue,
        date inconnue, non renseigne, non renseignee, non connu, unknown
        """
    )
)
"""What people write where they have nothing to write, as `normal` returns it."""

MOST_APPLIANCES = 100_000
"""A line of more appliances than this is a mistake: a price or a postcode in the wrong column."""


class Unreadable(ValueError):  # noqa: N818 -- reads better in `raise Unreadable("…")`
    """A text that does not say a value; `reason` is a French sentence without its final full stop."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def is_nothing(text: str) -> bool:
    """Return whether a cell says that there is nothing to say: blank, "-", "NC", "inconnu"."""
    return normal(text) in NOTHING


_THOUSANDS_SPACE = re.compile(rf"(?<=[0-9])[ {NBSP}{THIN}'’](?=[0-9]{{3}}(?![0-9]))")
_COMMA_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:(?:,[0-9]{3})+\.[0-9]*|(?:,[0-9]{3}){2,})")
_DOT_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:(?:\.[0-9]{3})+,[0-9]*|(?:\.[0-9]{3}){2,})")
_ONE_DOT_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_PLAIN = re.compile(r"[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)")


def number(text: str, units: re.Pattern[str], *, dot_thousands: bool = False) -> float | None:
    """Return the number that a text says, or None when it says nothing.

    The last separator is the decimal one when there are two kinds ("1.450,00" and "1,450.00"); a comma
    alone is a decimal comma; spaces of any kind and apostrophes separate thousands.

    Args:
        text: "1 450,00", "12.5", "350 kWh/an"…
        units: what may stand before or after the number.
        dot_thousands: whether "1.450" is one thousand four hundred and fifty, as in a column of prices.

    Raises:
        Unreadable: the text is not one number.
    """
    if is_nothing(text):
        return None
    digits = units.sub(" ", _THOUSANDS_SPACE.sub("", text.replace("−", "-"))).strip()
    if _COMMA_THOUSANDS.fullmatch(digits):
        digits = digits.replace(",", "")
    elif _DOT_THOUSANDS.fullmatch(digits) or (dot_thousands and _ONE_DOT_THOUSANDS.fullmatch(digits)):
        digits = digits.replace(".", "").replace(",", ".")
    elif _PLAIN.fullmatch(digits):
        digits = digits.replace(",", ".")
    else:
        raise Unreadable(f"{quoted(text.strip())} n’est pas un nombre")
    value = float(digits)
    if not math.isfinite(value):
        raise Unreadable("ce nombre est trop grand")
    return value


def written(value: float | None) -> str:
    """Return a number as typed in a French grid, with every decimal it has: "1 450,5"."""
    if value is None:
        return ""
    whole, _, fraction = f"{Decimal(repr(value)):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", THIN)
    return f"{grouped},{fraction}" if fraction.strip("0") else grouped


_MONEY = re.compile(r"€|\beuros?\b|\beur\b|\bh\.?t\b\.?", re.IGNORECASE)
_ENERGY = re.compile(r"kwh\b(?:\s*/\s*|\s*par\s*)?(?:\b(?:ans?|années?|year)\b)?", re.IGNORECASE)
_PIECES = re.compile(
    r"[x×]|\b(?:pièces?|pieces?|pcs?|unités?|unites?|units?|ex|appareils?)\b\.?", re.IGNORECASE
)
_YEARS = re.compile(r"\b(?:ans?|années?|annees?|years?|yrs?)\b\.?", re.IGNORECASE)
_MONTHS = re.compile(r"\s*mois|\s*months?", re.IGNORECASE)


def price(text: str) -> float | None:
    """Return a price in euros: "1 450,00 €", "1.450,00", "1,450.00", "1450 € HT".

    Raises:
        Unreadable: not an amount excluding taxes.
    """
    if "ttc" in text.lower():
        raise Unreadable("le prix est attendu hors taxes")
    return _not_negative(number(text, _MONEY, dot_thousands=True))


def energy(text: str) -> float | None:
    """Return kWh a year: "153,3", "350 kWh/an".

    Raises:
        Unreadable: not a quantity of energy.
    """
    return _not_negative(number(text, _ENERGY))


def _not_negative(value: float | None) -> float | None:
    if value is not None and value < 0:
        raise Unreadable("ce nombre ne peut pas être négatif")
    return value


def quantity(text: str) -> int:
    """Return how many appliances: "4", "x 4", "4 pièces"; 1 when the cell is blank.

    Raises:
        Unreadable: not a whole number from 1 to `MOST_APPLIANCES`.
    """
    value = number(text, _PIECES)
    if value is None:
        return 1
    if not value.is_integer() or not 1 <= value <= MOST_APPLIANCES:
        raise Unreadable(
            f"{quoted(text.strip())} n’est pas une quantité{NBSP}: écrivez un nombre entier, au moins 1"
        )
    return int(value)


def lifetime(text: str) -> float | None:
    """Return a duration in years: "7", "7 ans", "7,5", "84 mois".

    Raises:
        Unreadable: not a duration, or not between 0 and 50 years.
    """
    in_months = _MONTHS.search(text)
    value = number(text, _MONTHS if in_months else _YEARS)
    years = value / 12 if value is not None and in_months else value
    if years is not None and not 0 < years <= 50:
        raise Unreadable("une durée de vie est comprise entre 0 et 50 ans")
    return years


def is_duration(text: str) -> bool:
    """Return whether a text says how long, not until when: "3 ans", "36 mois"."""
    bare = text.strip()
    years, months = _YEARS.sub("", bare), _MONTHS.sub("", bare)
    return any(left != bare and _PLAIN.fullmatch(left.strip()) for left in (years, months))


_ACQUISITIONS = {
    Acquisition.NEW: "neuf, neuve, neufs, neuves, new",
    Acquisition.REFURBISHED: """
        reconditionne, reconditionnee, reconditionnes, reconditionnees, recond, occasion, reemploi,
        reutilisation, reutilise, seconde, 2nde, remis, refurbished, refurb, used, reuse
        """,
    Acquisition.DONATED: "don, dons, donne, donnee, donation, donated, gratuit, disposition, cession",
    Acquisition.LEASED: """
        location, loc, loue, louee, leasing, lease, leased, lld, lldf, bail, rental, rented
        """,
}
_STATUSES = {
    EquipmentStatus.IN_USE: """
        en service, service, actif, active, in use, utilise, utilisee, utilises, utilisation,
        fonction, fonctionnel, fonctionnelle, fonctionne, marche, production, operationnel, ok,
        affecte, affectee, attribue, deploye, deployed, installe, bon, bonne, bon etat, tres bon,
        moyen, correct, usage, usagee, neuf, neuve
        """,
    EquipmentStatus.IN_STOCK: """
        en reserve, stocke, stockee, stock, reserve, disponible, spare, stored, available, placard,
        secours, non utilise, non utilisee, non utilises, inutilise, inutilisee, plus utilise, pas
        utilise
        """,
    EquipmentStatus.BROKEN: """
        hors service, hors, hs, h s, panne, casse, cassee, defectueux, defectueuse, broken, faulty,
        reparer, reparation, maintenance, mauvais, non fonctionnel, ne marche pas, ne marche plus,
        ne fonctionne pas, ne fonctionne plus, out of order
        """,
    EquipmentStatus.OUT: """
        sorti du parc, sorti, sortie, reforme, reformee, rebut, recycle, recyclee, donne, donnee,
        vendu, vendue, cede, cedee, vole, volee, perdu, perdue, declasse, jete, jetee, detruit,
        deee, retired, disposed, scrapped, sold, stolen, lost, missing, consumed, inactif, inactive, out
        """,
}
_ROUTES = {
    ExitRoute.REUSE: """
        reemploi, reemploye, reemployee, reutilisation, reutilise, reutilisee, reaffecte, reaffectee,
        reaffectation, transfere, transferee, transfert, reuse, reused, reassigned
        """,
    ExitRoute.DONATED: """
        don, dons, donne, donnee, donation, donated, gratuit, association, cession gratuite, cession a
        titre gratuit
        """,
    ExitRoute.SOLD: """
        vente, vendu, vendue, revente, revendu, revendue, enchere, encheres, vente aux encheres, cession
        onereuse, cession a titre onereux, rachat, reprise payante, sold, sale, auction
        """,
    ExitRoute.WEEE: """
        dechet deee, dechet, dechets, deee, d3e, deee agree, recycle, recyclee, recyclage, recycleur,
        rebut, mise au rebut, benne, dechetterie, decheterie, jete, jetee, detruit, detruite,
        destruction, ecologic, ecosystem, ecosysteme, weee, recycled, scrapped, waste, trash
        """,
    ExitRoute.RETURNED: """
        rendu au loueur, rendu, rendue, restitue, restituee, restitution, retour loueur, loueur, fin de
        location, fin de leasing, fin de bail, returned, return to lessor
        """,
    ExitRoute.LOST: """
        perdu ou vole, perdu, perdue, perte, vole, volee, vol, disparu, disparue, lost, stolen, missing
        """,
}
_NEGATIONS = frozenset(("non", "pas", "plus", "not", "no", "jamais"))


def _by_word(words: Mapping[_Choice, str]) -> dict[str, _Choice]:
    """Return what each word or phrase stands for."""
    return {word: choice for choice, list_of in words.items() for word in listed(list_of)}


_ACQUISITION_OF = _by_word(_ACQUISITIONS)
_STATUS_OF = _by_word(_STATUSES)
_ROUTE_OF = _by_word(_ROUTES)


def _meaning(text: str, meanings: Mapping[str, _Choice], question: str) -> _Choice:
    """Return what a text means: the whole text when it is known, else the only meaning of its words.

    Raises:
        Unreadable: no word is known, several disagree, or one is denied ("pas en service").
    """
    words = normal(text)
    if words in meanings:
        return meanings[words]
    found = {meanings[word] for word in words.split() if word in meanings}
    if len(found) == 1 and _NEGATIONS.isdisjoint(words.split()):
        return found.pop()
    raise Unreadable(f"{quoted(text.strip())} ne dit pas {question}")


def acquisition(text: str) -> Acquisition:
    """Return how an appliance came: "occasion", "acheté neuf", "leasing"…; unknown when blank.

    Raises:
        Unreadable: the text says none of the known ways, or several.
    """
    if is_nothing(text):
        return Acquisition.UNKNOWN
    if normal(text) in ("achat", "achete", "achetee", "purchase"):
        return Acquisition.NEW
    return _meaning(text, _ACQUISITION_OF, "si l’appareil est neuf, reconditionné, donné ou loué")


def status(text: str) -> EquipmentStatus:
    """Return where an appliance stands: "HS", "stocké", "réformé"…; in use when blank.

    Raises:
        Unreadable: the text says none of the known states, or several.
    """
    if is_nothing(text):
        return EquipmentStatus.IN_USE
    return _meaning(
        text, _STATUS_OF, "si l’appareil est en service, en réserve, hors service ou sorti du parc"
    )


def exit_route(text: str) -> ExitRoute:
    """Return how an appliance left the park: "donné", "D3E", "vendu aux enchères"…; unknown when blank.

    Raises:
        Unreadable: the text says none of the known ways, or several.
    """
    if is_nothing(text):
        return ExitRoute.UNKNOWN
    return _meaning(
        text,
        _ROUTE_OF,
        "si l’appareil a été réemployé, donné, vendu, remis aux déchets, rendu au loueur ou perdu",
    )
