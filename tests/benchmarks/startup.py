"""Rows 1 and 11 of the quality bars: launch to painted welcome, and memory, against a bare Qt window."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable

from tests.benchmarks.harness import ROUNDS, Measure

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
"""
WELCOME = """
from nrdesk.app import open_window
app, window = open_window()
window.show()
app.processEvents()
"""


def measures() -> Iterable[Measure]:
    """Time both scripts in fresh processes, in turn."""
    pairs = [(_seconds(WELCOME), _seconds(BARE)) for _ in range(ROUNDS + 1)][1:]
    yield Measure(
        "1. lancement → accueil peint",
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
        1.6,
        "fenêtre PySide6 nue",
    )


def _seconds(script: str) -> float:
    with tempfile.TemporaryDirectory() as home:
        env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "NRDESK_HOME": home}
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", script], env=env, check=True)
        return time.perf_counter() - start
