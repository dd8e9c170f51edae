"""What an action waits for, and what waits for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.model import Action, Dependency
from nrdesk.core.plan import editing
from nrdesk.core.planning import graph
from nrdesk.core.written.words import quoted
from nrdesk.ui import errors
from nrdesk.ui.planning.grid_model import UNNAMED
from nrdesk.ui.records.editors import ChoiceEditor
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button, icon_button
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import clear, row


class LinksPart(QWidget):
    """The actions that must be over first, one per line, and a box to add another."""

    opened = Signal(str)
    """The sheet of another action is asked for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._id = ""
        self._needs = QVBoxLayout()
        self._needs.setSpacing(4)
        self.box = ChoiceEditor()
        self.box.setAccessibleName("Action à attendre")
        self.box.setMinimumContentsLength(30)
        self.add_button = button("Attendre cette action", "plus", on_click=self.add)
        self._after = QVBoxLayout()
        self._after.setSpacing(4)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addLayout(self._needs)
        lines.addWidget(flow(self.box, self.add_button))
        lines.addLayout(self._after)

    def show_action(self, action_id: str) -> None:
        """Show the links of an action."""
        self._id = action_id
        document = self._session.document
        titles = {each.id: each.title or UNNAMED for each in document.all(Action)}
        links = document.all(Dependency)
        needs = graph.needs(links).get(action_id, [])
        after = graph.followers(links).get(action_id, [])
        clear(self._needs)
        clear(self._after)
        for key in needs:
            self._needs.addWidget(self._line(key, titles[key], removable=True))
        if after:
            self._after.addWidget(text.muted("Attendent la fin de celle-ci\u00a0:"))
        for key in after:
            self._after.addWidget(self._line(key, titles[key], removable=False))
        free = {key: title for key, title in titles.items() if key != action_id and key not in needs}
        self.box.set_choices({"": "Choisir une action…", **free})
        self.box.setCurrentIndex(0)
        for each in (self.box, self.add_button):
            each.setEnabled(not document.read_only)

    def save(self) -> None:
        """Do nothing: a link is written when it is chosen."""

    def focus_field(self, name: str) -> bool:
        """Lead to the box; return whether the name is known here."""
        if name == "links":
            self.box.setFocus()
        return name == "links"

    def add(self) -> None:
        """Have the action wait for the one chosen; a circle is refused, with its path."""
        if chosen := self.box.typed():
            try:
                editing.add_dependency(self._session.document, self._id, chosen)
            except UserError as error:
                errors.show_error(self, error)
            else:
                self.box.setFocus()

    def _remove(self, needed: str) -> None:
        try:
            editing.remove_dependency(self._session.document, self._id, needed)
        except UserError as error:
            errors.show_error(self, error)
        else:
            self.box.setFocus()

    def _line(self, key: str, title: str, *, removable: bool) -> QWidget:
        link = button(title.replace("&", "&&"), kind="link", on_click=partial(self.opened.emit, key))
        link.setAccessibleName(f"Ouvrir la fiche {quoted(title)}")
        if not removable:
            return row(link)
        remove = icon_button("x", f"Ne plus attendre {quoted(title)}", partial(self._remove, key), 16)
        remove.setEnabled(not self._session.document.read_only)
        return row(link, remove)
