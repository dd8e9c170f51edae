"""Reading a law table: one row per obligation, errors that name the line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from nrdesk.core.errors import UserError
from nrdesk.core.model.authority import AuthorityKind
from nrdesk.core.model.obligation import Comparison, Obligation, PopulationBasis, Status, Threshold
from nrdesk.core.reference.table import Row, read

Choice = TypeVar("Choice", bound=StrEnum)

_REQUIRED = ("id", "title", "kinds", "concerns", "nature", "requirement", "source", "read_on", "verified")


def read_law(path: Path) -> tuple[Obligation, ...]:
    """Return the obligations of a law table, which may be newer than the one that nrdesk came with.

    Raises:
        UserError: the file cannot be read as a law table; the message gives the line.
    """
    if found := tuple(_obligations(read(path, _REQUIRED))):
        return found
    raise UserError(f"{path.name} ne contient aucune obligation.")


def _obligations(lines: Iterable[Row]) -> Iterable[Obligation]:
    seen = set()
    for line in lines:
        obligation = _obligation(line)
        if obligation.id in seen:
            raise line.error(f"l’identifiant « {obligation.id} » est déjà pris")
        seen.add(obligation.id)
        yield obligation


def _obligation(line: Row) -> Obligation:
    return Obligation(
        id=line.required("id"),
        title=line.required("title"),
        text_reference=line.text("text_reference"),
        article=line.text("article"),
        kinds=_kinds(line, "kinds"),
        concerns=line.required("concerns"),
        population=_population(line),
        population_for=_kinds(line, "population_for") or frozenset(AuthorityKind),
        population_basis=_choice(line, "population_basis", PopulationBasis, PopulationBasis.UNSPECIFIED),
        agents=_threshold(line, "min_agents_fte", "agents_operator"),
        purchases=_threshold(line, "min_purchases", "purchases_operator"),
        condition=line.text("condition"),
        presumed_outside_below=line.integer("presumed_outside_below"),
        start=_date(line, "start_date"),
        end=_date(line, "end_date"),
        deadline=_deadline(line),
        within=_choice(line, "within", Status, Status.APPLICABLE),
        below=_choice(line, "below", Status, Status.NOT_CONCERNED),
        nature=line.required("nature"),
        requirement=line.required("requirement"),
        indicator=line.text("indicator"),
        source=line.required("source"),
        read_on=_read_on(line),
        verified=line.flag("verified"),
        verification_note=line.text("verification_note"),
    )


def _population(line: Row) -> tuple[Threshold, ...]:
    """Return the thresholds in inhabitants; the upper one is always "fewer than"."""
    least = _threshold(line, "min_population", "population_operator")
    most = line.number("max_population")
    upper = Threshold(Comparison.LESS_THAN, most) if most is not None else None
    return tuple(threshold for threshold in (least, upper) if threshold)


def _threshold(line: Row, value_column: str, operator_column: str) -> Threshold | None:
    """Return a threshold; a value without an operator is an error, since texts differ by one inhabitant."""
    value = line.number(value_column)
    if value is None:
        return None
    line.required(operator_column)
    return Threshold(_choice(line, operator_column, Comparison, Comparison.AT_LEAST), value)


def _kinds(line: Row, column: str) -> frozenset[AuthorityKind]:
    """Return kinds of collectivité; "all" and "none" mean what they say."""
    names = line.list(column)
    if names in (("none",), ()):
        return frozenset()
    if names == ("all",):
        return frozenset(AuthorityKind)
    if unknown := [name for name in names if name not in list(AuthorityKind)]:
        raise line.error(f"le type de collectivité « {unknown[0]} » est inconnu")
    return frozenset(map(AuthorityKind, names))


def _choice(line: Row, column: str, choices: type[Choice], default: Choice) -> Choice:
    text = line.text(column)
    if not text:
        return default
    try:
        return choices(text)
    except ValueError:
        raise line.error(f"« {text} » n’est pas admis dans la colonne « {column} »") from None


def _date(line: Row, column: str) -> dt.date | None:
    text = line.text(column)
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise line.error(f"« {text} » n’est pas une date comme 2025-01-31 (colonne « {column} »)") from None


def _read_on(line: Row) -> dt.date:
    line.required("read_on")
    day = _date(line, "read_on")
    assert day is not None
    return day


def _deadline(line: Row) -> str:
    """Return a deadline once it is known to be a day, or a day of every year ("--06-30")."""
    text = line.text("deadline")
    try:
        # 2023 is not a leap year: the 29th of February, which does not come every year, is refused.
        dt.date.fromisoformat(text.replace("--", "2023-", 1) if text else "2023-01-01")
    except ValueError:
        raise line.error(f"« {text} » n’est pas une échéance comme 2025-01-31 ou --06-30") from None
    return text
