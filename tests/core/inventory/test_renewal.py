import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.footprint import Method, compute
from nrdesk.core.inventory.renewal import AHEAD, BANDS, Ending, Renewal, care_of, renewal_of
from nrdesk.core.model import Equipment, EquipmentStatus
from nrdesk.core.reference import factors

AS_OF = "2026-11-21"
METHOD = Method(factors.load(), "France métropolitaine (continentale)", 2026, AS_OF)


def line(category: str = "portable", quantity: int = 1, **fields) -> Equipment:
    return Equipment(campaign_id="c", category=category, quantity=quantity, **fields)


def renewal(*lines: Equipment) -> Renewal:
    return renewal_of(compute(lines, METHOD).lines, AS_OF)


class TestAges:
    """The age pyramid."""

    def test_ages_are_counted_by_group_and_what_is_not_dated_apart(self):
        found = renewal(
            line(quantity=2, purchased="2025"),
            line("pc_fixe_bureautique", 3, purchased="2014-03"),
            line(quantity=4),
            line("ecran", purchased="2022-06-01"),
        )
        computers, screens = found.ages
        assert (computers.group, computers.counts, computers.undated) == ("Ordinateurs", (2, 0, 0, 3), 4)
        assert (screens.group, screens.counts, screens.undated) == ("Écrans", (0, 1, 0, 0), 0)
        assert found.quantity == 10

    def test_it_leads_to_the_oldest_line(self):
        oldest = line(purchased="2012")
        assert renewal(line(purchased="2020"), oldest, line()).ages[0].oldest_id == oldest.id
        undated = line()
        assert renewal(undated).ages[0].oldest_id == undated.id

    @given(
        st.lists(
            st.tuples(st.integers(0, 9), st.one_of(st.none(), st.integers(1995, 2030).map(str))), max_size=12
        )
    )
    def test_every_appliance_of_the_park_is_in_one_place(self, lines):
        found = renewal(*(line(quantity=quantity, purchased=bought) for quantity, bought in lines))
        assert sum(row.total for row in found.ages) == sum(quantity for quantity, _ in lines)
        assert all(len(row.counts) == len(BANDS) for row in found.ages)


class TestDue:
    """What reaches the end of its service life."""

    def test_the_year_is_that_of_the_expected_life(self):
        # A laptop is expected to live five years.
        found = renewal(line(quantity=2, purchased="2023-02-01", price=500.0), line(purchased="2023-09"))
        (due,) = found.due
        assert (due.year, due.quantity, due.cost, due.priced) == (2028, 3, 1000.0, 2)
        assert (found.coming, found.beyond) == (3, 0)

    def test_the_life_planned_for_a_line_prevails(self):
        assert renewal(line(purchased="2023-02-01", lifetime_years=8)).due == ()

    def test_what_outlived_its_life_is_apart(self):
        found = renewal(line(purchased="2015", quantity=3))
        assert found.due[0].year is None
        assert found.beyond == 3
        assert "3\u00a0appareils sur 3 ont déjà dépassé la durée prévue" in found.sentence

    def test_nothing_beyond_three_years_nor_without_a_date(self):
        assert renewal(line(purchased="2026"), line()).due == ()

    @pytest.mark.parametrize("status", [EquipmentStatus.BROKEN, EquipmentStatus.OUT])
    def test_what_no_longer_serves_is_not_due(self, status):
        assert renewal(line(purchased="2015", status=status)).due == ()

    @given(st.integers(2000, 2026), st.floats(1, 30))
    def test_a_term_is_never_told_twice_nor_too_early(self, bought, planned):
        found = renewal(line(purchased=str(bought), lifetime_years=planned))
        end = bought + 0.5 + planned
        assert found.beyond + found.coming == (1 if end < 2026.9 + AHEAD else 0) or end == pytest.approx(
            2026.89 + AHEAD, abs=0.05
        )


class TestSystems:
    """Systems whose corrections end."""

    def test_what_ended_comes_first_with_its_lines(self):
        old, new = (
            line(operating_system="Windows 10", quantity=4),
            line(operating_system="Windows Server 2016"),
        )
        found = renewal(new, old, line(operating_system="Windows 11"), line(operating_system="Android"))
        ended, soon = found.systems
        assert (ended.system.label, ended.ending, ended.quantity) == ("Windows 10", Ending.ENDED, 4)
        assert (soon.system.label, soon.ending) == ("Windows Server 2016", Ending.SOON)
        assert found.unknown_systems == 1
        assert "gardez la machine, changez le système" in found.sentence

    def test_the_last_day_is_still_corrected(self):
        lines = compute([line(operating_system="Windows 10")], METHOD).lines
        assert renewal_of(lines, "2025-10-14").systems[0].ending is Ending.SOON
        assert renewal_of(lines, "2025-10-15").systems[0].ending is Ending.ENDED


def test_warranties_that_end_within_a_year():
    soon, month = line(warranty_until="2027-03-01"), line(warranty_until="2026-12")
    found = renewal(soon, month, line(warranty_until="2029"), line(warranty_until="2025"), line())
    assert [each.equipment for each in found.warranties] == [month, soon]


def test_an_empty_park_has_nothing_to_say():
    assert renewal().sentence == ""


def test_a_young_park_is_told_so():
    assert renewal(line(purchased="2026")).sentence.startswith("Rien n’arrive à son terme")


def test_care_comes_before_purchase():
    assert "Vérifiez" in care_of("Ordinateurs")
    assert care_of("Objets et capteurs")
