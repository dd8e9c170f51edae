"""The fields of the plan read back what they show, and refuse with a reason what they cannot hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.fields import Unreadable
from nrdesk.core.fields.plan import ACTION, BUDGET_LINE, CONTRIBUTION, MILESTONE, lever, lever_amount
from nrdesk.core.model import (
    Action,
    ActionLever,
    ActionStatus,
    BudgetLine,
    Contribution,
    LeverSubject,
    Milestone,
    MoneyKind,
    Moscow,
    Operation,
)

TARGETS = {"Écrans": "Écrans", "portable": "Ordinateur portable", "stockage": "Stockage en ligne"}
FULL = Action(
    title="Garder les écrans dix ans",
    description="On teste avant de jeter.",
    objective_id="abc",
    status=ActionStatus.UNDER_WAY,
    blocked=True,
    blocked_reason="Le devis",
    progress=40,
    priority=1,
    moscow=Moscow.MUST,
    votes=12,
    starts="2027-03",
    ends="2028-01-15",
    months=4.5,
    owner="secrétaire générale",
    owner_days=0.5,
    continuous=True,
    comment="À revoir",
)


@pytest.mark.parametrize("field", ACTION, ids=lambda field: field.name)
def test_a_field_of_an_action_reads_what_it_shows(field) -> None:
    assert field.read(field.text(FULL)) == getattr(FULL, field.name)
    assert field.read(field.text(Action(title="Imprimer moins"))) == getattr(
        Action(title="Imprimer moins"), field.name
    )


@pytest.mark.parametrize(
    ("fields", "record"),
    [
        (CONTRIBUTION, Contribution(action_id="a", who="Direction", days_per_month=1.5, role="Devis")),
        (MILESTONE, Milestone(title="Marché signé", due="2027-06", reached="2027-06-30")),
        (
            BUDGET_LINE,
            BudgetLine(action_id="a", year=2027, kind=MoneyKind.FUNDING, amount=1200.0, funder="Région"),
        ),
        (
            lever(TARGETS),
            ActionLever(
                action_id="a", subject=LeverSubject.REFURBISHED, amount=0.5, targets="Écrans,portable"
            ),
        ),
    ],
)
def test_what_hangs_from_an_action_reads_what_it_shows(fields, record) -> None:
    for field in fields:
        assert field.read(field.text(record)) == getattr(record, field.name)


def test_an_action_needs_a_title() -> None:
    with pytest.raises(Unreadable, match="nécessaire"):
        ACTION[0].read("  ")


def test_a_sum_needs_its_year() -> None:
    field = next(each for each in BUDGET_LINE if each.name == "year")
    with pytest.raises(Unreadable, match="2027"):
        field.read("")


@given(st.integers(0, 1000))
def test_a_percentage_is_read_as_a_share(tenths: int) -> None:
    amount = next(each for each in lever(TARGETS) if each.name == "amount")
    written = f"{tenths / 10:.1f}".replace(".", ",")
    assert amount.read(f"{written} %") == pytest.approx(tenths / 1000)


@pytest.mark.parametrize(("typed", "value"), [("-10", -10), ("−2,5", -2.5), ("-20 %", -0.2), ("", None)])
def test_a_lever_may_take_away(typed: str, value: float | None) -> None:
    amount = next(each for each in lever(TARGETS) if each.name == "amount")
    assert amount.read(typed) == value
    assert amount.read(amount.show(value)) == value


@pytest.mark.parametrize("subject", LeverSubject)
@pytest.mark.parametrize("operation", Operation)
def test_every_amount_says_how_it_is_written(subject: LeverSubject, operation: Operation) -> None:
    assert any(lever_amount(subject, operation))


def test_targets_are_told_by_their_names() -> None:
    field = next(each for each in lever(TARGETS) if each.name == "targets")
    assert field.show("portable,stockage") == "Ordinateur portable, Stockage en ligne"
    assert field.read("écrans, ordinateur PORTABLE, écrans") == "Écrans,portable"
    assert field.read("") == ""
    with pytest.raises(Unreadable, match="grille-pain"):
        field.read("écrans, grille-pain")
