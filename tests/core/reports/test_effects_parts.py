"""The effects of the plan in documents: the same figures as on screen, their sum, their reasons."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.model import Objective
from nrdesk.core.plan import effects_words as words
from nrdesk.core.plan.effects import Measure, effects
from nrdesk.core.reports import docx, effects_parts, pdf
from nrdesk.core.reports.content import Callout, Figure, LinesSpec, Meta, Report, Table
from tests.core.plan.small import act, create, lever
from tests.core.reports.conftest import failures


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with create(tmp_path) as made:
        with made.action("Viser") as tx:
            tx.add(
                Objective(
                    title="Alléger", measured_by="footprint.gwp", unit="kg", target_value=300, due="2032"
                )
            )
        act(made, "Garder <longtemps>", lever("lifetime", "add", 2, "portable"))
        act(made, "Imprimer moins", lever("service", "multiply", 0.5, "ramettes"))
        act(made, "Donner", lever("reuse_exit", "set", 0.7))
        yield made


def test_a_plan_without_any_setting_has_nothing_to_say(tmp_path):
    with create(tmp_path) as made:
        act(made, "Former")
        assert list(effects_parts.blocks(made, effects(made))) == []


def test_the_table_adds_up_to_the_whole(doc):
    found = effects(doc)
    table = effects_parts.table(found)
    assert [row[0] for row in table.rows] == ["Garder <longtemps>", "Imprimer moins"]
    assert table.total is not None
    assert table.total[1] == words.short(found.difference)


def test_many_actions_are_added_up_in_the_last_line(doc):
    for rank in range(25):
        act(doc, f"Action {rank}", lever("service", "multiply", 0.99, "boite_mail"))
    table = effects_parts.table(effects(doc))
    assert len(table.rows) == 20
    assert table.rows[-1][0].startswith("Les 8 autres actions")


def test_the_figure_says_the_same_as_the_sentences(doc):
    found = effects(doc)
    figure = effects_parts.figure(found)
    assert isinstance(figure.chart, LinesSpec)
    assert figure.chart.level is not None
    assert words.point(Measure.PARK, found.points(Measure.PARK)[-1]) in figure.alt
    assert "objectif" in figure.caption
    everything = effects_parts.figure(found, Measure.EVERYTHING)
    assert isinstance(everything.chart, LinesSpec)
    assert everything.chart.level is None


def test_what_changes_nothing_and_what_is_assumed_are_said(doc):
    blocks = list(effects_parts.blocks(doc, effects(doc)))
    assert [type(block) for block in blocks if isinstance(block, Figure | Table | Callout)] == [
        Figure,
        Table,
        Callout,
    ]
    said = str(blocks)
    assert "Donner" in said
    assert "réemploi" in said
    assert "0,20" in said


def test_documents_are_valid_and_hold_the_words_of_people(doc, tmp_path):
    meta = Meta(title="Effets", authority="Ici", date=dt.date(2026, 11, 22))
    report = Report(meta, tuple(effects_parts.blocks(doc, effects(doc))), cover=False)
    written = tmp_path / "effets.pdf"
    written.write_bytes(pdf.render(report))
    assert failures(written) == []
    assert docx.render(report)
