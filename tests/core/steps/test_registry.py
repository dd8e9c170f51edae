"""The ten steps are all there, in order, each in its own module."""

from pathlib import Path

from nrdesk.core import steps
from nrdesk.core.reports import REPORTS
from nrdesk.core.steps import GUIDES, STEPS, Place

PAGES = {"authority", "inventory", "footprint", "maturity", "obligations", "roadmap"}


def test_ten_steps_in_order_with_their_own_key_and_page():
    assert [step.number for step in STEPS] == list(range(1, 11))
    assert len({step.key for step in STEPS}) == 10
    assert [step.page for step in STEPS] == [f"step{number}" for number in range(1, 11)]


def test_the_registry_matches_the_folder():
    modules = {path.stem for path in Path(steps.__file__).parent.glob("step[0-9]*.py")}
    assert modules == {f"step{step.number:02}_{step.key}" for step in STEPS}


def test_every_step_says_what_it_brings_and_what_is_enough_to_go_on():
    for step in STEPS:
        assert step.title
        assert step.goal.endswith(".")
        assert len(step.checks) >= 3
        assert any(check.essential for check in step.checks)
        assert len({check.text for check in step.checks}) == len(step.checks)


def test_every_check_leads_somewhere_and_says_what_is_missing():
    for step in STEPS:
        for check in step.checks:
            assert check.where.page in {*PAGES, step.page}
            assert check.where != Place(step.page)
            assert check.todo


def test_every_document_is_offered_once_and_nothing_else_is():
    offered = [each.key for step in STEPS for each in step.deliverables]
    assert all(step.deliverables for step in STEPS)
    assert {*offered, *(guide.key for guide in GUIDES)} == {kind.key for kind in REPORTS}
