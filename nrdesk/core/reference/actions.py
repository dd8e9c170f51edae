"""The catalogue of actions ready to be taken up: their figures are estimates of nrdesk, to be edited.

What an action changes is written in a small language, one effect after the other separated by `;`:

    duree_vie(portable,fixe)+1      years of service
    nombre(ecran)*0.85              number of appliances
    part_reemploi(portable)=0.5     share of refurbished ones among those bought
    elec(poste)*0.7                 their kWh
    reemploi_sortie=0.6             share of appliances reused when they leave
    papier*0.7                      quantity of digital services

The words between brackets, and those of services, are those of `lever_targets.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from nrdesk.core.model import Axis, Dimension, LeverSubject, Operation, Reach
from nrdesk.core.reference.table import Row, read_data

_EFFECT = re.compile(r"([a-z_]+)(?:\(([a-z_,]+)\))?([+*=])([0-9]+(?:\.[0-9]+)?)")
_SUBJECTS = {
    "duree_vie": LeverSubject.LIFETIME,
    "nombre": LeverSubject.QUANTITY,
    "part_reemploi": LeverSubject.REFURBISHED,
    "elec": LeverSubject.ELECTRICITY,
}
"""What acts on appliances; any other word but `reemploi_sortie` is one of services."""
_OPERATIONS = {"+": Operation.ADD, "*": Operation.MULTIPLY, "=": Operation.SET}
_DIMENSIONS = {each.label: each for each in Dimension}
_REACHES = {"interne": Reach.INTERNAL, "territoire": Reach.TERRITORY}
_EXIT = "reemploi_sortie"
_ALL = "*"


@dataclass(frozen=True, slots=True)
class LeverDraft:
    """What an action of the catalogue changes, with the fields of `model.ActionLever`."""

    subject: LeverSubject
    operation: Operation
    amount: float
    """Years for a lifetime, a share from 0 to 1 or a factor otherwise."""
    targets: str
    """Identifiers of categories, groups or services, separated by commas; all of them when empty."""


@dataclass(frozen=True, slots=True)
class CatalogueAction:
    """An action that may be taken up."""

    id: str
    title: str
    axis: Axis
    dimension: Dimension
    reach: Reach
    ease: int
    """From 1 (hard) to 3 (easy)."""
    months: float
    """Duration."""
    days: float
    """Days of work, in all."""
    cost: str
    """Order of magnitude in words: "nul", "faible", "moyen"."""
    savings: str
    """What it spares, in words, "" when nothing."""
    indicator: str
    unit: str
    levers: tuple[LeverDraft, ...]
    prerequisites: tuple[str, ...]
    """Actions of the catalogue that come first."""
    small_commune: bool
    """Whether it makes sense in a small commune."""
    questions: tuple[str, ...]
    """Questions of the maturity questionnaire that it improves."""
    source: str

    @property
    def days_per_month(self) -> float:
        """Days of work a month, over its duration."""
        return self.days / max(self.months, 1)


@cache
def by_id() -> Mapping[str, CatalogueAction]:
    """Return every action of the catalogue by identifier, in the order of the table."""
    return {(action := _action(line)).id: action for line in read_data("content/actions.csv")}


@cache
def targets() -> Mapping[str, tuple[str, str]]:
    """Return what the words of the language stand for: (appliances, services), "*" for all of them."""
    return {
        line.required("word"): (line.text("appliances"), line.text("services"))
        for line in read_data("content/lever_targets.csv")
    }


def _action(line: Row) -> CatalogueAction:
    difficulty = line.integer("difficulty")
    dimension, reach = line.required("dimension"), line.required("scope")
    if difficulty not in (1, 2, 3):
        raise line.error("la difficulté va de 1 à 3")
    if dimension not in _DIMENSIONS or reach not in _REACHES:
        raise line.error("la dimension ou la portée n’existe pas")
    return CatalogueAction(
        id=line.required("id"),
        title=line.required("title"),
        axis=Axis(line.required("decree_axis")),
        dimension=_DIMENSIONS[dimension],
        reach=_REACHES[reach],
        ease=4 - difficulty,
        months=line.number("duration_months") or 0.0,
        days=line.number("workload_days") or 0.0,
        cost=line.required("cost"),
        savings=line.text("savings"),
        indicator=line.text("indicator"),
        unit=line.text("unit"),
        levers=tuple(_lever(line, effect) for effect in line.text("footprint_effect").split(";") if effect),
        prerequisites=line.list("prerequisites"),
        small_commune=line.flag("small_commune"),
        questions=line.list("questions"),
        source=line.required("source"),
    )


def _lever(line: Row, effect: str) -> LeverDraft:
    """Read an effect of the small language."""
    match = _EFFECT.fullmatch(effect.strip())
    if match is None:
        raise line.error(f"l’effet « {effect} » ne peut pas être lu")
    word, on, operation, amount = match.groups()
    if subject := _SUBJECTS.get(word):
        found = _found(line, (on or "").split(","), place=0)
    elif word == _EXIT:
        subject, found = LeverSubject.REUSE_EXIT, ""
    else:
        subject, found = LeverSubject.SERVICE, _found(line, [word], place=1)
    return LeverDraft(subject, _OPERATIONS[operation], float(amount), found)


def _found(line: Row, words: list[str], place: int) -> str:
    """Return what words stand for among appliances (place 0) or services (place 1)."""
    known = targets()
    found = [known[word][place] if word in known else "" for word in words]
    if not all(found):
        raise line.error(f"« {', '.join(words)} » n’est pas dans lever_targets.csv")
    return "" if _ALL in found else ",".join(found)
