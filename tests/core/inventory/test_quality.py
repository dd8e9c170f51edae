"""How well a line is known."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.inventory.fields import FIELD
from nrdesk.core.inventory.quality import quality_of
from nrdesk.core.model import Acquisition, Equipment, EquipmentStatus, ExitRoute, Origin
from tests.core.footprint.samples import LAPTOP
from tests.core.footprint.test_properties import equipment

BLANK = Equipment(campaign_id="campaign")
FULL = Equipment(
    campaign_id="campaign",
    category=LAPTOP,
    brand="Dell",
    site="Mairie",
    purchased="2021",
    acquisition=Acquisition.NEW,
    annual_kwh=30.0,
)


def test_a_line_says_everything_or_nothing():
    assert quality_of(FULL).score == 100
    assert quality_of(FULL).missing == ()
    assert quality_of(replace(BLANK, origin=Origin.ESTIMATED)).score == 0


@given(equipment)
def test_the_score_stays_between_its_bounds_and_its_gains_lead_to_the_top(line):
    quality = quality_of(line)
    assert 0 <= quality.score <= 100
    assert quality.score + sum(points for _, points in quality.gains) == pytest.approx(100, abs=4)
    assert all(datum.field in FIELD for datum in quality.data)


@given(equipment, st.sampled_from(["site", "brand"]))
def test_knowing_more_never_lowers_the_score(line, name):
    assert quality_of(replace(line, **{name: "Mairie"})).score >= quality_of(line).score


def test_a_doubt_weighs_half_and_what_makes_no_sense_is_left_out():
    doubtful = quality_of(replace(FULL, purchased_uncertain=True))
    assert doubtful.score == 90
    assert doubtful.gains == (("date d’achat", 10),)
    stored = replace(FULL, annual_kwh=None, status=EquipmentStatus.IN_STOCK)
    assert quality_of(stored).score == 100
    gone = replace(stored, status=EquipmentStatus.OUT, retired="2026")
    assert [datum.field for datum in quality_of(gone).missing] == ["exit_route"]
    assert quality_of(replace(gone, exit_route=ExitRoute.WEEE)).score == 100
