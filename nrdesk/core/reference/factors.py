"""Sets of impact factors, by family.

One family rules a campaign, because families disagree by up to a factor of five (a 24-inch screen:
70 kg for ADEME, 350 kg for the manufacturers). But the default family, ADEME, publishes values for half of
the appliances of a mairie at most: an IP phone, a copier or a wifi access point would be missing from every
total, and a missing appliance misleads more than a value from elsewhere that says so. Holes are therefore
filled, and only in ways written in the data:

1. a category's own row in the family;
2. a row of another family whose column `completes` names this one (EcoDiag first, Boavizta where EcoDiag is
   silent too, then a labelled hypothesis of ours for the electricity of network appliances);
3. the row of the `generic` category in the same family: a "14-inch laptop" is a laptop for ADEME, rather
   than a laptop of Boavizta beside screens of ADEME.

Whatever comes from 2 or 3 says so in its note ("Faute de valeur ADEME…"), which *Expliquer ce chiffre* shows.
What remains without a factor stays so: the line is incomplete, and counted as such.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

from nrdesk.core.errors import UserError
from nrdesk.core.model.factors import (
    Category,
    Criterion,
    ElectricityFactor,
    FactorSet,
    ImpactFactor,
    LifeCycleStage,
)
from nrdesk.core.reference import electricity, profiles
from nrdesk.core.reference.table import Row, parse, read_data, read_text

T = TypeVar("T")
Key = tuple[str, str, LifeCycleStage]
"""(category, criterion, stage)."""

DEFAULT_FAMILY = "ademe"
KILOWATT_HOUR = "electricite"
"""Category of a user's line that gives the impact of one kWh instead of that of an appliance."""
_FILES = ("factors/factors.csv", "factors/factors_boavizta.csv")
_REQUIRED = ("category", "criterion", "stage", "value", "source")
_DEFAULT_UNCERTAINTY = 0.5
"""Base Carbone's class for equipment, for a user's row that gives none."""


@dataclass(frozen=True, slots=True)
class Family:
    """A family of factors that a campaign can choose."""

    id: str
    label: str
    note: str
    licence: str
    version: str


@dataclass(frozen=True, slots=True)
class _CategoryRow:
    """A line of `categories.csv`; empty figures are those of the generic category."""

    category: Category
    generic: str
    typical_lifetime: float | None
    power_watts: float | None
    refurbished_share: float | None
    usual_profile: str | None


@dataclass(frozen=True, slots=True)
class _FactorRow:
    """A factor, and the families whose holes it may fill."""

    factor: ImpactFactor
    completes: tuple[str, ...]

    @property
    def key(self) -> Key:
        return self.factor.category, self.factor.criterion, self.factor.stage


@cache
def families() -> tuple[Family, ...]:
    """Return the families that can be chosen, the default one first."""
    return tuple(family for family, selectable in _all_families() if selectable)


@cache
def load(family: str = DEFAULT_FAMILY) -> FactorSet:
    """Return the factors of a family, holes filled as the data allow.

    Raises:
        KeyError: no such family.
    """
    chosen = {known.id: known for known in families()}[family]
    rows = [row for name in _FILES for row in _factor_rows(read_data(name))]
    return _factor_set(chosen.id, chosen.label, chosen.version, rows, _criteria())


@cache
def categories() -> Mapping[str, Category]:
    """Return every category of appliance, by identifier, in the order of the groups."""
    return {row.category.id: row.category for row in _category_rows().values()}


@cache
def variants() -> Mapping[str, frozenset[str]]:
    """Return the categories that a generic one stands for, itself included: a 14-inch laptop is a laptop."""
    found: dict[str, set[str]] = {name: {name} for name in categories()}
    for name, row in _category_rows().items():
        if row.generic:
            found[row.generic].add(name)
    return {name: frozenset(names) for name, names in found.items()}


def load_file(path: Path) -> FactorSet:
    """Return the factors of a user's own file: a family named after the file, that nothing completes.

    Raises:
        UserError: the file cannot be read as factors; the message gives the line.
    """
    return load_text(read_text(path), path.stem, path.name)


