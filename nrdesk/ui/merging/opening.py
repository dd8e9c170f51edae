"""From the choice of the other copy to its comparison with this document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nrdesk.core.jobs import Progress
from nrdesk.ui import tasks
from nrdesk.ui.dialogs import file_to_open
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.messages import say

if TYPE_CHECKING:
    from nrdesk.core.merging import Comparison


def open_merge(session: Session, parent: QWidget, path: Path | None = None) -> None:
    """Ask for the other copy, compare, and show what differs; nothing is written before it is chosen.

    Args:
        session: the open document.
        parent: the widget that asks.
        path: the other copy, asked for when there is none.
    """
    other = path or file_to_open(parent, "L’autre copie de ce document")
    if other is None:
        return
    source, chosen = session.document.path, other.absolute()

    def job(progress: Progress) -> Comparison:
        # All that merging reads is not needed before somebody asks. Readers of their own: the document of
        # the window stays in the main thread.
        from nrdesk.core import merging

        mine, theirs = merging.read_copy(source, progress), merging.read_copy(chosen, progress)
        return merging.compare(mine, theirs, progress=progress)

    def done(comparison: Comparison) -> None:
        if not comparison.differences:
            say(parent, "Les deux copies disent la même chose\u00a0: il n’y a rien à réunir.", "ok")
            return
        from nrdesk.ui.merging.dialog import MergeDialog

        MergeDialog(session, comparison, parent).open()

    tasks.run(parent, "Comparaison des deux copies", job, done)
