"""The figures of the plan, of the purchases and of what leaves, as their pages tell them."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.ambition import figures
from nrdesk.core.assessment.figures import computed
from nrdesk.core.campaigns import lifecycle
from nrdesk.core.document import Document
from nrdesk.core.duties import reuse
from nrdesk.core.model import (
    Acquisition,
    Action,
    ActionStatus,
    Authority,
    DeclaredSpend,
    Equipment,
    EquipmentStatus,
    ExitRoute,
    Milestone,
)
from nrdesk.core.reference.purchases import IT

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "commune.nrdesk", Authority(name="Valbrenne"), year=2026) as made:
        yield made


def fill(document: Document, *lines: dict[str, object]) -> None:
    with document.action("Remplir") as tx:
        for line in lines:
            given = {"campaign_id": document.campaign.id, "category": "portable", **line}
            tx.add(Equipment(**given))  # type: ignore[arg-type]


def value(document: Document, id: str) -> float | None:
    found = computed(document, id, today=TODAY)
    assert found
    if found.value is not None:
        assert found.explain
        told = found.explain()
        assert told.title
        assert told.formula.strip()
    return found.value


def test_the_plan(document: Document) -> None:
    done = Action(title="faite", status=ActionStatus.DONE)
    late = Action(title="en retard", status=ActionStatus.UNDER_WAY, ends="2026-06")
    waits = Action(title="à venir", starts="2027", blocked=True)
    dropped = Action(title="abandonnée", status=ActionStatus.DROPPED, blocked=True)
    with document.action("Planifier") as tx:
        tx.add(done, late, waits, dropped)
        tx.add(
            Milestone(title="passé", due="2026-03", reached="2026-04"),
            Milestone(title="manqué", due="2026-05"),
            Milestone(title="en avance", due="2027", reached="2026-10"),
            Milestone(title="plus tard", due="2028"),
        )
    assert value(document, "plan.done") == 1
    assert value(document, "plan.done_share") == 33
    assert value(document, "plan.done_of_launched") == 50
    assert value(document, "plan.on_time") == 50
    assert value(document, "plan.blocked") == 1
    assert value(document, "plan.milestones") == 67


def test_the_plan_of_a_past_year_is_not_known(document: Document) -> None:
    past = document.campaign
    lifecycle.copy_campaign(document, past, 2027, "2027-12-31")
    with document.action("Planifier") as tx:
        tx.add(Action(title="faite", status=ActionStatus.DONE))
    found = computed(document, "plan.done", past)
    assert found
    assert found.value is None
    assert value(document, "plan.done") == 1


def test_what_leaves_the_park(document: Document) -> None:
    left = {"status": EquipmentStatus.OUT, "purchased": "2020"}
    fill(
        document,
        {**left, "retired": "2026-03", "exit_route": ExitRoute.DONATED, "quantity": 2},
        {**left, "retired": "2026-04", "exit_route": ExitRoute.WEEE},
        {**left, "retired": "2025-04", "exit_route": ExitRoute.SOLD},
    )
    assert value(document, "given.exits") == 2
    rate = reuse.rate_of(document, 2026).rate
    assert rate is not None
    assert value(document, "reuse.exits") == pytest.approx(100 * rate, abs=0.05)


def test_the_spending_declared_comes_before_the_inventory(document: Document) -> None:
    fill(
        document,
        {"purchased": "2026-01", "price": 900.0, "acquisition": Acquisition.NEW},
        {"purchased": "2026-02", "price": 300.0, "acquisition": Acquisition.REFURBISHED},
        {"purchased": "2026-02", "acquisition": Acquisition.REFURBISHED},
    )
    assert value(document, "reused.spend") == 25
    with document.action("Déclarer") as tx:
        tx.add(DeclaredSpend(year=2026, product_type=IT, total=4000, reused=700, donated=100))
    assert value(document, "reused.spend") == 20


def test_what_rests_in_the_park(document: Document) -> None:
    fill(
        document,
        {"status": EquipmentStatus.IN_STOCK, "quantity": 2},
        {"status": EquipmentStatus.BROKEN},
        {"category": "imprimante_laser", "operating_system": ""},
        {"operating_system": "Windows 7", "quantity": 3},
    )
    assert value(document, "unused.park") == 3
    assert value(document, "printers.park") == 1
    assert value(document, "outdated.systems") == 3


def test_every_figure_says_what_it_counts() -> None:
    for kind in figures().values():
        assert kind.counted.endswith("."), kind.id