@lru_cache(maxsize=8)
def load_text(content: str, label: str, file_name: str) -> FactorSet:
    """Return the factors of the content of a user's own file.

    Same columns as `resources/data/factors/factors.csv`; only category, criterion, stage, value and source
    are required. A criterion that nrdesk does not know needs `criterion_label` and `unit` on its first line,
    and the impact of one kWh to be counted for what uses electricity: a line of the category `electricite`,
    stage `use`, which then holds for every territory and every year.

    Args:
        content: the CSV.
        label: name of the family.
        file_name: what errors call the file.

    Raises:
        UserError: it cannot be read as factors; the message gives the line.
    """
    lines = list(parse(content, file_name, _REQUIRED))
    criteria = dict(_criteria())
    for line in lines:
        if (name := line.required("criterion")) not in criteria:
            title, unit = line.text("criterion_label"), line.text("unit")
            if not (title and unit):
                raise line.error(
                    f"le critère « {name} » est inconnu : remplissez « criterion_label » et « unit »"
                )
            criteria[name] = Criterion(name, title, unit, unit)
        elif (unit := line.text("unit")) and unit not in (criteria[name].unit, criteria[name].unit_text):
            raise line.error(f"« {name} » se compte en {criteria[name].unit}, pas en {unit}")
    rows = list(_factor_rows(lines, family=label))
    if not rows:
        raise UserError(f"{file_name} ne contient aucun facteur.", todo="Ajoutez au moins une ligne.")
    per_kwh = {row.factor.criterion: row.factor for row in rows if row.factor.category == KILOWATT_HOUR}
    appliances = [row for row in rows if row.factor.category != KILOWATT_HOUR]
    factors = _factor_set(label, label, file_name, appliances, criteria)
    return replace(factors, electricity=tuple(_with_own(each, per_kwh) for each in factors.electricity))


def _with_own(published: ElectricityFactor, own: Mapping[str, ImpactFactor]) -> ElectricityFactor:
    """Return the impact of a kWh, with the values of a user's file in place of those published."""
    return replace(
        published,
        values={**published.values, **{name: factor.value for name, factor in own.items()}},
        uncertainties={**published.uncertainties, **{name: each.uncertainty for name, each in own.items()}},
    )


def _factor_set(
    family: str, label: str, version: str, rows: list[_FactorRow], criteria: Mapping[str, Criterion]
) -> FactorSet:
    kinds = _category_rows()
    factors = _completed(family, label, rows)
    return FactorSet(
        family=family,
        version=version,
        criteria=criteria,
        categories=categories(),
        factors=_with_generics(factors, label, kinds),
        typical_lifetimes=_own_or_generic(kinds, lambda row: row.typical_lifetime),
        power_watts=_own_or_generic(kinds, lambda row: row.power_watts),
        refurbished_share=_own_or_generic(kinds, lambda row: row.refurbished_share),
        electricity=electricity.load(),
        profiles=profiles.load(),
        # Only ADEME publishes the electricity of a home; the other families already count office hours.
        usual_profiles=_own_or_generic(kinds, lambda row: row.usual_profile)
        if family == DEFAULT_FAMILY
        else {},
    )


def _completed(family: str, label: str, rows: list[_FactorRow]) -> dict[Key, ImpactFactor]:
    """Return the rows of a family, then those that say they complete it, the first one found."""
    factors = {row.key: row.factor for row in rows if row.factor.family == family}
    names = {known.id: known.label for known, _ in _all_families()}
    for row in rows:
        if family in row.completes and row.key not in factors:
            origin = names[row.factor.family]
            origin = origin if row.factor.family == "nrdesk" else f"{origin} {row.factor.year}"
            note = f"Faute de valeur {label} : {origin}. {row.factor.note}"
            factors[row.key] = replace(row.factor, note=note.rstrip())
    return factors


