"""Every factor used, with its source: what an auditor checks first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core.assessment import HEADLINE, Assessment
from nrdesk.core.footprint.recipe import Recipe
from nrdesk.core.formatting import NBSP, precise
from nrdesk.core.model.factors import ImpactFactor, UsageProfile
from nrdesk.core.reports import parts
from nrdesk.core.reports.content import Block, BulletList, Column, Heading, Table, runs
from nrdesk.core.reports.wording import french, prose
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.document import Document

Row = tuple[str, ...]


def blocks(document: Document, assessment: Assessment, sources: Sources) -> Iterator[Block]:
    """Yield the chapter, unless nothing is counted yet; `sources` is left with the number of each source."""
    if not assessment.result.counted:
        return
    rows = tuple(_rows(assessment, sources))
    family = parts.factor_family(document, assessment.campaign)
    named = parts.factors_of(assessment)
    kilowatt_hour = impact_of_kwh(assessment, sources)
    yield Heading(1, "Sources")
    yield prose(f"Famille de facteurs : {named}. {family.note}")
    yield prose(
        "Chaque valeur vient d’une source publiée, ou d’une hypothèse qui se dit comme telle. Le numéro "
        "renvoie à la liste des sources, sous le tableau."
    )
    columns = (
        Column("Équipement", 2.6),
        Column(f"Fabrication (kg{NBSP}éq.{NBSP}CO₂)", 1.2, "right"),
        Column("Source", 0.7, "right"),
        Column("Électricité (kWh par an)", 1.2, "right"),
        Column("Source", 0.7, "right"),
    )
    yield Table("Valeurs utilisées, pour un équipement", columns, rows)
    if kilowatt_hour:
        yield prose(kilowatt_hour)
    yield BulletList(tuple(runs(french(told)) for told in sources.told), numbered=True)


class Sources:
    """The sources, numbered in the order in which they are met; one for a whole document."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def number(self, told: str) -> str:
        """Return the number of a source, as told in the list."""
        if told not in self.told:
            self.told.append(told)
        return str(self.told.index(told) + 1)

    def of_factor(self, factor: ImpactFactor) -> str:
        """Return the number of the source of a factor."""
        year = f", {factor.year}" if factor.year else ""
        return self.number(f"{factor.source}{year} ({factor.licence.rstrip('.')}).")

    def of_profile(self, profile: UsageProfile) -> str:
        """Return the number of the source of a usage profile."""
        return self.number(
            f"Puissance de l’appareil × {precise(profile.hours_per_day)} heures × "
            f"{precise(profile.days_per_year)} jours par an, profil « {profile.label} ». "
            f"{profile.source.rstrip('.')}."
        )


def _rows(assessment: Assessment, sources: Sources) -> Iterator[Row]:
    """Yield one row per category and way of counting its electricity."""
    counted = [kind.recipe for kind in assessment.result.tallies if HEADLINE in kind.recipe.made]
    in_use = {recipe.label for recipe in counted if recipe.energy.used}
    recipes = {
        (recipe.label, recipe.energy.profile, recipe.energy.factor): recipe
        for recipe in counted
        # Those kept in reserve share the row of those in use.
        if recipe.category and (recipe.energy.used or recipe.label not in in_use)
    }
    for (label, *_), recipe in sorted(
        recipes.items(), key=lambda item: (normal(item[0][0]), item[1].energy.kwh)
    ):
        made = recipe.made[HEADLINE]
        yield (label, precise(made.value, 3), sources.of_factor(made), *_use(recipe, sources))


def _use(recipe: Recipe, sources: Sources) -> tuple[str, str]:
    """Return the electricity of an appliance and the number of its source."""
    return electricity(recipe, sources, recipe.energy.kwh, "mesurée")


def electricity(recipe: Recipe, sources: Sources, kwh: float, measured: str) -> tuple[str, str]:
    """Return the electricity of an appliance in kWh a year, and the number of its source.

    Args:
        recipe: how the appliance is counted.
        sources: where the numbers are.
        kwh: its electricity.
        measured: what is said of an appliance whose own electricity was measured, and has no source.
    """
    energy = recipe.energy
    if energy.measured:
        return measured, ""
    if energy.profile:
        return precise(kwh, 3), sources.of_profile(energy.profile)
    return (precise(kwh, 3), sources.of_factor(energy.factor)) if energy.factor else ("0", "")


def impact_of_kwh(assessment: Assessment, sources: Sources) -> str:
    """Return the sentence on the impact of a kWh, "" when none is known."""
    factor = assessment.method.electricity
    if factor is None or HEADLINE not in factor.values:
        return ""
    return (
        f"Empreinte d’un kWh en {factor.year}, {factor.territory} : "
        f"{precise(factor.values[HEADLINE])}{NBSP}kg éq.{NBSP}CO₂, source "
        f"{sources.number(f'{factor.source}.')}."
    )
