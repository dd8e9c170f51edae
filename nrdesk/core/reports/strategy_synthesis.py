"""« Synthèse de la stratégie »: one page to hand out, drawn from the data.

It is one page whatever was written: every text has its room, and ends with "…" where it has more to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core import dates, roadmap
from nrdesk.core.ambition import in_order, value_text
from nrdesk.core.assessment import Assessment, assess
from nrdesk.core.errors import NotReadyError
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import Ambition, Deliberation, Objective, PriorityAxis
from nrdesk.core.reports import inserts, strategy_cover, strategy_text
from nrdesk.core.reports.content import (
    Block,
    Callout,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Meta,
    Milestone,
    Paragraph,
    Report,
    Target,
    TargetsSpec,
    TimelineSpec,
    bold,
    paragraph,
)
from nrdesk.core.reports.fitting import shortened
from nrdesk.core.reports.strategy_text import Text
from nrdesk.core.reports.wording import capital, council, french, prose, when
from nrdesk.core.roadmap.drafts.heading import UNNAMED

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Notre stratégie numérique responsable"
_WIDTH = 440.0
"""Room for a text across the page, in points: a little less than the page, so that Word needs no more."""
_AMBITION = (12.5, 3)
"""Size of its letters, and lines that it has."""
_LABEL = 9.5
"""Size of the letters of a card."""
_CARD_WIDTH = {1: 430.0, 2: 195.0, 3: 120.0, 4: 82.0}
"""Room in one of so many cards side by side."""
_MOST_AXES, _MOST_TARGETS, _MOST_DATES = 6, 3, 5


def build(document: Document, assessment: Assessment | None = None) -> Report:
    """Return the sheet, ready to be rendered.

    Args:
        document: what it is drawn from.
        assessment: the figures of the latest campaign, when they are at hand.

    Raises:
        NotReadyError: neither an ambition nor an objective is written.
    """
    assessment = assessment or assess(document)
    ambition = next(iter(document.all(Ambition)), Ambition())
    objectives = in_order(document.all(Objective))
    if not ambition.text.strip() and not objectives:
        raise NotReadyError(
            "La synthèse n’a encore rien à montrer.",
            todo="À l’étape 5, écrivez l’ambition et au moins un objectif.",
        )
    meta = _meta(document, assessment)
    blocks = (
        *_ambition(ambition),
        *_key_figures(document, assessment),
        *_axes(in_order(document.all(PriorityAxis))),
        *_targets(objectives),
        *_calendar(document, objectives, ambition),
        *_more(document, meta),
    )
    return Report(meta, blocks, cover=False, sheet=True)


def _meta(document: Document, assessment: Assessment) -> Meta:
    """Return what the band says; it is adopted as long as the text is the one that was adopted."""
    version = roadmap.adopted(document)
    now = roadmap.current(roadmap.chapters(document, assessment))
    is_adopted = version is not None and roadmap.read(version).chapters == now
    text = Text(
        chapters=(),
        insert=lambda key: (),
        date=strategy_text.date_of(document),
        status=strategy_text.status_of(document, version) if version and is_adopted else strategy_text.DRAFT,
        cover=strategy_cover.cover_of(document, assessment),
    )
    return strategy_text.meta(document, TITLE, "L’essentiel en une page", text)


def _ambition(ambition: Ambition) -> Iterator[Block]:
    if ambition.text.strip():
        said = shortened(ambition.text, _WIDTH, *_AMBITION)
        yield Callout("Notre ambition", (Paragraph((bold(said),), "lead"),))


def _key_figures(document: Document, assessment: Assessment) -> Iterator[Block]:
    for block in inserts.blocks(document, "key_figures", assessment):
        if isinstance(block, KeyFigures):
            yield Heading(2, "D’où nous partons\u00a0: le climat, en équivalent CO₂")
            room = _CARD_WIDTH[min(len(block.figures), 4)]
            yield KeyFigures(
                tuple(
                    KeyFigure(
                        each.value,
                        shortened(each.label, room, _LABEL, 2, bold=True),
                        shortened(each.detail, room, 8.5, 2),
                    )
                    for each in block.figures[:4]
                )
            )


def _axes(axes: Sequence[PriorityAxis]) -> Iterator[Block]:
    if not axes:
        return
    yield Heading(2, "Nos axes" if len(axes) > 1 else "Notre axe")
    shown = axes if len(axes) <= _MOST_AXES else axes[: _MOST_AXES - 1]
    is_one_row = len(shown) <= 4
    room, lines = _CARD_WIDTH[len(shown) if is_one_row else 3], 3 if is_one_row else 2
    cards = [
        KeyFigure("", shortened(f"{rank}. {axis.title or 'Axe sans titre'}", room, _LABEL, lines, bold=True))
        for rank, axis in enumerate(shown, start=1)
    ]
    if left := len(axes) - len(shown):
        cards.append(KeyFigure("", f"Et {count(left, 'autre axe', 'autres axes')} dans la stratégie"))
    yield KeyFigures(tuple(cards))


def _targets(objectives: Sequence[Objective]) -> Iterator[Block]:
    whole = [target for each in objectives if (target := _target(each))][:_MOST_TARGETS]
    if not objectives:
        return
    yield Heading(2, "Nos premiers objectifs" if len(objectives) > 1 else "Notre objectif")
    if whole:
        said = " ; ".join(f"{each.title} : {each.start_text}, puis {each.end_text}" for each in whole)
        yield Figure(TargetsSpec(tuple(whole)), "", french(f"{said}."))
    else:
        titles = [each.title or UNNAMED for each in objectives[:_MOST_TARGETS]]
        for title in titles:
            yield paragraph(shortened(title, _WIDTH, 10, 1))
    if left := len(objectives) - (len(whole) or min(len(objectives), _MOST_TARGETS)):
        others = count(left, "autre objectif est", "autres objectifs sont")
        yield prose(f"{others} dans la stratégie.", style="small")


def _target(objective: Objective) -> Target | None:
    """Return an objective as two bars, None when its start or its end is unknown or below zero."""
    start, end = objective.base_value, objective.target_value
    if start is None or end is None or start < 0 or end < 0:
        return None
    base = value_text(start, objective.unit)
    target = value_text(end, objective.unit)
    return Target(
        shortened(objective.title or UNNAMED, _WIDTH, 9.5, 1, bold=True),
        start,
        end,
        shortened(f"{objective.base_year or 'départ'}{NBSP}: {base}", 215, 9.5, 1),
        shortened(f"{_year(objective.due)}{NBSP}: {target}", 215, 9.5, 1),
    )


def _year(due: str | None) -> str:
    return str(dates.parts(due)[0]) if due else "cible"


def _calendar(document: Document, objectives: Sequence[Objective], ambition: Ambition) -> Iterator[Block]:
    """Yield the first dates to come, and the last one."""
    events: dict[str, list[str]] = {}
    for each in document.all(Deliberation):
        if each.meeting:
            events.setdefault(each.meeting[:10], []).append(f"vote par {council(document.authority)}")
    for objective in objectives:
        if objective.due:
            events.setdefault(objective.due, []).append(objective.title or UNNAMED)
    if ambition.horizon and not any(date.startswith(str(ambition.horizon)) for date in events):
        events.setdefault(str(ambition.horizon), []).append("l’ambition est atteinte")
    found = sorted(events.items(), key=lambda event: (dates.last_day(event[0]), event[0]))
    if not found:
        return
    if len(found) > _MOST_DATES:
        found = [*found[: _MOST_DATES - 1], found[-1]]
    milestones = tuple(_milestone(date, titles, len(found)) for date, titles in found)
    said = ", ".join(f"{each.when} : {each.label}" for each in milestones)
    yield Heading(2, "Le calendrier")
    yield Figure(TimelineSpec(milestones), "", french(f"{said}."))


def _milestone(date: str, titles: Sequence[str], columns: int) -> Milestone:
    label = titles[0] if len(titles) == 1 else f"{len(titles)} objectifs à atteindre"
    return Milestone(capital(when(date)), shortened(capital(label), _WIDTH / columns - 12, 8.5, 3))


def _more(document: Document, meta: Meta) -> Iterator[Block]:
    """Yield where to read more, and what the figures are worth."""
    where = "auprès de nos services" if document.authority.kind.is_epci else "en mairie"
    told = [dates.in_letters(meta.date), meta.status]
    if meta.factors:
        told.append(f"inventaire de {meta.campaign}, facteurs {meta.factors}")
    yield prose(
        bold("Lire la suite. "),
        f"La stratégie complète se demande {where}. Les chiffres sont des ordres de grandeur.",
        style="small",
    )
    line = " · ".join(shortened(part, _WIDTH, 8.5, 1) for part in told)
    yield paragraph(shortened(line, _WIDTH, 8.5, 2), style="small")
    if meta.notice:
        yield paragraph(shortened(meta.notice, _WIDTH, 8.5, 2), style="small")
