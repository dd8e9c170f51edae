"""The type indicators: those of the guide are there, and what nobody computes says where to find it."""

from nrdesk.core.model import Direction, ReviewLevel
from nrdesk.core.reference import indicators


def test_the_three_levels_of_follow_up_have_theirs():
    assert {each.level for each in indicators.by_id().values()} == set(ReviewLevel)


def test_the_indicators_of_the_guide_are_there():
    guide = {id for id, each in indicators.by_id().items() if each.origin.startswith("guide INR")}
    assert {"agents-formes", "duree-de-vie", "salle-serveur", "articles", "actions-terminees"} <= guide


def test_a_line_is_read_whole():
    found = indicators.by_id()["pages-par-agent"]
    assert (found.unit, found.direction, found.measured_by) == (
        "pages",
        Direction.DOWN,
        "printing.pages_per_agent",
    )
    assert found.rhythm_months == 12
    assert found.small


def test_a_small_commune_begins_with_a_dozen():
    small = [each for each in indicators.by_id().values() if each.small]
    assert 5 <= len(small) <= 15
    assert all(each.source and each.definition for each in indicators.by_id().values())
