"""A calculation kept up to date says what a calculation made anew says."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.footprint import FootprintResult, compute
from nrdesk.core.footprint.ledger import Ledger
from nrdesk.core.model import Equipment
from tests.core.footprint.test_properties import METHOD, equipment

identified = st.builds(
    lambda line, rank: dataclasses.replace(line, id=f"id{rank}"), equipment, st.integers(0, 9)
)
edits = st.lists(st.lists(identified | st.sampled_from([f"id{rank}" for rank in range(10)]), max_size=4))
"""A line to add or to replace; an identifier to take out."""


def said(result: FootprintResult) -> dict[str, object]:
    """Return all that a result says; the recipes are those of its own calculation."""
    return {
        "totals": result.totals,
        "tallies": list(result.tallies.values()),
        "lines": [(line.equipment, line.lifetime, line.total("gwp")) for line in result.lines],
        "incomplete": [line.id for line in result.incomplete],
        "out": [line.id for line in result.out],
        "by_category": result.by_category,
        "by_site": result.by_site,
        "quality": result.quality,
    }


@given(st.lists(identified, max_size=6), edits)
def test_after_any_edits_the_ledger_says_what_a_new_calculation_says(start, sequence):
    lines = {line.id: line for line in start}
    ledger = Ledger(compute([lines[i] for i in sorted(lines)], METHOD))
    for step in sequence:
        for edit in step:
            if isinstance(edit, Equipment):
                lines[edit.id] = edit
                ledger.put([edit])
            else:
                lines.pop(edit, None)
                ledger.drop([edit])
        # The very same numbers, to the last bit: nothing drifts.
        assert said(ledger.result()) == said(compute([lines[i] for i in sorted(lines)], METHOD))


@given(st.lists(identified, min_size=1, max_size=6), identified)
def test_a_result_does_not_move_with_the_edits_that_follow(start, edit):
    lines = sorted({line.id: line for line in start}.values(), key=lambda line: line.id)
    before = compute(lines, METHOD)
    ledger = Ledger(before)
    ledger.put([edit])
    ledger.result()
    assert said(before) == said(compute(lines, METHOD))
