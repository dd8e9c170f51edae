"""The inventory of an EPCI, 5 000 lines, in the whole window: nothing that one does there is waited for.

An edit is followed to its end: the cell painted, then the totals of the page and the rings of the steps. What
a person feels is the longest time that the window is held at once.
"""

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

# After `grid`, which chooses the platform.
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from nrdesk.ui import theme
from nrdesk.ui.inventory.columns import INDEX
from nrdesk.ui.inventory.page import InventoryPage
from nrdesk.ui.session import Session
from nrdesk.ui.shell.workspace import Workspace
from tests.benchmarks.grid import against, filled, pasting
from tests.benchmarks.harness import Measure

LINES = 5_000
SEEN, HELD, GESTURE = 0.05, 0.03, 0.2
"""Seconds allowed: an edit painted, the window held afterwards, a gesture on many lines."""
EDITS = 12
_CALM = 0.3
"""Seconds without anything to do after which the window is settled."""


@contextmanager
def opened(lines: int = LINES) -> Iterator[Workspace]:
    """Show the inventory page of a document of so many lines, settled."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Session(filled(Path(folder) / "epci.nrdesk", lines)))
        workspace.resize(1366, 768)
        workspace.show()
        workspace.go("inventory")
        settle()
        yield workspace
        workspace.close_document()
        workspace.close()
        workspace.deleteLater()
        app.sendPostedEvents(workspace, QEvent.Type.DeferredDelete)


def settle() -> float:
    """Let the window finish what it has to do; return the longest time, in seconds, that it was held."""
    longest, calm = 0.0, time.perf_counter()
    while time.perf_counter() - calm < _CALM:
        held = _seconds(QApplication.processEvents)
        if held > 0.002:
            calm = time.perf_counter()
        longest = max(longest, held)
        time.sleep(0.001)
    return longest


def measures() -> Iterable[Measure]:
    """Yield the bars of a long inventory."""
    with opened() as workspace:
        page = workspace.page
        assert isinstance(page, InventoryPage)
        first, *edits = editing(page)
        yield against("5 000 lignes : une cellule modifiée, à l’écran", [seen for seen, _ in edits], SEEN)
        yield against("5 000 lignes : fenêtre tenue par la première", [first[1]], 2 * HELD)
        yield against("5 000 lignes : fenêtre tenue ensuite (totaux, anneaux)", [h for _, h in edits], HELD)
        yield against("5 000 lignes : coller 500 lignes", [pasting(page.grid)], GESTURE)
        settle()
        yield against("5 000 lignes : trier", sorting(page), GESTURE)
        yield against("5 000 lignes : une lettre dans le filtre", filtering(page), GESTURE / 4)


def editing(page: InventoryPage) -> list[tuple[float, float]]:
    """Return, for several edits, the seconds until the cell is painted and those the window is held after."""
    model, found = page.model, []

    def edit(row: int) -> Callable[[], object]:
        def work() -> None:
            model.setData(model.index(row, INDEX["quantity"]), str(11 + row))
            page.grid.viewport().repaint()

        return work

    for row in range(EDITS):
        found.append((_seconds(edit(row)), settle()))
    return found


def sorting(page: InventoryPage) -> list[float]:
    """Return the seconds of a click on several headers, repaint included."""

    def sort(name: str) -> Callable[[], object]:
        def work() -> None:
            page.grid.sortByColumn(INDEX[name], Qt.SortOrder.DescendingOrder)
            page.grid.viewport().repaint()

        return work

    found = []
    for name in ("model", "purchased", "_yearly", "_quality", "number"):
        found.append(_seconds(sort(name)))
        settle()
    return found


def filtering(page: InventoryPage) -> list[float]:
    """Return the seconds of letters typed in the filter, once it has the focus, repaint included."""

    def letter(wanted: str) -> Callable[[], object]:
        def work() -> None:
            page.filter_field.setText(wanted)
            page.grid.viewport().repaint()

        return work

    page.model.lines.prepare_search()
    found = []
    for wanted in ("e", "ec", "eco", "ecole", "ecole d", "ecole de"):
        found.append(_seconds(letter(wanted)))
        settle()
    letter("")()
    settle()
    return found


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    for measure in measures():
        print(measure.row())
