"""Numbers of a content tree, back from the texts that `core.formatting` made of them.

A cell of a table is a text, so that it reads the same in every format. In a spreadsheet it has to be a
number again. Only what `core.formatting` writes is read back, and only in the columns that a builder aligned
to the right: an inventory number such as "007" stays a text.
"""

from __future__ import annotations

import re

from nrdesk.core.formatting import NBSP, THIN
from nrdesk.core.reports.xlsx import Cell, Number

_GROUPED = (
    rf"(?P<sign>[−-]?)(?P<whole>0|[1-9]\d{{0,2}}(?:{THIN}\d{{3}})*|[1-9]\d{{3,}})(?:,(?P<decimals>\d+))?"
)
_UNIT = r"[^\W\d_€%×][^\d×\"]{0,30}"
_NUMBER = re.compile(rf"{_GROUPED}(?:[{NBSP} ](?P<unit>%|€|{_UNIT}))?")
_YEAR = re.compile(r"[12]\d{3}")


def typed(text: str) -> Cell:
    """Return the number that a text shows, with a format that shows it alike; the text when it is not one.

    "1 234,5" gives 1234.5, "18 %" gives 0.18, "3,2 ans" gives 3.2 with its unit in the format. "< 1 %",
    "entre 2 et 4" and "4,9 × 10⁻⁸" are not plain numbers and stay texts.
    """
    if _YEAR.fullmatch(text):
        return Number(int(text), "0")
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return text
    decimals = found["decimals"] or ""
    digits = f"{found['whole'].replace(THIN, '')}.{decimals or '0'}"
    value = float(digits) * (-1 if found["sign"] else 1)
    shown = "#,##0" + (f".{'0' * len(decimals)}" if decimals else "")
    unit = found["unit"]
    if unit == "%":
        return Number(value / 100, f"{shown.removeprefix('#,##')}\\ %")
    if unit:
        return Number(value, f'{shown}\\ "{unit}"')
    return Number(value if decimals else int(value), shown)
