"""From one document to its summary: it is opened for reading only, and never changed nor locked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from nrdesk.core import agenda, dates, steps, training
from nrdesk.core.assessment import Assessment, assess
from nrdesk.core.compliance import Status, Verdict, evaluate_all
from nrdesk.core.document import Document
from nrdesk.core.duties.tracking import tally
from nrdesk.core.footprint.line import Quality
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import ActionStatus, ObligationTracking, Progress
from nrdesk.core.monitoring import status
from nrdesk.core.portfolio.summary import SOON, Due, Risk, Summary
from nrdesk.core.reference import obligations

_MOST_DATES = 5
"""Dates to come that a summary keeps."""
_KNOWN = (Quality.GOOD, Quality.FAIR)


def summarise(path: Path, file: str, today: dt.date) -> Summary:
    """Return the summary of a document on a day.

    Args:
        path: the document.
        file: how the summary names it.
        today: the day on which dates are looked at.

    Raises:
        UserError: the document cannot be opened for reading, or its figures cannot be computed.
    """
    with Document.open(path, read_only=True) as document:
        return _summary(document, file, today)


def _summary(document: Document, file: str, today: dt.date) -> Summary:
    authority, campaigns = document.authority, document.campaigns()
    assessment = assess(document, campaigns[-1])
    trackings = document.all(ObligationTracking)
    verdicts = evaluate_all(obligations.load(), authority, today)
    standing = tally(verdicts, trackings)
    board = status.board(document, today)
    latest = document.activity(limit=1)
    total = assessment.headline
    counted = bool(total.value)
    exercise = training.is_exercise(document)
    return Summary(
        file=file,
        authority_id=authority.id,
        name=authority.name or document.path.stem,
        kind=authority.kind,
        code=authority.insee_code or authority.siren,
        department=authority.department,
        epci_siren=authority.epci_siren,
        epci_name=authority.epci_name,
        population=authority.population_municipal,
        agents=authority.agents,
        fictional=authority.is_demo or exercise,
        exercise=exercise,
        year=assessment.campaign.year,
        as_of=assessment.campaign.as_of,
        frozen=assessment.campaign.frozen,
        campaigns=len(campaigns),
        steps=tuple(each.share for each in steps.progress(document, assessment)),
        appliances=assessment.result.quantity,
        footprint=total.value if counted else None,
        low=total.low,
        high=total.high,
        per_agent=assessment.per_agent if counted else None,
        per_inhabitant=assessment.per_inhabitant if counted else None,
        coverage=total.coverage_quantity,
        known=_known(assessment),
        applicable=sum(standing.values()),
        met=standing[Progress.DONE],
        unanswered=standing[Progress.UNSAID],
        risks=tuple(_risks(verdicts, trackings, today)),
        deadlines=tuple(_deadlines(document, verdicts, trackings, today)),
        actions=sum(each.status is not ActionStatus.DROPPED for each in board.actions),
        actions_done=len(board.of(ActionStatus.DONE)),
        late=len(board.late),
        blocked=len(board.blocked),
        changed=latest[0].at if latest else "",
        warnings=document.warnings,
    )


def _known(assessment: Assessment) -> float:
    lines = [line for line in assessment.result.lines if line.in_park]
    whole = sum(max(line.quantity, 0) for line in lines)
    known = sum(max(line.quantity, 0) for line in lines if line.quality in _KNOWN)
    return known / whole if whole else 0.0


def _risks(verdicts: list[Verdict], trackings: list[ObligationTracking], today: dt.date) -> Iterator[Risk]:
    """Yield the obligations that apply, are not said to be met, and of which something says so."""
    said = {each.obligation: each.progress for each in trackings}
    for verdict in verdicts:
        progress = said.get(verdict.obligation.id, Progress.UNSAID)
        if verdict.status is not Status.APPLICABLE or progress is Progress.DONE:
            continue
        if why := _why(verdict.deadline, progress, today):
            on = verdict.deadline.isoformat() if verdict.deadline else ""
            yield Risk(verdict.obligation.id, verdict.obligation.title, why, on, verdict.verified)


def _why(deadline: dt.date | None, progress: Progress, today: dt.date) -> str:
    """Return why an obligation that is not met is at risk, "" when nothing tells that it is."""
    if deadline and deadline < today:
        return f"date passée{NBSP}: {dates.in_letters(deadline)}"
    if deadline and deadline <= today + SOON:
        return f"à tenir avant le {dates.in_letters(deadline)}"
    if progress is Progress.TODO:
        return "déclarée à faire"
    return ""


def _deadlines(
    document: Document, verdicts: list[Verdict], trackings: list[ObligationTracking], today: dt.date
) -> list[Due]:
    """Return what falls due next: dates of the strategy, and of the law as long as it is not met."""
    met = {each.obligation for each in trackings if each.progress is Progress.DONE}
    found = [
        Due(_day(event.starts).isoformat(), event.title)
        for event in agenda.dated_events(document)
        if _day(event.starts) >= today
    ]
    found += [
        Due(verdict.deadline.isoformat(), verdict.obligation.title, legal=True)
        for verdict in verdicts
        if verdict.status is Status.APPLICABLE
        and verdict.deadline
        and verdict.deadline >= today
        and verdict.obligation.id not in met
    ]
    return sorted(found, key=lambda due: (due.on, due.title))[:_MOST_DATES]


def _day(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment
