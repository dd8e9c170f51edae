"""Whatever is lent to whom, every line is counted once or set aside with its reason; none is lost."""

from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.assessment import Assessment
from nrdesk.core.consolidation import Member, Reason, appliances
from nrdesk.core.consolidation.names import Names
from nrdesk.core.footprint import Method, compute
from nrdesk.core.model import Authority, Campaign, Equipment
from nrdesk.core.reference import factors
from tests.core.consolidation.territory import EPCI, NORTH, SOUTH, commune, epci

FACTORS = factors.load()
CAMPAIGN = Campaign(year=2026, as_of="2026-06-30")
METHOD = Method(FACTORS, FACTORS.electricity[0].territory, 2026, "2026-06-30")

lines = st.builds(
    Equipment,
    campaign_id=st.just(CAMPAIGN.id),
    category=st.sampled_from(("portable", "portable_14", "ecran", "tablette", None)),
    quantity=st.integers(0, 5),
    serial_number=st.sampled_from(("", "", "SN-1001-A", "sn1001a", "SN-2002-B", "N/A")),
    number=st.sampled_from(("", "1", "2")),
    brand=st.sampled_from(("", "HP", "Dell")),
    provided_by=st.sampled_from(("", "", EPCI, "CC du Val", NORTH, SOUTH, "Département")),
    retired=st.sampled_from((None, None, None, "2020")),
)
parks = st.lists(lines, max_size=6)


def member(authority: Authority, park: list[Equipment]) -> Member:
    return Member(
        path=Path(f"{authority.name}.nrdesk"),
        authority=authority,
        campaign=CAMPAIGN,
        assessment=Assessment(
            campaign=CAMPAIGN,
            authority=authority,
            method=METHOD,
            equipment=tuple(park),
            result=compute(park, METHOD),
            family="ademe",
            family_label="ADEME",
        ),
        method=METHOD,
        uses=(),
        web_sites=(),
        sites=(),
        shared=(),
        actions=(),
        parts=(),
        objectives={},
        settings={},
        factor_files=(),
        warnings=(),
    )


@given(parks, parks, parks)
def test_every_line_is_counted_once_or_set_aside(
    first: list[Equipment], second: list[Equipment], third: list[Equipment]
) -> None:
    members = [member(epci(), first), member(commune(NORTH), second), member(commune(SOUTH), third)]
    found = appliances.settle(members, Names([each.authority for each in members]))
    counted = Counter(line.id for _, line in found.lines)
    aside = Counter(told.line.id for told in found.told if not told.counted)
    sources = [line.id for each in members for line in each.lines]
    assert counted + aside == Counter(sources)
    assert len(sources) == sum((counted + aside).values())
    for told in found.told:
        assert told.owner in (EPCI, NORTH, SOUTH)
        # A document may tell one appliance twice: as its own, and as somebody else's.
        assert told.owner != told.member or told.reason is Reason.SERIAL


@given(parks, parks)
def test_no_serial_number_counts_in_two_places(first: list[Equipment], second: list[Equipment]) -> None:
    """One make, one kind, one appliance a line: nothing then tells two lines of one number apart."""
    from dataclasses import replace

    alike = [
        [replace(line, brand="", category="portable", quantity=1, retired=None) for line in park]
        for park in (first, second)
    ]
    members = [member(epci(), alike[0]), member(commune(NORTH), alike[1])]
    found = appliances.settle(members, Names([each.authority for each in members]))
    for serial in ("sn1001a", "sn2002b"):
        where = {name for name, line in found.lines if line.serial_number.replace("-", "").lower() == serial}
        assert len(where) <= 1


@given(parks)
def test_without_others_everything_is_counted(park: list[Equipment]) -> None:
    alone = [member(epci(), park)]
    found = appliances.settle(alone, Names([each.authority for each in alone]))
    assert [name for name, _ in found.lines] == [EPCI] * len(park)
    assert not found.told
