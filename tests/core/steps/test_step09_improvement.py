"""What step 9 misses is said: late statuses, silent blocks, readings due, no committee, an old inventory."""

import datetime as dt

from nrdesk.core.model import (
    Action,
    ActionStatus,
    AnnualReview,
    Authority,
    Campaign,
    Equipment,
    Indicator,
    Milestone,
    Reading,
    Review,
)
from nrdesk.core.steps import STEPS, Snapshot

CHECKS = {check.where.field: check for check in STEPS[8].checks}
TODAY = dt.date(2026, 11, 22)
CAMPAIGN = Campaign(year=2026, as_of="2026-10-01")


def missing(field, *records, campaign=CAMPAIGN, lines=()):
    now = Snapshot(Authority(), records=records, today=TODAY, campaign=campaign, lines=lines)
    return CHECKS[field].missing(now).replace("\u00a0", " ")


def test_an_empty_document_misses_everything_in_words():
    assert all(check.missing(Snapshot(Authority())) for check in CHECKS.values())


def test_a_status_is_stale_once_its_date_is_past():
    fine = Action(title="Plus tard", starts="2027")
    assert not missing("statuses", fine)
    late = Action(title="Former", status=ActionStatus.UNDER_WAY, ends="2026-06")
    assert "« Former » : sa date est passée" in missing("statuses", fine, late)
    blocked = Action(title="Auditer", ends="2026-06", blocked=True)
    assert not missing("statuses", blocked)
    stone = Milestone(action_id=fine.id, title="Devis", due="2026-05")
    assert "« Plus tard »" in missing("statuses", fine, stone)
    several = [Action(title=str(n), ends="2025") for n in range(5)]
    assert missing("statuses", *several).startswith("5 actions")


def test_what_is_blocked_says_why():
    silent = Action(title="Auditer", blocked=True)
    assert "« Auditer »" in missing("blocked", silent)
    assert not missing("blocked", Action(title="Auditer", blocked=True, blocked_reason="devis"))
    assert not missing("blocked", Action(title="x", blocked=True, status=ActionStatus.DROPPED))


def test_each_indicator_is_read_in_time():
    one = Indicator(title="Pages")
    assert missing("readings", one) == "1 relevé attendu : « Pages »."
    assert not missing("readings", one, Reading(indicator_id=one.id, read_on="2026", value=3))
    assert "et 2 de plus" in missing("readings", *(Indicator(title=str(n)) for n in range(5)))


def test_a_committee_met_and_wrote():
    assert "depuis un an" in missing("reviews", Review(starts="2025-01-10", held=True, report="Bien."))
    assert "depuis un an" in missing("reviews", Review(starts="2026-10-01", report="Prévu."))
    assert "compte rendu" in missing("reviews", Review(starts="2026-10-01T18:00", held=True))
    assert not missing("reviews", Review(starts="2026-10-01T18:00", held=True, report="Bien."))


def test_the_inventory_is_of_the_year():
    line = Equipment(campaign_id=CAMPAIGN.id)
    assert not missing("campaign", lines=(line,))
    old = Campaign(year=2025, as_of="2025-11-01")
    assert "1ᵉʳ novembre 2025" in missing("campaign", campaign=old, lines=(line,))


def test_the_bilan_of_the_year():
    assert "2026" in missing("annual_review")
    begun = AnnualReview(campaign_id=CAMPAIGN.id, inventory_checked=True, readings_checked=True)
    assert missing("annual_review", begun) == (
        "Bilan 2026, il reste à voir : les actions, la conformité, les commentaires."
    )
    assert not missing("annual_review", AnnualReview(campaign_id=CAMPAIGN.id, closed_on="2026-12-01"))
