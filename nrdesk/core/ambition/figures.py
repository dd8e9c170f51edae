"""The figures that nrdesk computes, and that an objective may be measured by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from nrdesk.core.ambition.figure_kinds import KINDS, FigureKind
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    # Calculations are not wanted before a figure is asked for: the steps need this package at start.
    from nrdesk.core.footprint import Explanation

__all__ = ["FIGURES", "FigureKind", "Measured", "figures"]

THEME = "maturity."
"""Before the name of a theme, in the identifier of its score."""
FIGURES: Mapping[str, FigureKind] = MappingProxyType({kind.id: kind for kind in KINDS})
"""Identifier -> figure; the themes of the maturity questionnaire come besides (see `figures`)."""


@cache
def figures() -> Mapping[str, FigureKind]:
    """Return every figure by identifier: those of `FIGURES`, then a score per theme of maturity."""
    # Imported here: the steps need this package before any question is read.
    from nrdesk.core.reference import questionnaire

    themes = (
        FigureKind(
            f"{THEME}{normal(theme).replace(' ', '_')}",
            f"Maturité : {theme}",
            "sur 4",
            "maturity",
            theme,
            counted="La moyenne de vos réponses aux questions de ce thème.",
        )
        for theme in questionnaire.themes()
    )
    return MappingProxyType({**FIGURES, **{kind.id: kind for kind in themes}})


@dataclass(frozen=True, slots=True)
class Measured:
    """What a figure is worth in a campaign."""

    value: float | None
    """In `unit`, rounded as it is shown; None when it cannot be told."""
    unit: str
    year: int
    text: str
    """French: "5,6 ans", or why there is no value."""
    explain: Callable[[], Explanation] | None = field(default=None, compare=False, repr=False)
    """Makes the explanation of the value; None without one."""
