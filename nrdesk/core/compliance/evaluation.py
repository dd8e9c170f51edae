"""The verdict on an obligation for one collectivité, with its reason in one sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from nrdesk.core import dates
from nrdesk.core.compliance.conditions import Judgement, inhabitants, judge
from nrdesk.core.formatting import NBSP
from nrdesk.core.model.authority import Authority, AuthorityKind
from nrdesk.core.model.obligation import Obligation, Status


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an obligation is for a collectivité on a day."""

    obligation: Obligation
    status: Status
    reason: str
    """One French sentence: kind, population and its year, threshold, what is missing."""
    deadline: dt.date | None
    """Next date that matters: the deadline, possibly past when it comes once, or the entry into force."""
    verified: bool
    """Whether the row was checked against the text; otherwise shown as "à confirmer"."""


def evaluate_all(obligations: Iterable[Obligation], authority: Authority, on: dt.date) -> list[Verdict]:
    """Return the verdict on each obligation, in the order given."""
    return [evaluate(obligation, authority, on) for obligation in obligations]


def evaluate(obligation: Obligation, authority: Authority, on: dt.date) -> Verdict:
    """Return what an obligation is for a collectivité on a day.

    In order: whom the text names, whether it has ended, the conditions of size (one that fails settles it,
    one that is unknown leaves it to check), then whether it is in force yet.
    """
    if authority.kind not in obligation.kinds:
        return _verdict(obligation, Status.NOT_CONCERNED, _elsewhere(obligation, authority))
    if obligation.end and on > obligation.end:
        past = f"Ce texte ne s’applique plus depuis le {dates.in_letters(obligation.end)}"
        return _verdict(obligation, Status.NOT_CONCERNED, past)
    judgements = list(judge(obligation, authority))
    reason = _reason(obligation, authority, judgements)
    if any(judgement.met is False for judgement in judgements):
        return _verdict(obligation, obligation.below, reason)
    if obligation.start and on < obligation.start:
        later = f"{reason}{NBSP}; il s’appliquera à partir du {dates.in_letters(obligation.start)}"
        return _verdict(obligation, Status.NOT_CONCERNED, later, obligation.start)
    if any(judgement.met is None for judgement in judgements):
        return _verdict(obligation, Status.TO_CHECK, reason, obligation.deadline_from(on))
    deadline = obligation.deadline_from(on) if obligation.within is Status.APPLICABLE else None
    return _verdict(obligation, obligation.within, reason, deadline)


def _verdict(obligation: Obligation, status: Status, reason: str, deadline: dt.date | None = None) -> Verdict:
    return Verdict(obligation, status, f"{reason}.", deadline, obligation.verified)


def _elsewhere(obligation: Obligation, authority: Authority) -> str:
    """Return whom the text names, and that the collectivité is of another kind."""
    if not obligation.kinds:
        return f"Ce texte vise {obligation.concerns}"
    return f"Ce texte vise {obligation.concerns}{NBSP}; vous êtes {_one(authority)}"


def _reason(obligation: Obligation, authority: Authority, judgements: list[Judgement]) -> str:
    """Return the sentence, without its full stop: the collectivité, then what decides.

    What fails decides alone; otherwise every condition is told.
    """
    if not judgements:
        return _unconditional(obligation, authority)
    failed = [judgement for judgement in judgements if judgement.met is False]
    told = failed or judgements
    clauses = [
        f"{'il' if rank else 'le texte'} {judgement.verb} {judgement.aim}{judgement.found}"
        for rank, judgement in enumerate(told)
    ]
    if failed and obligation.below is Status.VOLUNTARY:
        clauses.append("la démarche reste volontaire")
    sentence = f"{NBSP}; ".join(clauses)
    uses_population = any(judgement.uses_population for judgement in told)
    size = inhabitants(authority, obligation.population_basis) if uses_population else ""
    return f"{_capital(authority.kind.label)} de {size}{NBSP}: {sentence}" if size else _capital(sentence)


def _unconditional(obligation: Obligation, authority: Authority) -> str:
    """Return the sentence of a text that binds, or invites, whatever the size."""
    if obligation.population:
        return f"Ce texte ne fixe aucun seuil de population pour {_one(authority)}, il s’applique à vous"
    match obligation.within:
        case Status.APPLICABLE:
            return f"Ce texte vise {obligation.concerns}, quelle que soit leur taille"
        case Status.VOLUNTARY:
            return f"Ce texte n’oblige pas ({obligation.nature}), libre à vous de le suivre"
        case _:
            return f"Ce texte vise {obligation.concerns}"


def _one(authority: Authority) -> str:
    """Return "une commune", "la métropole de Lyon"."""
    articles = {AuthorityKind.EPT: "un", AuthorityKind.METROPOLE_LYON: "la"}
    return f"{articles.get(authority.kind, 'une')} {authority.kind.label}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
