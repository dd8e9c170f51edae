"""The tables and charts that a user places in the chapters of the strategy, drawn from the data of today.

They are those of the other documents, without their titles: one figure is told in one way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from nrdesk.core.ambition import in_order
from nrdesk.core.assessment import Assessment, assess
from nrdesk.core.inventory.renewal import renewal_of
from nrdesk.core.model import Deliberation, Objective, PastAction, Quote, Stakeholder, Workshop
from nrdesk.core.reports import ambition_parts, content, reachability_parts
from nrdesk.core.reports.assessment_report import essentials, listening, maturity, renewal, results, years
from nrdesk.core.reports.content import Block, Column, Figure, KeyFigures, Paragraph, Table
from nrdesk.core.reports.wording import capital, council, when
from nrdesk.core.roadmap import INSERTS
from nrdesk.core.team import actors
from nrdesk.core.written.words import on_one_line

if TYPE_CHECKING:
    from nrdesk.core.document import Document

Builder: TypeAlias = "Callable[[Document, Assessment], Iterable[Block]]"
_SHOWN = (Figure, Table, KeyFigures, content.Quote)
"""What an insert keeps of a chapter of another document: its title and its comments stay there."""


def resolver(document: Document, assessment: Assessment | None = None) -> Callable[[str], tuple[Block, ...]]:
    """Return what gives the blocks of an insert by its key (as `core.reports.rich.blocks` asks for)."""
    return partial(blocks, document, assessment=assessment or assess(document))


def blocks(document: Document, key: str, assessment: Assessment | None = None) -> tuple[Block, ...]:
    """Return the blocks of an insert; none while its data are empty, nor for a key that is unknown.

    Args:
        document: where the data are.
        key: one of `core.roadmap.INSERTS`.
        assessment: the figures of the latest campaign, when they are at hand.
    """
    builder = BUILDERS.get(key)
    return tuple(builder(document, assessment or assess(document))) if builder else ()


def _key_figures(document: Document, assessment: Assessment) -> Iterator[Block]:
    if assessment.result.counted:
        found = list(_of(essentials.figures(document, assessment), KeyFigures))
        # With services counted, a first row of figures puts everything together: it is enough.
        yield from found[:1]


def _footprint_by_family(document: Document, assessment: Assessment) -> Iterator[Block]:
    if assessment.result.counted:
        # The chart alone: its table stays in the état des lieux.
        drawn = (block for block in results.by_group(assessment) if isinstance(block, Figure))
        yield from (replace(figure, caption=results.BY_GROUP) for figure in drawn)


def _park_by_age(document: Document, assessment: Assessment) -> Iterator[Block]:
    found = renewal_of(assessment.result.lines, assessment.campaign.as_of)
    if found.quantity:
        yield from list(_of(renewal.blocks(document, assessment), Table))[:1]


def _years(document: Document, assessment: Assessment) -> Iterator[Block]:
    yield from list(_of(years.blocks(document, assessment), Figure))[:1]


def _maturity_radar(document: Document, assessment: Assessment) -> Iterator[Block]:
    yield from list(_of(maturity.blocks(document, assessment), Figure, Table))[:2]


def _axes(document: Document, assessment: Assessment) -> Iterator[Block]:
    yield from ambition_parts.axes(document)


def _objectives(document: Document, assessment: Assessment) -> Iterator[Block]:
    if found := in_order(document.all(Objective)):
        yield ambition_parts.table("Nos objectifs", found)


def _objective_charts(document: Document, assessment: Assessment) -> Iterator[Block]:
    yield from ambition_parts.charts(document, assessment)


def _reachability(document: Document, assessment: Assessment) -> Iterator[Block]:
    for objective in in_order(document.all(Objective)):
        yield from reachability_parts.blocks(document, assessment, objective)


def _timeline(document: Document, assessment: Assessment) -> Iterator[Block]:
    events = [
        *((each.due, each.title or ambition_parts.UNNAMED) for each in document.all(Objective) if each.due),
        *(
            (each.starts[:10], each.title or each.kind.label)
            for each in document.all(Workshop)
            if each.starts and not each.held
        ),
        *(
            (each.meeting[:10], f"Vote par {council(document.authority)}")
            for each in document.all(Deliberation)
            if each.meeting
        ),
    ]
    if events:
        columns = (Column("Date", 1), Column("Rendez-vous", 3))
        rows = tuple((capital(when(date)), title) for date, title in sorted(events))
        yield Table("Les échéances", columns, rows)


def _stakeholder_map(document: Document, assessment: Assessment) -> Iterator[Block]:
    from nrdesk.core.reports import stakeholder_map

    if any(actors.quarter(each) for each in document.all(Stakeholder)):
        yield from _of(stakeholder_map.build(document).blocks, Figure)


def _past_actions(document: Document, assessment: Assessment) -> Iterator[Block]:
    yield from _of(listening.actions(document.all(PastAction)), Table)


def _quotes(document: Document, assessment: Assessment) -> Iterator[Block]:
    for quote in in_order(document.all(Quote)):
        if quote.text.strip():
            who = ", ".join(part for part in (quote.speaker.strip(), quote.role.strip()) if part)
            yield content.Quote(on_one_line(quote.text), who)


def _of(found: Iterable[Block], *kinds: type) -> Iterator[Block]:
    return (block for block in found if isinstance(block, kinds or _SHOWN))


BUILDERS: Mapping[str, Builder] = MappingProxyType(
    {
        "quotes": _quotes,
        "key_figures": _key_figures,
        "footprint_by_family": _footprint_by_family,
        "park_by_age": _park_by_age,
        "years": _years,
        "maturity_radar": _maturity_radar,
        "axes": _axes,
        "objectives": _objectives,
        "objective_charts": _objective_charts,
        "reachability": _reachability,
        "timeline": _timeline,
        "stakeholder_map": _stakeholder_map,
        "past_actions": _past_actions,
    }
)
"""Key of an insert -> what draws it."""


def missing(key: str) -> Paragraph:
    """Return what stands in a draft for an insert that has nothing to show yet."""
    name = INSERTS.get(key, key)
    return content.paragraph(
        content.Run(f"[{name}\u00a0: rien à montrer pour l’instant]", italic=True), style="small"
    )
