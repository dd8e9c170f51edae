"""Tell the rows that say again what is already known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from nrdesk.core.model import Equipment
from nrdesk.core.written.words import listed, normal, quoted

_NOT_SERIALS = frozenset(
    listed(
        """
        to be filled by o e m, to be filled by oem, default string, system serial number, not specified,
        not applicable, not available, chassis serial number, serial number, inconnu, sans, aucun, neant,
        none, unknown, invalid, empty, n a, nc, 123456789, 0123456789, 1234567890
        """
    )
)
"""What makers and people leave where a serial number should be."""
_ONE_CHARACTER = re.compile(r"(.)\1*")
_SHORTEST = 4


def serial_key(text: str) -> str:
    """Return a serial number as it is compared, or "" when it does not identify one appliance."""
    words = normal(text)
    bare = words.replace(" ", "")
    if len(bare) < _SHORTEST or words in _NOT_SERIALS or _ONE_CHARACTER.fullmatch(bare):
        return ""
    return bare


class Known:
    """The appliances met so far: those of the inventory, then those of the file."""

    def __init__(self, existing: Iterable[Equipment]) -> None:
        self._serials: dict[str, str] = {}
        self._numbers: set[tuple[str, str, str]] = set()
        self._lines: dict[tuple[object, ...], int] = {}
        for equipment in existing:
            if serial := serial_key(equipment.serial_number):
                self._serials[serial] = "dans l’inventaire"
            if equipment.number:
                self._numbers.add((equipment.number, normal(equipment.brand), normal(equipment.model)))

    def reason(self, row: int, attributes: Mapping[str, object]) -> str:
        """Return why a line is a duplicate, or "" after taking note of it.

        A line without inventory number nor serial number is never a duplicate: ten like computers often
        make ten like lines.
        """
        serial = serial_key(str(attributes.get("serial_number", "")))
        if serial and (where := self._serials.get(serial)):
            return f"même n° de série que {where}" if where.startswith("la") else f"n° de série déjà {where}"
        number = str(attributes.get("number", ""))
        content = tuple(attributes.values())
        if number:
            name = (
                number,
                normal(str(attributes.get("brand", ""))),
                normal(str(attributes.get("model", ""))),
            )
            if name in self._numbers:
                return f"n° {quoted(number)} déjà dans l’inventaire, même marque et même modèle"
            if first := self._lines.get(content):
                return f"identique à la ligne {first}"
            self._lines[content] = row
        if serial:
            self._serials[serial] = f"la ligne {row}"
        return ""
