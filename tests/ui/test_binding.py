"""The binding to Qt must not eat references: PySide6 6.12.0 did, and Python 3.11 aborted."""

import sys

from PySide6.QtWidgets import QWidget


def test_calls_that_return_nothing_keep_the_references_to_none(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(1_000):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 100
