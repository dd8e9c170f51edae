"""What may be followed: the objectives first, each thing once, in one gesture."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.ambition import FIGURES
from nrdesk.core.document import Document
from nrdesk.core.model import Action, Authority, Direction, Indicator, Objective
from nrdesk.core.monitoring import catalogue
from nrdesk.core.reference import indicators as reference

OBJECTIVE = Objective(
    title="Garder les ordinateurs sept ans",
    indicator="âge de remplacement",
    unit="ans",
    base_year=2025,
    base_value=5.1,
    target_value=7,
    due="2030",
    owner="Informatique",
)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "commune.nrdesk", Authority(name="Valbrenne"), year=2026) as made:
        yield made


def test_an_objective_gives_its_base_its_target_and_its_dates(document: Document) -> None:
    with document.action("Viser") as tx:
        tx.add(OBJECTIVE)
    first = catalogue.proposals(document)[0]
    draft = first.indicator
    assert first.reason == "Objectif «\u00a0Garder les ordinateurs sept ans\u00a0», cible 7\u00a0ans."
    assert (draft.title, draft.unit, draft.direction) == ("Âge de remplacement", "ans", Direction.UP)
    assert (draft.base_value, draft.base_date, draft.target_value, draft.target_date) == (
        5.1,
        "2025",
        7,
        "2030",
    )
    catalogue.take(document, [first])
    assert OBJECTIVE.id not in {each.key for each in catalogue.proposals(document)}


def test_a_target_below_the_base_is_to_go_down() -> None:
    down = Objective(title="x", measured_by="footprint.gwp", base_value=3, target_value=2)
    draft = catalogue.of_objective(down)
    assert draft.direction is Direction.DOWN
    assert draft.title == FIGURES["footprint.gwp"].label
    assert draft.unit == FIGURES["footprint.gwp"].unit


def test_what_is_followed_is_not_proposed_again(document: Document) -> None:
    everything = catalogue.proposals(document)
    assert len(everything) == len(reference.by_id())
    made = catalogue.take(document, everything[:3])
    assert [each.rank for each in made] == [1, 2, 3]
    left = {each.key for each in catalogue.proposals(document)}
    assert left == {each.key for each in everything[3:]}
    document.undo()
    assert document.count(Indicator) == 0


def test_an_indicator_of_ones_own_hides_no_type_that_is_typed(document: Document) -> None:
    before = len(catalogue.proposals(document))
    with document.action("Suivre") as tx:
        tx.add(Indicator(title="Le nôtre"))
    assert len(catalogue.proposals(document)) == before


def test_an_action_that_names_its_indicator_proposes_it(document: Document) -> None:
    with document.action("Agir") as tx:
        tx.add(Action(title="Réparer", indicator="appareils réparés", owner="Services techniques"))
        tx.add(Action(title="Sans mesure"))
    last = catalogue.proposals(document)[-1]
    assert last.indicator.title == "Appareils réparés"
    assert last.reason == "Action «\u00a0Réparer\u00a0»."


def test_type_indicators_are_measured_by_figures_that_exist_in_the_same_unit() -> None:
    for kind in reference.by_id().values():
        if kind.measured_by:
            assert kind.measured_by in FIGURES, kind.id
            assert kind.unit.split() == FIGURES[kind.measured_by].unit.split(), kind.id
        assert kind.definition.endswith(".")
        assert catalogue.of_type(kind).catalogue == kind.id
