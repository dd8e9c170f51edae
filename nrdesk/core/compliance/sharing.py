"""What the law asks of an EPCI rather than of its communes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from nrdesk.core.compliance.evaluation import evaluate
from nrdesk.core.model.authority import Authority, AuthorityKind
from nrdesk.core.model.obligation import Obligation, Status

_BINDING = (Status.APPLICABLE, Status.TO_CHECK)


@dataclass(frozen=True, slots=True)
class Duty:
    """An obligation that is the EPCI's, as its communes may read it."""

    obligation: Obligation
    applies: bool
    """Whether it applies to the EPCI; otherwise nrdesk lacks a figure to tell."""
    aim: str
    """One French sentence: whom the text names, and from what size."""


def epci_duties(
    obligations: Iterable[Obligation], commune: Authority, epci: Authority | None, on: dt.date
) -> tuple[Duty, ...]:
    """Return the obligations that bind the EPCI of a commune and not the commune.

    Args:
        obligations: the law table.
        commune: the commune.
        epci: its EPCI; when it is not known, what names EPCI and no commune is returned, to check.
        on: the day.
    """
    duties = []
    for obligation in obligations:
        if epci is None:
            status = Status.TO_CHECK if _for_epci_only(obligation) else Status.NOT_CONCERNED
        else:
            status = evaluate(obligation, epci, on).status
        if status in _BINDING and evaluate(obligation, commune, on).status not in _BINDING:
            duties.append(Duty(obligation, status is Status.APPLICABLE, _aim(obligation)))
    return tuple(duties)


def _for_epci_only(obligation: Obligation) -> bool:
    return AuthorityKind.CC in obligation.kinds and AuthorityKind.COMMUNE not in obligation.kinds


def _aim(obligation: Obligation) -> str:
    """Return "Ce texte vise les EPCI à fiscalité propre de plus de 20 000 habitants."."""
    sizes = [f"de {threshold} habitants" for threshold in obligation.population]
    if obligation.agents:
        sizes.append(f"comptant {obligation.agents} agents en équivalent temps plein")
    return f"Ce texte vise {' '.join([obligation.concerns, *sizes])}."
