"""A hundred thousand lines are shown, sorted, searched and pasted into without anyone waiting."""

import statistics
import time

import pytest
from PySide6.QtCore import Qt

from nrdesk.ui.inventory.columns import INDEX
from nrdesk.ui.inventory.page import InventoryPage
from tests.benchmarks.epci import editing, opened
from tests.benchmarks.grid import LINES, pasting, shown

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support")]


def test_a_hundred_thousand_lines(qapp: object) -> None:
    with shown() as grid:
        model = grid.model()
        assert model.rowCount() == LINES
        start = time.process_time()
        grid.sortByColumn(INDEX["number"], Qt.SortOrder.DescendingOrder)
        assert model.index(0, 0).data() == f"NR{LINES - 1:06}"
        model.choose(wanted="ecole dell", incomplete_only=False, with_retired=False)
        assert 0 < model.rowCount() < LINES
        grid.scrollToBottom()
        # Ten times what it takes on an idle machine: this only tells a slowness of another order.
        assert time.process_time() - start < 10
        model.choose(wanted="", incomplete_only=False, with_retired=False)
        assert pasting(grid) < 5
        grid.gestures.fill_down()
        assert model.session.document.undo_label.startswith("Recopier")


def test_an_edit_in_five_thousand_lines_is_followed_at_once(qapp: object) -> None:
    with opened() as workspace:
        page = workspace.page
        assert isinstance(page, InventoryPage)
        before = page.totals.text()
        found = editing(page)
        assert page.totals.text() != before
        # Some ten times what an idle machine takes: before, the whole park was added up again each time.
        assert statistics.median(seen for seen, _ in found) < 0.5
        assert statistics.median(held for _, held in found) < 0.3
