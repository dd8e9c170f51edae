"""The French words of the calculation: units, years, where a value comes from."""

from __future__ import annotations

from nrdesk.core.dates import short
from nrdesk.core.formatting import NBSP, count, percent, precise, rounded, span, trimmed
from nrdesk.core.model.factors import Criterion, ElectricityFactor, ImpactFactor

INVENTORY = "inventaire"
HYPOTHESIS = "hypothèse nrdesk"
PER_YEAR = f"par{NBSP}an"


def amount(value: float, criterion: Criterion, *, figures: int = 5) -> str:
    """Return an impact with its unit: "30,4 kg éq. CO₂"."""
    return f"{precise(value, figures)}{NBSP}{criterion.unit_text}"


def yearly(value: float, low: float, high: float, criterion: Criterion) -> str:
    """Return an impact per year, rounded to what its range allows."""
    return f"{rounded(value, low, high)}{NBSP}{criterion.unit_text} {PER_YEAR}"


def yearly_range(low: float, high: float, criterion: Criterion) -> str:
    """Return the range of an impact per year, in words."""
    return f"{span(low, high)}{NBSP}{criterion.unit_text} {PER_YEAR} (95{NBSP}chances sur{NBSP}100)"


def years(value: float) -> str:
    """Return "6 ans", "1 an", "2,5 ans"."""
    return f"{trimmed(value, 1)}{NBSP}{'an' if value < 2 else 'ans'}"


def appliances(quantity: int) -> str:
    """Return "1 équipement", "12 équipements"."""
    return count(quantity, "équipement")


def plus_minus(share: float) -> str:
    """Return "± 50 %"."""
    return f"±{NBSP}{percent(share)}"


def source_of(factor: ImpactFactor) -> str:
    """Return the source of a factor with its year."""
    return f"{factor.source}, {factor.year}" if factor.year else factor.source


def electricity_note(factor: ElectricityFactor, wanted: int) -> str:
    """Return where and when an electricity factor holds, and why another year was taken."""
    where = f"{factor.territory}, {factor.year}"
    if factor.year == wanted:
        return where
    return f"{where}{NBSP}: pas de valeur publiée pour {wanted}"


def bought(purchased: str, *, uncertain: bool) -> str:
    """Return "acheté en 2018", "acheté le 05/03/2018", with the doubt that the person wrote."""
    article = "le" if len(purchased) == 10 else "en"
    doubt = " (date incertaine)" if uncertain else ""
    return f"acheté {article} {short(purchased)}{doubt}"
