"""A field of a record as a person fills it in: its label, its help, how it is read and how it is shown.

A form, a table and a document all read the same declaration. Reading what was shown gives back the value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from nrdesk.core import dates, formatting
from nrdesk.core.model import Record
from nrdesk.core.written.dates import read as read_partial_date
from nrdesk.core.written.values import Unreadable
from nrdesk.core.written.words import line, normal, paragraphs, quoted

Value = str | int | float | bool | None

LONGEST_LINE = 300
"""Longest single-line text: beyond, something was pasted in the wrong place."""
LONGEST_TEXT = 20_000
"""Longest text of several paragraphs: about seven pages."""


class FieldKind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    TEXT = "text"
    """Several paragraphs."""
    CHOICE = "choice"
    FLAG = "flag"
    """Yes or no."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind of record."""

    name: str
    """Attribute of the record."""
    label: str
    read: Callable[[str], Value]
    """Text typed -> value; raises `Unreadable`."""
    show: Callable[[Any], str]
    """Value -> text, that `read` gives back."""
    help: str = ""
    unit: str = ""
    kind: FieldKind = FieldKind.LINE
    choices: tuple[str, ...] = ()
    """Texts to choose from, for a CHOICE; an empty one stands for "not said"."""
    essential: bool = True
    """Whether the flash path shows it."""
    wide: bool = False
    """Whether its answers need the whole width of a form; paragraphs always have it."""

    def text(self, record: Record) -> str:
        """Return the text of this field for a record."""
        return self.show(getattr(record, self.name))


def text_line(
    name: str, label: str, help: str = "", *, required: bool = False, essential: bool = True
) -> Field:
    """Return a field of one line of text; `required` refuses the empty one."""
    return Field(name, label, partial(_line, required=required), str, help, essential=essential)


def long_text(name: str, label: str, help: str = "", *, essential: bool = True) -> Field:
    """Return a field of several paragraphs."""
    return Field(name, label, _paragraphs, str, help, kind=FieldKind.TEXT, essential=essential)


def choice(name: str, label: str, values: type[StrEnum], help: str = "", *, essential: bool = True) -> Field:
    """Return a field whose value is one of a `StrEnum` that has a French `label`."""
    labels = {_label(value): value for value in values}

    def read(text: str) -> Value:
        for written, value in labels.items():
            if normal(written) == normal(text):
                return value
        raise Unreadable(f"Choisissez l’une de ces réponses\u00a0: {', '.join(filter(None, labels))}")

    return Field(
        name, label, read, _label, help, kind=FieldKind.CHOICE, choices=tuple(labels), essential=essential
    )


def listed(
    name: str, label: str, labels: Mapping[str, str], help: str = "", *, essential: bool = True
) -> Field:
    """Return a field whose value is an identifier of a list, chosen by its label; empty is not chosen.

    An identifier that the list does not have (a newer nrdesk wrote it) shows as not chosen, and stays until
    another is.
    """
    identifiers = {normal(words): identifier for identifier, words in labels.items()}

    def read(text: str) -> Value:
        if not text.strip():
            return ""
        if (identifier := identifiers.get(normal(text))) is None:
            raise Unreadable("Choisissez une réponse de la liste")
        return identifier

    def show(identifier: str) -> str:
        return labels.get(identifier, "")

    choices = ("", *labels.values())
    kind = FieldKind.CHOICE
    return Field(name, label, read, show, help, kind=kind, choices=choices, essential=essential, wide=True)


def flag(name: str, label: str, help: str = "", *, essential: bool = True) -> Field:
    """Return a field that is yes or no."""
    return Field(
        name, label, _flag, _show_flag, help, kind=FieldKind.FLAG, choices=("oui", "non"), essential=essential
    )


def whole(
    name: str,
    label: str,
    help: str = "",
    *,
    unit: str = "",
    low: int = 0,
    high: int = 10**9,
    essential: bool = True,
) -> Field:
    """Return a field of a whole number between `low` and `high`; empty is unknown."""
    return Field(
        name, label, partial(_whole, low=low, high=high), _show_number, help, unit, essential=essential
    )


