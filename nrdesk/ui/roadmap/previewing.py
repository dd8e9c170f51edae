"""The preview of what is being written: made again at each pause, away from the window, never in its way."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.richtext import RichText
from nrdesk.ui import errors
from nrdesk.ui.roadmap.pages_view import PagesView
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.reports.preview import Preview

_PAUSE = 700
"""Milliseconds without typing after which the pages follow."""


class Previewing(QWidget):
    """The pages of the chapter shown, or of the whole strategy."""

    _drawn = Signal(int, object)
    _failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._number = 0
        self._key, self._title, self._body = "", "", RichText()
        self.whole = QCheckBox("Tout le document")
        self.whole.setAccessibleDescription("Sinon, seulement le chapitre ouvert")
        self.whole.toggled.connect(lambda: self.show_soon(0))
        self.view = PagesView()
        self._note = text.muted("")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._make)
        self._drawn.connect(self._show)
        self._failed.connect(self._fail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.whole)
        column.addWidget(self.view, 1)
        column.addWidget(self._note)

    def show_chapter(self, key: str, title: str, body: RichText, *, typing: bool = False) -> None:
        """Show a chapter as it is written now: at once, or at the next pause of who types it."""
        self._key, self._title, self._body = key, title, body
        self.show_soon(_PAUSE if typing else 0)

    def show_soon(self, delay: int) -> None:
        """Make the pages again after so many milliseconds; they wait to be seen."""
        if self.isVisible():
            self._pause.start(delay)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_soon(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # The document may be about to be closed.
        self._pause.stop()

    def _make(self) -> None:
        self._number += 1
        document = self._session.document
        assessment = self._session.assessment() if self._session.campaign.id == document.campaign.id else None
        whole = self.whole.isChecked()
        job = partial(_draw, document.path, self._key, self._title, self._body, assessment, whole=whole)
        work = partial(self._work, job, self._number)
        if os.environ.get("NRDESK_INLINE") == "1":
            work()
        else:
            QThreadPool.globalInstance().start(work)

    def _work(self, job: Callable[[], Preview], number: int) -> None:
        """Run in the pool: touches nothing but the job and the signals."""
        # The page may be gone when the pages are ready.
        with contextlib.suppress(RuntimeError):
            try:
                made = job()
            except Exception as error:
                self._failed.emit(error)
            else:
                self._drawn.emit(number, made)

    def _show(self, number: int, preview: Preview) -> None:
        # Who typed meanwhile waits for a later one.
        if number == self._number:
            self.view.show_preview(preview)
            pages = count(self.view.count, "page")
            self._note.setText(f"{pages}. La mise en page exacte est celle du PDF.")

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._note.setText(str(error))
        else:
            errors.show_error(self, error)


def _draw(
    path: Path, key: str, title: str, body: RichText, assessment: Assessment | None, *, whole: bool
) -> Preview:
    """Draw pages; runs away from the window, on a reader of its own."""
    from nrdesk.core import roadmap
    from nrdesk.core.document import Document
    from nrdesk.core.reports import inserts, preview, rich
    from nrdesk.core.reports.content import Block, Heading, PageBreak

    with Document.open(path, read_only=True) as document:
        resolve = inserts.resolver(document, assessment)

        def placed(insert: str) -> tuple[Block, ...]:
            return resolve(insert) or (inserts.missing(insert),)

        shown = [(key, title, body)]
        if whole:
            found = [view for view in roadmap.chapters(document, assessment) if not view.left_out]
            shown = [(each.key, each.title, body if each.key == key else each.body) for each in found]
        blocks: list[Block] = []
        for place, (_, name, text_of) in enumerate(shown):
            if place:
                blocks.append(PageBreak())
            blocks += [Heading(1, name), *rich.blocks(text_of, 2, placed)]
        return preview.render(blocks)
