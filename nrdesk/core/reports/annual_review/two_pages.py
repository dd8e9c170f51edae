"""« Bilan en deux pages », for the rapport développement durable: two pages whatever was written.

Every text has its room, and ends with "…" where it has more to say; the whole bilan is named at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from nrdesk.core.model import Campaign
from nrdesk.core.monitoring.kept import KeptIndicator
from nrdesk.core.monitoring.year import YearPlace
from nrdesk.core.reports import parts
from nrdesk.core.reports.annual_review import figures, law, meta, words
from nrdesk.core.reports.annual_review.story import Story, of, title_of
from nrdesk.core.reports.content import (
    Block,
    BulletList,
    Heading,
    KeyFigures,
    Report,
    bold,
    bullets,
    paragraph,
)
from nrdesk.core.reports.fitting import shortened
from nrdesk.core.reports.wording import french, prose, sentence

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Bilan du numérique responsable"
_WIDTH = 430.0
"""Room for a text across the page, in points: a little less than the page, so that Word needs no more."""
_LETTERS = 10.5
_COLUMN, _SMALL = 125.0, 9.0
"""Room for the name of an indicator, in points, and size of its letters."""
_MOST_LINES, _LONGER, _MOST_STATES, _MOST_SHARES = 4, 2, 8, 2


def build(document: Document, campaign: Campaign | None = None) -> Report:
    """Return the short bilan of a campaign (see `annual_review.build`)."""
    story = of(document, campaign)
    return Report(
        meta(story, TITLE, f"L’essentiel de {story.year} en deux pages"), tuple(_blocks(story)), cover=False
    )


def _blocks(story: Story) -> Iterator[Block]:
    yield prose(bold(words.balance(story)))
    yield prose(words.footprint(story))
    if found := words.key_figures(story):
        yield KeyFigures(found)
    if not _done(story):
        yield parts.to_complete("les faits marquants de l’année, sur la page « Bilan annuel ».")
    yield from _list("Ce que nous avons fait", _done(story))
    yield from _list("Ce qui n’a pas marché", _failed(story))
    if story.told.indicators:
        yield Heading(2, "Les chiffres")
        yield figures.table(story, [_brief(each) for each in story.told.indicators[:_MOST_STATES]])
    yield from _law(story)
    yield from _list(f"Ce que nous ferons en {story.year + 1}", _next(story))
    where = "auprès de nos services" if story.authority.kind.is_epci else "en mairie"
    yield prose(
        f"Le bilan complet, avec la méthode et les sources, se demande {where}. L’empreinte est une "
        "évaluation, pas une mesure.",
        style="small",
    )


def _list(title: str, found: Sequence[str]) -> Iterator[Block]:
    if found:
        yield Heading(2, title)
        yield _bullets(found)


def _bullets(found: Sequence[str]) -> BulletList:
    """Return the first lines, the longest ones cut: two of them may take a second line."""
    return bullets(
        *(
            shortened(french(sentence(each)), _WIDTH, _LETTERS, 2 if rank < _LONGER else 1)
            for rank, each in enumerate(found[:_MOST_LINES])
        )
    )


def _brief(each: KeptIndicator) -> KeptIndicator:
    """Return an indicator whose name takes two lines of its column at most."""
    return replace(
        each,
        title=shortened(each.title, _COLUMN, _SMALL, 2),
        unit=shortened(each.unit, _COLUMN / 3, _SMALL, 1),
    )


def _done(story: Story) -> list[str]:
    done = [title_of(each) for each in story.promised if each.place is YearPlace.DONE]
    return [*words.lines(story.review.highlights), *done]


def _failed(story: Story) -> list[str]:
    return [
        *words.lines(story.review.difficulties),
        *(f"{name} : {why}" for name, why in words.troubles(story)),
    ]


def _next(story: Story) -> list[str]:
    begins = [title_of(each) for each in story.to_begin]
    return [*words.lines(story.review.next_year), *begins]


def _law(story: Story) -> Iterator[Block]:
    told = law.share_sentences(story)
    yield Heading(2, "Ce que la loi demande")
    for each in (*told[:_MOST_SHARES], law.reuse_sentence(story)):
        yield paragraph(shortened(french(each), _WIDTH, _LETTERS, 2))
