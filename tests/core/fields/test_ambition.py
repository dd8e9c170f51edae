"""The fields of step 5 belong to their records, and what is shown reads back."""

import pytest

from nrdesk.core.ambition import figures
from nrdesk.core.fields import Field, Unreadable
from nrdesk.core.fields.ambition import AMBITION, PRIORITY_AXIS, WEIGHTS, objective
from nrdesk.core.model import Ambition, Dimension, Objective, PriorityAxis, Reach, Record

OBJECTIVE = objective({kind.id: kind.label for kind in figures().values()})
WHOLE = Objective(
    title="Garder",
    axis_id="a",
    dimension=Dimension.SOCIAL,
    reach=Reach.TERRITORY,
    measured_by="age.computers",
    indicator="Âge",
    unit="ans",
    base_year=2025,
    base_value=5.1,
    target_value=7.0,
    due="2030-12",
    owner="DGS",
    means="Du temps",
    reason="Utile",
    expected="Moins d’achats",
)
RECORDS = [
    (Ambition(text="Oui.", scope="Tout", horizon=2030, publics="Tous", renounced="Rien"), AMBITION),
    (Ambition(environment=50, social=30, societal=20), WEIGHTS),
    (PriorityAxis(title="Axe", reason="Parce que"), PRIORITY_AXIS),
    (WHOLE, OBJECTIVE),
    (Objective(), [field for field in OBJECTIVE if field.name != "title"]),
]


@pytest.mark.parametrize(("record", "fields"), RECORDS)
def test_what_is_shown_reads_back(record: Record, fields: tuple[Field, ...]) -> None:
    for field in fields:
        assert field.read(field.text(record)) == getattr(record, field.name), field.name


def test_a_weight_is_a_percentage() -> None:
    with pytest.raises(Unreadable):
        WEIGHTS[0].read("101")


def test_a_figure_that_this_nrdesk_does_not_know_shows_as_not_chosen() -> None:
    field = next(field for field in OBJECTIVE if field.name == "measured_by")
    assert field.text(Objective(measured_by="of.the.future")) == ""
