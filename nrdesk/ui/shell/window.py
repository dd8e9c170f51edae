"""The window: the welcome page, or an open document."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from nrdesk.core import paths
from nrdesk.core.errors import UserError
from nrdesk.ui import errors
from nrdesk.ui.dialogs import SUFFIX
from nrdesk.ui.shell import opening, recent
from nrdesk.ui.shell.welcome import Welcome
from nrdesk.ui.widgets.messages import say

if TYPE_CHECKING:
    from nrdesk.core.document import Document
    from nrdesk.core.model import Authority
    from nrdesk.ui.shell.workspace import Workspace

_SIZE = (1366, 768)
_SMALLEST = (640, 440)


class MainWindow(QMainWindow):
    """Holds one document at a time; its pages are made when it opens and go when it closes."""

    def __init__(self) -> None:
        super().__init__()
        self.workspace: Workspace | None = None
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        room = QGuiApplication.primaryScreen().availableGeometry().size()
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))
        self.show_welcome()
        QShortcut(QKeySequence("Ctrl+Shift+P"), self, self.toggle_projector)

    def show_welcome(self) -> None:
        """Close the document, if there is one, and show the welcome page."""
        self._leave()
        welcome = Welcome()
        welcome.created.connect(self.create_document)
        welcome.opened.connect(self.open_path)
        welcome.demo_asked.connect(self.open_demo)
        welcome.training_asked.connect(self.show_training)
        welcome.portfolio_asked.connect(self.show_portfolio)
        self.setCentralWidget(welcome)
        self.setWindowTitle("nrdesk")
        welcome.create_card.search.field.setFocus()

    def open_path(self, path: Path) -> None:
        """Open a document; what prevents it is said, with a way out when there is one."""
        if not path.exists():
            self._say_gone(path)
        else:
            opening.open_document(self, path, self._show)

    def create_document(self, authority: Authority, path: Path) -> None:
        """Create a document for a collectivité and open it."""
        from nrdesk.core.document import Document

        try:
            document = Document.create(path, authority, year=dt.date.today().year)
        except UserError as error:
            errors.show_error(self, error)
        else:
            self._show(document)

    def open_demo(self) -> None:
        """Open the demonstration commune, made the first time."""
        from nrdesk.core import demo

        path = paths.user_folder() / f"demonstration{SUFFIX}"
        if path.exists():
            self.open_path(path)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        self._show(demo.create(path))

    def show_training(self) -> None:
        """Close the document, if there is one, and show the communes to practise on."""
        from nrdesk.ui.training import entering

        self._leave()
        entering.show_start(self, self._show)

    def show_portfolio(self) -> None:
        """Close the document, if there is one, and show the folder of documents that was read last."""
        from nrdesk.ui.portfolio import entering

        self._leave()
        entering.show(self)

    def toggle_projector(self) -> None:
        """Turn the display of a room on or off: large letters, strong contrast, a halo around the pointer."""
        from nrdesk.ui.training import entering

        entering.toggle_projector(self)
        if self.workspace:
            self._rebuild()

    def _show(self, document: Document) -> None:
        from nrdesk.ui.session import Session
        from nrdesk.ui.shell.workspace import Workspace

        self._leave()
        name = document.authority.name
        session = Session(document, self)
        session.restore_asked.connect(self._restore)
        # Queued: what asks is inside the pages that go.
        session.look_changed.connect(self._rebuild, Qt.ConnectionType.QueuedConnection)
        self._show_workspace(Workspace(session))
        self.setWindowTitle(f"{name} — nrdesk")
        recent.remember(document.path, name)

    def _show_workspace(self, workspace: Workspace) -> None:
        self.workspace = workspace
        workspace.close_asked.connect(self.show_welcome)
        # Queued: the search that asks is inside the pages that go.
        workspace.portfolio_asked.connect(self.show_portfolio, Qt.ConnectionType.QueuedConnection)
        self.setCentralWidget(self._framed(workspace))
        workspace.navigation.focus_current()

    def _framed(self, workspace: Workspace) -> QWidget:
        """Return the pages of a document, with the exercises beside them in training mode."""
        from nrdesk.core.training.session import is_exercise

        if not is_exercise(workspace.session.document):
            return workspace
        from nrdesk.ui.training import entering

        return entering.framed(self, workspace, self._show)

    def _rebuild(self) -> None:
        """Build the pages again for another size of text, and come back to the same one."""
        from nrdesk.ui.shell.workspace import Workspace

        if self.workspace:
            current = self.workspace.current
            self._show_workspace(Workspace(self.workspace.session))
            self.workspace.go(current)

    def _restore(self, backup: Path) -> None:
        """Put a backup in place of the open document."""
        assert self.workspace is not None
        path = self.workspace.session.document.path
        self.show_welcome()
        opening.restore_backup(self, backup, path, self._show)

    def _leave(self) -> None:
        if self.workspace:
            self.workspace.close_document()
            self.workspace = None

    def _say_gone(self, path: Path) -> None:
        recent.forget(path)
        central = self.centralWidget()
        if isinstance(central, Welcome):
            central.refresh()
        say(
            self,
            f"Le fichier «\u00a0{path.name}\u00a0» n’est plus dans «\u00a0{path.parent}\u00a0». "
            "S’il a été déplacé, ouvrez-le depuis son nouveau dossier. S’il est sur une clé USB ou "
            "un partage réseau, branchez-la ou connectez-vous, puis recommencez.",
            "warn",
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := _dropped(event):
            event.acceptProposedAction()
            self.open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        focused = self.focusWidget()
        if focused:
            # A field being typed is saved when it loses the focus.
            focused.clearFocus()
        self._leave()
        event.accept()


def _dropped(event: QDropEvent) -> Path | None:
    """Return the document that is being dropped, None for anything else."""
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        path = Path(urls[0].toLocalFile())
        if path.suffix == SUFFIX:
            return path
    return None
