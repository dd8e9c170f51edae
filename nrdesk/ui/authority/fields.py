"""The fields of a collectivité that a user fills in: how each is written, read and explained."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nrdesk.core import formatting
from nrdesk.core.model import Authority

Value = str | int | float | None


class Unreadable(ValueError):  # noqa: N818 -- said as the user would
    """What was typed cannot be understood; the message says why, in French."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field."""

    name: str
    """Attribute of `Authority`."""
    label: str
    read: Callable[[str], Value]
    """Text typed -> value; raises `Unreadable`."""
    show: Callable[[Value], str]
    """Value -> text, that `read` gives back."""
    help: str = ""
    unit: str = ""

    def text(self, authority: Authority) -> str:
        """Return the text of this field for a collectivité."""
        return self.show(getattr(authority, self.name))


def read_count(typed: str) -> int | None:
    """Read a whole number ≥ 0, with any spaces between thousands; empty is unknown.

    Raises:
        Unreadable: this is not a whole number, or it is negative.
    """
    digits = "".join(typed.split())
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit()):
        raise Unreadable("Écrivez un nombre entier, par exemple 2 812.")
    return int(digits)


def read_amount(typed: str) -> float | None:
    """Read a number ≥ 0 with a decimal comma or point, with or without "€"; empty is unknown.

    Raises:
        Unreadable: this is not a number, or it is negative.
    """
    digits = "".join(typed.split()).removesuffix("€").replace(",", ".")
    if not digits:
        return None
    if not (digits.isascii() and digits.replace(".", "", 1).isdigit()):
        raise Unreadable("Écrivez un nombre, par exemple 14,6 ou 14 200.")
    return float(digits)


def read_year(typed: str) -> int | None:
    """Read a year; empty is unknown.

    Raises:
        Unreadable: this is not a year of this century or of the last.
    """
    year = read_count(typed)
    if year is not None and not 1900 <= year <= 2100:
        raise Unreadable("Écrivez une année en quatre chiffres, par exemple 2023.")
    return year


def read_name(typed: str) -> str:
    """Read a name that must not be empty.

    Raises:
        Unreadable: there is nothing.
    """
    name = " ".join(typed.split())
    if not name:
        raise Unreadable("Le nom est nécessaire\u00a0: il figure sur tous les documents.")
    return name


def read_text(typed: str) -> str:
    """Read a text, which may be empty."""
    return " ".join(typed.split())


def _show_text(value: Value) -> str:
    return str(value or "")


def _show_number(value: Value) -> str:
    return "" if value is None else formatting.trimmed(float(value))


def _show_year(value: Value) -> str:
    return "" if value is None else str(value)


IDENTITY = (
    Field("name", "Nom", read_name, _show_text, "Tel qu’il doit figurer dans les documents."),
    Field("epci_name", "Intercommunalité", read_text, _show_text, "L’EPCI dont la commune est membre."),
)
POPULATION = (
    Field(
        "population_municipal",
        "Population municipale",
        read_count,
        _show_number,
        "Elle décide de la plupart des obligations.",
        "habitants",
    ),
    Field(
        "population_total",
        "Population totale",
        read_count,
        _show_number,
        "Population municipale plus population comptée à part.",
        "habitants",
    ),
    Field(
        "population_year",
        "Année des populations",
        read_year,
        _show_year,
        "Année de référence de l’Insee pour ces deux chiffres.",
    ),
)
STAFF = (
    Field("agents", "Agents", read_count, _show_number, "Titulaires et contractuels.", "personnes"),
    Field(
        "agents_fte",
        "Agents en équivalent temps plein",
        read_amount,
        _show_number,
        "Le total des temps de travail.",
        "ETP",
    ),
    Field("elected", "Élus", read_count, _show_number, "Membres de l’assemblée délibérante.", "personnes"),
    Field(
        "annual_purchases",
        "Achats annuels",
        read_amount,
        _show_number,
        "Hors taxes, tous achats confondus.",
        "€ HT",
    ),
)
