"""What is presented to the council: ten minutes, from the data, and nothing that is not there."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core import demo
from nrdesk.core.document import Document
from nrdesk.core.model import Authority
from nrdesk.core.reports import council_slides
from nrdesk.core.reports.slides import BulletSlide, ChartSlide, Deck, QuoteSlide, Slide, TableSlide

NBSP = "\u00a0"


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deck]:
    with demo.create(tmp_path_factory.mktemp("demo") / "valbrenne.nrdesk") as document:
        yield council_slides.build(document)


def titled(deck: Deck, title: str) -> Slide:
    return next(slide for slide in deck.slides if getattr(slide, "title", "").startswith(title))


def told(slide: BulletSlide) -> list[str]:
    return ["".join(run.text for run in item) for item in slide.items]


def test_it_lasts_ten_minutes(deck):
    assert 8 <= len(deck.slides) <= 12
    assert all(slide.notes for slide in deck.slides if not isinstance(slide, QuoteSlide))


def test_it_says_when_and_that_it_is_a_draft(deck):
    assert deck.meta.subtitle == "Présentation au conseil municipal, 3 décembre 2026"
    assert deck.meta.status == "document de travail"
    assert deck.meta.date == dt.date(2026, 11, 21)
    assert "inventées" in deck.meta.notice


def test_the_chart_has_its_words(deck):
    for slide in deck.slides:
        if isinstance(slide, ChartSlide):
            assert slide.alt
            assert len(slide.chart.labels) <= 7


def test_the_objectives_are_in_a_table_with_their_axes(deck):
    slide = titled(deck, "Nos axes")
    assert isinstance(slide, TableSlide)
    assert len(slide.table.rows) == 9
    assert slide.table.rows[0] == (
        "Garder les ordinateurs sept ans", "Garder plus longtemps, puis donner",
        f"5,1{NBSP}ans", f"7{NBSP}ans", "2030",
    )  # fmt: skip


def test_the_first_actions_are_those_decided_the_soonest_first(deck):
    slide = titled(deck, "Nos premières actions")
    assert isinstance(slide, BulletSlide)
    assert slide.numbered
    assert len(slide.items) == 3
    assert told(slide)[0].endswith("Secrétaire générale, janvier 2027.")


def test_the_vote_is_the_last_word_and_says_that_it_is_voluntary(deck):
    slide = deck.slides[-1]
    assert isinstance(slide, BulletSlide)
    assert "Rien ne nous y oblige" in slide.lead
    assert [text.partition(".")[0] for text in told(slide)] == [f"Article {rank}" for rank in range(1, 6)]


def test_the_law_asks_it_of_a_large_commune(tmp_path: Path):
    large = Authority(
        name="Grandville", population_municipal=60_000, population_total=60_000, population_year=2023
    )
    with Document.create(tmp_path / "grandville.nrdesk", large, year=2026) as document:
        deck = council_slides.build(document)
    assert len(deck.slides) == 2
    assert "La loi nous demande" in deck.slides[-1].lead
