"""The figures that nrdesk computes, and that an objective may be measured by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from nrdesk.core.formatting import NBSP
from nrdesk.core.written.words import normal

KILOGRAMS = f"kg éq.{NBSP}CO₂"
THEME = "maturity."
"""Before the name of a theme, in the identifier of its score."""


@dataclass(frozen=True, slots=True)
class FigureKind:
    """A figure that nrdesk computes."""

    id: str
    label: str
    """French name, as an indicator is written."""
    unit: str
    page: str
    """Page of the window that shows it and explains it."""
    theme: str = ""
    """Theme of the maturity questionnaire, for its score."""


_KINDS = (
    FigureKind("footprint.gwp", "Empreinte du parc, par an", KILOGRAMS, "footprint"),
    FigureKind("footprint.gwp_per_agent", "Empreinte du parc par agent, par an", KILOGRAMS, "footprint"),
    FigureKind(
        "footprint.gwp_per_inhabitant", "Empreinte du parc par habitant, par an", KILOGRAMS, "footprint"
    ),
    FigureKind("footprint.electricity", "Électricité du parc, par an", "kWh", "footprint"),
    FigureKind("services.gwp", "Empreinte des services numériques, par an", KILOGRAMS, "services"),
    FigureKind("lifetime.computers", "Durée d’usage des ordinateurs, tenue ou prévue", "ans", "renewal"),
    FigureKind("age.computers", "Âge moyen des ordinateurs", "ans", "renewal"),
    FigureKind("exit_age.computers", "Âge des ordinateurs à leur sortie du parc", "ans", "renewal"),
    FigureKind("refurbished.purchases", "Part du reconditionné dans les achats de l’année", "%", "inventory"),
    FigureKind("refurbished.park", "Part du reconditionné dans le parc", "%", "inventory"),
    FigureKind("undated.park", "Part des appareils sans date d’achat", "%", "inventory"),
    FigureKind("web.page_kb", "Poids de la page d’accueil", "ko", "services"),
    FigureKind("printing.pages", "Pages imprimées, par an", "pages", "services"),
    FigureKind("printing.pages_per_agent", "Pages imprimées par agent, par an", "pages", "services"),
    FigureKind("training.agents", "Agents sensibilisés", "agents", "step2"),
    FigureKind("training.agents_share", "Part des agents sensibilisés", "%", "step2"),
    FigureKind("training.elected_share", "Part des élus sensibilisés", "%", "step2"),
    FigureKind("maturity", "Maturité numérique responsable", "sur 4", "maturity"),
)
FIGURES: Mapping[str, FigureKind] = MappingProxyType({kind.id: kind for kind in _KINDS})
"""Identifier -> figure; the themes of the maturity questionnaire come besides (see `figures`)."""


@cache
def figures() -> Mapping[str, FigureKind]:
    """Return every figure by identifier: those of `FIGURES`, then a score per theme of maturity."""
    # Imported here: the steps need this package before any question is read.
    from nrdesk.core.reference import questionnaire

    themes = (
        FigureKind(
            f"{THEME}{normal(theme).replace(' ', '_')}", f"Maturité : {theme}", "sur 4", "maturity", theme
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
