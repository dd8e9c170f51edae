"""Whether an objective can be reached: the figures of the inventory, an honest verdict, what is missing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nrdesk.core import demo
from nrdesk.core.assessment import assess
from nrdesk.core.assessment.aim import Verdict
from nrdesk.core.assessment.reachability import reach
from nrdesk.core.document import Document
from nrdesk.core.model import Objective

AIM = Objective(
    title="Alléger", measured_by="footprint.gwp", unit="kg éq. CO₂", target_value=1500, due="2030"
)


@pytest.fixture(scope="module")
def doc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    with demo.create(tmp_path_factory.mktemp("demo") / "valbrenne.nrdesk") as document:
        yield document


def test_the_way_starts_at_the_footprint_of_the_campaign(doc):
    found = reach(doc, AIM)
    total = assess(doc).headline
    assert (found.baseline[0].year, found.baseline[-1].year) == (2026, 2030)
    assert found.baseline[0].value == pytest.approx(total.value)
    assert found.gap == pytest.approx(found.baseline[-1].value - 1500)
    assert found.cautions
    assert found.hypotheses


def test_every_option_says_whether_it_reaches(doc):
    found = reach(doc, AIM)
    assert found.options
    for option in found.options:
        assert option.reaches == (option.value <= 1500)
        assert option.change == pytest.approx(option.value / found.baseline[-1].value - 1)


def test_the_verdict_follows_the_target(doc):
    verdicts = [reach(doc, replace(AIM, target_value=value)).verdict for value in (1e6, 1700, 1.0)]
    assert verdicts[0] is Verdict.REACHED
    assert verdicts[1] in (Verdict.REACHABLE, Verdict.DEMANDING)
    assert verdicts[2] is Verdict.OUT_OF_REACH


def test_tonnes_and_agents_are_other_ways_of_saying_the_same(doc):
    tonnes = reach(doc, replace(AIM, unit="t éq. CO₂", target_value=1.5))
    each = reach(doc, replace(AIM, measured_by="footprint.gwp_per_agent", target_value=1500 / 18))
    plain = reach(doc, AIM)
    assert tonnes.baseline[-1].value == pytest.approx(plain.baseline[-1].value / 1000)
    assert each.baseline[-1].value == pytest.approx(plain.baseline[-1].value / 18)
    assert tonnes.verdict == each.verdict == plain.verdict


@pytest.mark.parametrize(
    "changes",
    [
        {"measured_by": ""},
        {"measured_by": "maturity.score"},
        {"target_value": None},
        {"due": None},
        {"due": "2020"},
        {"due": "2099"},
        {"unit": "litres"},
    ],
)
def test_what_is_missing_is_said(doc, changes):
    found = reach(doc, replace(AIM, **changes))
    assert found.verdict is Verdict.UNKNOWN
    assert found.reason
    assert (found.target, found.gap, found.baseline) == (None, None, ())


def test_an_empty_park_reaches_nothing(tmp_path: Path):
    with Document.create(tmp_path / "vide.nrdesk", demo.AUTHORITY, year=2026) as empty:
        assert reach(empty, AIM).verdict is Verdict.UNKNOWN
