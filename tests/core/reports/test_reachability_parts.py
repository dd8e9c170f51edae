"""What the strategy says of the way to an objective of footprint: the figures of the screen, or nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core import demo
from nrdesk.core.assessment import assess
from nrdesk.core.assessment.reachability import reach
from nrdesk.core.document import Document
from nrdesk.core.model import Objective
from nrdesk.core.reports import inserts, reachability_parts
from nrdesk.core.reports.content import Callout, Figure, Table


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    with demo.create(tmp_path / "valbrenne.nrdesk") as document:
        yield document


def test_the_chart_and_the_table_tell_what_the_screen_tells(doc):
    (objective,) = [each for each in doc.all(Objective) if each.measured_by == "footprint.gwp"]
    told = list(reachability_parts.blocks(doc, assess(doc), objective))
    found = reach(doc, objective)
    (figure,) = [block for block in told if isinstance(block, Figure)]
    values = figure.chart.series[0].values
    assert values[0] == found.baseline[0].value
    assert values[-1] == found.target
    (table,) = [block for block in told if isinstance(block, Table)]
    assert len(table.rows) == len(found.options) + (found.combination is not None)
    assert any(isinstance(block, Callout) for block in told)


def test_an_objective_that_cannot_be_simulated_says_nothing(doc):
    others = [each for each in doc.all(Objective) if not each.measured_by.startswith("footprint.")]
    assert others
    for objective in others:
        assert not list(reachability_parts.blocks(doc, assess(doc), objective))


def test_it_can_be_placed_in_a_chapter(doc):
    assert any(isinstance(block, Figure) for block in inserts.blocks(doc, "reachability"))
