"""Dates as people write them in a French inventory, read as partial ISO dates."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from nrdesk.core.dates import EARLIEST, LATEST, is_partial_date
from nrdesk.core.formatting import NBSP
from nrdesk.core.written.values import Unreadable, is_nothing
from nrdesk.core.written.words import normal, quoted


class WrittenDate(NamedTuple):
    """A date and whether the person doubted it."""

    partial: str | None
    """"2018", "2018-03" or "2018-03-05"; None when the text says nothing."""
    uncertain: bool


_MONTHS = (
    ("janvier", "janv", "jan", "january"),
    ("fevrier", "fevr", "fev", "february", "feb"),
    ("mars", "mar", "march"),
    ("avril", "avr", "april", "apr"),
    ("mai", "may"),
    ("juin", "jun", "june"),
    ("juillet", "juil", "juill", "jul", "july"),
    ("aout", "aou", "august", "aug"),
    ("septembre", "sept", "sep", "september"),
    ("octobre", "oct", "october"),
    ("novembre", "nov", "november"),
    ("decembre", "dec", "december"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}

_DOUBT = re.compile(
    r"\?|~|≈|\b(?:vers|environ|env\.?|ca\.?|circa|approx\.?|début|debut|fin|mi|courant)\b", re.IGNORECASE
)
_TIME = re.compile(
    r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?$", re.IGNORECASE
)
_PIECE = re.compile(r"\d+|[a-z]+")
_AGE = re.compile(r"(\d{1,2})(?:[.,]\d+)? ?(?:ans?|années?|annees?|years?|yrs?)", re.IGNORECASE)
_EMPTY_DATES = frozenset(("0", "0000-00-00", "00/00/0000", "1899-12-30", "1899-12-31", "1900-01-00"))
_SERIAL_ORIGIN = dt.date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 25_569, 73_415  # 1970-01-01 and 2100-12-31


def read(text: str, *, today: dt.date | None = None) -> WrittenDate:
    """Return the date that a text says.

    Understood: "03/2017", "2018", "2022 ?", "05/03/2018", "5 mars 2018", "mars-18", "2018-03-05 09:14",
    the serial numbers of spreadsheets ("43164"), school years and ranges ("2017-2018": the first year,
    with a doubt), ages ("7 ans": the year, with a doubt). The day comes before the month, unless that
    is impossible.

    Args:
        text: content of the cell.
        today: the day that ages are counted from; the current one by default.

    Raises:
        Unreadable: the text is not a date, or not one between `EARLIEST` and `LATEST`.
    """
    bare = _TIME.sub("", text.strip())
    uncertain = bool(_DOUBT.search(bare))
    bare = _DOUBT.sub(" ", bare).strip(" ()\u00a0") if uncertain else bare
    if bare in _EMPTY_DATES or is_nothing(bare):
        return WrittenDate(None, uncertain and "?" in text)
    if age := _AGE.fullmatch(bare):
        year = (today or dt.date.today()).year - int(age.group(1))
        return WrittenDate(str(year), True)
    partial, ranged = _partial(bare)
    if partial is None:
        raise Unreadable(
            f"{quoted(text.strip())} n’est pas une date{NBSP}: écrivez 2018, 03/2018 ou 05/03/2018"
        )
    if not EARLIEST <= int(partial[:4]) <= LATEST:
        raise Unreadable(f"l’année {partial[:4]} n’est pas plausible")
    return WrittenDate(partial, uncertain or ranged)


def _partial(text: str) -> tuple[str | None, bool]:
    """Return (partial date or None, whether it stands for a range)."""
    pieces = _PIECE.findall(normal(text).replace("1er", "1"))
    named = [i for i, piece in enumerate(pieces) if piece in _MONTH_OF]
    if len(named) > 1:
        return None, False
    for i in named:
        pieces[i] = str(_MONTH_OF[pieces[i]])
    if not all(piece.isdecimal() for piece in pieces):
        return None, False
    match pieces:
        case [whole] if not named:
            return _single(whole), False
        case [first, second] if len(first) == len(second) == 4:
            return (first if int(second) == int(first) + 1 else None), True
        case [year, month] if len(year) == 4:
            return _checked(year, month), False
        case [month, year] if named != [1]:
            return _checked(_year(year), month), False
        case [year, month, day] if len(year) == 4:
            return _checked(year, month, day), False
        case [month, day, year] if named == [0]:
            return _checked(_year(year), month, day), False
        case [day, month, year]:
            # Failing that, the American order.
            return _checked(_year(year), month, day) or _checked(_year(year), day, month), False
    return None, False


def _single(digits: str) -> str | None:
    """Return the date that one run of digits says: a year, a spreadsheet's serial number or 20180305."""
    if len(digits) == 4:
        return digits
    if len(digits) == 5 and _FIRST_SERIAL <= int(digits) <= _LAST_SERIAL:
        return (_SERIAL_ORIGIN + dt.timedelta(days=int(digits))).isoformat()
    if len(digits) == 8:
        return _checked(digits[:4], digits[4:6], digits[6:]) or _checked(digits[4:], digits[2:4], digits[:2])
    return None


def _year(digits: str) -> str:
    """Return a year in four digits: "18" is 2018, "98" is 1998."""
    if len(digits) == 2:
        return f"20{digits}" if int(digits) < EARLIEST - 1900 else f"19{digits}"
    return digits


def _checked(*pieces: str) -> str | None:
    """Return the partial date of a year, a month and a day, or None when there is no such day."""
    if any(len(piece) > 2 for piece in pieces[1:]):
        return None
    partial = "-".join((pieces[0], *(piece.zfill(2) for piece in pieces[1:])))
    return partial if is_partial_date(partial) else None
