"""« Bilan annuel » on slides: ten minutes before the debate on the budget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.duties.explained import UNSURE, money
from nrdesk.core.formatting import count
from nrdesk.core.model import Campaign
from nrdesk.core.monitoring.kept import KeptAction
from nrdesk.core.monitoring.year import YearPlace
from nrdesk.core.reports import look
from nrdesk.core.reports.annual_review import TITLE, figures, law, meta, words
from nrdesk.core.reports.annual_review.story import Story, of, standing_of, title_of
from nrdesk.core.reports.content import ChartSpec, Column, Report, Table, bold
from nrdesk.core.reports.slides import (
    BulletSlide,
    ChartSlide,
    ColumnsSlide,
    Deck,
    FiguresSlide,
    Item,
    ListColumn,
    Slide,
    TableSlide,
    TitleSlide,
    items,
)
from nrdesk.core.reports.wording import french, sentence

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_MOST, _MOST_SIDE, _MOST_ROWS = 5, 4, 8
_FIRST = (YearPlace.BLOCKED, YearPlace.LATE)
"""What is told first of what goes on: it asks for a decision."""
_OPENING = (
    "Dix minutes : ce que nous avions promis, ce qui est fait, ce qui ne l’est pas, ce que nous proposons.\n"
    "Dire les difficultés comme elles sont : le débat porte sur elles."
)


def build(document: Document, campaign: Campaign | None = None) -> Deck:
    """Return the slides of the bilan of a campaign (see `annual_review.build`)."""
    story = of(document, campaign)
    told = meta(story, TITLE, f"Année {story.year}, pour le débat sur le budget")
    return Deck(look.dressed(document, Report(told, ())).meta, tuple(_slides(story)))


def _slides(story: Story) -> Iterator[Slide]:
    yield TitleSlide(french(_OPENING))
    if found := words.key_figures(story):
        yield FiguresSlide(
            f"{story.year} en quelques chiffres",
            found,
            french(words.balance(story)),
            notes=french(f"{words.footprint(story)}\n{words.cost(story)}".strip()),
        )
    yield from _work(story)
    yield from _numbers(story)
    yield from _footprint(story)
    yield from _troubles(story)
    yield _law(story)
    yield from _ahead(story)


def _work(story: Story) -> Iterator[Slide]:
    done = [each for each in story.promised if each.place is YearPlace.DONE]
    going = [each for each in story.promised if each.place is not YearPlace.DONE]
    if done and going:
        yield ColumnsSlide(
            "Ce que nous avions promis",
            ListColumn("Terminé", _titles(done)),
            ListColumn("Encore en route", _titles(going, standing=True)),
            notes=french(words.balance(story)),
        )
    elif done or going:
        yield BulletSlide(
            "Ce que nous avions promis",
            _titles(done or going, standing=not done),
            notes=french(words.balance(story)),
        )
    if kept := words.lines(story.review.highlights):
        yield BulletSlide(
            "Ce que nous retenons",
            items(*(sentence(each) for each in kept[:_MOST])),
            notes="Remercier celles et ceux qui l’ont fait, par leur fonction.",
        )


def _titles(found: Sequence[KeptAction], *, standing: bool = False) -> tuple[Item, ...]:
    """Return the titles of actions, those that ask for a decision first, with where they stand if wanted."""
    ordered = sorted(found, key=lambda each: each.place not in _FIRST)
    told = [
        f"{title_of(each)}{french(' : ')}{standing_of(each).lower()}" if standing else title_of(each)
        for each in ordered[:_MOST_SIDE]
    ]
    if (left := len(found) - _MOST_SIDE) > 0:
        told.append(f"Et {count(left, 'autre')}")
    return items(*told)


def _numbers(story: Story) -> Iterator[Slide]:
    if not story.told.indicators:
        return
    yield TableSlide(
        "Nos indicateurs",
        figures.table(story, story.told.indicators[:_MOST_ROWS]),
        notes=french(
            "\n".join(f"{each.title} : {each.reason}" for each in story.told.indicators if each.reason)
            or "Tous les indicateurs qui ont une cible sont dans les temps."
        ),
    )


def _footprint(story: Story) -> Iterator[Slide]:
    if not story.compared:
        return
    drawn = figures.chart(story)
    assert isinstance(drawn.chart, ChartSpec)
    yield ChartSlide(
        "L’empreinte de notre parc",
        drawn.chart,
        drawn.alt,
        items(french(words.footprint(story)), french("Évaluation, pas mesure : un ordre de grandeur.")),
        notes=french("\n".join(story.told.sentences)),
    )


def _troubles(story: Story) -> Iterator[Slide]:
    said, found = words.lines(story.review.difficulties), words.troubles(story)
    if not said and not found:
        return
    told = items(*(sentence(each) for each in said[:_MOST])) if said else _pairs(found[:_MOST])
    yield BulletSlide(
        "Ce qui n’a pas marché",
        told,
        notes=french("\n".join(f"{name} : {why}" for name, why in found)),
    )


def _pairs(found: Sequence[tuple[str, str]]) -> tuple[Item, ...]:
    return items(*((bold(french(f"{name} : ")), french(sentence(why))) for name, why in found))


def _law(story: Story) -> Slide:
    told = (*law.share_sentences(story), law.reuse_sentence(story))
    return BulletSlide(
        "Ce que la loi nous demande",
        items(*(french(each) for each in told[:_MOST])),
        notes=french(
            f"Un taux « {UNSURE} » n’a pas été relu dans le décret : ne pas l’annoncer comme acquis."
        ),
    )


def _ahead(story: Story) -> Iterator[Slide]:
    told = words.lines(story.review.next_year)
    begins = [title_of(each) for each in story.to_begin]
    if told or begins:
        yield BulletSlide(
            f"Ce que nous proposons pour {story.year + 1}",
            items(*(sentence(each) for each in (told or begins)[:_MOST])),
            notes=french(
                "\n".join(("Les actions qui commencent :", *begins)) if begins else "Ce que nous voulons."
            ),
        )
    found = story.told.money_next
    if found.cost or found.savings:
        rows = (
            ("Dépenses", money(found.cost)),
            ("Économies attendues", money(found.savings)),
            ("Financements obtenus", money(found.secured)),
            ("Reste à payer", money(found.net)),
        )
        columns = (Column("Hors taxes", 3), Column(str(story.year + 1), 1.2, "right"))
        caption = f"Ce que le plan coûte en {story.year + 1}"
        yield TableSlide(
            f"Le budget de {story.year + 1}",
            Table(caption, columns, rows),
            notes="Un financement seulement espéré n’est pas compté.",
        )
