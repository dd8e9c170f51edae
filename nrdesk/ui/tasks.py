"""Long work in the window: a job runs in a pool, its progress is shown, it can be cancelled.

A job is a plain function that takes a `Progress` (see `nrdesk.core.jobs`): it never touches a widget and
never writes to the document. What it returns is handed to `done` in the main thread, which may write.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from nrdesk.core.jobs import Cancelled, Progress, silent
from nrdesk.ui import errors
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.layout import row

T = TypeVar("T")

SHOW_AFTER_MS = 300
CANCEL_AFTER_MS = 2000
_REPORT_EVERY_S = 0.05


def run(
    parent: QWidget,
    title: str,
    job: Callable[[Progress], T],
    done: Callable[[T], object],
    failed: Callable[[Exception], object] | None = None,
) -> None:
    """Run a job away from the window; returns at once.

    With `NRDESK_INLINE=1` (tests, screenshots) the job is run on the spot.

    Args:
        parent: the widget that asks; its window waits.
        title: what is being done, in French: "Import de parc.xlsx".
        job: the work; it must call its progress now and then, so that it can be cancelled.
        done: called in the main thread with what the job returned.
        failed: called in the main thread with what it raised; shown to the user by default. A job that was
            cancelled is not a failure: nothing is called.
    """
    fail = failed or (lambda error: errors.show_error(parent, error))
    if os.environ.get("NRDESK_INLINE") == "1":
        _run_inline(job, done, fail)
    else:
        _Task(parent, title, job, done, fail).start()


def _run_inline(
    job: Callable[[Progress], T], done: Callable[[T], object], fail: Callable[[Exception], object]
) -> None:
    try:
        result = job(silent)
    except Cancelled:
        return
    except Exception as error:
        fail(error)
        return
    done(result)


class _Task(QObject):
    """A job in the pool; its signals reach the main thread through the event loop."""

    progressed = Signal(int, int)
    finished = Signal(object)
    raised = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        title: str,
        job: Callable[[Progress], Any],
        done: Callable[[Any], object],
        fail: Callable[[Exception], object],
    ) -> None:
        super().__init__(parent)
        self._job, self._done, self._fail = job, done, fail
        self._cancelled = threading.Event()
        self._last = 0.0
        self._box = _Waiting(parent, title, self._cancelled.set)
        self.progressed.connect(self._box.show_progress)
        self.finished.connect(self._end)
        self.raised.connect(self._end_badly)

    def start(self) -> None:
        QTimer.singleShot(SHOW_AFTER_MS, self._box, self._box.open)
        QThreadPool.globalInstance().start(self._work)

    def _work(self) -> None:
        """Run in the pool: touches nothing but the job and the signals."""
        try:
            result = self._job(self._progress)
        except Exception as error:
            self.raised.emit(error)
        else:
            self.finished.emit(result)

    def _progress(self, done: int, total: int, /) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._last >= _REPORT_EVERY_S:
            self._last = now
            self.progressed.emit(done, total)

    def _end(self, result: object) -> None:
        self._close()
        self._done(result)

    def _end_badly(self, error: Exception) -> None:
        self._close()
        if not isinstance(error, Cancelled):
            self._fail(error)

    def _close(self) -> None:
        self._box.over = True
        self._box.accept()
        self._box.deleteLater()
        self.deleteLater()


class _Waiting(QDialog):
    """What is being done, how far it is, and a way out once it lasts."""

    def __init__(self, parent: QWidget, title: str, cancel: Callable[[], object]) -> None:
        super().__init__(parent)
        self.over = False
        self.setWindowTitle("nrdesk")
        self.setModal(True)
        self._cancel = cancel
        self._title = text.strong(title)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self._stop = button("Annuler", on_click=self.reject)
        self._stop.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(self._title)
        column.addWidget(self._bar)
        column.addWidget(row(1, self._stop))
        self.setMinimumWidth(420)

    def open(self) -> None:
        """Show the box, unless the job is already over."""
        if not self.over:
            QTimer.singleShot(CANCEL_AFTER_MS - SHOW_AFTER_MS, self._stop, self._stop.show)
            super().open()

    def show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(done)

    def reject(self) -> None:
        """Ask the job to stop; the box closes when it has."""
        self._cancel()
        self._title.setText("Annulation…")
        self._stop.setEnabled(False)
