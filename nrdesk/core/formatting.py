"""French numbers and units, the same on screen, in documents and on the command line.

U+202F (narrow no-break space) separates thousands, U+00A0 stands before units and double punctuation:
a number never breaks across two lines.
"""

from __future__ import annotations

import math

THIN = "\u202f"
NBSP = "\u00a0"

_INVARIABLE = frozenset(("avis", "cas", "colis", "devis", "fois", "mois", "repas", "relais", "temps"))
_LINKS = frozenset(
    ("à", "au", "aux", "de", "des", "du", "en", "et", "ou", "par", "pour", "sans", "sur", "éq.")
)
"""Words after which a unit is told more of, and agrees no more."""
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def number(value: float, digits: int = 0) -> str:
    """Return `value` with a decimal comma and thin spaces between thousands: "1 234,5"."""
    text = f"{value:,.{digits}f}".replace(",", THIN).replace(".", ",")
    # "-0" means nothing to a reader.
    text = text.removeprefix("-") if not any(c in "123456789" for c in text) else text
    return text.replace("-", "−")


def trimmed(value: float, digits: int = 2) -> str:
    """Return `value` with at most `digits` decimals, without useless zeros: "4,5", "12"."""
    text = number(value, digits)
    return text.rstrip("0").rstrip(",") if "," in text else text


def significant(value: float, figures: int = 2) -> float:
    """Round `value` to so many significant figures."""
    if value == 0 or not math.isfinite(value):
        return value
    return round(value, figures - 1 - math.floor(math.log10(abs(value))))


def precise(value: float, figures: int = 5) -> str:
    """Return a factor or a term of a formula with its useful figures: "69,84", "4,858 × 10⁻⁸"."""
    if value == 0:
        return "0"
    exponent = math.floor(math.log10(abs(value)))
    if exponent >= -4:
        return trimmed(value, max(0, figures - 1 - exponent))
    power = str(exponent).translate(_SUPERSCRIPTS)
    return f"{trimmed(value / 10.0**exponent, figures - 1)}{NBSP}×{NBSP}10{power}"


def rounded(value: float, low: float, high: float) -> str:
    """Return `value` rounded to what its range allows.

    A figure known to ± 40 % carries two significant figures, one known to ± 5 % carries three: more
    would pretend to a precision that the range denies. Zeros that are known are kept: "2,0", not "2".
    """
    spread = (high - low) / (2 * abs(value)) if value else 0.0
    return _figures(value, 3 if spread < 0.1 else 2)


def span(low: float, high: float) -> str:
    """Return "entre 2,1 et 4,1", two significant figures each."""
    return f"entre {_figures(low, 2)} et {_figures(high, 2)}"


def mass(kilograms: float, low: float | None = None, high: float | None = None) -> str:
    """Return a mass of CO₂ equivalent in the unit that reads best: "850 kg éq. CO₂", "2,9 t éq. CO₂"."""
    low, high = kilograms if low is None else low, kilograms if high is None else high
    if abs(kilograms) >= 1000:
        return f"{rounded(kilograms / 1000, low / 1000, high / 1000)}{NBSP}t éq.{NBSP}CO₂"
    return f"{rounded(kilograms, low, high)}{NBSP}kg éq.{NBSP}CO₂"


def mass_span(kilograms: float, low: float, high: float) -> str:
    """Return the range of a mass in the unit that `mass` writes it in: "entre 1,8 et 2,3 t éq. CO₂"."""
    scale, unit = (1000, "t") if abs(kilograms) >= 1000 else (1, "kg")
    return f"{span(low / scale, high / scale)}{NBSP}{unit} éq.{NBSP}CO₂"


def percent(share: float, digits: int = 0) -> str:
    """Return a share as a percentage: "18 %"."""
    return f"{number(share * 100, digits)}{NBSP}%"


def euros(value: float) -> str:
    """Return an amount: "1 450,00 €"."""
    return f"{number(value, 2)}{NBSP}€"


def count(n: int, singular: str, plural: str | None = None) -> str:
    """Return "1 ligne", "12 lignes": French takes the singular for 0 and 1."""
    return f"{number(n)}{NBSP}{singular if abs(n) < 2 else plural or singular + 's'}"


def with_unit(text: str, value: float, unit: str) -> str:
    """Return a number and its unit, which French puts in the singular below 2: "0 appareil", "1,5 an".

    Args:
        text: the number as it is written.
        value: the number.
        unit: as it stands after many, perhaps with its complement: "tonnes éq. CO₂", "clés USB par an".
    """
    return f"{text}{NBSP}{singular(unit) if abs(value) < 2 else unit}" if unit else text


def singular(unit: str) -> str:
    """Return a unit that was written in the plural as it stands after one; its complement stays as it is."""
    words = unit.split(" ")
    for rank, word in enumerate(words):
        if word in _LINKS or "’" in word or "'" in word:
            break
        if len(word) > 2 and word.islower() and word.endswith("s") and word not in _INVARIABLE:
            words[rank] = word[:-1]
    return " ".join(words)


def _figures(value: float, figures: int) -> str:
    """Return `value` with so many significant figures, zeros included."""
    value = significant(value, figures)
    if value == 0:
        return "0"
    return number(value, max(0, figures - 1 - math.floor(math.log10(abs(value)))))
