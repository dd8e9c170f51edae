"""The calendar of the plan: one bar per action, dragged or moved with the keyboard."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nrdesk.ui.session import Session


class GanttView(QWidget):
    """The actions on a calendar."""

    opened = Signal(str)
    """The form of an action is asked for, by its identifier."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._only: frozenset[str] | None = None

    def show_only(self, actions: Collection[str] | None) -> None:
        """Show only these actions, by identifier, from the next `refresh` on; all of them when None."""
        self._only = None if actions is None else frozenset(actions)

    def refresh(self) -> None:
        """Show what the document holds."""
