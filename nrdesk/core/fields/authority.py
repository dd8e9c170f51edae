"""The fields of a collectivité."""

from __future__ import annotations

from nrdesk.core.fields.field import Field, Value, amount, text_line, whole, year
from nrdesk.core.formatting import NBSP
from nrdesk.core.written.values import Unreadable

_SIRET_DIGITS = 14


def _siret(text: str) -> Value:
    digits = "".join(text.split())
    if digits and not (digits.isascii() and digits.isdigit() and len(digits) == _SIRET_DIGITS):
        raise Unreadable(
            f"Un SIRET compte {_SIRET_DIGITS} chiffres, par exemple 213{NBSP}500{NBSP}012{NBSP}00014"
        )
    return digits


def _show_siret(digits: str) -> str:
    """Return the number as it is written: three, three, three and five digits."""
    return NBSP.join(part for part in (digits[:3], digits[3:6], digits[6:9], digits[9:]) if part)


IDENTITY = (
    text_line("name", "Nom", "Tel qu’il doit figurer dans les documents.", required=True),
    text_line("epci_name", "Intercommunalité", "L’EPCI dont la commune est membre."),
    Field(
        "siret",
        "SIRET",
        _siret,
        _show_siret,
        "Les 14 chiffres de la collectivité\u00a0: la déclaration des achats en a besoin.",
        essential=False,
    ),
)
POPULATION = (
    whole(
        "population_municipal",
        "Population municipale",
        "Elle décide de la plupart des obligations.",
        unit="habitants",
    ),
    whole(
        "population_total",
        "Population totale",
        "Population municipale plus population comptée à part.",
        unit="habitants",
    ),
    year("population_year", "Année des populations", "Année de référence de l’Insee pour ces deux chiffres."),
)
STAFF = (
    whole("agents", "Agents", "Titulaires et contractuels.", unit="personnes"),
    amount("agents_fte", "Agents en équivalent temps plein", "Le total des temps de travail.", unit="ETP"),
    whole("elected", "Élus", "Membres de l’assemblée délibérante.", unit="personnes"),
    amount("annual_purchases", "Achats annuels", "Hors taxes, tous achats confondus.", unit="€ HT"),
)