def _with_generics(
    factors: Mapping[Key, ImpactFactor], label: str, kinds: Mapping[str, _CategoryRow]
) -> dict[Key, ImpactFactor]:
    """Return the factors, a category without its own value taking the one of its generic category."""
    filled = dict(factors)
    for kind in kinds.values():
        for (category, criterion, stage), generic in factors.items():
            if category == kind.generic and (key := (kind.category.id, criterion, stage)) not in factors:
                name = kinds[kind.generic].category.label
                note = f"Faute de valeur {label} plus précise : « {name} ». {generic.note}"
                filled[key] = replace(generic, category=kind.category.id, note=note.rstrip())
    return filled


def _own_or_generic(
    kinds: Mapping[str, _CategoryRow], read_from: Callable[[_CategoryRow], T | None]
) -> dict[str, T]:
    """Return what the categories say, the generic category speaking for those that say nothing."""
    values = {}
    for name, kind in kinds.items():
        value = read_from(kind)
        if value is None and kind.generic:
            value = read_from(kinds[kind.generic])
        if value is not None:
            values[name] = value
    return values


def _factor_rows(lines: Iterable[Row], family: str | None = None) -> Iterable[_FactorRow]:
    """Yield the factors of a table, checked; `family` overrides the column of that name.

    Raises:
        UserError: a category or a stage is unknown, or a value is missing, negative or repeated.
    """
    seen: set[tuple[Key, str]] = set()
    for line in lines:
        row = _factor_row(line, family)
        if (mark := (row.key, row.factor.family)) in seen:
            raise line.error("cette valeur est déjà donnée plus haut")
        seen.add(mark)
        yield row


def _factor_row(line: Row, family: str | None) -> _FactorRow:
    category, criterion, stage = (line.required(name) for name in ("category", "criterion", "stage"))
    of_kwh = family is not None and category == KILOWATT_HOUR
    if of_kwh and stage != LifeCycleStage.USE:
        raise line.error(f"un kWh se consomme : l’étape de « {KILOWATT_HOUR} » est « use »")
    if category not in categories() and not of_kwh:
        raise line.error(f"la catégorie « {category} » est inconnue")
    if stage not in list(LifeCycleStage):
        raise line.error(f"l’étape « {stage} » n’est ni « manufacture » ni « use »")
    value, uncertainty = line.number("value"), line.number("uncertainty")
    if value is None or value < 0:
        raise line.error("il faut une valeur positive ou nulle dans la colonne « value »")
    if uncertainty is not None and not 0 <= uncertainty <= 2:
        raise line.error("l’incertitude est une part entre 0 et 2 : 0,5 pour ± 50 %")
    factor = ImpactFactor(
        category=category,
        criterion=criterion,
        stage=LifeCycleStage(stage),
        family=family or line.required("family"),
        value=value,
        uncertainty=_DEFAULT_UNCERTAINTY if uncertainty is None else uncertainty,
        source=line.required("source"),
        year=line.integer("year"),
        licence=line.text("licence"),
        note=line.text("note"),
    )
    return _FactorRow(factor, () if family else line.list("completes"))


@cache
def _criteria() -> Mapping[str, Criterion]:
    return {
        line.required("id"): Criterion(
            line.required("id"), line.required("label"), line.required("unit"), line.required("unit_text")
        )
        for line in read_data("factors/criteria.csv")
    }


@cache
def _category_rows() -> Mapping[str, _CategoryRow]:
    rows = {}
    for line in read_data("factors/categories.csv"):
        category = Category(
            line.required("id"), line.required("label"), line.required("group"), line.text("note")
        )
        rows[category.id] = _CategoryRow(
            category,
            line.text("generic"),
            line.number("typical_lifetime_years"),
            line.number("power_watts"),
            line.number("refurbished_share"),
            line.text("usual_profile") or None,
        )
    return rows


@cache
def _all_families() -> tuple[tuple[Family, bool], ...]:
    """Return every family named by the factors, with whether it can be chosen."""
    return tuple(
        (
            Family(
                line.required("id"),
                line.required("label"),
                line.text("note"),
                line.text("licence"),
                line.required("version"),
            ),
            line.flag("selectable"),
        )
        for line in read_data("factors/families.csv")
    )
