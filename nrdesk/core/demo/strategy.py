"""Steps 5 to 7 of the demonstration: the ambition, its workshops, the strategy written, the vote to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from nrdesk.core import richtext
from nrdesk.core.assessment import synthesis
from nrdesk.core.assessment.axis_drafts import SOURCES
from nrdesk.core.demo.tables import filled, rows
from nrdesk.core.document import Document
from nrdesk.core.fields.ambition import AMBITION, PRIORITY_AXIS, WEIGHTS, objective
from nrdesk.core.fields.council import SESSION
from nrdesk.core.fields.roadmap import QUOTE
from nrdesk.core.fields.workshop import DECISION, WORKSHOP
from nrdesk.core.model import (
    Ambition,
    Chapter,
    Decision,
    Deliberation,
    Finding,
    Objective,
    PriorityAxis,
    Quote,
    Record,
    StrategyVersion,
    Workshop,
)
from nrdesk.core.reports import versions
from nrdesk.core.roadmap import CHAPTERS
from nrdesk.core.roadmap.views import BETWEEN

R = TypeVar("R", bound=Record)

_LINKS = ("axis_id", "measured_by")
"""Fields of an objective that hold identifiers."""

VERSION, SAVED_AT = "avant relecture du bureau", "2026-11-12T16:30:00Z"
"""The version kept before the others read it, and when in the story."""


def direction() -> list[Record]:
    """Return step 5: the ambition, its axes and objectives, the workshops and what they decided."""
    axes = list(_in_rank(filled(PriorityAxis, PRIORITY_AXIS, "axes.csv")))
    of_title = {axis.title: axis.id for axis in axes}
    objectives = filled(
        Objective,
        [field for field in objective({}) if field.name not in _LINKS],
        "objectifs.csv",
        lambda row: {"axis_id": of_title[row.required("axis_title")], "measured_by": row.text("measured_by")},
    )
    workshops = list(filled(Workshop, WORKSHOP, "ateliers.csv"))
    held = {workshop.title: workshop.id for workshop in workshops}
    decisions = filled(
        Decision, DECISION, "decisions.csv", lambda row: {"workshop_id": held[row.required("workshop")]}
    )
    ambition = filled(Ambition, (*AMBITION, *WEIGHTS), "ambition.csv")
    return [*ambition, *axes, *_in_rank(objectives), *workshops, *decisions]


def roadmap() -> list[Record]:
    """Return step 6: the words of those who decide, the chapters that were edited, in part."""
    ranks = {kind.key: (place + 1) * BETWEEN for place, kind in enumerate(CHAPTERS)}
    chapters = (
        Chapter(
            key=(key := row.required("key")),
            body=_rich(row.text("body")),
            easy=_rich(row.text("easy")),
            rank=ranks[key],
            read_by=row.text("read_by"),
        )
        for row in rows("chapitres.csv")
    )
    return [*_in_rank(filled(Quote, QUOTE, "paroles.csv")), *chapters]


def council() -> list[Record]:
    """Return step 7: the session of December, where the strategy will be voted."""
    return list(filled(Deliberation, SESSION, "deliberation.csv"))


def link_axes(doc: Document) -> None:
    """Say which sentence of the synthesis each axis was made of, so that it is not proposed again."""
    axes = {axis.title: axis.id for axis in doc.all(PriorityAxis)}
    found = synthesis.items(doc, doc.campaign, Finding.AXIS)
    told = ((row.required("title"), row.text("source")) for row in rows("axes.csv"))
    sources = {
        axes[title]: next(item.id for item in found if item.text.startswith(source))
        for title, source in told
        if source
    }
    with doc.action("Relier les axes à la synthèse") as tx:
        tx.set_setting(SOURCES, sources)


def keep_version(doc: Document) -> None:
    """Keep the strategy as it stands, at the date that the story gives."""
    made = versions.save(doc, VERSION)
    with doc.action("Dater la version") as tx:
        tx.update(StrategyVersion, made.id, made_at=SAVED_AT)


def _in_rank(records: Iterable[R]) -> Iterator[R]:
    """Yield records in the order of their table, which their ranks keep."""
    return (replace(record, rank=rank) for rank, record in enumerate(records, start=1))  # type: ignore[call-arg]


def _rich(text: str) -> str:
    """Return a plain text, a paragraph a line, as chapters keep theirs."""
    return richtext.dumps(richtext.from_plain(text)) if text else ""