def amount(
    name: str,
    label: str,
    help: str = "",
    *,
    unit: str = "",
    high: float | None = None,
    essential: bool = True,
) -> Field:
    """Return a field of a number ≥ 0, with decimals, up to `high`; empty is unknown."""
    return Field(name, label, partial(_amount, high=high), _show_number, help, unit, essential=essential)


def year(name: str, label: str, help: str = "") -> Field:
    """Return a field of a year in four digits; empty is unknown."""
    return Field(name, label, partial(_whole, low=1900, high=2100), _show_plain, help)


def date(name: str, label: str, help: str = "", *, essential: bool = True) -> Field:
    """Return a field of a date, possibly partial; empty is unknown."""
    return Field(name, label, _date, _show_date, help, essential=essential)


def email(name: str, label: str, help: str = "", *, essential: bool = True) -> Field:
    """Return a field of an e-mail address, possibly empty."""
    return Field(name, label, _email, str, help, essential=essential)


def link(name: str, label: str, help: str = "", *, essential: bool = True) -> Field:
    """Return a field of a web address, possibly empty."""
    return Field(name, label, _link, str, help, essential=essential)


def _line(text: str, *, required: bool = False) -> str:
    value = line(text)
    if required and not value:
        raise Unreadable("Ce champ est nécessaire")
    if len(value) > LONGEST_LINE:
        raise Unreadable(
            f"Ce texte compte {formatting.count(len(value), 'signe')}, {LONGEST_LINE} au plus tiennent ici"
        )
    return value


def _paragraphs(text: str) -> str:
    value = paragraphs(text)
    if len(value) > LONGEST_TEXT:
        raise Unreadable(
            f"Ce texte compte {formatting.count(len(value), 'signe')}, "
            f"{formatting.number(LONGEST_TEXT)} au plus tiennent ici"
        )
    return value


def _whole(text: str, *, low: int, high: int) -> int | None:
    digits = "".join(text.split())
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit() and low <= int(digits) <= high):
        raise Unreadable(
            f"Écrivez un nombre entier entre {formatting.number(low)} et {formatting.number(high)}"
        )
    return int(digits)


def _amount(text: str, *, high: float | None = None) -> float | None:
    digits = "".join(text.split()).removesuffix("€").replace(",", ".")
    if not digits:
        return None
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]*)?", digits, re.ASCII):
        raise Unreadable("Écrivez un nombre, par exemple 14,6 ou 14 200")
    if high is not None and float(digits) > high:
        raise Unreadable(f"Écrivez un nombre entre 0 et {formatting.trimmed(high)}")
    return float(digits)


def _flag(text: str) -> bool:
    match normal(text):
        case "oui":
            return True
        case "non" | "":
            return False
    raise Unreadable("Répondez par oui ou par non")


def _date(text: str) -> str | None:
    written = read_partial_date(text)
    if written.uncertain:
        raise Unreadable("Écrivez la date sans point d’interrogation")
    return written.partial


def _email(text: str) -> str:
    value = line(text)
    if value and not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", value):
        raise Unreadable(
            f"{quoted(value[:60])} n’est pas une adresse électronique, par exemple mairie@valbrenne.fr"
        )
    return value


def _link(text: str) -> str:
    value = line(text)
    if value and not re.match(r"https?://[^\s]+\.[^\s]+", value):
        raise Unreadable("Écrivez l’adresse complète, par exemple https://www.valbrenne.fr/pcaet")
    return value


def _label(value: Any) -> str:  # noqa: ANN401 -- every StrEnum of the model has a label
    return str(value.label)


def _show_flag(value: bool) -> str:
    return "oui" if value else "non"


def _show_number(value: float | None) -> str:
    return "" if value is None else formatting.trimmed(float(value))


def _show_plain(value: int | None) -> str:
    return "" if value is None else str(value)


def _show_date(value: str | None) -> str:
    return dates.short(value) if value else ""


def inverted(start: str | None, end: str | None) -> bool:
    """Return whether two partial dates are in the wrong order, whatever day they may stand for."""
    if not start or not end:
        return False
    shortest = min(len(start), len(end))
    return start[:shortest] > end[:shortest]
