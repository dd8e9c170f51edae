"""A hundred thousand lines are shown, sorted, searched and pasted into without anyone waiting."""

import time

import pytest
from PySide6.QtCore import Qt

from nrdesk.ui.inventory.columns import INDEX
from tests.benchmarks.grid import LINES, pasting, shown

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support")]


def test_a_hundred_thousand_lines(qapp: object) -> None:
    with shown() as grid:
        model = grid.model()
        assert model.rowCount() == LINES
        start = time.perf_counter()
        grid.sortByColumn(INDEX["number"], Qt.SortOrder.DescendingOrder)
        assert model.index(0, 0).data() == f"NR{LINES - 1:06}"
        model.choose(wanted="ecole dell", incomplete_only=False, with_retired=False)
        assert 0 < model.rowCount() < LINES
        grid.scrollToBottom()
        # Ten times what it takes on an idle machine: this only tells a slowness of another order.
        assert time.perf_counter() - start < 10
        model.choose(wanted="", incomplete_only=False, with_retired=False)
        assert pasting(grid) < 5
        grid.gestures.fill_down()
        assert model.session.document.undo_label.startswith("Recopier")
