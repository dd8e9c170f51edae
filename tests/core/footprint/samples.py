"""A small family of factors with every situation in it, and short ways to write lines."""

from nrdesk.core.footprint import Method
from nrdesk.core.model import Equipment
from nrdesk.core.model.factors import (
    Category,
    Criterion,
    ElectricityFactor,
    FactorSet,
    ImpactFactor,
    LifeCycleStage,
    UsageProfile,
)

MAINLAND = "France métropolitaine (continentale)"
AS_OF = "2026-01-01"
"""Start of a year: an appliance bought on 1 January is a whole number of years old."""

CRITERIA = {
    "gwp": Criterion("gwp", "Gaz à effet de serre", "kgCO2e", "kg éq. CO₂"),
    "electricity": Criterion("electricity", "Électricité consommée", "kWh", "kWh"),
    "adpe": Criterion("adpe", "Métaux et minéraux", "kgSbe", "kg éq. Sb"),
}


def made(category: str, value: float, criterion: str = "gwp", uncertainty: float = 0.5) -> ImpactFactor:
    return ImpactFactor(
        category, criterion, LifeCycleStage.MANUFACTURE, "test", value, uncertainty, "Source A", 2024, "libre"
    )


def used(category: str, kwh: float, uncertainty: float = 0.5) -> ImpactFactor:
    stage = LifeCycleStage.USE
    return ImpactFactor(
        category, "electricity", stage, "test", kwh, uncertainty, "Source B", None, "libre", "365 jours."
    )


def family(*factors: ImpactFactor, **changes: object) -> FactorSet:
    """Return a family of the given factors; every field can be replaced."""
    categories = {factor.category for factor in factors}
    fields: dict[str, object] = {
        "family": "test",
        "version": "1",
        "criteria": CRITERIA,
        "categories": {name: Category(name, name.capitalize(), f"Groupe {name[0]}") for name in categories},
        "factors": {(f.category, f.criterion, f.stage): f for f in factors},
        "typical_lifetimes": dict.fromkeys(categories, 5.0),
        "power_watts": {},
        "refurbished_share": {},
        "electricity": (
            ElectricityFactor(MAINLAND, 2024, {"gwp": 0.05, "adpe": 5e-8}, 0.1, "Source E"),
            ElectricityFactor(MAINLAND, 2022, {"gwp": 0.08}, 0.1, "Source E"),
        ),
        "profiles": {
            "bureau": UsageProfile("bureau", "Bureau", 7, 220, "Hypothèse"),
            "continu": UsageProfile("continu", "En continu", 24, 365, "Hypothèse"),
        },
    }
    return FactorSet(**(fields | changes))


LAPTOP, SCREEN, SWITCH, NAS = "laptop", "screen", "switch", "nas"


def park() -> FactorSet:
    """Return a family with one category of each situation.

    A laptop has every factor and a power; a screen has no ADPe; a switch has no consumption; a NAS has a
    consumption and nothing else.
    """
    return family(
        made(LAPTOP, 200.0),
        made(LAPTOP, 0.01, "adpe"),
        used(LAPTOP, 30.0),
        made(SCREEN, 70.0),
        used(SCREEN, 80.0),
        made(SWITCH, 360.0),
        made(SWITCH, 0.02, "adpe"),
        used(NAS, 200.0),
        power_watts={LAPTOP: 25.0},
        refurbished_share={LAPTOP: 0.6},
    )


def method(factors: FactorSet | None = None, **changes: object) -> Method:
    fields = {"factors": factors or park(), "territory": MAINLAND, "year": 2025, "as_of": AS_OF}
    return Method(**(fields | changes))


def line(category: str | None = LAPTOP, **fields: object) -> Equipment:
    return Equipment(campaign_id="campaign", category=category, **fields)
