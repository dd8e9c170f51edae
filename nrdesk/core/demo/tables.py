"""The tables of the demonstration, read by the fields of the forms, which refuse the same mistakes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from nrdesk.core import paths
from nrdesk.core.fields import Field
from nrdesk.core.fields.evidence import EVIDENCE, TRACKING
from nrdesk.core.fields.policy import POLICY
from nrdesk.core.fields.team import BODY, PERSON, STAKEHOLDER
from nrdesk.core.fields.training import ATTENDANCE, REFERENT, SESSION
from nrdesk.core.model import (
    Attendance,
    AwarenessSession,
    Axis,
    Evidence,
    GovernanceBody,
    ObligationTracking,
    Person,
    PolicyDocument,
    PolicyLink,
    ReadingStatus,
    Record,
    Referent,
    ResourceReading,
    Stakeholder,
    StepAnswer,
    Trade,
    TradeCoverage,
)
from nrdesk.core.reference.table import Row, read
from nrdesk.core.steps import STEPS

R = TypeVar("R", bound=Record)


def team() -> list[Record]:
    """Return step 1: people, the trades they cover, governance bodies, stakeholders."""
    people = list(filled(Person, PERSON, "equipe.csv"))
    by_name = {person.name: person.id for person in people}
    trades = [
        TradeCoverage(
            trade=Trade(row.required("trade")),
            person_id=by_name[row.text("person")] if row.text("person") else None,
            by_epci=row.text("by_epci") == "oui",
        )
        for row in rows("metiers.csv")
    ]
    bodies = filled(GovernanceBody, BODY, "instances.csv")
    return [*people, *trades, *bodies, *filled(Stakeholder, STAKEHOLDER, "acteurs.csv")]


def knowledge() -> list[Record]:
    """Return step 2: sessions, people present, referents, what was read."""
    sessions = list(filled(AwarenessSession, SESSION, "seances.csv"))
    by_title = {session.title: session.id for session in sessions}
    present = filled(
        Attendance, ATTENDANCE, "presences.csv", lambda row: {"session_id": by_title[row.required("session")]}
    )
    readings = (
        ResourceReading(
            resource=row.required("resource"),
            status=ReadingStatus(row.required("status")),
            comment=row.text("comment"),
        )
        for row in rows("lectures.csv")
    )
    return [*sessions, *present, *filled(Referent, REFERENT, "referents.csv"), *readings]


def policies() -> list[Record]:
    """Return step 3: strategic documents, and the axes that each touches."""
    documents = list(filled(PolicyDocument, POLICY, "documents.csv"))
    by_title = {document.title: document.id for document in documents}
    links = (
        PolicyLink(document_id=by_title[row.required("document")], axis=axis, strength=strength)
        for row in rows("matrice.csv")
        for axis in Axis
        if (strength := row.integer(axis))
    )
    return [*documents, *links]


def answers() -> list[Record]:
    """Return what was answered to the questions of the guide."""
    return [_answer(row) for row in rows("reponses.csv")]


def compliance() -> list[Record]:
    """Return where the commune stands on a few obligations, with its proofs."""
    tracking = filled(ObligationTracking, TRACKING, "suivi.csv", _obligation)
    return [*tracking, *filled(Evidence, EVIDENCE, "preuves.csv", _obligation)]


def _answer(row: Row) -> StepAnswer:
    """Return an answer; the table gives the rank of the question in the guide, from 1."""
    step = STEPS[int(row.required("step")) - 1]
    question = step.guide.questions[int(row.required("number")) - 1]
    return StepAnswer(step=step.number, question=question, text=row.required("text"))


def _obligation(row: Row) -> dict[str, str]:
    return {"obligation": row.required("obligation")}


def filled(
    kind: type[R], fields: Sequence[Field], name: str, link: Callable[[Row], dict[str, str]] = lambda row: {}
) -> Iterator[R]:
    """Yield the records of a table whose columns are the fields of a form; `link` gives the other values."""
    for row in rows(name):
        values: dict[str, Any] = {field.name: field.read(row.text(field.name)) for field in fields}
        yield kind(**values, **link(row))


def rows(name: str) -> Iterator[Row]:
    """Yield the lines of a table of the demonstration."""
    return read(paths.resources() / "demo" / name)
