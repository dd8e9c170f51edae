"""The fields of an indicator, of its readings and of its steps give back what they show."""

import pytest

from nrdesk.core.fields import Unreadable
from nrdesk.core.fields.review import READING, TARGET_STEP, indicator
from nrdesk.core.model import Direction, Indicator, Reading, ReviewLevel, TargetStep

FIELDS = {field.name: field for field in indicator({"age.computers": "Âge moyen des ordinateurs"})}


def test_each_field_is_an_attribute_of_its_record():
    assert set(FIELDS) <= set(Indicator.__dataclass_fields__)
    assert {field.name for field in READING} <= set(Reading.__dataclass_fields__)
    assert {field.name for field in TARGET_STEP} <= set(TargetStep.__dataclass_fields__)


def test_what_is_shown_is_read_back():
    record = Indicator(
        title="Âge",
        unit="ans",
        level=ReviewLevel.AMBITION,
        direction=Direction.DOWN,
        measured_by="age.computers",
        base_value=5.1,
        base_date="2025",
        target_value=7,
        target_date="2030-06",
        rhythm_months=6,
        owner="Mairie",
        source="Inventaire",
        definition="Les ordinateurs datés.",
    )
    for name, field in FIELDS.items():
        assert field.read(field.text(record)) == getattr(record, name), name


def test_a_rhythm_is_in_whole_months():
    with pytest.raises(Unreadable):
        FIELDS["rhythm_months"].read("0")
    with pytest.raises(Unreadable):
        FIELDS["title"].read(" ")
