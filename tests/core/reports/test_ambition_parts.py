"""Axes and objectives in a document: every one in a table, the same values in the charts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.assessment import assess
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Dimension, Equipment, Objective, PriorityAxis, Reach
from nrdesk.core.reports import ambition_parts
from nrdesk.core.reports.content import ChartSpec, Heading, Table

AXIS = PriorityAxis(title="Garder", reason="Le plus lourd", rank=2)
GOALS = (
    Objective(
        title="Garder les ordinateurs sept ans",
        axis_id=AXIS.id,
        measured_by="age.computers",
        indicator="âge moyen",
        unit="ans",
        base_year=2025,
        base_value=5.1,
        target_value=7.0,
        due="2030",
        owner="DGS",
        rank=1,
    ),
    Objective(title="Renouveler moins souvent", unit="ans", base_value=4.0, target_value=6.0, rank=2),
    Objective(title="Ouvrir deux permanences", dimension=Dimension.SOCIAL, reach=Reach.TERRITORY, rank=3),
)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """Return a commune with an axis, three objectives and an old computer."""
    with Document.create(tmp_path / "commune.nrdesk", Authority(name="Valbrenne"), year=2026) as made:
        with made.action("Remplir") as tx:
            tx.add(AXIS, PriorityAxis(title="Inclure", rank=1), *GOALS)
            tx.add(Equipment(campaign_id=made.campaign.id, category="portable", purchased="2020"))
        yield made


def test_axes_say_what_they_rest_on_and_how_many_objectives_they_have(document: Document) -> None:
    (table,) = ambition_parts.axes(document)
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == ["Inclure", "Garder"]
    assert table.rows[1][2:] == ("Le plus lourd", "1\u00a0objectif")


def test_objectives_are_by_dimension_then_in_house_or_on_the_territory(document: Document) -> None:
    blocks = list(ambition_parts.objectives(document))
    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "Pour l’environnement",
        "Pour le social",
    ]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [table.caption for table in tables] == [
        "Pour l’environnement, en interne",
        "Pour le social, sur le territoire",
    ]
    assert tables[0].rows[0] == (
        "Garder les ordinateurs sept ans",
        "Âge moyen",
        "5,1\u00a0ans (2025)",
        "7\u00a0ans",
        "2030",
        "DGS",
    )
    assert tables[1].rows[0][1:4] == ("à préciser",) * 3


def test_objectives_of_one_unit_share_a_chart(document: Document) -> None:
    (figure,) = ambition_parts.charts(document, assess(document))
    assert isinstance(figure.chart, ChartSpec)
    assert figure.chart.unit == "ans"
    assert len(figure.chart.labels) == 5
    assert all(len(label) <= 40 for label in figure.chart.labels)
    assert figure.chart.series[0].values[0] == 5.1
    assert figure.chart.totals[2] == "7\u00a0ans"
    assert "départ 2025, 5,1\u00a0ans" in figure.alt
    assert "relevé 2026" in figure.alt


def test_an_objective_alone_is_named_in_the_caption(document: Document) -> None:
    with document.action("Supprimer") as tx:
        tx.delete(Objective, [GOALS[1].id])
    (figure,) = ambition_parts.charts(document, assess(document))
    assert figure.caption == "Garder les ordinateurs sept ans, du départ à la cible"
    assert isinstance(figure.chart, ChartSpec)
    assert figure.chart.labels == ("départ 2025", "relevé 2026", "cible 2030")


def test_a_document_without_any_yields_nothing(tmp_path: Path) -> None:
    with Document.create(tmp_path / "vide.nrdesk", Authority(name="Valbrenne"), year=2026) as empty:
        assert not list(ambition_parts.axes(empty))
        assert not list(ambition_parts.objectives(empty))
        assert not list(ambition_parts.charts(empty, assess(empty)))
