"""Long work: away from the window, with its progress, and a way out."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.errors import UserError
from nrdesk.core.jobs import Progress
from nrdesk.ui import tasks
from nrdesk.ui.tasks import _Waiting


@pytest.fixture
def parent(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    monkeypatch.delenv("NRDESK_INLINE")
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_job_runs_in_another_thread_and_ends_in_this_one(parent: QWidget, qtbot: QtBot) -> None:
    where: dict[str, threading.Thread] = {}

    def job(progress: Progress) -> int:
        where["job"] = threading.current_thread()
        progress(1, 2)
        return 42

    results: list[int] = []

    def done(result: int) -> None:
        where["done"] = threading.current_thread()
        results.append(result)

    tasks.run(parent, "Essai", job, done)
    qtbot.waitUntil(lambda: bool(results))
    assert results == [42]
    assert where["job"] is not where["done"] is threading.main_thread()


def test_a_failure_is_handed_over(parent: QWidget, qtbot: QtBot) -> None:
    def job(progress: Progress) -> None:
        raise UserError("Le disque est plein.")

    failures: list[Exception] = []
    tasks.run(parent, "Essai", job, lambda _: None, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert str(failures[0]) == "Le disque est plein."


def test_what_lasts_shows_its_progress_and_can_be_cancelled(
    parent: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "CANCEL_AFTER_MS", tasks.SHOW_AFTER_MS + 50)
    done: list[object] = []
    go_on = threading.Event()

    def job(progress: Progress) -> None:
        for step in range(1000):
            progress(step, 1000)
            go_on.wait(0.02)

    tasks.run(parent, "Import de parc.xlsx", job, done.append, done.append)
    waiting = parent.findChild(_Waiting)
    assert waiting is not None
    assert not waiting.isVisible()
    qtbot.waitUntil(waiting.isVisible)
    bar = waiting.findChild(QProgressBar)
    assert bar is not None
    qtbot.waitUntil(lambda: bar.maximum() == 1000 and bar.value() > 0)
    stop = waiting.findChild(QPushButton)
    assert stop is not None
    qtbot.waitUntil(stop.isVisible)
    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: parent.findChild(_Waiting) is None)
    assert done == []


def test_inline_jobs_run_on_the_spot(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    done: list[str] = []
    tasks.run(parent, "Essai", lambda progress: "fait", done.append)
    assert done == ["fait"]
