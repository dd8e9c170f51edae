"""The grid on 100 000 lines: quality bar 4 of the design, offscreen.

Sorting is compared with sorting the same keys by `sorted` and repainting once. The other bars are times that
a person feels: they are shown against that time.
"""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Equipment
from tests.benchmarks.harness import ROUNDS, Measure, compare

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from nrdesk.ui import theme
from nrdesk.ui.inventory.columns import INDEX
from nrdesk.ui.inventory.grid import InventoryGrid
from nrdesk.ui.inventory.model import InventoryModel
from nrdesk.ui.session import Session

LINES = 100_000
KEYSTROKE, FRAME, PASTE = 0.030, 0.025, 2.0
"""Seconds allowed: a letter in the filter, the slowest frame in a hundred, 500 lines pasted."""
FRAMES = 500
PASTED = 500
_CATEGORIES = ("portable", "pc_fixe_bureautique", "ecran", "smartphone", None)


def filled(path: Path, lines: int = LINES) -> Document:
    """Return a document with a varied inventory."""
    draw = random.Random(4)
    document = Document.create(path, Authority(name="Échirolles"), year=2026)
    campaign = document.campaign.id
    with document.action("Importer") as tx:
        tx.add_all(
            Equipment(
                campaign_id=campaign,
                number=f"NR{n:06}",
                category=draw.choice(_CATEGORIES),
                brand=draw.choice(("Dell", "HP", "Lenovo", "Acer")),
                model=f"Modèle {draw.randrange(300)}",
                site=draw.choice(("Mairie", "École", "Crèche", "Médiathèque")),
                quantity=draw.randrange(1, 5),
                purchased=f"20{draw.randrange(10, 26)}-0{draw.randrange(1, 9)}",
                serial_number=f"SN{draw.randrange(10**9)}",
            )
            for n in range(lines)
        )
    return document


@contextmanager
def shown(lines: int = LINES) -> Iterator[InventoryGrid]:
    """Show a grid of so many lines, ready for a person."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        session = Session(filled(Path(folder) / "bench.nrdesk", lines))
        grid = InventoryGrid(InventoryModel(session))
        grid.resize(1366, 768)
        grid.show_usual_columns()
        grid.show()
        app.processEvents()
        grid.model().lines.prepare_search()
        yield grid
        grid.close()
        grid.deleteLater()
        app.sendPostedEvents(grid, QEvent.Type.DeferredDelete)
        session.close()


def measures() -> Iterable[Measure]:
    """Yield the bars of the grid."""
    with shown() as grid:
        yield sorting(grid)
        yield against("filtre de la grille : une lettre", keystrokes(grid), KEYSTROKE)
        yield against("défilement : image la plus lente sur cent", [frame_p99(grid)], FRAME)
        yield against("coller 500 lignes", [pasting(grid)], PASTE)


def sorting(grid: InventoryGrid) -> Measure:
    """Time a click on a header, and its floor."""
    model, directions = grid.model(), (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
    keys = {line.id: line.model for line in model.figures.equipment()}
    ids, turn = list(keys), [0]

    def ours() -> None:
        turn[0] += 1
        grid.sortByColumn(INDEX["model"], directions[turn[0] % 2])
        grid.viewport().repaint()

    def floor() -> None:
        sorted(ids, key=keys.__getitem__)
        grid.viewport().repaint()

    return compare("trier la grille", ours, floor, goal=2.0, floor_name="sorted + une image")


def keystrokes(grid: InventoryGrid) -> list[float]:
    """Return the seconds of letters typed in the filter, repaint included."""
    model = grid.model()

    def letter(wanted: str) -> Callable[[], None]:
        def work() -> None:
            model.choose(wanted=wanted, incomplete_only=False, with_retired=False)
            grid.viewport().repaint()

        return work

    words = ["m", "mo", "mod", "modele", "modele 12", "ecole", "ecole dell", "sn99"]
    found = [_seconds(letter(word)) for _ in range(ROUNDS) for word in words]
    letter("")()
    return found


def frame_p99(grid: InventoryGrid) -> float:
    """Return the 99th percentile of the time to scroll by some lines and repaint."""
    bar = grid.verticalScrollBar()

    def scroll(to: int) -> Callable[[], None]:
        def work() -> None:
            bar.setValue(to)
            grid.viewport().repaint()

        return work

    frames = [_seconds(scroll(3 * n)) for n in range(FRAMES)]
    return statistics.quantiles(frames, n=100)[98]


def pasting(grid: InventoryGrid) -> float:
    """Return the seconds to paste a block of lines from a spreadsheet."""
    QGuiApplication.clipboard().setText("".join(f"Acer\tAspire {n}\tMairie\n" for n in range(PASTED)))
    grid.setCurrentIndex(grid.model().index(10, INDEX["brand"]))
    return _seconds(grid.gestures.paste)


def against(work: str, seconds: list[float], allowed: float) -> Measure:
    """Return a measure held against a time that a person feels."""
    ours = statistics.median(seconds)
    return Measure(work, ours, allowed, ours / allowed, 1.0, "temps admis")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    for measure in measures():
        print(measure.row())
