from dataclasses import replace

import pytest

from nrdesk.core.footprint.energy import EnergyBasis, energy_of
from nrdesk.core.footprint.uncertainty import DoubtKind
from nrdesk.core.model import EquipmentStatus
from tests.core.footprint.samples import LAPTOP, NAS, SCREEN, SWITCH, method, park


def energy(category=LAPTOP, profile=None, *, measured=False, status=EquipmentStatus.IN_USE, **choices):
    return energy_of(method(**choices), category, status, profile, measured=measured)


def test_published_kwh_by_default():
    published = energy()
    assert (published.basis, published.kwh) == (EnergyBasis.PUBLISHED, 30.0)
    assert [doubt.kind for doubt in published.doubts] == [DoubtKind.KWH]
    assert published.factor is not None


def test_profile_of_the_line():
    office = energy(profile="bureau")
    assert office.basis is EnergyBasis.PROFILE
    assert office.kwh == pytest.approx(25 * 7 * 220 / 1000)
    assert [doubt.kind for doubt in office.doubts] == [DoubtKind.POWER, DoubtKind.PROFILE]


def test_usual_profile_of_the_category_then_the_choice_of_the_collectivite():
    family = replace(park(), usual_profiles={LAPTOP: "bureau"})
    assert energy(factors=family).profile.id == "bureau"
    assert energy(factors=family, usage_profiles={LAPTOP: "continu"}).profile.id == "continu"
    assert energy(factors=family, usage_profiles={LAPTOP: ""}).basis is EnergyBasis.PUBLISHED
    assert energy(factors=family, profile="continu").profile.id == "continu"


def test_a_profile_needs_a_power():
    assert energy(SCREEN, profile="bureau").basis is EnergyBasis.PUBLISHED


def test_an_unknown_profile_is_no_profile():
    assert energy(profile="lune").basis is EnergyBasis.PUBLISHED


def test_measured_beats_all():
    measured = energy(profile="bureau", measured=True)
    assert measured.basis is EnergyBasis.MEASURED
    assert measured.used
    assert measured.own_sigma > 0
    assert not measured.doubts


@pytest.mark.parametrize("status", [EquipmentStatus.IN_STOCK, EquipmentStatus.BROKEN])
def test_in_stock_or_broken_it_uses_none(status):
    idle = energy(status=status, measured=True)
    assert (idle.basis, idle.kwh, idle.used) == (EnergyBasis.IDLE, 0.0, False)


def test_nothing_published_is_unknown_not_zero():
    assert energy(SWITCH).basis is EnergyBasis.UNKNOWN
    assert energy(NAS).basis is EnergyBasis.PUBLISHED
