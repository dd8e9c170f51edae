"""What nrdesk reads by itself is what its screens show, written once a day and undone in one gesture."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.assessment import assess
from nrdesk.core.assessment.figures import computed
from nrdesk.core.campaigns import lifecycle
from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.model import Action, ActionStatus, Authority, Campaign, Equipment, Indicator, Reading
from nrdesk.core.monitoring import automatic

TODAY = dt.date(2026, 11, 22)
PRINTERS = Indicator(title="Imprimantes", unit="appareils", measured_by="printers.park", rank=1)
DONE = Indicator(title="Actions faites", unit="%", measured_by="plan.done_share", rank=2)
TYPED = Indicator(title="Déchets", unit="kg", rank=3)


def read_now(document: Document, indicator: Indicator, today: dt.date) -> Reading | None:
    (outcome,) = automatic.read_all(document, [indicator], today=today) or (None,)
    return outcome.reading if outcome else None


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "commune.nrdesk", Authority(name="Valbrenne"), year=2026) as made:
        with made.action("Remplir") as tx:
            tx.update(Campaign, made.campaign.id, as_of="2026-10-31")
            tx.add(
                Equipment(campaign_id=made.campaign.id, category="imprimante_laser", quantity=4),
                PRINTERS,
                DONE,
                TYPED,
            )
        yield made


def test_an_inventory_figure_bears_the_date_of_the_inventory(document: Document) -> None:
    found = read_now(document, PRINTERS, today=TODAY)
    assert found
    assert (found.value, found.read_on, found.computed) == (4, "2026-10-31", True)
    early = read_now(document, PRINTERS, today=dt.date(2026, 10, 2))
    assert early
    assert early.read_on == "2026-10-02"


def test_the_plan_bears_the_date_of_today(document: Document) -> None:
    assert read_now(document, DONE, today=TODAY) is None
    with document.action("Agir") as tx:
        tx.add(Action(title="a", status=ActionStatus.DONE), Action(title="b"))
    found = read_now(document, DONE, today=TODAY)
    assert found
    assert (found.value, found.read_on) == (50, "2026-11-22")


def test_what_has_no_value_says_why(document: Document) -> None:
    outcomes = {each.indicator.id: each for each in automatic.read_all(document, today=TODAY)}
    assert set(outcomes) == {PRINTERS.id, DONE.id}
    assert outcomes[DONE.id].reason == "Le plan n’a pas encore d’action."
    assert read_now(document, TYPED, today=TODAY) is None
    assert automatic.measured(document, TYPED) is None
    assert automatic.read_all(document, [TYPED], today=TODAY) == ()


def test_another_unit_is_not_mixed(document: Document) -> None:
    with document.action("Compter autrement") as tx:
        tx.update(Indicator, PRINTERS.id, unit="tonnes")
    (outcome,) = automatic.read_all(document, [document.get(Indicator, PRINTERS.id)], today=TODAY)
    assert outcome.reading is None
    assert "changez l’unité" in outcome.reason


def test_a_reading_is_written_once_a_day_and_undone_at_once(document: Document) -> None:
    automatic.note(document, automatic.read_all(document, today=TODAY))
    with document.action("Acheter") as tx:
        tx.add(Equipment(campaign_id=document.campaign.id, category="copieur_a3"))
    automatic.note(document, automatic.read_all(document, today=TODAY))
    assert [each.value for each in document.all(Reading)] == [5]
    document.undo()
    assert [each.value for each in document.all(Reading)] == [4]


def test_nothing_to_read_is_told(document: Document) -> None:
    with pytest.raises(UserError, match="aucune valeur"):
        automatic.note(document, automatic.read_all(document, [DONE], today=TODAY))


def test_the_figures_at_hand_are_those_used(document: Document) -> None:
    found = automatic.measured(document, PRINTERS, assessment=assess(document), today=TODAY)
    assert found == computed(document, "printers.park")
    assert found
    assert found.explain
    assert found.explain().value == 4


def test_earlier_campaigns_give_the_beginning_of_the_path(document: Document) -> None:
    lifecycle.copy_campaign(document, document.campaign, 2027, "2027-10-31")
    with document.action("Acheter") as tx:
        tx.add(Equipment(campaign_id=document.campaign.id, category="copieur_a3"))
    found = automatic.read_past(document, PRINTERS)
    assert [(each.reading.read_on, each.reading.value) for each in found if each.reading] == [
        ("2026-10-31", 4)
    ]
    automatic.note(document, found)
    assert automatic.read_past(document, PRINTERS) == ()
    (unknown,) = automatic.read_past(document, DONE)
    assert "relevez-le chaque année" in unknown.reason
    assert automatic.read_past(document, TYPED) == ()
