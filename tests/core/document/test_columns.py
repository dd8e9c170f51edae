"""Values are checked when they are written, and read back as they were."""

import dataclasses
from dataclasses import dataclass
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.document import DamagedDocument
from nrdesk.core.document.columns import _derive, layout
from nrdesk.core.model import Acquisition, Equipment, EquipmentStatus, Origin, Record

text = st.text(st.characters(codec="utf-8"), max_size=20)
number = st.none() | st.floats(allow_nan=False)
lines = st.builds(
    Equipment,
    campaign_id=text,
    category=st.none() | text,
    quantity=st.integers(-(2**63), 2**63 - 1),
    purchased_uncertain=st.booleans(),
    acquisition=st.sampled_from(Acquisition),
    status=st.sampled_from(EquipmentStatus),
    price=number,
    origin=st.sampled_from(Origin),
    comment=text,
)


@given(lines)
def test_a_record_comes_back_as_it_went(line: Equipment) -> None:
    shape = layout(Equipment)
    (read,) = shape.decode([shape.encode(line)])
    assert read == line
    assert type(read.acquisition) is Acquisition
    assert type(read.purchased_uncertain) is bool


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("site", None),
        ("site", 3),
        ("quantity", "3"),
        ("quantity", 3.0),
        ("quantity", True),
        ("price", "12,5"),
        ("purchased_uncertain", 1),
        ("status", "in_use"),
        ("status", Acquisition.NEW),
    ],
)
def test_a_value_of_the_wrong_type_is_a_mistake(name: str, value: object) -> None:
    with pytest.raises(TypeError, match=name):
        layout(Equipment).encode_changes({name: value})


def test_a_whole_number_may_stand_for_a_decimal() -> None:
    assert layout(Equipment).encode_changes({"price": 12}) == {"price": 12}


def test_what_is_not_a_number_is_refused_rather_than_lost() -> None:
    with pytest.raises(ValueError, match="price"):
        layout(Equipment).encode_changes({"price": float("nan")})


@pytest.mark.parametrize("name", ["id", "updated_at"])
def test_the_identity_of_a_row_does_not_change(name: str) -> None:
    with pytest.raises(TypeError, match=name):
        layout(Equipment).encode_changes({name: "x"})


def test_an_unknown_field_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="colour"):
        layout(Equipment).encode_changes({"colour": "red"})


def test_an_unknown_choice_read_from_a_file_is_damage() -> None:
    row = layout(Equipment).encode(Equipment(campaign_id="c"))
    row[list(layout(Equipment).by_name).index("status")] = "in_usf"
    with pytest.raises(DamagedDocument, match="in_usf"):
        layout(Equipment).decode([row])


def test_only_stored_records_have_a_layout() -> None:
    with pytest.raises(TypeError, match="not stored"):
        layout(Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Optional(Record):
    TABLE: ClassVar[str] = "optional"

    acquisition: Acquisition | None = None
    known: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unholdable(Record):
    names: list[str] = dataclasses.field(default_factory=list)


@pytest.mark.parametrize("record", [Optional(), Optional(acquisition=Acquisition.NEW, known=False)])
def test_choices_and_booleans_may_be_absent(record: Optional) -> None:
    shape = _derive(Optional)
    assert shape.decode([shape.encode(record)]) == [record]


def test_a_field_that_sqlite_cannot_hold_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="names"):
        _derive(Unholdable)
