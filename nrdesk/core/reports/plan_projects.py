"""The plan of action as projects of the national schema, in CSV.

« Projets de collectivités », version 0.1.0 (Licence Ouverte), read in betagouv's repository
`schema-projet-collectivites-transition-ecologique` at commit a383dc3. What nrdesk does not know stays empty:
the competences of the M57 nomenclature, the levers of the SGPE, the identifiers of other platforms. No name
of a person goes out: the function of who answers for the action does.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from nrdesk.core.ambition import in_order
from nrdesk.core.errors import NotReadyError
from nrdesk.core.exchange.neutral import neutral
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.model import Action, ActionStatus, Authority, BudgetLine, MoneyKind, Person
from nrdesk.core.planning import schedule
from nrdesk.core.planning.workload import same_person
from nrdesk.core.reports.plan_tet import NO_TITLE

if TYPE_CHECKING:
    from nrdesk.core.document import Document

PROGRAMME = "Stratégie numérique responsable"
HEADERS = (
    "id", "createdAt", "updatedAt", "nom", "description", "budgetPrevisionnel", "dateDebutPrevisionnelle",
    "phase", "phaseStatut", "programme", "porteurCodeSiret", "porteurReferentEmail",
    "porteurReferentTelephone", "porteurReferentPrenom", "porteurReferentNom", "porteurReferentFonction",
    "competences", "leviers", "mecId", "tetId", "recocoId", "collectiviteIds",
)  # fmt: skip
_PHASES = {
    ActionStatus.TO_START: ("Idée", "En cours"),
    ActionStatus.UNDER_WAY: ("Opération", "En cours"),
    ActionStatus.DONE: ("Opération", "Terminé"),
    ActionStatus.DROPPED: ("Opération", "Abandonné"),
}
"""Phase and status of the phase; « Étude » is never told, nrdesk does not know it."""
_SIRET = re.compile(r"\d{14}")
_MILLISECONDS = 12
"""Hexadecimal digits of the time of creation, at the head of an identifier (UUID version 7)."""
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def write(document: Document, progress: Progress = silent) -> bytes:
    """Return the plan as CSV in UTF-8, separated by commas as the schema's own example is.

    Raises:
        NotReadyError: there is no action.
    """
    actions = in_order(document.all(Action))
    if not actions:
        raise NotReadyError(
            "Le plan n’a pas encore d’action.", todo="À l’étape 8, ajoutez une action ou choisissez-en."
        )
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, HEADERS, restval="")
    writer.writeheader()
    writer.writerows(_rows(document, actions))
    progress(1, 1)
    return buffer.getvalue().encode("utf-8")


def _rows(document: Document, actions: list[Action]) -> Iterator[dict[str, str]]:
    team = document.all(Person)
    costs: dict[str, float] = defaultdict(float)
    for line in document.all(BudgetLine):
        if line.kind in (MoneyKind.INVESTMENT, MoneyKind.OPERATING):
            costs[line.action_id] += line.amount or 0
    for action in actions:
        phase, standing = _PHASES[action.status]
        if action.blocked and action.status in (ActionStatus.TO_START, ActionStatus.UNDER_WAY):
            standing = "Bloqué"
        starts = schedule.span(action).starts
        created = _created(action.id)
        cost = round(costs[action.id])
        yield {
            "id": str(UUID(action.id)),
            "createdAt": created,
            # A row bears the time at which the action that wrote it began: a moment before its identifier.
            "updatedAt": max(created, _moment(action.updated_at)),
            "nom": neutral(" ".join(action.title.split()) or NO_TITLE),
            "description": neutral(action.description),
            "budgetPrevisionnel": str(cost) if cost else "",
            "dateDebutPrevisionnelle": starts.isoformat() if starts else "",
            "phase": phase,
            "phaseStatut": standing,
            "programme": PROGRAMME,
            "porteurCodeSiret": _siret(document.authority),
            "porteurReferentFonction": neutral(_function(action, team)),
        }


def _created(identifier: str) -> str:
    """Return when a record was created, from its identifier."""
    milliseconds = int(identifier[:_MILLISECONDS], 16)
    return _stamp(_EPOCH + dt.timedelta(milliseconds=milliseconds))


def _moment(updated_at: str) -> str:
    if not updated_at:
        return ""
    moment = dt.datetime.fromisoformat(updated_at)
    return _stamp(moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC))


def _stamp(moment: dt.datetime) -> str:
    utc = moment.astimezone(dt.UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03}Z"


def _siret(authority: Authority) -> str:
    digits = "".join(authority.siret.split())
    return digits if _SIRET.fullmatch(digits) else ""


def _function(action: Action, team: list[Person]) -> str:
    """Return the function of who answers for an action; someone of the team is never told by name."""
    person = same_person(action.owner, team)
    return person.function if person else action.owner
