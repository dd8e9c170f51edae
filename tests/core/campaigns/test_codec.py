"""Dataclasses as JSON and back, to the last bit."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.campaigns import codec
from nrdesk.core.campaigns.codec import UnreadableError
from nrdesk.core.footprint import Method
from nrdesk.core.reference import factors


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Small:
    name: str
    value: float


@dataclass(frozen=True)
class Whole:
    number: int
    flag: bool
    real: float
    colour: Colour
    maybe: float | None
    small: Small
    several: tuple[Small, ...]
    pair: tuple[str, int]
    by_name: Mapping[str, float]
    by_colour: Mapping[Colour, Small]
    by_key: Mapping[tuple[str, Colour], Small | None]
    later: str = "absent"
    more: Mapping[str, str] = field(default_factory=dict)


floats = st.floats(allow_nan=False, allow_infinity=False)
smalls = st.builds(Small, st.text(), floats)
wholes = st.builds(
    Whole,
    number=st.integers(),
    flag=st.booleans(),
    real=floats,
    colour=st.sampled_from(Colour),
    maybe=st.none() | floats,
    small=smalls,
    several=st.lists(smalls, max_size=3).map(tuple),
    pair=st.tuples(st.text(), st.integers()),
    by_name=st.dictionaries(st.text(), floats, max_size=3),
    by_colour=st.dictionaries(st.sampled_from(Colour), smalls),
    by_key=st.dictionaries(st.tuples(st.text(), st.sampled_from(Colour)), st.none() | smalls, max_size=3),
    later=st.text(),
)


@given(wholes)
def test_what_is_written_is_read_again_exactly(value):
    again = codec.loads(Whole, codec.dumps(value))
    assert again == value
    assert codec.dumps(again) == codec.dumps(value)
    assert [*again.by_name] == [*value.by_name], "the order is part of it"


@pytest.mark.parametrize("family", [family.id for family in factors.families()])
def test_a_whole_method_comes_back_the_same(family):
    method = Method(factors.load(family), "Mayotte", 2025, "2025-12-31", lifetime_rules={"portable": 7.5})
    assert codec.loads(Method, codec.dumps(method)) == method


EXAMPLE = Whole(
    1, True, 0.1, Colour.RED, None, Small("a", 1.5), (), ("x", 2), {"k": 1.0}, {}, {("a", Colour.BLUE): None}
)


def changed(**changes: object) -> str:
    return json.dumps({**json.loads(codec.dumps(EXAMPLE)), **changes})


def test_an_integer_where_a_real_is_expected_is_a_real():
    written = codec.dumps(Small("a", 3))
    assert written == '{"name": "a", "value": 3.0}'
    assert codec.loads(Small, '{"name": "a", "value": 3}') == Small("a", 3.0)


def test_a_field_of_a_later_version_is_passed_over_and_a_missing_one_takes_its_default():
    data = json.loads(changed(invented={"x": [1, 2]}))
    del data["later"], data["more"]
    assert codec.loads(Whole, json.dumps(data)) == EXAMPLE


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"number": 1.5}, "Whole.number"),
        ({"number": True}, "Whole.number"),
        ({"flag": 1}, "Whole.flag"),
        ({"real": "0.1"}, "Whole.real"),
        ({"real": math.inf}, "Whole.real"),
        ({"real": math.nan}, "Whole.real"),
        ({"colour": "green"}, "Whole.colour"),
        ({"maybe": []}, "Whole.maybe"),
        ({"small": None}, "Whole.small"),
        ({"small": {"name": "a"}}, "Whole.small.value"),
        ({"several": {}}, "Whole.several"),
        ({"several": [{"name": "a", "value": 1}, {"name": 2, "value": 1}]}, "Whole.several[1].name"),
        ({"pair": ["x"]}, "Whole.pair"),
        ({"by_name": []}, "Whole.by_name"),
        ({"by_name": {"k": "v"}}, "Whole.by_name.k"),
        ({"by_key": {}}, "Whole.by_key"),
        ({"by_key": [["a"]]}, "Whole.by_key"),
        ({"by_key": [[["a", "green"], None]]}, "Whole.by_key[1]"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(changes, path):
    with pytest.raises(UnreadableError) as caught:
        codec.loads(Whole, changed(**changes))
    assert str(caught.value) == path


@pytest.mark.parametrize("text", ["", "null", "{", "[" * 100_000])
def test_what_is_no_json_of_it_is_refused(text):
    with pytest.raises(UnreadableError):
        codec.loads(Whole, text)


def test_what_cannot_be_written_exactly_is_refused():
    with pytest.raises(ValueError, match="Out of range"):
        codec.dumps(Small("a", math.inf))
    with pytest.raises(TypeError):
        codec.dumps(Small(3, 1.0))
