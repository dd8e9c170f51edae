"""The ways into training mode and out of it, for the window that holds its pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from nrdesk.core import training
from nrdesk.core.jobs import Progress
from nrdesk.core.written.words import quoted
from nrdesk.ui import errors, tasks
from nrdesk.ui.dialogs import SUFFIX, safe_name
from nrdesk.ui.shell import opening
from nrdesk.ui.training.folders import exercises_folder
from nrdesk.ui.training.frame import TrainingFrame
from nrdesk.ui.training.front import Front
from nrdesk.ui.training.projector import Projector
from nrdesk.ui.training.start import TrainingStart
from nrdesk.ui.training.trainer import TrainerPage
from nrdesk.ui.widgets.messages import ask

if TYPE_CHECKING:
    from pathlib import Path

    from nrdesk.core.document import Document
    from nrdesk.ui.shell.window import MainWindow
    from nrdesk.ui.shell.workspace import Workspace

Shown = Callable[["Document"], object]
"""What shows an open document in the window."""


def show_start(window: MainWindow, shown: Shown) -> TrainingStart:
    """Show the communes to practise on, and return the page."""
    page = TrainingStart()
    page.left.connect(window.show_welcome)
    page.trainer_asked.connect(partial(show_trainer, window, shown))
    page.begun.connect(partial(begin, window, shown))
    page.again_asked.connect(partial(show_start, window, shown))
    _show(window, page, "S’entraîner")
    return page


def show_trainer(window: MainWindow, shown: Shown) -> TrainerPage:
    """Show what the trainer needs, and return the page."""
    page = TrainerPage()
    page.left.connect(partial(show_start, window, shown))
    page.projector_asked.connect(window.toggle_projector)
    page.again_asked.connect(partial(show_trainer, window, shown))
    _show(window, page, "Espace du formateur")
    return page


def begin(window: MainWindow, shown: Shown, commune: str, table: str) -> None:
    """Open the commune of a table: a new one, or the one that the table had begun on this computer."""
    path = place_of(commune, table)
    if not path.exists():
        make = partial(_create, commune, path, table)
        _run(window, "Préparation de la commune", make, partial(_open, window, shown, path))
    elif ask(
        window,
        f"{quoted(table)} a déjà commencé sur cet ordinateur.",
        yes="Reprendre",
        details="Pour repartir de rien, reprenez, puis «\u00a0Recommencer à zéro…\u00a0» sous les exercices. "
        "Pour une autre table, choisissez un autre nom.",
    ):
        window.open_path(path)


def place_of(commune: str, table: str) -> Path:
    """Return where the document of a table is kept on this computer."""
    name = next(each.name for each in training.communes() if each.key == commune)
    called = safe_name(f"{name} - {table}")
    # A folder of its own: communes hand out files of the same name.
    return exercises_folder() / called / f"{called}{SUFFIX}"


def framed(window: MainWindow, workspace: Workspace, shown: Shown) -> TrainingFrame:
    """Return the pages of an exercise with its panel beside them."""
    frame = TrainingFrame(workspace)
    before = window.centralWidget()
    if isinstance(before, TrainingFrame) and before.workspace.session is workspace.session:
        # The same pages in another size: the table goes on with what it was reading.
        frame.resume(before)
    # Queued: what asks is inside the pages that go.
    frame.reset_asked.connect(partial(reset, window, shown), Qt.ConnectionType.QueuedConnection)
    return frame


def reset(window: MainWindow, shown: Shown) -> None:
    """Make the open commune again, as new."""
    assert window.workspace is not None
    path = window.workspace.session.document.path
    # Closed here: the job opens it for itself, and it is as it was should the job fail.
    window.show_training()
    again = partial(_open, window, shown, path)
    _run(window, "Remise à zéro de la commune", partial(_reset, path), again, again)


def _run(
    window: MainWindow,
    title: str,
    make: Callable[[], None],
    done: Callable[[], object],
    failed: Callable[[], object] | None = None,
) -> None:
    """Make a commune away from the window, then go on in it."""

    def job(progress: Progress) -> None:
        progress(0, 1)
        make()
        # Cancelled meanwhile: the commune is there, and nothing opens.
        progress(1, 1)

    def fail(error: Exception) -> None:
        if failed:
            failed()
        errors.show_error(window, error)

    tasks.run(window, title, job, lambda _: done(), fail)


def _create(commune: str, path: Path, table: str) -> None:
    from nrdesk.core.document.faults import explain_os

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain_os(error, path.parent) from error
    training.create(commune, path, table).close()


def _reset(path: Path) -> None:
    from nrdesk.core.document import Document

    training.reset(Document.open(path)).close()


def _open(window: MainWindow, shown: Shown, path: Path) -> None:
    opening.open_document(window, path, shown)


def toggle_projector(window: MainWindow) -> None:
    """Turn the display of a room on or off, and build again a page that stands without a document."""
    projector = window.findChild(Projector) or Projector(window)
    projector.toggle()
    page = window.centralWidget()
    if isinstance(page, Front):
        page.again_asked.emit()
    elif window.workspace is None:
        window.show_welcome()


def _show(window: MainWindow, page: Front, title: str) -> None:
    window.setCentralWidget(page)
    window.setWindowTitle(f"{title} — nrdesk")
    page.focus_first()
